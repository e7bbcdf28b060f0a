import type { Activity, ActivityBody, ActivityRow } from '../model/activity.ts';
import type { Database } from './db.ts';
import { activityContext } from './prepare-sync.ts';
import type { ActivityFilter, SyncReader } from './read-sync.ts';
import type { ActivityStored, Sealer } from './rows.ts';
import type { Tx } from './transaction.ts';

const EQUAL = ['link', 'kind', 'outcome', 'by', 'act'] as const;

const fits = (row: ActivityRow, filter: ActivityFilter): boolean =>
  EQUAL.every((name) => filter[name] === undefined || row[name] === filter[name]) &&
  row.at >= (filter.from ?? -Infinity) &&
  row.at <= (filter.to ?? Infinity);

const between = (from = -Infinity, to = Infinity): IDBKeyRange => IDBKeyRange.bound(from, to);

/** Numbers of the rows an index narrows it down to, newest first; undefined where none does. */
async function narrowed(tx: Tx, { link, from, to }: ActivityFilter): Promise<number[] | undefined> {
  const store = tx.objectStore('activity');
  if (link !== undefined) return (await store.index('link').getAllKeys(link)).reverse();
  if (from === undefined && to === undefined) return undefined;
  return (await store.index('at').getAllKeys(between(from, to))).sort((a, b) => b - a);
}

async function page(tx: Tx, filter: ActivityFilter, before: number, most: number): Promise<ActivityStored[]> {
  const store = tx.objectStore('activity');
  const rows: ActivityStored[] = [];
  const keys = await narrowed(tx, filter);
  for (const key of keys?.filter((one) => one < before) ?? []) {
    if (rows.length === most) break;
    const row = await store.get(key);
    if (row && fits(row, filter)) rows.push(row);
  }
  if (keys) return rows;
  for (let at = await store.openCursor(IDBKeyRange.upperBound(before, true), 'prev'); at; at = await at.continue()) {
    if (fits(at.value, filter)) rows.push(at.value);
    if (rows.length >= most) break;
  }
  return rows;
}

export function readActivity(db: Database, sealer: Sealer): Pick<SyncReader, 'activity' | 'activityRows'> {
  return {
    async activity(filter, before = Infinity, most) {
      if (most < 1) return [];
      const rows = await db.read(['activity'], (tx) => page(tx, filter, before, most));
      return Promise.all(
        rows.map(
          async ({ sealed, ...row }): Promise<Activity> => ({
            ...row,
            body: await sealer.open<ActivityBody>(sealed, activityContext(row)),
          }),
        ),
      );
    },
    async activityRows(from, to) {
      const rows = await db.read(['activity'], (tx) => tx.objectStore('activity').index('at').getAll(between(from, to)));
      return rows.map(({ sealed: _, ...row }) => row);
    },
  };
}
