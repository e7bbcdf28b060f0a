import type { Database } from '../../lib/store/db.ts';
import { migrate1 } from '../../lib/store/migrations/1.ts';
import { migrate2 } from '../../lib/store/migrations/2.ts';

/**
 * A disk in memory with the manners of IndexedDB that the product relies on: keys in order, indexes, transactions that happen whole or not
 * at all, one writer at a time. The in-memory IndexedDB of the other tests clones every value at every step, which costs most of a history.
 */
type Key = number | string | Key[];
type Range = { lower?: Key; upper?: Key; includes(key: Key): boolean };
type Row = Record<string, unknown>;

interface IndexPlan {
  path: string | string[];
  multi: boolean;
}
interface Plan {
  keyPath?: string | undefined;
  auto: boolean;
  indexes: Map<string, IndexPlan>;
}

/** The stores as the product's own migrations make them. */
function schema(): Map<string, Plan> {
  const plans = new Map<string, Plan>();
  const storeOf = (plan: Plan) => ({
    createIndex: (name: string, path: string | string[], options: { multiEntry?: boolean } = {}) =>
      void plan.indexes.set(name, { path, multi: options.multiEntry === true }),
  });
  const db = {
    createObjectStore(name: string, options: { keyPath?: string; autoIncrement?: boolean } = {}) {
      const plan: Plan = { keyPath: options.keyPath, auto: options.autoIncrement === true, indexes: new Map() };
      plans.set(name, plan);
      return storeOf(plan);
    },
  };
  const tx = { objectStore: (name: string) => storeOf(plans.get(name) as Plan) };
  for (const step of [migrate1, migrate2]) (step as (db: unknown, tx: unknown) => void)(db, tx);
  return plans;
}

const rank = (key: Key): number => (typeof key === 'number' ? 0 : typeof key === 'string' ? 1 : 2);
function compare(a: Key, b: Key): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (!Array.isArray(a) || !Array.isArray(b)) return a < b ? -1 : a > b ? 1 : 0;
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const order = compare(a[at] as Key, b[at] as Key);
    if (order) return order;
  }
  return a.length - b.length;
}
const isKey = (value: unknown): value is Key =>
  typeof value === 'string' ||
  (typeof value === 'number' && !Number.isNaN(value)) ||
  (Array.isArray(value) && value.every(isKey));
const wanted = (query: unknown): ((key: Key) => boolean) => {
  if (query === undefined || query === null) return () => true;
  if (isKey(query)) return (key) => compare(key, query) === 0;
  return (key) => (query as Range).includes(key);
};

function indexKeys({ path, multi }: IndexPlan, row: Row): Key[] {
  const value = Array.isArray(path) ? path.map((one) => row[one]) : row[path];
  if (multi && Array.isArray(value)) return [...new Set(value as Key[])].filter(isKey);
  return isKey(value) ? [value] : [];
}

interface Entry {
  /** What it is found under: its own key, or the index's. */
  at: Key;
  key: Key;
  value: Row;
}

/** Entries in order, and by their key. */
interface Shown {
  order: Entry[];
  by: Map<string, Entry[]>;
}

interface Lying {
  key: Key;
  value: Row;
}

/** One store's rows; kept in order from one reading to the next. */
function createShelf(plan: Plan) {
  const rows = new Map<string, Lying>();
  let sorted: Entry[] | undefined;
  const indexed = new Map<string, Shown>();
  const entries = (): Entry[] => {
    sorted ??= [...rows.values()].map(({ key, value }) => ({ at: key, key, value })).sort((a, b) => compare(a.key, b.key));
    return sorted;
  };
  return {
    plan,
    rows,
    next: 1,
    inOrder: entries,
    /** An index's entries in order, and the same by what they are found under; made anew only after a change. */
    through(name: string, index: IndexPlan): Shown {
      const known = indexed.get(name);
      if (known) return known;
      const order = entries()
        .flatMap(({ key, value }) => indexKeys(index, value).map((at) => ({ at, key, value })))
        .sort((a, b) => compare(a.at, b.at) || compare(a.key, b.key));
      const shown = { order, by: Map.groupBy(order, ({ at }) => nameOf(at)) };
      indexed.set(name, shown);
      return shown;
    },
    set(name: string, row: Lying | undefined): void {
      const old = rows.get(name);
      // A row put in the place of another keeps the order.
      if (row && old && sorted) {
        const at = sorted.findIndex((one) => compare(one.key, row.key) === 0);
        if (at < 0) sorted = undefined;
        else sorted[at] = { at: row.key, key: row.key, value: row.value };
      } else sorted = undefined;
      if (row) rows.set(name, row);
      else rows.delete(name);
      indexed.clear();
    },
  };
}
type Shelf = ReturnType<typeof createShelf>;

const nameOf = (key: Key): string => (typeof key === 'string' ? `s${key}` : JSON.stringify(key));

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
      continue: async () => cursorAt(list, at + 1),
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
    const own = plan.keyPath ? (value[plan.keyPath] as Key | undefined) : given;
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
    const whole = plan.keyPath && plan.auto ? { ...value, [plan.keyPath]: key } : value;
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
      const given = plan.keyPath ? (value[plan.keyPath] as Key | undefined) : key;
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
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

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
    const mine = disk.last.then(turn).then(work);
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
