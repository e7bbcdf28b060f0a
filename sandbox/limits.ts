import type { Clock } from './exchange.ts';

/** How many calls a window of `ms` milliseconds lets through. */
export interface LimitRule {
  max: number;
  ms: number;
}

/** What a counter says after (or without) a call. `resetAt` is milliseconds since 1970. */
export interface LimitReading {
  allowed: boolean;
  max: number;
  remaining: number;
  resetAt: number;
}

export interface Limit {
  /** Counts one call of `key`; a refused call is not counted. */
  take(key: string): LimitReading;
  /** Reads without counting; `allowed` says whether a call now would pass. */
  peek(key: string): LimitReading;
  rule(): LimitRule;
  /** Changes the rule from now on; counted calls stay counted. */
  setRule(rule: Partial<LimitRule>): void;
  clear(): void;
}

/** A window that starts with the first call of a key and ends `ms` later, whatever happens in between. */
export function fixedWindow(clock: Clock, first: LimitRule): Limit {
  const rule = { ...first };
  const windows = new Map<string, { start: number; count: number }>();
  const current = (key: string) => {
    const now = clock.now();
    const found = windows.get(key);
    // A clock set backwards must not leave a window that ends in the far future.
    if (found && now < found.start + rule.ms && now >= found.start) return found;
    return { start: now, count: 0 };
  };
  return {
    take(key) {
      const window = current(key);
      const allowed = window.count < rule.max;
      if (allowed) window.count += 1;
      windows.set(key, window);
      return reading(allowed, rule.max, window.count, window.start + rule.ms);
    },
    peek(key) {
      const window = current(key);
      return reading(window.count < rule.max, rule.max, window.count, window.start + rule.ms);
    },
    rule: () => ({ ...rule }),
    setRule: (next) => void Object.assign(rule, next),
    clear: () => windows.clear(),
  };
}

/** The last `ms` milliseconds, always: a call counts until exactly `ms` after it was made. */
export function slidingWindow(clock: Clock, first: LimitRule): Limit {
  const rule = { ...first };
  const calls = new Map<string, number[]>();
  const recent = (key: string) => {
    const now = clock.now();
    const kept = (calls.get(key) ?? []).filter((at) => at > now - rule.ms && at <= now);
    calls.set(key, kept);
    return kept;
  };
  const resetAt = (kept: number[]) => (kept[0] ?? clock.now()) + rule.ms;
  return {
    take(key) {
      const kept = recent(key);
      const allowed = kept.length < rule.max;
      if (allowed) kept.push(clock.now());
      return reading(allowed, rule.max, kept.length, resetAt(kept));
    },
    peek(key) {
      const kept = recent(key);
      return reading(kept.length < rule.max, rule.max, kept.length, resetAt(kept));
    },
    rule: () => ({ ...rule }),
    setRule: (next) => void Object.assign(rule, next),
    clear: () => calls.clear(),
  };
}

function reading(allowed: boolean, max: number, count: number, resetAt: number): LimitReading {
  return { allowed, max, remaining: Math.max(0, max - count), resetAt };
}
