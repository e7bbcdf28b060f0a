/**
 * Simulated time. Everything that takes time in the real world waits here; the loop lets whatever can run run to its end, then jumps to the
 * next moment. `setImmediate` (the in-memory IndexedDB runs on it) is counted, so that "nothing can run any more" is known and not guessed.
 */
const native = globalThis.setImmediate;
let running = 0;

/** Counts the process's immediates from now on; once a process. */
export function countImmediates(): void {
  const counted = (work: (...args: unknown[]) => void, ...args: unknown[]) => {
    running += 1;
    return native(() => {
      running -= 1;
      work(...args);
    });
  };
  globalThis.setImmediate = counted as unknown as typeof setImmediate;
}

/** A zone's wall clock at a moment is asked for again and again, and dear to make: the same answer is given from memory. */
export function rememberClocks(): void {
  const real = Intl.DateTimeFormat.prototype.formatToParts;
  const known = new WeakMap<Intl.DateTimeFormat, Map<number, Intl.DateTimeFormatPart[]>>();
  Intl.DateTimeFormat.prototype.formatToParts = function (at) {
    if (typeof at !== 'number') return real.call(this, at);
    const mine = known.get(this) ?? new Map<number, Intl.DateTimeFormatPart[]>();
    known.set(this, mine);
    const found = mine.get(at) ?? real.call(this, at);
    if (mine.size > 20_000) mine.clear();
    mine.set(at, found);
    return found;
  };
}

/** Resolves when nothing can run before time moves on. */
export async function quiet(): Promise<void> {
  do await new Promise<void>((resolve) => native(resolve));
  while (running > 0);
}

interface Timer {
  at: number;
  order: number;
  ring: () => void;
}

export interface Time {
  now(): number;
  /** `ring` at a moment (ms since 1970); call what it answers to cancel. */
  at(moment: number, ring: () => void): () => void;
  /** Lets everything run, and time pass until `until`. */
  run(until: number): Promise<void>;
  /** The next moment anything happens. */
  next(): number | undefined;
  /** The clock jumps without anything ringing (sleep of the machine, somebody who sets the clock). */
  jump(ms: number): void;
  /** The time it really is, which only this machine's clock may get wrong: the vendors' clocks go by it. */
  real(): number;
  /** Was the clock put back in between, so that what followed shows an earlier time? */
  isBackBetween(earlier: number, later: number): boolean;
}

export function createTime(start: number): Time {
  let now = start;
  let order = 0;
  const back: { from: number; to: number }[] = [];
  const timers = new Set<Timer>();
  const first = (): Timer | undefined => {
    let best: Timer | undefined;
    for (const one of timers) if (!best || one.at < best.at || (one.at === best.at && one.order < best.order)) best = one;
    return best;
  };
  return {
    now: () => now,
    at(moment, ring) {
      const timer = { at: moment, order: order++, ring };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async run(until) {
      for (;;) {
        await quiet();
        const timer = first();
        if (!timer || timer.at > until) break;
        now = Math.max(now, timer.at);
        // What is due in one moment rings together, before anything that follows from it.
        for (let one: Timer | undefined = timer; one && one.at <= timer.at; one = first()) {
          timers.delete(one);
          one.ring();
        }
      }
      now = Math.max(now, until);
    },
    next: () => first()?.at,
    jump: (ms) => {
      if (ms < 0) back.push({ from: now, to: now + ms });
      now += ms;
    },
    real: () => now + back.reduce((sum, { from, to }) => sum + from - to, 0),
    isBackBetween: (earlier, later) => back.some(({ from, to }) => earlier <= from && later >= to),
  };
}
