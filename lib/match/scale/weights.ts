import { FIELDS, type Field, LEVEL, LEVELS, MODEL } from './levels.ts';
import type { Text } from './person.ts';
import type { Table } from './table.ts';

/** Bits of evidence: log2(m / u). */
export interface Weights {
  /** By field, then level; `exact` and `missing` are 0 here. */
  levels: Record<Field, Float64Array>;
  /** By field, then word: what agreeing on exactly this value says. Never below zero. */
  exact: Record<Field, Float64Array>;
  /** By word: what having this one of several names in common says. Never below zero. */
  part: Record<'first' | 'last', Float64Array>;
}

/** How often each word stands in a field of either file, as a share; by name also among the single words of it. */
export type Shares = Record<Field | 'given' | 'family', Float64Array> & {
  /** How often just one of two rows has a further first or last name: it is as usual among strangers as with one person. */
  further: Record<'first' | 'last', number>;
};

/** How much the table's rarities count against the files' own counts: as much as this many values. */
const PRIOR_VALUES = 1000;
/** One name in twenty has another behind it where nothing else is known. */
const FURTHER = 0.05;
/** How much the table's `m` count against the pairs found. */
const PRIOR_PAIRS = 200;

/** By field, then level: how many certain pairs agree so far. */
export type LevelCounts = Record<Field, Float64Array>;

export const noCounts = (): LevelCounts => byField(() => new Float64Array(LEVELS));

const byField = <T>(make: (field: Field) => T): Record<Field, T> =>
  Object.fromEntries(FIELDS.map((field) => [field, make(field)])) as Record<Field, T>;

/** Rare words are smoothed towards the field's rarity. */
export function sharesOf(tables: [Table, Table], words: number): Shares {
  const shares = (field: Field, columns: readonly Text[]) => {
    const counts = new Float64Array(words);
    let filled = 0;
    for (const table of tables) {
      for (const word of table[field]) if (word !== 0) filled += 1;
      for (const column of columns) for (const word of table[column]) if (word !== 0) counts[word]! += 1;
    }
    const prior = PRIOR_VALUES * MODEL[field].rarity;
    return counts.map((count) => Math.min(1, (count + prior) / (filled + PRIOR_VALUES)));
  };
  const given = shares('first', ['head', 'tail']);
  const family = shares('last', ['family', 'family2']);
  const further = { first: oneFurther(tables, 'head', 'tail'), last: oneFurther(tables, 'family', 'family2') };
  return { ...byField((field) => shares(field, [field])), given, family, further };
}

const oneFurther = (tables: [Table, Table], name: Text, more: Text): number => {
  const [mine, theirs] = tables.map((table) => {
    const filled = (column: Text) => table[column].reduce((sum, word) => sum + Number(word !== 0), 0);
    return (filled(more) + PRIOR_VALUES * FURTHER) / (filled(name) + PRIOR_VALUES);
  }) as [number, number];
  return mine * (1 - theirs) + theirs * (1 - mine);
};

/** `counts` of certain pairs correct the table's `m`; without any the table stands. */
export function weightsOf(shares: Shares, counts: LevelCounts = noCounts()): Weights {
  const m = byField((field) => chancesOf(field, counts[field]));
  const parted = (field: 'first' | 'last', words: Float64Array) => counted(words, m[field][LEVEL.part]! / shares.further[field]);
  return {
    levels: byField((field) => {
      const bits = new Float64Array(LEVELS);
      for (const [name, chance] of Object.entries(MODEL[field].levels)) {
        const level = LEVEL[name as keyof typeof LEVEL];
        if (chance.u > 0) bits[level] = Math.log2(m[field][level]! / chance.u);
      }
      return bits;
    }),
    exact: byField((field) => counted(shares[field], m[field][LEVEL.exact]!)),
    part: { first: parted('first', shares.given), last: parted('last', shares.family) },
  };
}

const counted = (shares: Float64Array, m: number) => shares.map((share) => Math.max(0, Math.log2(m / share)));

const chancesOf = (field: Field, counts: Float64Array): Float64Array => {
  const total = counts.reduce((sum, count, level) => (level === LEVEL.missing ? sum : sum + count), 0);
  const chances = new Float64Array(LEVELS);
  for (const [name, chance] of Object.entries(MODEL[field].levels)) {
    const level = LEVEL[name as keyof typeof LEVEL];
    chances[level] = (counts[level]! + PRIOR_PAIRS * chance.m) / (total + PRIOR_PAIRS);
  }
  return chances;
};
