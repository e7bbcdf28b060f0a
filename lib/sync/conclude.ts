import type { Outcome } from '../catalog/define.ts';
import type { AppError, ErrorCode, ErrorFacts } from '../model/errors.ts';
import type { Write, WriteBody } from '../model/outbox.ts';
import type { Batch } from '../store/batch.ts';
import { listKey, recordKey } from '../store/rows.ts';
import type { Job, JobParts } from './job.ts';
import { afterError } from './retry-plan.ts';

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

const linksOf = ({ link, unlink }: WriteBody, highlevelId: string, at: number): Batch['links'] => [
  // A link made by hand meanwhile stays, and so does one that leads to somebody else by now.
  ...(link ? [{ put: { ...link, highlevelId, at }, ifAbsent: true }] : []),
  ...(unlink ? [{ remove: unlink, only: highlevelId }] : []),
];

function pairsOf({ link, body: { pair } }: Write, highlevelId: string, at: number): Batch['pairs'] {
  if (!pair) return [];
  const { entity, clioId } = pair;
  return [{ key: `${link}|${entity}|${clioId}`, link, entity, clioId, highlevelId, at }];
}

/** It was carried out: what it told, its link and pair, and the row's end in one transaction. */
export async function done(parts: JobParts, job: Job, outcome: Outcome): Promise<void> {
  const { write } = job;
  const at = parts.now();
  const body: WriteBody = { ...write.body, result: { id: outcome.id }, differs: outcome.differs };
  // A value that came back otherwise is shown, never called done.
  const state = outcome.differs.length ? 'needs-you' : 'done';
  const error = outcome.differs.length
    ? { code: 'not-as-sent' as const, facts: { about: outcome.differs.join(', ') } }
    : undefined;
  await parts.apply(
    {
      ...told(outcome, job, at),
      links: linksOf(write.body, outcome.id, at),
      unpair: write.body.unpair,
      pairs: pairsOf(write, outcome.id, at),
      writes: [{ seq: write.seq, patch: { state, doneAt: at, error }, body }],
    },
    'write',
  );
  await parts.finished?.({ ...write, state, body }, outcome);
}

/** Not tried again by itself. */
export async function stop(
  parts: JobParts,
  { write }: Job,
  state: 'failed' | 'needs-you',
  code: ErrorCode,
  facts: ErrorFacts = {},
  refused = false,
): Promise<void> {
  await parts.outbox.patch(write.seq, { state, refused, error: { code, facts } });
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
  await parts.outbox.patch(job.write.seq, { state: plan.state, nextAt: plan.nextAt, failures, error: { code, facts } });
}
