import type { Database } from './db.ts';
import { AT_ONCE, pruneLog } from './prune-log.ts';
import type { StoreName } from './rows.ts';
import { DEFAULTS } from './settings.ts';
import type { Tx } from './transaction.ts';

const DAY = 24 * 60 * 60 * 1000;
/** What nobody looked at for this long is read again when somebody does. */
const CACHE_AGE = 90 * DAY;
type WriteTx = Tx<'readwrite'>;
/** What to do with a row; `true` deletes it. */
type Judge = (row: { key: string } & Record<string, unknown>, tx: WriteTx) => Promise<boolean> | boolean;

/** Once a day, and never before there is an account. */
async function isDue(db: Database, now: number): Promise<boolean> {
  const last = await db.read(['settings'], (tx) => tx.objectStore('settings').get('prunedAt'), 'prunedAt');
  if (typeof last === 'number' && last <= now && now - last < DAY) return false;
  return db.write(
    ['connections', 'settings'],
    async (tx) => {
      if (!(await tx.objectStore('connections').count())) return false;
      await tx.objectStore('settings').put(now, 'prunedAt');
      return true;
    },
    false,
    ['connections'],
  );
}

/** Deletes a batch of the oldest rows of the activity log; true when there may be more. */
const pruneActivity = (db: Database, before: number): Promise<boolean> =>
  db.write(['activity'], async (tx) => {
    const store = tx.objectStore('activity');
    const keys = await store.index('at').getAllKeys(IDBKeyRange.upperBound(before, true), AT_ONCE);
    for (const key of keys) await store.delete(key);
    return keys.length === AT_ONCE;
  });

/** Walks one store in key order, a batch a transaction. */
async function walk(db: Database, name: 'reads' | 'records' | 'known' | 'asks', with_: StoreName[], judge: Judge): Promise<void> {
  let last: string | undefined;
  const batch = (): Promise<boolean> =>
    db.write([name, ...with_], async (tx) => {
      const range = last === undefined ? undefined : IDBKeyRange.lowerBound(last, true);
      const rows = await tx.objectStore(name).getAll(range, AT_ONCE);
      for (const row of rows) if (await judge(row as never, tx)) await tx.objectStore(name).delete(row.key);
      last = rows.at(-1)?.key;
      return rows.length === AT_ONCE;
    });
  while (await batch());
}

/** Clears away what is old: the logs, and what can be read again. Links, pairs, the index, cursors, marks, the outbox and accounts stay. `now` in ms since 1970. */
export async function prune(db: Database, now: number): Promise<void> {
  if (!(await isDue(db, now))) return;
  await pruneLog(db, now);
  const keepDays = await db.read(['settings'], (tx) => tx.objectStore('settings').get('keepDays'));
  const kept = now - ((keepDays as number | undefined) ?? DEFAULTS.keepDays) * DAY;
  while (await pruneActivity(db, kept));
  // Answers stay for good, or the question would be asked again; what is not a question any more goes with the log.
  await walk(db, 'asks', [], ({ state, at }) => state === 'gone' && (at as number) < kept);
  const before = now - CACHE_AGE;
  await walk(
    db,
    'reads',
    [],
    ({ at, problem }) => Math.max(at as number, (problem as { at: number } | undefined)?.at ?? 0) < before,
  );
  // An unchanged record keeps the time it was first read; that it was looked at since is in `reads`, its own row or its list's.
  await walk(db, 'records', ['reads'], async ({ key, list, readAt }, tx) => {
    if ((readAt as number) >= before) return false;
    const reads = tx.objectStore('reads');
    return !(await reads.get(key)) && !(list && (await reads.get(list as string)));
  });
  await walk(db, 'known', [], async (row, tx) => {
    // Whose task it is when Clio itself doesn't say (no matter), what was copied before, who somebody is not, which tasks were there before:
    // nothing else remembers it.
    if (/^(subject\|[^|]*\|(task|copied)|person)\|/.test(row.key)) return false;
    if (row.at !== undefined) return (row.at as number) < before;
    // Written before its time was kept: its age counts from now.
    await tx.objectStore('known').put({ ...row, at: now } as never);
    return false;
  });
}
