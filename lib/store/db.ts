import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { migrate1 } from './migrations/1.ts';
import type { RankrSchema, StoreName } from './rows.ts';
import { isClosed, runIn, storageError, type Tx } from './transaction.ts';

const STEPS = [migrate1];
export const DB_VERSION = STEPS.length;

export interface Database {
  /** Reads inside one transaction. */
  read<T>(stores: StoreName[], work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Writes inside one transaction. `strict`: resolves only once the browser says it is on the disk (Chromium's default is relaxed). */
  write<T>(stores: StoreName[], work: (tx: Tx<'readwrite'>) => Promise<T>, strict?: boolean): Promise<T>;
  close(): Promise<void>;
  /** Deletes the whole database: keys, tokens, client data, outbox. */
  destroy(): Promise<void>;
}

/** One database and its connection, opened on first use. */
interface Handle {
  name: string;
  opening?: Promise<IDBPDatabase<RankrSchema>>;
}

function open(handle: Handle): Promise<IDBPDatabase<RankrSchema>> {
  handle.opening ??= openDB<RankrSchema>(handle.name, DB_VERSION, {
    upgrade: (db, from) => {
      for (const step of STEPS.slice(from)) step(db);
    },
    blocking: () => void close(handle),
    terminated: () => {
      handle.opening = undefined;
    },
  }).catch((cause) => {
    handle.opening = undefined;
    throw storageError(cause);
  });
  return handle.opening;
}

async function close(handle: Handle): Promise<void> {
  const db = await handle.opening?.catch(() => undefined);
  handle.opening = undefined;
  db?.close();
}

async function attempt<M extends IDBTransactionMode, T>(
  handle: Handle,
  stores: StoreName[],
  mode: M,
  strict: boolean,
  work: (tx: Tx<M>) => Promise<T>,
): Promise<T> {
  try {
    return await runIn(await open(handle), stores, mode, strict, work);
  } catch (cause) {
    if (!isClosed(cause)) throw storageError(cause);
    await close(handle);
  }
  try {
    return await runIn(await open(handle), stores, mode, strict, work);
  } catch (cause) {
    throw storageError(cause);
  }
}

/** Opens on first use, only in the background. */
export function createDatabase(name = 'rankr'): Database {
  const handle: Handle = { name };
  return {
    read: (stores, work) => attempt(handle, stores, 'readonly', false, work),
    write: (stores, work, strict = false) => attempt(handle, stores, 'readwrite', strict, work),
    close: () => close(handle),
    async destroy() {
      await close(handle);
      await deleteDB(name).catch((cause) => {
        throw storageError(cause);
      });
    },
  };
}
