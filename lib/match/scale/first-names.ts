import { isShortFor } from '../nicknames.ts';
import { editDistance } from './distance.ts';
import { GIVEN_NAMES } from './given-names.ts';

/** A spelling at most this often beside the one it is a slip of is a slip; a name of its own is commoner. Beside a name that is known
 * a few may be slips whatever the share; of two unknown ones (`Avani`, `Abani`) each may be somebody's. */
const SLIP_SHARE = 0.05;
const SLIP_COUNT = 3;

/**
 * Whether two different first names can be trusted to be one person's without being asked. Twins share everything but the first name,
 * and Alina, Alona, Paul, Paula, Jason and Mason are one letter apart. So a slip counts only when one of the spellings is nobody's name,
 * inside the word, and of a kind that fingers make; a short form only for its formal name.
 * `counts`: how many rows of both files have each name.
 */
export function isOneName(one: string, other: string, counts: (name: string) => number): boolean {
  if (isShort(one, other) || isShort(other, one)) return true;
  // No name has a digit in it.
  if (/\d/.test(one) !== /\d/.test(other)) return Math.min(one.length, other.length) >= 4 && editDistance(one, other, 2) <= 2;
  const isName = (name: string, beside: string) =>
    GIVEN_NAMES.has(name) || counts(name) > Math.max(GIVEN_NAMES.has(beside) ? SLIP_COUNT : 0, SLIP_SHARE * counts(beside));
  if (isName(one, other) === isName(other, one)) return false;
  return isInnerSlip(one, other) && !isBetween(one, other);
}

const NAMES = [...GIVEN_NAMES];
/** `Ricard` may be Richard without an h, or his twin Ricardo without an o. */
const isBetween = (one: string, other: string): boolean => {
  const slip = GIVEN_NAMES.has(one) ? other : one;
  return NAMES.some((name) => name !== one && name !== other && editDistance(name, slip, 1) <= 1);
};

/** Short forms that parents also choose in full: Christina's twin may be Christine, and Gabriella's Ella. */
const CHOSEN = new Set(
  `lisa eliza ella bella nora nell sandra tina greta eve evie kay molly polly sally mia rose jack harry frank isabel elisabeth christine
  theresa kristen steven phillip sasha carol julie sophie lily kate`.split(/\s+/),
);
const isShort = (short: string, formal: string) => !CHOSEN.has(short) && isShortFor(short, formal);

const VOWELS = /[aeiouy]/g;

const isInnerSlip = (one: string, other: string): boolean => {
  if (Math.min(one.length, other.length) < 5 || one[0] !== other[0] || one.at(-1) !== other.at(-1)) return false;
  if (editDistance(one, other, 1) !== 1) return false;
  // A vowel more, and two vowels changed about, make another name as easily: Jeanne and Jeannie.
  if (one.length !== other.length) return one.replace(VOWELS, '') !== other.replace(VOWELS, '');
  const changed = [...one].flatMap((letter, at) => (letter === other[at] ? [] : [letter + other[at]!]));
  return (changed.length === 2 && changed[0]!.replace(VOWELS, '') !== '') || NEIGHBOURS.has(changed[0]!);
};

/** Letters side by side on the keyboard; a vowel for a vowel makes another name too easily. */
const NEIGHBOURS = new Set(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qaz', 'wsx', 'edc', 'rfv', 'tgb', 'yhn', 'ujm', 'ik', 'ol'].flatMap((row) =>
    [...row].slice(1).flatMap((letter, at) => [row[at]! + letter, letter + row[at]!]),
  ),
);
for (const pair of ['ui', 'iu', 'io', 'oi', 'yu', 'uy']) NEIGHBOURS.delete(pair);
