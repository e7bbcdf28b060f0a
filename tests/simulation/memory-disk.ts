import type { Database } from '../../lib/store/db.ts';
import { finder } from './finder.ts';
import { createShelf, type Entry, isKey, type Key, nameOf, type Row, type Shelf, schema, wanted } from './shelf.ts';

/**
 * A disk in memory with the manners of IndexedDB that the product relies on: keys in order, indexes, transactions that happen whole or not
 * at all, one writer at a time. The in-memory IndexedDB of the other tests clones every value at every step, which costs most of a history.
 */

type Undo = () => void;
/** What a transaction wrote so far; `over`: it was taken back, and whoever still works in it is told so. */
interface Log {
  undo: Undo[];
  over: boolean;
}

/** What goes wrong with a disk. */
export interface DiskFaults {
  /** So many stores are still asked for, then the connection is closed under whoever asks: once. */
  closesAfter?: number | undefined;
  /** Really full: no rows beside so many. */
  room?: number | undefined;
  /** Told whenever there was no room. */
  full?: () => void;
}

function isTorn(faults: DiskFaults): boolean {
  if (faults.closesAfter === undefined) return false;
  faults.closesAfter -= 1;
  if (faults.closesAfter >= 0) return false;
  faults.closesAfter = undefined;
  return true;
}

/** A row's own key; of several fields, where its store goes by them together. */
const keyIn = (value: Row, path: string | string[]): Key | undefined =>
  Array.isArray(path) ? path.map((one) => value[one] as Key) : (value[path] as Key | undefined);

function storeIn(shelf: Shelf, log: Log | undefined) {
  const { plan } = shelf;
  const write = (key: Key, value: Row | undefined): void => {
    if (!log) throw new DOMException('read only', 'ReadOnlyError');
    if (log.over) throw new DOMException('taken back', 'InvalidStateError');
    const name = nameOf(key);
    const old = shelf.rows.get(name);
    log.undo.push(() => shelf.set(name, old));
    // Frozen, so that nobody changes a row that lies on the disk without putting it.
    shelf.set(name, value === undefined ? undefined : { key, value: typeof value === 'object' ? Object.freeze(value) : value });
  };
  const keyFor = (value: Row, given: Key | undefined): Key => {
    const own = plan.keyPath ? keyIn(value, plan.keyPath) : given;
    if (own !== undefined) {
      if (!isKey(own)) throw new DOMException('not a key', 'DataError');
      if (typeof own === 'number') shelf.next = Math.max(shelf.next, own + 1);
      return own;
    }
    if (!plan.auto) throw new DOMException('no key', 'DataError');
    return shelf.next++;
  };
  const put = (value: Row, given?: Key): Key => {
    const key = keyFor(value, given);
    const whole = typeof plan.keyPath === 'string' && plan.auto ? { ...value, [plan.keyPath]: key } : value;
    write(key, whole !== null && typeof whole === 'object' && !Array.isArray(whole) ? { ...whole } : whole);
    return key;
  };
  const remove = (query: unknown): void => {
    const fits = wanted(query);
    if (isKey(query)) {
      if (shelf.rows.has(nameOf(query))) write(query, undefined);
    } else for (const { key } of [...shelf.inOrder()]) if (fits(key)) write(key, undefined);
  };
  const one = (name: string): Entry[] => {
    const row = shelf.rows.get(name);
    return row ? [{ at: row.key, key: row.key, value: row.value }] : [];
  };
  const own = finder(shelf.inOrder, remove, put, one);
  const index = (name: string) => {
    const known = plan.indexes.get(name);
    if (!known) throw new DOMException(`no index ${name}`, 'NotFoundError');
    const shown = () => shelf.through(name, known);
    return finder(
      () => shown().order,
      remove,
      put,
      (at) => shown().by.get(at) ?? [],
    );
  };
  return {
    ...own,
    get: async (query: unknown) => (isKey(query) ? shelf.rows.get(nameOf(query))?.value : own.get(query)),
    put: async (value: Row, key?: Key) => put(value, key),
    async add(value: Row, key?: Key) {
      const given = plan.keyPath ? keyIn(value, plan.keyPath) : key;
      if (given !== undefined && shelf.rows.has(nameOf(given))) throw new DOMException('there already', 'ConstraintError');
      return put(value, key);
    },
    delete: async (query: unknown) => remove(query),
    async clear() {
      for (const { key } of [...shelf.inOrder()]) write(key, undefined);
    },
    index,
  };
}

/** Disks by name; they outlive the workers that open them. */
const disks = new Map<string, { shelves: Map<string, Shelf>; last: Promise<unknown> }>();
const PLANS = schema();

/** How many rows a disk holds. */
export const rowsOn = (name: string): number =>
  [...(disks.get(name)?.shelves.values() ?? [])].reduce((sum, { rows }) => sum + rows.size, 0);

/** What makes no disk fuller is always taken. */
function hasRoom({ room = 0, full }: DiskFaults, before: number, after: number): void {
  if (after <= room || after <= before) return;
  full?.();
  throw new DOMException('no room', 'QuotaExceededError');
}

const closed = () => new DOMException('the connection was closed', 'AbortError');

export function createMemoryDisk(name: string, faults: DiskFaults = {}): Database {
  const open = () => {
    const known = disks.get(name) ?? {
      shelves: new Map([...PLANS].map(([id, plan]) => [id, createShelf(plan)])),
      last: Promise.resolve(),
    };
    disks.set(name, known);
    return known;
  };
  const within = async <T>(stores: string[], log: Log | undefined, work: (tx: never) => Promise<T>): Promise<T> => {
    const { shelves } = open();
    const before = faults.room === undefined ? 0 : rowsOn(name);
    const tx = {
      objectStore(id: string) {
        if (isTorn(faults)) throw closed();
        const shelf = stores.includes(id) ? shelves.get(id) : undefined;
        if (!shelf) throw new DOMException(`${id} is not of this transaction`, 'NotFoundError');
        return storeIn(shelf, log);
      },
    };
    try {
      const value = await work(tx as never);
      // What is not completed is not kept, however far it had come.
      if (isTorn(faults)) throw closed();
      if (log && faults.room !== undefined) hasRoom(faults, before, rowsOn(name));
      return value;
    } catch (error) {
      for (const back of log?.undo.reverse() ?? []) back();
      if (log) log.over = true;
      throw error;
    }
  };
  /** One transaction after the other; others get their turn in between, as on a real disk. */
  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    const disk = open();
    const mine = disk.last.then(work);
    disk.last = mine.catch(() => undefined);
    return mine;
  };
  return {
    read: (stores, work) => queued(() => within(stores, undefined, work as never)),
    write: (stores, work) => queued(() => within(stores, { undo: [], over: false }, work as never)),
    close: async () => undefined,
    destroy: async () => void disks.delete(name),
  };
}
