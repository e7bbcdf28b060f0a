import type { GeneratedI18nStructure as Words } from '../.wxt/i18n/structure.d.ts';

/**
 * `#i18n` as the type check sees it (tsconfig.json): the keys of each kind are gathered once. The package's own type tries each call on up
 * to nine shapes, each with the union of all keys: with our two thousand words that was most of the time of a whole check.
 */
type Keys<Plural extends boolean, Count extends number> = {
  [Key in keyof Words]: Words[Key] extends { plural: Plural; substitutions: Count } ? Key : never;
}[keyof Words];
type Value = string | number;
type Counted = Keys<true, 1>;

interface Say {
  (key: Keys<false, 0>): string;
  (key: Keys<false, 1>, values: [Value]): string;
  (key: Keys<false, 2>, values: [Value, Value]): string;
  (key: Keys<false, 3>, values: [Value, Value, Value]): string;
  (key: Keys<false, 4>, values: [Value, Value, Value, Value]): string;
  (key: Counted, n: number): string;
  (key: Keys<true, 1 | 2 | 3>, n: number, values: Value[]): string;
}

export const i18n: { t: Say };
