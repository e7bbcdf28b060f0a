import type { System } from '../model/subject.ts';
import { nextDay, numberIn, retryAfter } from './retry.ts';

/** What is known of one connection's budget. Times are ms since 1970. */
export interface Budget {
  system: System;
  max: number;
  intervalMs: number;
  /** Calls that may still leave in this window. */
  left: number;
  /** Counts windows, so that an answer to a call of an older one is told apart. */
  serial: number;
  /** When this window is surely over on the server's side; unknown until its first answer. */
  endsAt?: number;
  inFlight: number;
  /** No call before this (429). */
  pausedUntil: number;
  dailyRemaining?: number;
  dailyUntil: number;
}

/** Documented limits, in force until the first header says otherwise [doc: HighLevel 100 per 10 s and location, Clio 50 per minute and token]. */
const FIRST = { highlevel: { max: 100, intervalMs: 10_000 }, clio: { max: 50, intervalMs: 60_000 } } as const;
/** Spreads the clients of one firm after a shared pause. */
const JITTER_MS = 250;

export const newBudget = (system: System): Budget => ({
  system,
  ...FIRST[system],
  left: FIRST[system].max,
  serial: 0,
  inFlight: 0,
  pausedUntil: 0,
  dailyUntil: 0,
});

/** Begins a new window when the old one is over. */
export function roll(budget: Budget, now: number): void {
  if (budget.endsAt === undefined || now < budget.endsAt) return;
  budget.serial += 1;
  budget.left = budget.max;
  budget.endsAt = undefined;
}

/**
 * Learns from one answer. Neither vendor says when its window began, only (Clio) when it ends: so a window counts as over one
 * interval after its first answer, which is never too early. Colleagues share HighLevel's budget, so `Remaining` outranks our own count.
 */
export function learn(budget: Budget, serial: number, status: number, headers: Headers, now: number, random: () => number): void {
  const highlevel = budget.system === 'highlevel';
  const max = numberIn(headers, highlevel ? 'x-ratelimit-max' : 'x-ratelimit-limit');
  budget.intervalMs = (highlevel && numberIn(headers, 'x-ratelimit-interval-milliseconds')) || budget.intervalMs;
  const remaining = numberIn(headers, 'x-ratelimit-remaining');
  if (serial === budget.serial) {
    budget.endsAt ??= now + budget.intervalMs;
    const reset = resetAt(headers, now, budget.intervalMs);
    if (!highlevel && reset !== undefined) budget.endsAt = reset;
    // Calls on their way may or may not be in the server's count: take the careful reading.
    const rest = remaining === undefined ? undefined : Math.max(0, remaining - budget.inFlight);
    if (rest !== undefined) budget.left = max && max !== budget.max ? rest : Math.min(budget.left, rest);
  }
  if (max) budget.max = max;
  const daily = numberIn(headers, 'x-ratelimit-daily-remaining');
  if (daily !== undefined || budget.dailyUntil <= now) budget.dailyRemaining = daily ?? undefined;
  if (daily === 0) budget.dailyUntil = nextDay(now);
  else if (daily) budget.dailyUntil = 0;
  if (status === 429 && daily !== 0) pause(budget, headers, now, random);
}

/** `Retry-After` is honoured to the letter; without one (HighLevel) the pause lasts to the end of a whole interval. */
function pause(budget: Budget, headers: Headers, now: number, random: () => number): void {
  const named = retryAfter(headers, now);
  const until = named ?? now + budget.intervalMs + Math.round(random() * JITTER_MS);
  budget.pausedUntil = named ?? Math.max(budget.pausedUntil, until);
  budget.left = 0;
  budget.endsAt = named ?? Math.max(budget.endsAt ?? 0, until);
}

/** Clio's `X-RateLimit-Reset`: seconds since 1970, or seconds from now where small. Held within one interval, as clocks differ. */
function resetAt(headers: Headers, now: number, intervalMs: number): number | undefined {
  const seconds = numberIn(headers, 'x-ratelimit-reset');
  if (seconds === undefined) return undefined;
  const at = seconds > 1e9 ? seconds * 1000 : now + seconds * 1000;
  return Math.min(Math.max(at, now), now + intervalMs);
}
