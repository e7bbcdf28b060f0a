import type { System } from '../model/subject.ts';
import { nextDay, numberIn, retryAfter } from './retry.ts';
import { type Mark, newShare, nextWindow, readOthers, refused, type Share, widthOf } from './share.ts';

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
  /** Our calls of this window. */
  sent: number;
  /** Remaining, as last told in this window. */
  seen?: number;
  share: Share;
  /** No call before this (429). */
  pausedUntil: number;
  dailyMax?: number;
  dailyRemaining?: number;
  /** When that was told. */
  dailyReadAt?: number;
  dailyUntil: number;
  /** When the last answer came. */
  heardAt: number;
}

/** What outlives a worker: the pauses, the limits learnt, and how crowded it was. */
export type Remembered = Pick<Budget, 'max' | 'intervalMs' | 'pausedUntil' | 'dailyUntil'> &
  Pick<Share, 'others' | 'width'> & {
    /** The answer that the pause is known from. */
    heardAt?: number;
  };

/** Documented limits, in force until the first header says otherwise [doc: HighLevel 100 per 10 s and location, Clio 50 per minute and token]. */
const FIRST = { highlevel: { max: 100, intervalMs: 10_000 }, clio: { max: 50, intervalMs: 60_000 } } as const;
/** Spreads the clients of one firm after a shared pause. */
const JITTER_MS = 250;
export const HOUR_MS = 3_600_000;
/** However long a vendor says, and whatever a clock said. */
const LONGEST_PAUSE_MS = 24 * HOUR_MS;

export const newBudget = (system: System): Budget => ({
  system,
  ...FIRST[system],
  left: FIRST[system].max,
  serial: 0,
  inFlight: 0,
  sent: 0,
  share: newShare(),
  pausedUntil: 0,
  dailyUntil: 0,
  heardAt: 0,
});

export const memoryOf = (budget: Budget): Remembered => {
  const { max, intervalMs, pausedUntil, dailyUntil, heardAt, share } = budget;
  const { others, width } = share;
  const isPaused = Math.max(pausedUntil, dailyUntil) > heardAt;
  return { max, intervalMs, pausedUntil, dailyUntil, others, width, ...(isPaused && { heardAt }) };
};

/** Goes on where an earlier worker stopped. What this one learnt meanwhile stays. */
export function restore(
  budget: Budget,
  { others, width, pausedUntil, dailyUntil, heardAt = 0, ...limits }: Remembered,
  now: number,
): void {
  // Known from an answer still to come: the clock was put back, and nobody knows how much of the pause is left.
  const soon = (at: number) => (heardAt > now ? 0 : Math.min(at, now + LONGEST_PAUSE_MS));
  if (budget.sent === 0) Object.assign(budget, limits, { left: limits.max });
  budget.pausedUntil = Math.max(budget.pausedUntil, soon(pausedUntil));
  budget.dailyUntil = Math.max(budget.dailyUntil, soon(dailyUntil));
  if (budget.dailyUntil > now) budget.dailyRemaining ??= 0;
  Object.assign(budget.share, { others, width });
}

/** Begins a new window when the old one is over. What was learnt under a clock that was put back since is over, too: a call goes to see. */
export function roll(budget: Budget, now: number): void {
  if (budget.heardAt > now) {
    const { dailyReadAt = now } = budget;
    Object.assign(budget, { pausedUntil: 0, dailyUntil: 0, endsAt: now, heardAt: now, dailyReadAt: Math.min(dailyReadAt, now) });
  }
  if (budget.endsAt !== undefined && now >= budget.endsAt) turn(budget);
}

function turn(budget: Budget): void {
  budget.serial += 1;
  budget.left = budget.max;
  nextWindow(budget.share, Math.min(1, budget.sent / budget.max));
  budget.sent = budget.inFlight;
  budget.endsAt = budget.seen = undefined;
}

/** Counts a call that leaves. */
export function leave(budget: Budget): Mark {
  budget.left -= 1;
  budget.sent += 1;
  budget.inFlight += 1;
  return { serial: budget.serial, seen: budget.seen, sent: budget.sent, onTheirWay: budget.inFlight };
}

/** Whether as many are on their way as may be while others share the budget. */
export const isFull = ({ inFlight, share }: Budget): boolean => inFlight >= widthOf(share);

/**
 * Learns from one answer. Neither vendor says when its window began, only (Clio) when it ends: so a window counts as over one
 * interval after its first answer, which is never too early. Colleagues share HighLevel's budget, so `Remaining` outranks our own count.
 */
export function learn(budget: Budget, mark: Mark, status: number, headers: Headers, now: number, random: () => number): void {
  budget.heardAt = now;
  const highlevel = budget.system === 'highlevel';
  const max = numberIn(headers, highlevel ? 'x-ratelimit-max' : 'x-ratelimit-limit');
  budget.intervalMs = (highlevel && numberIn(headers, 'x-ratelimit-interval-milliseconds')) || budget.intervalMs;
  if (mark.serial === budget.serial) learnWindow(budget, mark, max, numberIn(headers, 'x-ratelimit-remaining'), headers, now);
  if (max) budget.max = max;
  learnDay(budget, headers, now);
  if (status === 429 && budget.dailyUntil <= now) pause(budget, headers, now, random);
}

function learnWindow(
  budget: Budget,
  mark: Mark,
  max: number | undefined,
  remaining: number | undefined,
  headers: Headers,
  now: number,
): void {
  // More than before this call left: the server has begun a new window, earlier than we could know.
  if (remaining !== undefined && mark.seen !== undefined && remaining >= mark.seen) turn(budget);
  budget.endsAt ??= now + budget.intervalMs;
  const reset = resetAt(headers, now, budget.intervalMs);
  if (budget.system === 'clio' && reset !== undefined) budget.endsAt = reset;
  if (remaining === undefined) return;
  const sameMax = !max || max === budget.max;
  // Readings under two limits say nothing of others.
  if (budget.system === 'highlevel' && sameMax) readOthers(budget.share, mark, budget.max, remaining, budget.sent);
  // Calls on their way may or may not be in the server's count: take the careful reading.
  const rest = Math.max(0, remaining - budget.inFlight);
  budget.left = sameMax ? Math.min(budget.left, rest) : rest;
  budget.seen = Math.min(budget.seen ?? remaining, remaining);
}

/** The day's budget. When none is left at the hour believed to be its beginning, the hour was another one: then it is asked for hourly. */
function learnDay(budget: Budget, headers: Headers, now: number): void {
  const daily = numberIn(headers, 'x-ratelimit-daily-remaining');
  budget.dailyMax = numberIn(headers, 'x-ratelimit-limit-daily') ?? budget.dailyMax;
  if (daily !== undefined || budget.dailyUntil <= now) budget.dailyRemaining = daily;
  if (daily !== undefined) budget.dailyReadAt = now;
  const overdue = budget.dailyUntil > 0 && budget.dailyUntil <= now;
  if (daily === 0 && budget.dailyUntil <= now) budget.dailyUntil = overdue ? now + HOUR_MS : nextDay(now);
  else if (daily) budget.dailyUntil = 0;
}

/** `Retry-After` is honoured to the letter; without one (HighLevel) the pause lasts to the end of a whole interval. */
function pause(budget: Budget, headers: Headers, now: number, random: () => number): void {
  const spread = Math.min(budget.intervalMs, JITTER_MS * refused(budget.share));
  const named = retryAfter(headers, now);
  const until = named ?? now + budget.intervalMs + Math.round(random() * spread);
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
