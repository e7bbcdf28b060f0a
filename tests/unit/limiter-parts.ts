import { createLimiter, type LimiterParts, type Pass, type Priority } from '../../lib/http/limiter.ts';
import type { Remembered } from '../../lib/http/window.ts';
import type { Connection } from '../../lib/model/connection.ts';
import { type fakeTime, HL } from './http-parts.ts';

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const midnightAfter = (at: number) => (Math.floor(at / DAY) + 1) * DAY;

export function worker(time: ReturnType<typeof fakeTime>, connection: Connection = HL, more: Partial<LimiterParts> = {}) {
  const limiter = createLimiter({ now: time.now, sleep: time.sleep, random: () => 1, ...more });
  const passes: Pass[] = [];
  const refused: { code: string; until?: number }[] = [];
  const enter = (priority: Priority = 'interactive') =>
    limiter.enter(connection, priority).then(
      (pass) => void passes.push(pass),
      (error) => void refused.push({ code: error.code, until: error.facts.until }),
    );
  /** One call, answered at once. */
  const call = async (status: number, headers: Headers, priority?: Priority) => {
    await enter(priority);
    passes.at(-1)?.answered(status, headers);
  };
  return { limiter, passes, refused, enter, call };
}
export const hl = (remaining: number, more: Record<string, string> = {}) =>
  new Headers({
    'X-RateLimit-Max': '100',
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Interval-Milliseconds': '10000',
    ...more,
  });
export const day = (left: number, most = 200_000) => ({
  'X-RateLimit-Daily-Remaining': String(left),
  'X-RateLimit-Limit-Daily': String(most),
});

/** What the browser keeps for its workers. */
export function memory() {
  const kept = new Map<string, Remembered>();
  return {
    kept,
    remember: (id: string, state: Remembered) => void kept.set(id, structuredClone(state)),
    recall: async (id: string) => structuredClone(kept.get(id)),
  };
}
