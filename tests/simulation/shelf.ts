import { DB_VERSION } from '../../lib/store/db.ts';

/** Rows of one store in memory, with IndexedDB's order of keys and its indexes. */
export type Key = number | string | Key[];
type Range = { lower?: Key; upper?: Key; includes(key: Key): boolean };
export type Row = Record<string, unknown>;

export interface IndexPlan {
  path: string | string[];
  multi: boolean;
}
export interface Plan {
  keyPath?: string | string[] | undefined;
  auto: boolean;
  indexes: Map<string, IndexPlan>;
}

/** Every step of the product's own, in order. */
const STEPS = await Promise.all(
  Array.from({ length: DB_VERSION }, async (_, index) => {
    const step = await import(`../../lib/store/migrations/${index + 1}.ts`);
    return step[`migrate${index + 1}`] as (db: unknown, tx: unknown) => void;
  }),
);

/** The stores as the product's own migrations make them. */
export function schema(): Map<string, Plan> {
  const plans = new Map<string, Plan>();
  const storeOf = (plan: Plan) => ({
    createIndex: (name: string, path: string | string[], options: { multiEntry?: boolean } = {}) =>
      void plan.indexes.set(name, { path, multi: options.multiEntry === true }),
  });
  const db = {
    createObjectStore(name: string, options: { keyPath?: string | string[]; autoIncrement?: boolean } = {}) {
      const plan: Plan = { keyPath: options.keyPath, auto: options.autoIncrement === true, indexes: new Map() };
      plans.set(name, plan);
      return storeOf(plan);
    },
  };
  const tx = { objectStore: (name: string) => storeOf(plans.get(name) as Plan) };
  for (const step of STEPS) step(db, tx);
  return plans;
}

const rank = (key: Key): number => (typeof key === 'number' ? 0 : typeof key === 'string' ? 1 : 2);
export function compare(a: Key, b: Key): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (!Array.isArray(a) || !Array.isArray(b)) return a < b ? -1 : a > b ? 1 : 0;
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const order = compare(a[at] as Key, b[at] as Key);
    if (order) return order;
  }
  return a.length - b.length;
}
export const isKey = (value: unknown): value is Key =>
  typeof value === 'string' ||
  (typeof value === 'number' && !Number.isNaN(value)) ||
  (Array.isArray(value) && value.every(isKey));
export const wanted = (query: unknown): ((key: Key) => boolean) => {
  if (query === undefined || query === null) return () => true;
  if (isKey(query)) return (key) => compare(key, query) === 0;
  return (key) => (query as Range).includes(key);
};

function indexKeys({ path, multi }: IndexPlan, row: Row): Key[] {
  const value = Array.isArray(path) ? path.map((one) => row[one]) : row[path];
  if (multi && Array.isArray(value)) return [...new Set(value as Key[])].filter(isKey);
  return isKey(value) ? [value] : [];
}

export interface Entry {
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

/** Where a key stands, or would stand. */
function placeOf(entries: Entry[], key: Key): number {
  let [from, to] = [0, entries.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compare((entries[middle] as Entry).key, key) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** One store's rows; kept in order from one reading to the next. */
export function createShelf(plan: Plan) {
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
      const key = (row ?? old)?.key;
      if (sorted && key !== undefined) {
        const at = placeOf(sorted, key);
        const entry = row && [{ at: row.key, key: row.key, value: row.value }];
        sorted.splice(at, old ? 1 : 0, ...(entry ?? []));
      }
      if (row) rows.set(name, row);
      else rows.delete(name);
      indexed.clear();
    },
  };
}
export type Shelf = ReturnType<typeof createShelf>;

export const nameOf = (key: Key): string => (typeof key === 'string' ? `s${key}` : JSON.stringify(key));
