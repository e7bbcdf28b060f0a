import type { Clock } from './exchange.ts';

/** A clock that runs like the real one, plus an offset: `advance` and `set` move the offset, `reset` drops it. */
export interface MovableClock extends Clock {
  reset(): void;
}

/** Makes a movable clock over `real` (milliseconds since 1970). */
export function createClock(real: () => number = Date.now): MovableClock {
  let offset = 0;
  return {
    now: () => real() + offset,
    advance(ms) {
      if (!Number.isFinite(ms)) throw new TypeError(`advance needs milliseconds, got ${ms}`);
      offset += ms;
    },
    set(ms) {
      if (!Number.isFinite(ms)) throw new TypeError(`set needs milliseconds since 1970, got ${ms}`);
      offset = ms - real();
    },
    reset() {
      offset = 0;
    },
  };
}
