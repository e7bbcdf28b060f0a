import type { AppParts } from '../../lib/app/parts.ts';
import { AppError } from '../../lib/model/errors.ts';

/** One worker's life. `left`: so many calls of disk or network, then it dies before (or after) the next. */
export interface Life {
  dead: boolean;
  left: number;
  after: boolean;
  /** Dies over the next write that leaves: before its answer arrives. */
  onWrite: boolean;
}

export const never = <T>(): Promise<T> => new Promise(() => undefined);

/** The browser's locks by their names: nobody waits for one, and a dead worker holds none. */
export function createLocks() {
  const holders = new Map<string, Life>();
  return (mine: Life, taken: () => void): AppParts['exclusive'] =>
    async (work, name = 'outbox') => {
      const holder = holders.get(name);
      if (holder && !holder.dead) return;
      holders.set(name, mine);
      taken();
      await work().finally(() => {
        if (holders.get(name) === mine) holders.delete(name);
      });
    };
}

/** Moments, and spans, after which something may rightly be done twice. */
export function createWounds(now: () => number) {
  const spans: { from: number; to: number }[] = [];
  return {
    add: (to = now()): void => void spans.push({ from: now(), to }),
    between: (from: number, to: number): boolean => spans.some((one) => one.to >= from && one.from <= to),
  };
}

/** A full disk takes most writes back, and is remembered for judging what was done twice because of it. */
export function noRoom({ add }: ReturnType<typeof createWounds>): Promise<never> {
  add();
  return Promise.reject(new AppError('storage-full', { detail: 'QuotaExceededError' }));
}

/** The browser's session storage, which outlives the worker. */
export const area = (session: Map<string, unknown>): AppParts['session'] => ({
  get: async (keys) => Object.fromEntries(keys.filter((key) => session.has(key)).map((key) => [key, session.get(key)])),
  async set(values) {
    for (const [key, value] of Object.entries(values)) session.set(key, structuredClone(value));
  },
  async remove(keys) {
    for (const key of keys) session.delete(key);
  },
});
