import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { AppError } from '../model/errors.ts';
import { migrate1 } from './migrations/1.ts';
import { migrate2 } from './migrations/2.ts';
import { migrate3 } from './migrations/3.ts';
import { migrate4 } from './migrations/4.ts';
import { migrate5 } from './migrations/5.ts';
import type { RankrSchema, StoreName } from './rows.ts';
import { onceMore, openError, runIn, storageError, type Tx } from './transaction.ts';

const STEPS = [migrate1, migrate2, migrate3, migrate4, migrate5];
export const DB_VERSION = STEPS.length;
/** Another context that still has the old version open is asked to close it and gets this long (milliseconds). */
const PATIENCE = 5_000;

export interface Database {
  /** Reads inside one transaction. With a `name` the answer may come from memory (`rememberReads`): it is shared, and not to be changed. */
  read<T>(stores: StoreName[], work: (tx: Tx) => Promise<T>, name?: string): Promise<T>;
  /** Writes inside one transaction. `strict`: resolves only once the browser says it is on the disk (Chromium's default is relaxed). `looks`: those of the stores that it only looks into. */
  write<T>(stores: StoreName[], work: (tx: Tx<'readwrite'>) => Promise<T>, strict?: boolean, looks?: StoreName[]): Promise<T>;
  close(): Promise<void>;
  /** Deletes the whole database: keys, tokens, client data, outbox. */
  destroy(): Promise<void>;
}

/** One database and its connection, opened on first use. `blocked` fails once another context has kept the upgrade waiting for too long. */
interface Handle {
  name: string;
  patience: number;
  opening?: Promise<IDBPDatabase<RankrSchema>>;
  blocked?: Promise<never>;
}

async function begin(handle: Handle): Promise<IDBPDatabase<RankrSchema>> {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let fail: (error: AppError) => void = () => undefined;
  handle.blocked = new Promise<never>((_, reject) => {
    fail = reject;
  });
  handle.blocked.catch(() => undefined);
  const opening = openDB<RankrSchema>(handle.name, DB_VERSION, {
    upgrade: (db, from, _, tx) => {
      for (const step of STEPS.slice(from)) step(db, tx, from);
    },
    // The request itself stays: it goes on by itself as soon as the other context is gone.
    blocked: () => {
      waiting = setTimeout(() => fail(new AppError('storage-unavailable', { about: 'blocked' })), handle.patience);
    },
    blocking: () => void close(handle),
    terminated: () => {
      handle.opening = undefined;
    },
  });
  return opening.finally(() => clearTimeout(waiting));
}

function open(handle: Handle): Promise<IDBPDatabase<RankrSchema>> {
  handle.opening ??= begin(handle).catch((cause) => {
    handle.opening = undefined;
    throw openError(cause);
  });
  return Promise.race(handle.blocked ? [handle.opening, handle.blocked] : [handle.opening]);
}

async function close(handle: Handle): Promise<void> {
  const db = await handle.opening?.catch(() => undefined);
  handle.opening = undefined;
  db?.close();
}

const attempt = <M extends IDBTransactionMode, T>(
  handle: Handle,
  stores: StoreName[],
  mode: M,
  strict: boolean,
  work: (tx: Tx<M>) => Promise<T>,
): Promise<T> =>
  onceMore(
    async () => runIn(await open(handle), stores, mode, strict, work),
    () => close(handle),
  );

/** Opens on first use, only in the background. */
export function createDatabase(name = 'rankr', patience = PATIENCE): Database {
  const handle: Handle = { name, patience };
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
