import type { AnyAction, Context } from '../catalog/define.ts';
import type { Connection } from '../model/connection.ts';
import { toAppError } from '../model/errors.ts';
import type { Write, WriteRow } from '../model/outbox.ts';
import type { System } from '../model/subject.ts';
import { done, failed, stop } from './conclude.ts';
import type { Job, JobParts } from './job.ts';
import { send } from './send.ts';
import { settle } from './settle.ts';
import { createTurns } from './turns.ts';

export interface DrainParts extends JobParts {
  connection: (id: string) => Promise<Connection | undefined>;
  context: (connection: Connection) => Context;
  action: (id: string) => AnyAction | undefined;
  /** Runs `work` unless another runner of this browser already does. */
  exclusive: (work: () => Promise<void>) => Promise<void>;
}

export interface Drain {
  /** Sends what may be sent now; resolves when nothing more can be done at this moment. */
  run(): Promise<void>;
}

/** Records written side by side; the limiter spaces the calls. */
const AT_ONCE = 6;

async function one(parts: DrainParts, write: Write): Promise<void> {
  const action = parts.action(write.op);
  const connection = await parts.connection(write.connection);
  const job = { write, action, connection, context: connection && parts.context(connection) } as Job;
  if (!action) return stop(parts, job, 'failed', 'unexpected', { about: write.op });
  // Held until the person signs in again; nothing is lost meanwhile.
  if (!connection || connection.state === 'reconnect') return;
  const parsed = action.input.safeParse(write.body.input);
  if (!parsed.success) return stop(parts, job, 'failed', 'invalid-request', { about: 'input' });
  job.input = parsed.data;
  try {
    await (write.state === 'unknown' ? settle(parts, job) : send(parts, job));
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code === 'not-found' && action.absentIsDone)
      return done(parts, job, action.outcome(job.input, undefined, job.context));
    await failed(parts, job, error);
  }
}

const broken = (ends: PromiseSettledResult<unknown>[]) => ends.find((end) => end.status === 'rejected');

/** What goes to one system, some rows at a time; true when there were any. `tried`: when each was due as it had its turn. */
async function lane(parts: DrainParts, system: System, tried: Map<number, number>): Promise<boolean> {
  const { outbox, now } = parts;
  for (let any = false; ; any = true) {
    // A row whose time did not move on was tried in this round already.
    const isMine = ({ connection, seq, nextAt }: WriteRow): boolean =>
      connection.startsWith(`${system}:`) && (tried.get(seq) ?? -1) < nextAt;
    const due = await outbox.due(now(), isMine, AT_ONCE);
    if (!due.length) return any;
    for (const write of due) tried.set(write.seq, write.nextAt);
    // One row's broken disk must not cut the others off while their requests are on the way: all end before anything is said.
    const cause = broken(await Promise.allSettled(due.map((write) => one(parts, write))));
    if (cause) throw cause.reason;
  }
}

async function rounds(parts: DrainParts): Promise<void> {
  // Nothing is in flight when a round begins: what is found `sending` was left by a dead worker or a failed disk.
  await parts.outbox.recover(parts.now());
  const tried = new Map<number, number>();
  for (;;) {
    // Side by side, as a vendor that lets nothing through for a while must not hold up the other.
    const ends = await Promise.allSettled((['clio', 'highlevel'] as const).map((system) => lane(parts, system, tried)));
    const cause = broken(ends);
    if (cause) throw cause.reason;
    if (!ends.some((end) => end.status === 'fulfilled' && end.value)) return;
  }
}

export function createDrain(given: DrainParts): Drain {
  const parts: DrainParts = { turns: createTurns(), ...given };
  let asked = false;
  let running: Promise<void> | undefined;
  // A row queued while the last round ends must not wait for the next alarm.
  const untilQuiet = async (): Promise<void> => {
    while (asked) {
      asked = false;
      await parts.exclusive(() => rounds(parts));
    }
  };
  return {
    async run() {
      asked = true;
      running ??= untilQuiet().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
