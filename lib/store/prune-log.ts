import type { Entity } from '../model/change.ts';
import { dirtyKey } from '../model/dirty.ts';
import type { ChildEntity } from '../model/sync.ts';
import type { Database } from './db.ts';
import { markDirty } from './put-sync.ts';
import type { ChangeRow } from './rows.ts';
import type { Tx } from './transaction.ts';

const DAY = 24 * 60 * 60 * 1000;
/** The log of changes is kept this long, and never longer than this many rows. */
const LOG_AGE = 30 * DAY;
const LOG_ROWS = 20_000;
/** Rows a transaction, so that a click never waits long behind the clearing away. */
export const AT_ONCE = 500;

type WriteTx = Tx<'readwrite'>;

const CHILDREN: Partial<Record<Entity, ChildEntity>> = {
  task: 'task',
  note: 'note',
  appointment: 'appointment',
  'calendar-entry': 'appointment',
};

/** The last change that every reader has seen; without a reader nobody misses any. */
export async function seenByAll(tx: Tx): Promise<number> {
  const readers = await tx.objectStore('readers').getAll();
  return Math.min(...readers.map((one) => one.seq), Number.MAX_SAFE_INTEGER);
}

async function linksOf(tx: WriteTx, { system, account = '', id }: ChangeRow): Promise<string[]> {
  const links = tx.objectStore('links');
  if (system === 'highlevel') return links.index('highlevel').getAllKeys(IDBKeyRange.only([account, id]));
  return links.getAllKeys(IDBKeyRange.bound(`${account}|${id}|`, `${account}|${id}|\uffff`));
}

/** What a reader who will not see the change any more has to look at instead. A contact that is linked to nobody was marked when it was read. */
async function instead(tx: WriteTx, row: ChangeRow): Promise<string[]> {
  const { system, account, id } = row;
  const entity = row.entity === 'contact' ? row.entity : CHILDREN[row.entity];
  if (account === undefined || entity === undefined) return [];
  if (!row.after) return [dirtyKey({ kind: 'gone', system, account, entity, id })];
  if (entity !== 'contact') return [dirtyKey({ kind: 'child', system, account, entity, id })];
  return (await linksOf(tx, row)).map((link) => dirtyKey({ kind: 'contact', link }));
}

/** Deletes a batch of the oldest changes; true when there may be more. */
const pruneSome = (db: Database, now: number): Promise<boolean> =>
  db.write(['changes', 'readers', 'links', 'dirty', 'settings'], async (tx) => {
    const store = tx.objectStore('changes');
    const seen = await seenByAll(tx as unknown as Tx);
    let over = (await store.count()) - LOG_ROWS;
    let gone = 0;
    const missed = new Set<string>();
    for (let at = await store.openCursor(); at && gone < AT_ONCE; at = await at.continue()) {
      const isSeen = at.primaryKey <= seen;
      if (over <= 0 && !(isSeen && at.value.at < now - LOG_AGE)) break;
      if (!isSeen) for (const key of await instead(tx, at.value)) missed.add(key);
      await at.delete();
      gone += 1;
      over -= 1;
    }
    await markDirty(
      tx,
      [...missed].map((key) => ({ key, at: now })),
    );
    return gone === AT_ONCE;
  });

/**
 * Clears away old changes, but none that a reader has still to see. Beyond 20,000 rows it does all the same: then the records the reader
 * would have heard of are marked dirty, which is what a reader makes of a change anyway, and once for each record instead of once for each change.
 */
export async function pruneLog(db: Database, now: number): Promise<void> {
  while (await pruneSome(db, now));
}
