import type { Activity, ActivityRow } from '../model/activity.ts';
import type { HomeCount } from '../model/console-home.ts';
import { dayOfInstant, instantOfDay } from '../model/days.ts';
import type { SyncViewParts } from './console-parts.ts';

export interface ActivityCounts {
  days: ({ day: string } & HomeCount)[];
  by: Record<Activity['by'], number>;
  /** Writes that were done, by kind of record. */
  what: Record<string, number>;
  /** By HighLevel location, and by link; what is about nobody stands in neither. */
  locations: Map<string, HomeCount>;
  links: Map<string, HomeCount>;
}

export type CountParts = Pick<SyncViewParts, 'db' | 'syncReader'>;

interface DayCount extends HomeCount {
  by: Map<Activity['by'], number>;
  what: Map<string, number>;
  links: Map<string, HomeCount>;
}

const DAY = 24 * 60 * 60 * 1000;

function add(counts: Map<string, HomeCount>, name: string, { done, failed }: HomeCount): void {
  const count = counts.get(name);
  if (!count) counts.set(name, { done, failed });
  else {
    count.done += done;
    count.failed += failed;
  }
}

const weigh = ({ outcome }: ActivityRow): HomeCount => ({
  done: outcome === 'done' ? 1 : 0,
  failed: outcome === 'failed' || outcome === 'needs-you' ? 1 : 0,
});

async function countDay({ syncReader }: CountParts, from: number, to: number): Promise<DayCount> {
  const rows = await syncReader.activityRows(from, to - 1);
  const count: DayCount = { done: 0, failed: 0, by: new Map(), what: new Map(), links: new Map() };
  for (const row of rows) {
    const one = weigh(row);
    count.done += one.done;
    count.failed += one.failed;
    count.by.set(row.by, (count.by.get(row.by) ?? 0) + 1);
    if (row.kind === 'write' && one.done && row.entity) count.what.set(row.entity, (count.what.get(row.entity) ?? 0) + 1);
    if (row.link && one.done + one.failed) add(count.links, row.link, one);
  }
  return count;
}

const nobody = (): ActivityCounts['by'] => ({ click: 0, sync: 0, rule: 0, reconcile: 0, person: 0 });

/** Figures from the readable part of the log; a day that is over is counted once while the worker lives. */
export function createActivityCounts(parts: CountParts) {
  const over = new Map<number, DayCount>();
  let last = { rows: 0 };
  let today = new Map<number, DayCount>();
  return async (now: number, zone: string, days: number): Promise<ActivityCounts> => {
    const all = await parts.db.read(['activity'], async (tx) => ({ rows: await tx.objectStore('activity').count() }), 'rows');
    // Erased or pruned: what was counted may be no more.
    if (all.rows < last.rows) over.clear();
    // The very same answer, not an equal one: nothing was written since.
    if (all !== last) today = new Map();
    last = all;
    const result: ActivityCounts = { days: [], by: nobody(), what: {}, locations: new Map(), links: new Map() };
    const midnight = Date.parse(dayOfInstant(now, zone) ?? '');
    for (let ago = days - 1; ago >= 0; ago--) {
      const day = dayText(midnight - ago * DAY);
      const [from, to] = [day, dayText(midnight - (ago - 1) * DAY)].map((one) => Date.parse(instantOfDay(one, zone, 0))) as [
        number,
        number,
      ];
      const kept = ago > 0 ? over : today;
      const count = kept.get(from) ?? (await countDay(parts, from, to));
      kept.set(from, count);
      result.days.push({ day, done: count.done, failed: count.failed });
      for (const [by, number] of count.by) result.by[by] += number;
      for (const [entity, number] of count.what) result.what[entity] = (result.what[entity] ?? 0) + number;
      for (const [link, one] of count.links) {
        add(result.links, link, one);
        add(result.locations, link.split('|')[2] ?? '', one);
      }
    }
    return result;
  };
}

const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);
