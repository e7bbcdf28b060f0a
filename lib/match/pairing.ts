import type { ItemState } from '../model/panel.ts';

/** What an unfinished write says of the item it is about. */
export type Pending = Extract<ItemState, 'queued' | 'sending' | 'needs-you' | 'failed'>;

export interface PairInput<T> {
  clio: T[];
  highlevel: T[];
  /** Clio id -> HighLevel id of what was pushed before. */
  known: ReadonlyMap<string, string>;
  /** Clio or HighLevel id -> state of its write. The two kinds of id never look alike (digits; letters and digits). */
  pending: ReadonlyMap<string, Pending>;
}

export interface Pair<T> {
  clio?: T;
  highlevel?: T;
  known: boolean;
}

/** Known pairs first; then those whose keys are equal and stand once on each side; then the rest alone. A blank key pairs with nothing. */
export function pairUp<T extends { id: string }>(
  { clio, highlevel, known }: PairInput<T>,
  clioKeys: (item: T) => string[],
  highlevelKey: (item: T) => string,
): Pair<T>[] {
  const byId = new Map(highlevel.map((item) => [item.id, item]));
  const pairs = new Map<T, Pair<T>>();
  const taken = new Set<T>();
  const join = (mine: T, theirs: T, isKnown: boolean) => {
    if (taken.has(theirs)) return;
    pairs.set(mine, { clio: mine, highlevel: theirs, known: isKnown });
    taken.add(theirs);
  };
  for (const mine of clio) {
    const theirs = byId.get(known.get(mine.id) ?? '');
    if (theirs) join(mine, theirs, true);
  }
  const [restOfMine, restOfTheirs] = [clio.filter((one) => !pairs.has(one)), highlevel.filter((one) => !taken.has(one))];
  const mineByKey = onlyOnes(restOfMine, clioKeys);
  for (const [key, theirs] of onlyOnes(restOfTheirs, (item) => [highlevelKey(item)])) {
    const mine = mineByKey.get(key);
    if (mine && !pairs.has(mine)) join(mine, theirs, false);
  }
  return [
    ...clio.map((mine) => pairs.get(mine) ?? { clio: mine, known: false }),
    ...highlevel.filter((one) => !taken.has(one)).map((one) => ({ highlevel: one, known: false })),
  ];
}

/** Items by key, without the keys that several items have. */
const onlyOnes = <T>(items: T[], keysOf: (item: T) => string[]): Map<string, T> => {
  const all = new Map<string, T[]>();
  for (const item of items) for (const key of new Set(keysOf(item))) if (key) all.set(key, [...(all.get(key) ?? []), item]);
  return new Map([...all].filter(([, owners]) => owners.length === 1).map(([key, owners]) => [key, owners[0]!]));
};

/** The state of an item that has no unfinished write. */
export const settledState = (pair: Pair<unknown>, equal: boolean, held: () => boolean): ItemState => {
  if (!pair.clio) return 'only-highlevel';
  if (!pair.highlevel) return held() ? 'held' : 'only-clio';
  return equal ? (pair.known ? 'sent' : 'same') : 'differs';
};
