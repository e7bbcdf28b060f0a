import type { Outcome } from '../catalog/define.ts';
import { actionOf } from '../catalog/index.ts';
import type { AppError, ErrorCode, ErrorFacts } from '../model/errors.ts';
import type { NewWrite, Write, WriteBody } from '../model/outbox.ts';
import type { Batch } from '../store/batch.ts';
import { listKey, recordKey } from '../store/rows.ts';
import { finished } from './finished.ts';
import type { Job, JobParts } from './job.ts';
import { missed } from './missed.ts';
import { partError } from './outbox.ts';
import { replanned } from './replan.ts';
import { afterError } from './retry-plan.ts';
import { clickedBatch, madeLink, settledBatch, systemOf } from './settle-agreed.ts';

/** The records an outcome told of, as a batch for the store. */
export function told(outcome: Outcome, job: Pick<Job, 'action' | 'context'>, now: number): Batch {
  const { system } = job.action;
  const { account } = job.context;
  return {
    at: now,
    records: outcome.told.map(({ entity, id, value, owner }) => ({
      system,
      account,
      entity,
      id,
      value,
      list: owner ? listKey(system, account, entity, owner) : undefined,
    })),
    gone: outcome.gone?.map(({ entity, id }) => recordKey(system, account, entity, id)),
  };
}

const linksOf = ({ link, linkTo, sync, unlink }: WriteBody, highlevelId: string, at: number): Batch['links'] => [
  // A link made by hand meanwhile stays, and so does one that leads to somebody else by now.
  ...(link ? [{ put: { ...link, highlevelId, at }, ifAbsent: true }] : []),
  // A contact that a rule made in Clio; two-way sync keeps its own link with its base.
  ...(linkTo && !sync ? [{ put: madeLink({ linkTo } as WriteBody, highlevelId, at), ifAbsent: true }] : []),
  ...(unlink ? [{ remove: unlink, only: highlevelId }] : []),
];

function pairsOf({ link, op, body: { pair } }: Write, id: string, at: number): Batch['pairs'] {
  if (!pair) return [];
  const { entity, highlevelId = id } = pair;
  const clioId = pair.highlevelId ? id : pair.clioId;
  return [{ key: `${link}|${entity}|${clioId}`, link, entity, clioId, highlevelId, at, made: systemOf(op) }];
}

/** Writes that can be named only now, as they are about what was made. */
const following = ({ write, context }: Job, { follow = [] }: Outcome): NewWrite[] =>
  follow.map(({ op, input }) => {
    const { connection, act, kind, link, by, rule } = write;
    const key = actionOf(op)?.key(input, context) ?? op;
    return { op, connection, key, act, kind, link, by, rule, body: { label: write.body.label, input } };
  });

async function settled(parts: JobParts, job: Job, outcome: Outcome): Promise<Write> {
  const { write } = job;
  const at = parts.now();
  const body: WriteBody = { ...write.body, result: { id: outcome.id }, differs: outcome.differs };
  // A value that came back otherwise is shown, never called done.
  const state = outcome.differs.length ? 'needs-you' : 'done';
  const error = outcome.differs.length
    ? { code: 'not-as-sent' as const, facts: { about: outcome.differs.join(', ') } }
    : undefined;
  const sync = await (write.body.sync ? settledBatch(parts.sync, write, outcome, at) : clickedBatch(parts.sync, write, outcome));
  await parts.apply(
    {
      ...told(outcome, job, at),
      links: linksOf(write.body, outcome.id, at),
      pairs: pairsOf(write, outcome.id, at),
      ...sync,
      dirty: [...(sync.dirty ?? []), ...(await missed(parts.sync, write, at))],
      unpair: write.body.unpair,
      enqueue: following(job, outcome),
      activity: [finished(job, state, at, { error: error?.code, result: outcome })],
      writes: [{ seq: write.seq, patch: { state, doneAt: at, error }, body }],
    },
    'write',
  );
  return { ...write, state, body };
}

/** It was carried out: what it told, its link and pair, what sync agreed on, its line in the log, and the row's end in one transaction. */
export async function done(parts: JobParts, job: Job, outcome: Outcome): Promise<void> {
  const { turns } = parts;
  const end = () => settled(parts, job, outcome);
  const write = await (turns && job.write.link ? turns(job.write.link, end) : end());
  await parts.finished?.(write, outcome);
}

/** Not tried again by itself. What sync planned is planned anew where that helps. */
export async function stop(
  parts: JobParts,
  job: Job,
  state: 'failed' | 'needs-you',
  code: ErrorCode,
  facts: ErrorFacts = {},
  refused = false,
): Promise<void> {
  if (await replanned(parts, job, code, facts)) return;
  const { write } = job;
  const { error, told: said } = partError({ code, facts });
  const at = parts.now();
  await parts.apply(
    {
      at,
      activity: [finished(job, state, at, { error: code })],
      writes: [{ seq: write.seq, patch: { state, refused, error }, body: { ...write.body, told: said } }],
    },
    'write',
  );
  await parts.finished?.({ ...write, state, error: { code, facts } });
}

/** Later again, or not at all: what the error's table says. */
export async function failed(parts: JobParts, job: Job, error: AppError): Promise<void> {
  const { code } = error;
  // A refresh of the token may have been carried out without its answer; the write itself never left then.
  const facts = job.sent ? error.facts : { ...error.facts, maybeDone: undefined };
  const plan = afterError({ code, facts }, job.write, job.action, parts.now(), parts.random());
  if (plan.stop) return stop(parts, job, plan.state, code, facts, job.sent === true && !facts.maybeDone);
  const failures = (job.write.failures ?? 0) + 1;
  const values = { state: plan.state, nextAt: plan.nextAt, failures, error: { code, facts } };
  // Only what is still as it was read or sent: a row that another worker has done by now stays done.
  await parts.outbox.patch(job.write.seq, values, undefined, job.sent ? 'sending' : job.write.state);
}
