import { FIRST_NAMES, LAST_NAMES } from '../../scripts/match/name-lists.ts';

const big = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** The first names of a list are the frequent ones: half of all people share a tenth of it. */
const nth = (list: readonly string[], number: number): string =>
  list[number % 2 ? number % Math.ceil(list.length / 10) : number % list.length] ?? '';

/** People of whom everything follows from their number; e-mail and phone are their own, names as frequent as names are. */
export const emailOf = (number: number): string => `person.${number}@bench.example`;
export const phoneOf = (number: number): string => `+1604${String(2_000_000 + number).padStart(7, '0')}`;
export const givenOf = (number: number): string => big(nth(FIRST_NAMES, number * 31));
export const nameOf = (number: number): string => `${givenOf(number)} ${big(nth(LAST_NAMES, Math.floor(number / 3)))}`;
