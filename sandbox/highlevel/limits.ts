import type { Clock, Reply } from '../exchange.ts';

/** Allowed calls: `burst` in `intervalMs`, `daily` in a UTC day. */
export interface HlLimitRules {
  burst: number;
  intervalMs: number;
  daily: number;
}

export interface HlLimits {
  /** Counts a call of one app at one location; undefined when it may pass, else the kind of refusal. */
  take(key: string): 'burst' | 'daily' | undefined;
  headers(key: string): Record<string, string>;
  setRules(rules: Partial<HlLimitRules>): void;
  /** Pretends that colleagues made this many calls today (every key). */
  setUsedToday(calls: number): void;
  /** Pretends that colleagues make this many calls now. */
  spend(key: string, calls: number): void;
}

// Vendor documentation, "rate limits for API 2.0": per app and per location, so a firm's users share it.
export const DEFAULT_RULES: HlLimitRules = { burst: 100, intervalMs: 10_000, daily: 200_000 };
// Private integrations of trial accounts [doc].
export const TRIAL_RULES: HlLimitRules = { burst: 25, intervalMs: 10_000, daily: 10_000 };

/** For runs that are not about limits. */
export const WIDE_RULES: HlLimitRules = { burst: 5000, intervalMs: 10_000, daily: 10_000_000 };

const DAY = 86_400_000;

/** Both windows are fixed: the burst one starts with its first call, the daily one at midnight UTC (a belief: the hour is undocumented). */
function createWindows(clock: Clock, rules: HlLimitRules) {
  const bursts = new Map<string, { start: number; count: number }>();
  const days = new Map<string, { day: number; count: number }>();
  const today = () => Math.floor(clock.now() / DAY);
  const burst = (key: string) => {
    const found = bursts.get(key);
    const now = clock.now();
    if (found && now >= found.start && now < found.start + rules.intervalMs) return found;
    const fresh = { start: now, count: 0 };
    bursts.set(key, fresh);
    return fresh;
  };
  const daily = (key: string) => {
    const found = days.get(key);
    if (found?.day === today()) return found;
    const fresh = { day: today(), count: 0 };
    days.set(key, fresh);
    return fresh;
  };
  return { today, burst, daily };
}

export function createLimits(clock: Clock, first: HlLimitRules = DEFAULT_RULES): HlLimits {
  const rules = { ...first };
  const { today, burst, daily } = createWindows(clock, rules);
  let usedByOthers = { day: -1, count: 0 };
  const dailyLeft = (key: string) => {
    const others = usedByOthers.day === today() ? usedByOthers.count : 0;
    return Math.max(0, rules.daily - daily(key).count - others);
  };
  const spend = (key: string, calls: number) => {
    burst(key).count += calls;
    daily(key).count += calls;
  };
  return {
    take(key) {
      if (dailyLeft(key) === 0) return 'daily';
      if (burst(key).count >= rules.burst) return 'burst';
      spend(key, 1);
      return undefined;
    },
    headers: (key) => ({
      'X-RateLimit-Limit-Daily': String(rules.daily),
      'X-RateLimit-Daily-Remaining': String(dailyLeft(key)),
      'X-RateLimit-Interval-Milliseconds': String(rules.intervalMs),
      'X-RateLimit-Max': String(rules.burst),
      'X-RateLimit-Remaining': String(Math.max(0, rules.burst - burst(key).count)),
    }),
    setRules: (next) => void Object.assign(rules, next),
    setUsedToday(calls) {
      usedByOthers = { day: today(), count: calls };
    },
    spend,
  };
}

/** HighLevel's 429 promises no `Retry-After`: the headers are all a caller gets. */
export function tooMany(headers: Record<string, string>): Reply {
  return { status: 429, headers, body: { statusCode: 429, message: 'Too Many Requests' } };
}
