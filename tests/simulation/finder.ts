import { compare, type Entry, isKey, type Key, nameOf, type Row, wanted } from './shelf.ts';

/** What a store and its indexes answer, by keys in order. */
export function finder(
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
