import type { Drain } from '../sync/drain.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { Engine } from './engine.ts';

export interface Alarms {
  /** One alarm at a time (milliseconds since 1970); the browser rounds up to its own least period (30 s in Chrome). */
  set(at: number): Promise<void>;
  clear(): Promise<void>;
}

export interface Schedule {
  /**
   * Sends what may be sent at once, then takes a turn of two-way sync where that is on, then asks to be woken for the rest. Never throws:
   * what failed stays where it is and is tried at the next waking.
   */
  run(): Promise<void>;
}

export interface ScheduleParts {
  outbox: Outbox;
  drain: Drain;
  engine: Engine;
  /** Notices a clock that was put back (lib/store/put-back). */
  keepTime: () => Promise<void>;
  alarms: Alarms;
  /** Ids of the connections that can be used without a person signing in first. */
  usable: () => Promise<string[]>;
  /** Waits in memory while the worker lives, so that a short delay needs no alarm. */
  sleep: (ms: number) => Promise<void>;
  now: () => number;
  failed: (error: unknown) => void;
}

/** Chrome's least alarm period. */
const LEAST_ALARM = 30_000;

type Clock = Pick<ScheduleParts, 'alarms' | 'now'>;

/** Before anything is even read: an alarm that woke us is spent, and a worker that dies on the way must be woken to look after the rest. */
export const standBy = ({ alarms, now }: Clock): Promise<void> => alarms.set(now() + LEAST_ALARM);

/** The outbox as clicks use it. The alarm comes first: a worker that dies with the click's row just on the disk is woken to send it. */
export function wakeful(outbox: Outbox, parts: Clock): Outbox {
  const woken =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await standBy(parts);
      return work(...args);
    };
  return { ...outbox, enqueue: woken(outbox.enqueue), retry: woken(outbox.retry) };
}

/** When something is due next. Rows held for a sign-in wake nobody: signing in runs everything again. */
async function nextAt({ outbox, engine, usable }: ScheduleParts): Promise<number | undefined> {
  const times = [await outbox.nextAt(await usable()), await engine.nextAt()].filter((at) => at !== undefined);
  return times.length ? Math.min(...times) : undefined;
}

/** Wakes us at the right time; with nothing to do there is no alarm at all. */
export function createSchedule(parts: ScheduleParts): Schedule {
  const { drain, engine, alarms, now } = parts;
  let napUntil = Number.POSITIVE_INFINITY;

  const nap = (until: number): void => {
    if (napUntil <= until) return;
    napUntil = until;
    void parts.sleep(until - now()).then(() => {
      if (napUntil === until) napUntil = Number.POSITIVE_INFINITY;
      return run();
    });
  };

  let running = 0;
  const run = async (): Promise<void> => {
    running += 1;
    try {
      await standBy(parts);
      await parts.keepTime();
      await drain.run();
      await engine.turn();
      const next = await nextAt(parts);
      // Whoever is still on the way keeps the alarm that was set for it.
      if (running > 1) return;
      if (next === undefined) return await alarms.clear();
      // The alarm comes first: the nap dies with the worker, the alarm does not.
      await alarms.set(Math.max(next, now() + LEAST_ALARM));
      if (next > now() && next - now() < LEAST_ALARM) nap(next);
    } catch (error) {
      parts.failed(error);
      await standBy(parts);
    } finally {
      running -= 1;
    }
  };
  return { run };
}
