/** How far two values of a field agree. The order of the codes means nothing. */
export const LEVEL = { missing: 0, differs: 1, close: 2, near: 3, kin: 4, initial: 5, exact: 6 } as const;
export type Level = (typeof LEVEL)[keyof typeof LEVEL];
export const LEVELS = 7;

export const FIELDS = ['first', 'last', 'birthday', 'number', 'street', 'city', 'postal', 'state', 'email', 'phone'] as const;
export type Field = (typeof FIELDS)[number];

/** Chances of one level: `m` among records of one person, `u` among records of two people met at random. */
export interface Chance {
  m: number;
  u: number;
}

export interface FieldModel {
  /** Chance that two random people share a value nobody has counted: its `u` of `exact`, blended with the counts of the files. */
  rarity: number;
  /** Chance that two people of one household share the value because they live together. */
  shared: number;
  levels: Partial<Record<Exclude<keyof typeof LEVEL, 'missing'>, Chance>>;
}

/**
 * Where every run starts. `m` follows what is known of people's records (four values in five are typed alike, three slips in four are
 * a single letter: Damerau 1964, Kukich 1992; a person in thirty moves or changes a number between two files) and is estimated anew on
 * the files themselves. `u` of `exact` is not in the table: it is counted per value, so that Smith says less than Zolotarev.
 * Why `shared` is there: a sibling agrees in last name, place and phone, and random chance alone would call that proof.
 */
// biome-ignore format: a table
export const MODEL: Record<Field, FieldModel> = {
  first: { rarity: 1 / 200, shared: 0.02, levels: {
    exact: { m: 0.8, u: 0 }, kin: { m: 0.03, u: 0.002 }, near: { m: 0.07, u: 0.006 }, close: { m: 0.03, u: 0.02 },
    initial: { m: 0.02, u: 0.05 }, differs: { m: 0.05, u: 0.92 } } },
  last: { rarity: 1 / 1000, shared: 0.9, levels: {
    exact: { m: 0.82, u: 0 }, near: { m: 0.08, u: 0.002 }, close: { m: 0.03, u: 0.01 }, initial: { m: 0.005, u: 0.05 },
    differs: { m: 0.065, u: 0.93 } } },
  birthday: { rarity: 1 / 20_000, shared: 0.01, levels: {
    exact: { m: 0.86, u: 0 }, kin: { m: 0.015, u: 0.0005 }, near: { m: 0.055, u: 0.002 }, close: { m: 0.03, u: 0.012 },
    differs: { m: 0.04, u: 0.985 } } },
  number: { rarity: 1 / 100, shared: 0.95, levels: {
    exact: { m: 0.84, u: 0 }, near: { m: 0.06, u: 0.08 }, differs: { m: 0.1, u: 0.9 } } },
  street: { rarity: 1 / 1000, shared: 0.95, levels: {
    exact: { m: 0.82, u: 0 }, near: { m: 0.08, u: 0.002 }, close: { m: 0.03, u: 0.02 }, differs: { m: 0.07, u: 0.97 } } },
  city: { rarity: 1 / 500, shared: 0.97, levels: {
    exact: { m: 0.85, u: 0 }, near: { m: 0.07, u: 0.003 }, close: { m: 0.02, u: 0.015 }, differs: { m: 0.06, u: 0.97 } } },
  postal: { rarity: 1 / 1000, shared: 0.97, levels: {
    exact: { m: 0.88, u: 0 }, near: { m: 0.05, u: 0.01 }, differs: { m: 0.07, u: 0.98 } } },
  state: { rarity: 1 / 20, shared: 0.99, levels: {
    exact: { m: 0.93, u: 0 }, near: { m: 0.02, u: 0.02 }, differs: { m: 0.05, u: 0.85 } } },
  email: { rarity: 1 / 5000, shared: 0.1, levels: {
    exact: { m: 0.7, u: 0 }, near: { m: 0.04, u: 0.0003 }, differs: { m: 0.26, u: 0.999 } } },
  phone: { rarity: 1 / 10_000, shared: 0.5, levels: {
    exact: { m: 0.7, u: 0 }, near: { m: 0.03, u: 0.0003 }, differs: { m: 0.27, u: 0.999 } } },
};

/** Bits taken off when the two names only agree crosswise. */
export const SWAPPED_BITS = 4.5;
/** Whoever has moved differs in every part of the address at once: together they speak against a pair no louder than this. */
export const MOVED_BITS = -5;
/** City and postal code say nearly the same thing; the weaker one counts half, and the state a third. */
export const CITY_SHARE = 0.5;
export const STATE_SHARE = 0.3;
/** People of one household that a person has in the other file, on average; measured in the files when they are large enough. */
export const HOUSEHOLD = 0.7;
