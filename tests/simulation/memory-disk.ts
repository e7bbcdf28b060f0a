import type { Database } from '../../lib/store/db.ts';
import { compare, createShelf, type Entry, isKey, type Key, nameOf, type Row, type Shelf, schema, wanted } from './shelf.ts';

/**
 * A disk in memory with the manners of IndexedDB that the product relies on: keys in order, indexes, transactions that happen whole or not
 * at all, one writer at a time. The in-memory IndexedDB of the other tests clones every value at every step, which costs most of a history.
 */

function finder(
  entries: () => Entry[],
  remove: (key: Key) => void,
  replace: (value: Row, key: Key) => void,
  exactly: (name: string) => Entry[],
) {
  const found = (query: unknown): Entry[] => {
    if (query === undefined || query === null) return entries().slice();
    if (isKey(query)) return exactly(nameOf(query));
    const fits = wanted(query);
    return entries().filter((one) => fits(one.at));
  };
  const cursorAt = (list: Entry[], at: number): unknown => {
    const one = list[at];
    if (!one) return null;
    return {
      ...{ key: one.at, primaryKey: one.key, value: one.value },
      continue: async (to?: Key) =>
        cursorAt(list, to === undefined ? at + 1 : list.findIndex((one, place) => place > at && compare(one.at, to) >= 0)),
      delete: async () => remove(one.key),
      update: async (value: Row) => replace(value, one.key),
    };
  };
  return {
    get: async (query: unknown) => found(query)[0]?.value,
    getKey: async (query: unknown) => found(query)[0]?.key,
    getAll: async (query?: unknown, most = Number.POSITIVE_INFINITY) =>
      found(query)
        .slice(0, most)
        .map((one) => one.value),
    getAllKeys: async (query?: unknown, most = Number.POSITIVE_INFINITY) =>
      found(query)
        .slice(0, most)
        .map((one) => one.key),
    count: async (query?: unknown) => found(query).length,
    openCursor: async (query?: unknown, way = 'next') =>
      cursorAt(way.startsWith('prev') ? found(query).reverse() : found(query), 0),
    openKeyCursor: async (query?: unknown, way = 'next') =>
      cursorAt(way.startsWith('prev') ? found(query).reverse() : found(query), 0),
  };
}

type Undo = () => void;

/** A row's own key; of several fields, where its store goes by them together. */
const keyIn = (value: Row, path: string | string[]): Key | undefined =>
  Array.isArray(path) ? path.map((one) => value[one] as Key) : (value[path] as Key | undefined);

function storeIn(shelf: Shelf, undo: Undo[] | undefined) {
  const { plan } = shelf;
  const write = (key: Key, value: Row | undefined): void => {
    if (!undo) throw new DOMException('read only', 'ReadOnlyError');
    const name = nameOf(key);
    const old = shelf.rows.get(name);
    undo.push(() => shelf.set(name, old));
    // Frozen, so that nobody changes a row that lies on the disk without putting it.
    shelf.set(name, value && { key, value: typeof value === 'object' ? Object.freeze(value) : value });
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

export function createMemoryDisk(name: string): Database {
  const open = () => {
    const known = disks.get(name) ?? {
      shelves: new Map([...PLANS].map(([id, plan]) => [id, createShelf(plan)])),
      last: Promise.resolve(),
    };
    disks.set(name, known);
    return known;
  };
  const within = async <T>(stores: string[], undo: Undo[] | undefined, work: (tx: never) => Promise<T>): Promise<T> => {
    const { shelves } = open();
    const tx = {
      objectStore(id: string) {
        const shelf = stores.includes(id) ? shelves.get(id) : undefined;
        if (!shelf) throw new DOMException(`${id} is not of this transaction`, 'NotFoundError');
        return storeIn(shelf, undo);
      },
    };
    try {
      return await work(tx as never);
    } catch (error) {
      for (const back of undo?.reverse() ?? []) back();
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
    write: (stores, work) => queued(() => within(stores, [], work as never)),
    close: async () => undefined,
    destroy: async () => void disks.delete(name),
  };
}
