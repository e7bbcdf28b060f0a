import type { AnyAction, Context, Outcome } from '../catalog/define.ts';
import type { Client } from '../http/client.ts';
import type { Connection } from '../model/connection.ts';
import { AppError, type ErrorCode, toAppError } from '../model/errors.ts';
import type { Write, WriteBody } from '../model/outbox.ts';
import type { Apply, Batch } from '../store/apply.ts';
import { listKey, recordKey } from '../store/rows.ts';
import type { Outbox } from './outbox.ts';
import { afterError, lookAgainAt } from './retry-plan.ts';

export interface DrainParts {
  outbox: Outbox;
  apply: Apply;
  client: Client;
  connection: (id: string) => Promise<Connection | undefined>;
  context: (connection: Connection) => Context;
  action: (id: string) => AnyAction | undefined;
  /** Writing may have been switched off since the row was queued. */
  mayWrite: (connection: Connection) => Promise<boolean>;
  now: () => number;
  random: () => number;
  /** Runs `work` unless another runner of this browser already does. */
  exclusive: (work: () => Promise<void>) => Promise<void>;
  /** Called when a write was carried out or finally failed. */
  finished?: (write: Write, outcome?: Outcome) => Promise<void>;
}

export interface Drain {
  /** Sends what may be sent now; resolves when nothing more can be done at this moment. */
  run(): Promise<void>;
}

interface Job {
  write: Write;
  action: AnyAction;
  connection: Connection;
  context: Context;
  input: unknown;
}

/** How many attempts with an unknown outcome before a person is asked. */
const MOST_ATTEMPTS = 3;
/** Records written side by side; the limiter spaces the calls. */
const AT_ONCE = 6;

/** The first runnable row of each key, in order: one at a time a key; rows that wait for a person hold nobody up. */
export function runnable(open: Write[], now: number): Write[] {
  const busy = new Set<string>();
  return open.filter((write) => {
    if (write.state === 'needs-you' || write.state === 'failed' || busy.has(write.key)) return false;
    busy.add(write.key);
    return write.nextAt <= now && write.state !== 'sending';
  });
}

/** The records an outcome told of, as a batch for the store. */
export function told(outcome: Outcome, job: Pick<Job, 'action' | 'context'>, now: number): Batch {
  const { system } = job.action;
  const { account } = job.context;
  return {
    at: now,
    records: outcome.told.map(({ entity, id, value, owner }) => ({
      system, account, entity, id, value, list: owner ? listKey(system, account, entity, owner) : undefined,
    })),
    gone: outcome.gone?.map(({ entity, id }) => recordKey(system, account, entity, id)),
  };
}

const linksOf = ({ link, unlink }: WriteBody, highlevelId: string, at: number): Batch['links'] => [
  ...(link ? [{ put: { ...link, highlevelId, at } }] : []),
  ...(unlink ? [{ remove: unlink }] : []),
];

export function createDrain(parts: DrainParts): Drain {
  const { outbox, apply, client, now } = parts;

  const done = async (job: Job, outcome: Outcome): Promise<void> => {
    const { write } = job;
    const at = now();
    const body: WriteBody = { ...write.body, result: { id: outcome.id }, differs: outcome.differs };
    const pair = write.body.pair;
    const batch = told(outcome, job, at);
    // A value that came back otherwise is shown, never called done.
    const state = outcome.differs.length ? 'needs-you' : 'done';
    const error = outcome.differs.length ? { code: 'not-as-sent' as const, facts: { about: outcome.differs.join(', ') } } : undefined;
    await apply(
      {
        ...batch,
        links: linksOf(write.body, outcome.id, at),
        unpair: write.body.unpair,
        pairs: pair ? [{ key: `${write.link}|${pair.entity}|${pair.clioId}`, link: write.link, entity: pair.entity, clioId: pair.clioId, highlevelId: outcome.id, at }] : [],
        writes: [{ seq: write.seq, patch: { state, doneAt: at, error }, body }],
      },
      'write',
    );
    await parts.finished?.({ ...write, state, body }, outcome);
  };

  const stop = async (job: Job, state: 'failed' | 'needs-you', code: ErrorCode, facts = {}): Promise<void> => {
    await outbox.patch(job.write.seq, { state, error: { code, facts } });
    await parts.finished?.({ ...job.write, state, error: { code, facts } });
  };

  const failed = async (job: Job, error: AppError): Promise<void> => {
    const plan = afterError(error, job.write, job.action, now(), parts.random());
    if (plan.stop) return stop(job, plan.state, error.code, error.facts);
    await outbox.patch(job.write.seq, { state: plan.state, nextAt: plan.nextAt, error: { code: error.code, facts: error.facts } });
  };

  const look = async (job: Job): Promise<unknown> => {
    const request = job.action.look?.(job.input, job.context);
    return request && (await client.call(job.connection, request, { priority: 'write' })).data;
  };

  /** An answer that doesn't show all that was sent is no proof: the record itself is read. */
  const confirmed = async (job: Job, outcome: Outcome): Promise<Outcome> => {
    if (!outcome.differs.length || !job.action.look || !job.action.find) return outcome;
    const found = job.action.find(job.input, await look(job), job.write.body.snapshot ?? [], job.context);
    return found && found !== 'several' ? found : outcome;
  };

  const send = async (job: Job): Promise<void> => {
    const { action, write, input, context } = job;
    let fresh: unknown;
    const body: WriteBody = { ...write.body };
    if (action.lookFirst) {
      fresh = await look(job);
      const refused = action.refuse?.(input, fresh, context);
      if (refused === 'changed') return stop(job, 'needs-you', 'changed-meanwhile');
      const already = refused === 'done' ? action.find?.(input, fresh, [], context) : undefined;
      if (already && already !== 'several') return done(job, already);
      // A second attempt keeps the first snapshot: what the first one made must still count as new.
      body.snapshot ??= action.snapshot?.(fresh);
      body.before ??= action.before?.(input, fresh);
    }
    // On the disk before the request leaves: a worker that dies from here on finds the row as `sending`.
    await outbox.patch(write.seq, { state: 'sending', attempts: write.attempts + 1, sentAt: now(), error: undefined }, body);
    job.write = { ...write, attempts: write.attempts + 1, sentAt: now(), body };
    const answer = await client.call(job.connection, action.request(input, context, fresh), { priority: 'write' });
    try {
      await done(job, await confirmed(job, action.outcome(input, answer.data, context)));
    } catch (cause) {
      // It was carried out, but could not be written down (a full disk, say): look before anything is sent again.
      const error = toAppError(cause);
      throw new AppError(error.code, { ...error.facts, maybeDone: true }, cause);
    }
  };

  /** The outcome is unknown: read first, and send again only when the record is surely not there. */
  const settle = async (job: Job): Promise<void> => {
    const { action, write, input, context } = job;
    if (action.resend === 'never' || !action.look || !action.find) return action.resend === 'safe' ? send(job) : stop(job, 'needs-you', 'outcome-unknown');
    const found = action.find(input, await look(job), write.body.snapshot ?? [], context);
    if (found === 'several') return stop(job, 'needs-you', 'outcome-unknown');
    if (found) return done(job, found);
    const again = lookAgainAt(write, action, now());
    if (again !== undefined) return outbox.patch(write.seq, { state: 'unknown', checks: write.checks + 1, nextAt: again });
    if (write.attempts > MOST_ATTEMPTS) return stop(job, 'needs-you', 'outcome-unknown');
    await outbox.patch(write.seq, { state: 'queued', checks: 0, nextAt: now() });
    return send({ ...job, write: { ...write, checks: 0 } });
  };

  const one = async (write: Write): Promise<void> => {
    const action = parts.action(write.op);
    const connection = await parts.connection(write.connection);
    const job = { write, action, connection, context: connection && parts.context(connection) } as Job;
    if (!action) return stop(job, 'failed', 'unexpected', { about: write.op });
    // Held until the person signs in again; nothing is lost meanwhile.
    if (!connection || connection.state === 'reconnect') return;
    const parsed = action.input.safeParse(write.body.input);
    if (!parsed.success) return stop(job, 'failed', 'invalid-request', { about: 'input' });
    job.input = parsed.data;
    try {
      if (!(await parts.mayWrite(connection))) return await stop(job, 'needs-you', 'writing-off');
      await (write.state === 'unknown' ? settle(job) : send(job));
    } catch (cause) {
      const error = toAppError(cause);
      if (error.code === 'not-found' && action.absentIsDone) return done(job, action.outcome(job.input, undefined, job.context));
      await failed(job, error);
    }
  };

  const rounds = async (): Promise<void> => {
    // Nothing is in flight when a round begins: what is found `sending` was left by a dead worker or a failed disk.
    await outbox.recover(now());
    const tried = new Map<number, number>();
    for (;;) {
      const due = runnable(await outbox.open(), now())
        .filter((write) => (tried.get(write.seq) ?? -1) < write.nextAt)
        .slice(0, AT_ONCE);
      if (!due.length) return;
      for (const write of due) tried.set(write.seq, write.nextAt);
      await Promise.all(due.map(one));
    }
  };

  let asked = false;
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    asked = true;
    // A row queued while the last round ends must not wait for the next alarm.
    running ??= (async () => {
      while (asked) {
        asked = false;
        await parts.exclusive(rounds);
      }
    })().finally(() => {
      running = undefined;
    });
    return running;
  };
  return { run };
}
