import { FIELDS, type Field, LEVEL, LEVELS, MODEL } from './levels.ts';
import type { Table } from './table.ts';

/** Bits of evidence: log2(m / u). */
export interface Weights {
  /** By field, then level; `exact` and `missing` are 0 here. */
  levels: Record<Field, Float64Array>;
  /** By field, then word: what agreeing on exactly this value says. Never below zero. */
  exact: Record<Field, Float64Array>;
}

/** How much the table's rarities count against the files' own counts: as much as this many values. */
const PRIOR_VALUES = 1000;
/** How much the table's `m` count against the pairs found. */
const PRIOR_PAIRS = 200;

/** By field, then level: how many certain pairs agree so far. */
export type LevelCounts = Record<Field, Float64Array>;

export const noCounts = (): LevelCounts => byField(() => new Float64Array(LEVELS));

const byField = <T>(make: (field: Field) => T): Record<Field, T> =>
  Object.fromEntries(FIELDS.map((field) => [field, make(field)])) as Record<Field, T>;

/** How often each word stands in a field of either file, as a share; rare words are smoothed towards the field's rarity. */
export function sharesOf(tables: [Table, Table], words: number): Record<Field, Float64Array> {
  return byField((field) => {
    const counts = new Float64Array(words);
    let filled = 0;
    for (const table of tables) {
      for (const word of table[field]) {
        if (word === 0) continue;
        counts[word]! += 1;
        filled += 1;
      }
    }
    const prior = PRIOR_VALUES * MODEL[field].rarity;
    return counts.map((count) => Math.min(1, (count + prior) / (filled + PRIOR_VALUES)));
  });
}

/** `counts` of certain pairs correct the table's `m`; without any the table stands. */
export function weightsOf(shares: Record<Field, Float64Array>, counts: LevelCounts = noCounts()): Weights {
  const m = byField((field) => chancesOf(field, counts[field]));
  return {
    levels: byField((field) => {
      const bits = new Float64Array(LEVELS);
      for (const [name, chance] of Object.entries(MODEL[field].levels)) {
        const level = LEVEL[name as keyof typeof LEVEL];
        if (level !== LEVEL.exact) bits[level] = Math.log2(m[field][level]! / chance.u);
      }
      return bits;
    }),
    exact: byField((field) => shares[field].map((share) => Math.max(0, Math.log2(m[field][LEVEL.exact]! / share)))),
  };
}

const chancesOf = (field: Field, counts: Float64Array): Float64Array => {
  const total = counts.reduce((sum, count, level) => (level === LEVEL.missing ? sum : sum + count), 0);
  const chances = new Float64Array(LEVELS);
  for (const [name, chance] of Object.entries(MODEL[field].levels)) {
    const level = LEVEL[name as keyof typeof LEVEL];
    chances[level] = (counts[level]! + PRIOR_PAIRS * chance.m) / (total + PRIOR_PAIRS);
  }
  return chances;
};
