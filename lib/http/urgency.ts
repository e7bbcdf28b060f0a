import { crowding } from './share.ts';
import { type Budget, HOUR_MS, isFull, roll } from './window.ts';

/** Reads somebody waits for, writes of the outbox, and what nobody waits for. */
export type Priority = 'interactive' | 'write' | 'background';

export const ORDER: readonly Priority[] = ['interactive', 'write', 'background'];
/** Share of a window that is left to more urgent calls, colleagues' too. */
const KEPT: Record<Priority, number> = { interactive: 0, write: 0.1, background: 0.2 };
/** The same of a day. */
const KEPT_DAILY: Record<Priority, number> = { interactive: 0, write: 0.01, background: 0.1 };

/** When the day's budget lets calls of this urgency leave. What is kept for more urgent ones is looked at again each hour. */
export function dayOpens(budget: Budget, priority: Priority, now: number): number {
  const { dailyMax = 0, dailyRemaining = 0, dailyReadAt = now } = budget;
  const scarce = dailyRemaining > 0 && dailyRemaining <= dailyMax * KEPT_DAILY[priority];
  return Math.max(budget.dailyUntil, scarce ? dailyReadAt + HOUR_MS : 0);
}

/** When a call of this urgency may leave (at most `now`: at once); undefined while only an answer on its way can tell. */
export function openAt(budget: Budget, priority: Priority, now: number): number | undefined {
  roll(budget, now);
  const barred = Math.max(budget.pausedUntil, dayOpens(budget, priority, now));
  if (barred > now) return barred;
  if (isFull(budget)) return undefined;
  // Nothing is known of this window and nothing is on its way that could tell: one goes to see.
  if (budget.endsAt === undefined && budget.inFlight === 0) return now;
  const { left, max, intervalMs, share, endsAt = now + intervalMs } = budget;
  const kept = max * KEPT[priority] * crowding(share);
  // Colleagues' calls on their way are not in the last count.
  const free = left - (kept ? Math.round(share.margin) : 0);
  // What is kept for others melts as the window goes by: at its end nobody is served by calls left over.
  if (free > Math.floor((kept * Math.min(intervalMs, endsAt - now)) / intervalMs)) return now;
  return budget.endsAt && Math.ceil(budget.endsAt - (kept ? (intervalMs * Math.max(0, free)) / kept : 0));
}
