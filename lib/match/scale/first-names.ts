import { GIVEN_NAMES } from './given-names.ts';
import { isShortFor } from '../nicknames.ts';
import { editDistance } from './distance.ts';

/** A spelling at most this often beside the one it is a slip of is a slip; a name of its own is commoner. */
const SLIP_SHARE = 0.05;
const SLIP_COUNT = 3;

/**
 * Whether two different first names can be trusted to be one person's without being asked. Twins share everything but the first name,
 * and Alina, Alona, Paul, Paula, Jason and Mason are one letter apart. So a slip counts only when one of the spellings is nobody's name,
 * not at either end of the word and not a vowel for another; a short form only for its formal name.
 * `counts`: how many rows of both files have each name.
 */
export function isOneName(one: string, other: string, counts: (name: string) => number): boolean {
  if (isShortFor(one, other) || isShortFor(other, one)) return true;
  const isName = (name: string, beside: string) =>
    GIVEN_NAMES.has(name) || counts(name) > Math.max(SLIP_COUNT, SLIP_SHARE * counts(beside));
  if (isName(one, other) === isName(other, one)) return false;
  return isInnerSlip(one, other);
}

const isInnerSlip = (one: string, other: string): boolean => {
  if (Math.min(one.length, other.length) < 5 || one[0] !== other[0] || one.at(-1) !== other.at(-1)) return false;
  return editDistance(one, other, 1) === 1 && !isVowelChange(one, other);
};

const isVowelChange = (one: string, other: string): boolean => {
  if (one.length !== other.length) return false;
  const changed = [...one].flatMap((letter, at) => (letter === other[at] ? [] : [letter, other[at]!]));
  return changed.length === 2 && changed.every((letter) => 'aeiouy'.includes(letter));
};
