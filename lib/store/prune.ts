import type { Database } from './db.ts';
import type { StoreName } from './rows.ts';
import type { Tx } from './transaction.ts';

const DAY = 24 * 60 * 60 * 1000;
/** The log of changes is kept this long, and never longer than this many rows. */
const LOG_AGE = 30 * DAY;
const LOG_ROWS = 20_000;
/** What nobody looked at for this long is read again when somebody does. */
const CACHE_AGE = 90 * DAY;
/** Rows a transaction, so that a click never waits long behind the clearing away. */
const AT_ONCE = 500;

type WriteTx = Tx<'readwrite'>;
/** What to do with a row; `true` deletes it. */
type Judge = (row: { key: string } & Record<string, unknown>, tx: WriteTx) => Promise<boolean> | boolean;

/** Once a day, and never before there is an account. */
const isDue = (db: Database, now: number): Promise<boolean> =>
  db.write(['connections', 'settings'], async (tx) => {
    if (!(await tx.objectStore('connections').count())) return false;
    const last = (await tx.objectStore('settings').get('prunedAt')) as number | undefined;
    if (last !== undefined && now - last < DAY) return false;
    await tx.objectStore('settings').put(now, 'prunedAt');
    return true;
  });

/** Deletes a batch of the oldest changes; true when there may be more. */
const pruneLog = (db: Database, before: number): Promise<boolean> =>
  db.write(['changes'], async (tx) => {
    const store = tx.objectStore('changes');
    let over = (await store.count()) - LOG_ROWS;
    let gone = 0;
    for (let at = await store.openCursor(); at && gone < AT_ONCE; at = await at.continue()) {
      if (over <= 0 && at.value.at >= before) return false;
      await at.delete();
      gone += 1;
      over -= 1;
    }
    return gone === AT_ONCE;
  });

/** Walks one store in key order, a batch a transaction. */
async function walk(db: Database, name: 'reads' | 'records' | 'known', with_: StoreName[], judge: Judge): Promise<void> {
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

/** Clears away what is old: the log, and what can be read again. Links, pairs, the outbox and accounts stay. `now` in ms since 1970. */
export async function prune(db: Database, now: number): Promise<void> {
  if (!(await isDue(db, now))) return;
  while (await pruneLog(db, now - LOG_AGE));
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
    if (row.at !== undefined) return (row.at as number) < before;
    // Written before its time was kept: its age counts from now.
    await tx.objectStore('known').put({ ...row, at: now } as never);
    return false;
  });
}
