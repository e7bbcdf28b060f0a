import { dirtyOf } from '../model/dirty.ts';
import { type AppError, toAppError } from '../model/errors.ts';
import type { StorageWhy } from '../model/storage.ts';
import { forgetCounts } from './count-people.ts';
import type { Database } from './db.ts';
import { seenByAll } from './prune-log.ts';
import { recordKey, type StoreName } from './rows.ts';
import type { Tx } from './transaction.ts';

type Problem = 'storage-full' | 'storage-unavailable';

export interface WatchedDatabase extends Database {
  /** What was wrong with the disk when it was last written to; gone with the next write that succeeds. */
  problem(): Problem | undefined;
  /** Why, where the browser told: `facts.about` of the failure (`history-off`, `newer-version`, `blocked`, …). */
  why(): StorageWhy | undefined;
}

type Clear = (tx: Tx<'readwrite'>) => Promise<unknown>;

/** Changes that no reader has still to see. */
const clearLog: Clear = async (tx) =>
  tx.objectStore('changes').delete(IDBKeyRange.upperBound(await seenByAll(tx as unknown as Tx)));

/** The contact lists are walked from their beginning again: nothing else shows people who are linked to nobody yet. */
const walkAgain: Clear = async (tx) => {
  const cursors = tx.objectStore('cursors');
  for (const key of await cursors.getAllKeys()) if (/^\w+\.contacts\|/.test(key)) await cursors.delete(key);
};

/** What can be read again. New people who wait to be looked for stay: nothing would tell of them a second time. */
const clearRecords: Clear = async (tx) => {
  const records = tx.objectStore('records');
  const marks = (await tx.objectStore('dirty').getAllKeys(IDBKeyRange.bound('new;', 'new;\uffff'))).map(dirtyOf);
  const newcomers = await Promise.all(
    marks.map((one) => one.kind === 'new' && records.get(recordKey(one.system, one.account, 'contact', one.id))),
  );
  await records.clear();
  for (const row of newcomers) if (row) await records.put(row);
  await tx.objectStore('reads').clear();
  await walkAgain(tx);
};

/** The contact index; it would never be whole again without another walk. */
const clearPeople: Clear = async (tx) => {
  await tx.objectStore('people').clear();
  await forgetCounts(tx);
  await walkAgain(tx);
};

/**
 * What can be done without, least missed first: the log, then what can be read again. Outbox, links, pairs, marks, questions, the
 * activity log and credentials can't.
 */
const CACHES: [StoreName[], Clear][] = [
  [['changes', 'readers'], clearLog],
  [['records', 'reads', 'cursors', 'dirty'], clearRecords],
  [['people', 'cursors', 'settings'], clearPeople],
];

const isStorage = ({ code }: AppError): boolean => code === 'storage-full' || code === 'storage-unavailable';

const isFull = (cause: unknown): boolean => toAppError(cause).code === 'storage-full';

async function makingRoom<T>(db: Database, attempt: () => Promise<T>): Promise<T> {
  let full: unknown;
  for (const cache of [undefined, ...CACHES]) {
    if (cache) await db.write(...cache);
    try {
      return await attempt();
    } catch (cause) {
      if (!isFull(cause)) throw cause;
      full = cause;
    }
  }
  throw full;
}

/** A full disk costs the caches before it costs a click: they are dropped, and the write is tried once more. Remembers what is wrong, for the screen. */
export function watchDatabase(db: Database, changed: () => void): WatchedDatabase {
  let problem: Problem | undefined;
  let why: StorageWhy | undefined;
  const note = (next: Problem | undefined, about?: StorageWhy): void => {
    if (problem === next && why === about) return;
    problem = next;
    why = about;
    changed();
  };
  const noted = <T>(work: Promise<T>): Promise<T> =>
    work.catch((cause) => {
      const error = toAppError(cause);
      if (isStorage(error)) note(error.code as Problem, error.facts.about as StorageWhy | undefined);
      throw error;
    });
  return {
    ...db,
    problem: () => problem,
    why: () => why,
    read: (stores, work, name) => noted(db.read(stores, work, name)),
    write: async (stores, work, strict, looks) => {
      const attempt = () => db.write(stores, work, strict, looks);
      const isClick = strict === true && stores.includes('outbox');
      // A rotated token that can't be kept is a sign-in lost: it is worth the caches as well.
      const isPrecious = isClick || (strict === true && stores.includes('vault'));
      const value = await noted(isPrecious ? makingRoom(db, attempt) : attempt());
      // A small write may still fit where a click did not: only a click that was kept proves that there is room again.
      if (problem !== 'storage-full' || isClick) note(undefined);
      return value;
    },
  };
}
