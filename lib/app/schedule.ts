import type { Drain } from '../sync/drain.ts';
import type { Outbox } from '../sync/outbox.ts';

export interface Alarms {
  /** One alarm at a time (milliseconds since 1970); the browser rounds up to its own least period (30 s in Chrome). */
  set(at: number): Promise<void>;
  clear(): Promise<void>;
}

export interface Schedule {
  /** Sends what may be sent, then asks to be woken for the rest. Never throws: what failed stays in the outbox and is tried at the next waking. */
  run(): Promise<void>;
}

export interface ScheduleParts {
  outbox: Outbox;
  drain: Drain;
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

/** Wakes the outbox at the right time; with nothing to do there is no alarm at all. */
export function createSchedule(parts: ScheduleParts): Schedule {
  const { outbox, drain, alarms, now } = parts;
  let napUntil = Number.POSITIVE_INFINITY;

  const nap = (until: number): void => {
    if (napUntil <= until) return;
    napUntil = until;
    void parts.sleep(until - now()).then(() => {
      if (napUntil === until) napUntil = Number.POSITIVE_INFINITY;
      return run();
    });
  };

  const run = async (): Promise<void> => {
    try {
      // Before anything leaves: a worker that dies on the way is woken to look after it.
      if ((await outbox.nextAt(await parts.usable())) !== undefined) await alarms.set(now() + LEAST_ALARM);
      await drain.run();
      // Rows held for a sign-in wake nobody: signing in runs this again.
      const nextAt = await outbox.nextAt(await parts.usable());
      if (nextAt === undefined) return await alarms.clear();
      // The alarm comes first: the nap dies with the worker, the alarm does not.
      await alarms.set(Math.max(nextAt, now() + LEAST_ALARM));
      if (nextAt > now() && nextAt - now() < LEAST_ALARM) nap(nextAt);
    } catch (error) {
      parts.failed(error);
      await alarms.set(now() + LEAST_ALARM);
    }
  };
  return { run };
}
