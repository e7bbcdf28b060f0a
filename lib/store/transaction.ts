import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { AppError } from '../model/errors.ts';
import type { StorageWhy } from '../model/storage.ts';
import type { RankrSchema, StoreName } from './rows.ts';

export type Tx<M extends IDBTransactionMode = 'readonly'> = IDBPTransaction<RankrSchema, StoreName[], M>;

/** IndexedDB failures by name: the only words both browsers agree on. */
export function storageError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  const detail = cause instanceof Error ? `${name}: ${cause.message}`.slice(0, 300) : name;
  return new AppError(name === 'QuotaExceededError' ? 'storage-full' : 'storage-unavailable', { detail }, cause);
}

/** Why a database can't be opened, by the browser's name for it; told as `about`. */
const OPEN_FAILURES: Record<string, StorageWhy> = {
  // Firefox with "Never remember history" (and private windows of old): "a database that did not allow mutations".
  InvalidStateError: 'history-off',
  // No `indexedDB` at all, or an empty one, is how some private modes say it.
  ReferenceError: 'history-off',
  TypeError: 'history-off',
  // A newer Rankr has been here; its data is left as it is.
  VersionError: 'newer-version',
  // Site data is blocked for extensions, or by policy.
  SecurityError: 'data-blocked',
  QuotaExceededError: 'open',
  // The upgrade was taken back, which is how both browsers say that there was no room for it.
  AbortError: 'upgrade',
  // The files are damaged or can't be read.
  UnknownError: 'damaged',
};

/** A failure to open, in our words; what is on the disk stays as it was. */
export function openError(cause: unknown): AppError {
  const error = storageError(cause);
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  const about = OPEN_FAILURES[name];
  return new AppError(error.code, { ...error.facts, about: error.facts.about ?? about }, cause);
}

/** The connection was closed under us (another context upgraded, the browser cleared data): worth one more try. */
const isClosed = (cause: unknown): boolean =>
  cause instanceof DOMException && (cause.name === 'InvalidStateError' || cause.name === 'AbortError');

/** A failure that came with an open database, after the one more try. */
function workError(cause: unknown): AppError {
  const error = storageError(cause);
  const isBroken = cause instanceof DOMException && cause.name === 'UnknownError';
  const about = isClosed(cause) ? 'closed' : isBroken ? 'damaged' : undefined;
  return about && !error.facts.about ? new AppError(error.code, { ...error.facts, about }, cause) : error;
}

/** Runs `work` in one transaction; resolves when the browser has completed it. */
export async function runIn<M extends IDBTransactionMode, T>(
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

/** Runs `work`; where the connection was closed under it, once more after `reopen`. */
export async function onceMore<T>(work: () => Promise<T>, reopen: () => Promise<void>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!isClosed(cause)) throw workError(cause);
    await reopen();
  }
  try {
    return await work();
  } catch (cause) {
    throw workError(cause);
  }
}
