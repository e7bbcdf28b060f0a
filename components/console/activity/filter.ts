import { dayAfter, dayIn } from '../../ui/time.ts';
import type { LogFilter } from './use-log.ts';

export const TIMES = ['any', 'today', 'week', 'month', 'quarter', 'range'] as const;
export type Time = (typeof TIMES)[number];

/** What the filter bar holds. Empty texts mean any; days are YYYY-MM-DD, both included. */
export interface Chosen {
  kind: LogFilter['kind'] | '';
  outcome: LogFilter['outcome'] | '';
  by: LogFilter['by'] | '';
  time: Time;
  from: string;
  to: string;
}

export const ANY: Chosen = { kind: '', outcome: '', by: '', time: 'any', from: '', to: '' };

const BACK: Partial<Record<Time, number>> = { today: 0, week: 6, month: 29, quarter: 89 };

/** The instant a day begins in a zone: looked for from UTC's midnight, as no zone is further than 14 hours from it. */
export function startOf(day: string, zone: string): number | undefined {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight)) return undefined;
  const QUARTER = 15 * 60_000;
  for (let at = midnight - 15 * 3_600_000; at <= midnight + 13 * 3_600_000; at += QUARTER) if (dayIn(at, zone) >= day) return at;
  return midnight;
}

/** The filter bar's choice as the message takes it; `now` and `zone` are the view's. */
export function filterOf(chosen: Chosen, link: string, now: number, zone: string): LogFilter {
  const filter: LogFilter = {};
  if (link) filter.link = link;
  if (chosen.kind) filter.kind = chosen.kind;
  if (chosen.outcome) filter.outcome = chosen.outcome;
  if (chosen.by) filter.by = chosen.by;
  const back = BACK[chosen.time];
  const from = back === undefined ? chosen.from : dayAfter(dayIn(now, zone), -back);
  if (chosen.time === 'any') return filter;
  const start = startOf(from, zone);
  if (start !== undefined) filter.from = Math.max(0, start);
  const end = chosen.time === 'range' && chosen.to ? startOf(dayAfter(chosen.to, 1), zone) : undefined;
  if (end !== undefined) filter.to = Math.max(0, end - 1);
  return filter;
}

export const isAny = (chosen: Chosen, link: string): boolean =>
  !link && !chosen.kind && !chosen.outcome && !chosen.by && chosen.time === 'any';
