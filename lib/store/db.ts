import { deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { AppError } from '../model/errors.ts';
import { migrate1 } from './migrations/1.ts';
import type { RankrSchema, StoreName } from './rows.ts';

const STEPS = [migrate1];
export const DB_VERSION = STEPS.length;

export type Tx<M extends IDBTransactionMode = 'readonly'> = IDBPTransaction<RankrSchema, StoreName[], M>;

export interface Database {
  /** Reads inside one transaction. */
  read<T>(stores: StoreName[], work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Writes inside one transaction. `strict`: resolves only once the browser says it is on the disk (Chromium's default is relaxed). */
  write<T>(stores: StoreName[], work: (tx: Tx<'readwrite'>) => Promise<T>, strict?: boolean): Promise<T>;
  close(): Promise<void>;
  /** Deletes the whole database: keys, tokens, client data, outbox. */
  destroy(): Promise<void>;
}

/** IndexedDB failures by name: the only words both browsers agree on. */
function storageError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  const detail = cause instanceof Error ? `${name}: ${cause.message}`.slice(0, 300) : name;
  return new AppError(name === 'QuotaExceededError' ? 'storage-full' : 'storage-unavailable', { detail }, cause);
}

/** The connection was closed under us (another context upgraded, the browser cleared data): worth one more try. */
const isClosed = (cause: unknown): boolean => cause instanceof DOMException && (cause.name === 'InvalidStateError' || cause.name === 'AbortError');

async function runIn<M extends IDBTransactionMode, T>(
  db: IDBPDatabase<RankrSchema>,
  stores: StoreName[],
  mode: M,
  strict: boolean,
  work: (tx: Tx<M>) => Promise<T>,
): Promise<T> {
  const tx = db.transaction(stores, mode, { durability: strict ? 'strict' : 'default' });
  // Watched from the start, or an abort while `work` is awaited would be an unhandled rejection.
  const finished = tx.done.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  try {
    const value = await work(tx as Tx<M>);
    const failed = await finished;
    if (failed) throw failed.error;
    return value;
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // Already over: the error below is the one that tells.
    }
    const failed = await finished;
    // A quota failure aborts the transaction; the request's own error only says "AbortError".
    throw failed?.error instanceof DOMException && failed.error.name === 'QuotaExceededError' ? failed.error : error;
  }
}

/** Opens on first use, only in the background. */
export function createDatabase(name = 'rankr'): Database {
  let opening: Promise<IDBPDatabase<RankrSchema>> | undefined;

  const open = (): Promise<IDBPDatabase<RankrSchema>> => {
    opening ??= openDB<RankrSchema>(name, DB_VERSION, {
      upgrade: (db, from) => STEPS.slice(from).forEach((step) => step(db)),
      blocking: () => void close(),
      terminated: () => {
        opening = undefined;
      },
    }).catch((cause) => {
      opening = undefined;
      throw storageError(cause);
    });
    return opening;
  };

  const close = async (): Promise<void> => {
    const db = await opening?.catch(() => undefined);
    opening = undefined;
    db?.close();
  };

  const attempt = async <M extends IDBTransactionMode, T>(stores: StoreName[], mode: M, strict: boolean, work: (tx: Tx<M>) => Promise<T>): Promise<T> => {
    try {
      return await runIn(await open(), stores, mode, strict, work);
    } catch (cause) {
      if (!isClosed(cause)) throw storageError(cause);
      await close();
    }
    try {
      return await runIn(await open(), stores, mode, strict, work);
    } catch (cause) {
      throw storageError(cause);
    }
  };

  return {
    read: (stores, work) => attempt(stores, 'readonly', false, work),
    write: (stores, work, strict = false) => attempt(stores, 'readwrite', strict, work),
    close,
    destroy: async () => {
      await close();
      await deleteDB(name).catch((cause) => {
        throw storageError(cause);
      });
    },
  };
}
