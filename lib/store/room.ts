import { type AppError, toAppError } from '../model/errors.ts';
import type { Database } from './db.ts';
import type { StoreName } from './rows.ts';

type Problem = 'storage-full' | 'storage-unavailable';

export interface WatchedDatabase extends Database {
  /** What was wrong with the disk when it was last written to; gone with the next write that succeeds. */
  problem(): Problem | undefined;
}

/** What can be done without, least missed first: the log, then what can be read again. Outbox, links, pairs and credentials can't. */
const CACHES: StoreName[][] = [['changes'], ['records', 'reads']];

const isStorage = ({ code }: AppError): boolean => code === 'storage-full' || code === 'storage-unavailable';

const clear = (db: Database, stores: StoreName[]): Promise<unknown> =>
  db.write(stores, (tx) => Promise.all(stores.map((name) => tx.objectStore(name).clear())));

const isFull = (cause: unknown): boolean => toAppError(cause).code === 'storage-full';

async function makingRoom<T>(db: Database, attempt: () => Promise<T>): Promise<T> {
  let full: unknown;
  for (const stores of [undefined, ...CACHES]) {
    if (stores) await clear(db, stores);
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
  const note = (next: Problem | undefined): void => {
    if (problem === next) return;
    problem = next;
    changed();
  };
  const noted = <T>(work: Promise<T>): Promise<T> =>
    work.catch((cause) => {
      const error = toAppError(cause);
      if (isStorage(error)) note(error.code as Problem);
      throw error;
    });
  return {
    ...db,
    problem: () => problem,
    read: (stores, work) => noted(db.read(stores, work)),
    write: async (stores, work, strict) => {
      const attempt = () => db.write(stores, work, strict);
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
