import type { Activity, ActivityBody, ActivityRow } from '../model/activity.ts';
import type { Database } from './db.ts';
import { activityContext } from './prepare-sync.ts';
import type { ActivityFilter, SyncReader } from './read-sync.ts';
import type { ActivityStored, Sealer } from './rows.ts';
import type { Tx } from './transaction.ts';

const EQUAL = ['link', 'kind', 'outcome', 'by', 'act', 'id', 'why'] as const;

const fits = (row: ActivityRow, filter: ActivityFilter): boolean =>
  EQUAL.every((name) => filter[name] === undefined || row[name] === filter[name]) &&
  row.at >= (filter.from ?? -Infinity) &&
  row.at <= (filter.to ?? Infinity);

/** Undefined where the beginning lies after the end (a clock was put back, or somebody chose it so): IndexedDB throws at such a range. */
const between = (from = -Infinity, to = Infinity): IDBKeyRange | undefined =>
  from > to ? undefined : IDBKeyRange.bound(from, to);

/** Rows a request, where many are looked through for few. */
const WINDOW = 500;

/** Numbers of the rows an index narrows it down to, newest first; undefined where none does. */
async function narrowed(tx: Tx, { link, from, to }: ActivityFilter): Promise<number[] | undefined> {
  const store = tx.objectStore('activity');
  if (link !== undefined) return (await store.index('link').getAllKeys(link)).reverse();
  if (from === undefined && to === undefined) return undefined;
  const range = between(from, to);
  return range ? (await store.index('at').getAllKeys(range)).sort((a, b) => b - a) : [];
}

/** The rows of these numbers, newest first: as many as are wanted, then by the window. */
async function* byKeys(tx: Tx, keys: number[], most: number): AsyncGenerator<ActivityStored[]> {
  for (let [at, size] = [0, Math.min(most, WINDOW)]; at < keys.length; [at, size] = [at + size, WINDOW]) {
    const rows = await Promise.all(keys.slice(at, at + size).map((key) => tx.objectStore('activity').get(key)));
    yield rows.filter((row) => row !== undefined);
  }
}

/** All rows before a number, newest first. Numbers run on, so windows of them are asked for whole: a cursor takes a request a row. */
async function* windows(tx: Tx, before: number, wanted: number): AsyncGenerator<ActivityStored[]> {
  const store = tx.objectStore('activity');
  const [first, newest] = await Promise.all([store.openKeyCursor(), store.openKeyCursor(undefined, 'prev')]);
  const [least, most] = [first?.primaryKey, newest?.primaryKey];
  if (least === undefined || most === undefined) return;
  for (let [end, size] = [Math.min(before, most + 1), Math.min(wanted, WINDOW)]; end > least; [end, size] = [end - size, WINDOW])
    yield (await store.getAll(IDBKeyRange.bound(end - size, end, false, true))).reverse();
}

async function page(tx: Tx, filter: ActivityFilter, before: number, most: number): Promise<ActivityStored[]> {
  const keys = await narrowed(tx, filter);
  const found: ActivityStored[] = [];
  const wanted = keys?.filter((one) => one < before);
  for await (const rows of wanted ? byKeys(tx, wanted, most) : windows(tx, before, most)) {
    found.push(...rows.filter((row) => fits(row, filter)));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

export function readActivity(db: Database, sealer: Sealer): Pick<SyncReader, 'activity' | 'activityRows'> {
  return {
    async activity(filter, before = Infinity, most) {
      if (most < 1) return [];
      // The newest of all are asked for again and again, the others hardly twice.
      const name = before === Infinity && !Object.keys(filter).length ? `newest ${most}` : undefined;
      const rows = await db.read(['activity'], (tx) => page(tx, filter, before, most), name);
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
      const range = between(from, to);
      if (!range) return [];
      const rows = await db.read(['activity'], (tx) => tx.objectStore('activity').index('at').getAll(range));
      return rows.map(({ sealed: _, ...row }) => row);
    },
  };
}
