/** How far two values of a field agree. The order of the codes means nothing. */
export const LEVEL = { missing: 0, differs: 1, close: 2, near: 3, kin: 4, initial: 5, part: 6, exact: 7 } as const;
export type Level = (typeof LEVEL)[keyof typeof LEVEL];
export const LEVELS = 8;

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
 * the files themselves. `u` of `exact` and `part` is not in the table: it is counted per value, so that Smith says less than Zolotarev.
 * An initial fits one name in twelve: its `u` is that, times how seldom a file has initials (which its `m` says).
 * Why `shared` is there: a sibling agrees in last name, place and phone, and random chance alone would call that proof.
 */
// biome-ignore format: a table
export const MODEL: Record<Field, FieldModel> = {
  first: { rarity: 1 / 200, shared: 0.02, levels: {
    exact: { m: 0.75, u: 0 }, part: { m: 0.06, u: 0 }, kin: { m: 0.03, u: 0.002 }, near: { m: 0.06, u: 0.006 },
    close: { m: 0.03, u: 0.02 }, initial: { m: 0.02, u: 0.004 }, differs: { m: 0.05, u: 0.96 } } },
  last: { rarity: 1 / 1000, shared: 0.9, levels: {
    exact: { m: 0.79, u: 0 }, part: { m: 0.03, u: 0 }, near: { m: 0.08, u: 0.002 }, close: { m: 0.03, u: 0.01 },
    initial: { m: 0.005, u: 0.002 }, differs: { m: 0.065, u: 0.98 } } },
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

/**
 * What `Jr.` and `Sr.` say: bits for one person, and how much likelier a namesake of the same house is by them. One in thirty has one
 * (u of `same`), it is left out in every third record, and a father has it seldomer than his son.
 */
export const SUFFIX = { same: { bits: 3, kin: 0.1 }, lacking: { bits: -1, kin: 2 }, differs: { bits: -6, kin: 20 } } as const;
/** Bits taken off when the two names only agree crosswise. */
export const SWAPPED_BITS = 4.5;
/** Whoever has moved differs in every part of the address at once: together they speak against a pair no louder than this. */
export const MOVED_BITS = -5;
/** City and postal code say nearly the same thing; the weaker one counts half, and the state a third. */
export const CITY_SHARE = 0.5;
export const STATE_SHARE = 0.3;
/** People of one household that a person has in the other file, on average; measured in the files when they are large enough. */
export const HOUSEHOLD = 0.7;
