import { at, type Comparison } from './comparison.ts';
import { CITY_SHARE, type Field, LEVEL, MODEL, MOVED_BITS, STATE_SHARE, SUFFIX, SWAPPED_BITS } from './levels.ts';
import { sharedFamily, sharedGiven } from './name-levels.ts';
import type { Table } from './table.ts';
import type { Weights } from './weights.ts';

export interface Prior {
  /** Log2 of the larger file's size: any one row of it is as likely as another before looking. */
  bits: number;
  /** Others of one's household in the other file. */
  relatives: number;
}

/** Bits for or against, by group of fields that speak together. */
function createEvidence(left: Table, right: Table, words: string[], weights: Weights) {
  const field = (name: Field, { levels }: Comparison, l: number, r: number): number => {
    const level = levels[at[name]]!;
    if (level === LEVEL.missing) return 0;
    const exact = weights.exact[name];
    const [mine, theirs] = [left[name][l]!, right[name][r]!];
    if (level === LEVEL.exact) return exact[mine]!;
    if (level === LEVEL.part) {
      const { first, last } = weights.part;
      return name === 'first' ? first[sharedGiven(left, l, right, r, words)]! : last[sharedFamily(left, l, right, r, words)]!;
    }
    // A slip in a common value says no more than the common value itself.
    return Math.min(weights.levels[name][level]!, exact[mine]!, exact[theirs]!);
  };

  /** A first name standing where a last name does: as rare as the commoner use of the word. */
  const crossed = (level: number, mine: number, theirs: number): number => {
    const { first, last } = weights.exact;
    const rarest = Math.min(first[mine]!, last[mine]!, first[theirs]!, last[theirs]!);
    return level === LEVEL.exact ? rarest : Math.min(weights.levels.last[level]!, rarest);
  };

  const names = (comparison: Comparison, l: number, r: number): [number, number] => {
    const { levels, swapped } = comparison;
    if (!swapped) return [field('first', comparison, l, r), field('last', comparison, l, r)];
    const one = crossed(levels[at.first]!, left.first[l]!, right.last[r]!);
    const other = crossed(levels[at.last]!, left.last[l]!, right.first[r]!);
    // Which of the two is whose first name is the same question from either side, so the weaker one stands for it.
    return [Math.min(one, other) - SWAPPED_BITS, Math.max(one, other)];
  };

  const place = (comparison: Comparison, l: number, r: number): number => {
    const [city, postal] = [field('city', comparison, l, r), field('postal', comparison, l, r)];
    const area = city > 0 && postal > 0 ? Math.max(city, postal) + CITY_SHARE * Math.min(city, postal) : city + postal;
    const street = field('number', comparison, l, r) + field('street', comparison, l, r);
    return Math.max(MOVED_BITS, area + street + STATE_SHARE * field('state', comparison, l, r));
  };
  return { field, names, place };
}

const suffixed = (one: string, other: string) => {
  if (one === other) return one ? SUFFIX.same : undefined;
  return one && other ? SUFFIX.differs : SUFFIX.lacking;
};

/** Chance that two of one household agree this well, relative to one person with themselves. */
const household = (bits: number, shared: number): number => shared + (1 - shared) * 2 ** -bits;

/**
 * Log2 odds that two rows are one person, against both ways of being two: strangers who agree by chance, and members of one household
 * who share name, place and phone. Rises with the evidence of every field.
 */
export function createScorer(left: Table, right: Table, words: string[], weights: Weights, { bits, relatives }: Prior) {
  const { field, names, place } = createEvidence(left, right, words, weights);
  return (comparison: Comparison, l: number, r: number, floor: number): number => {
    const [first, last] = names(comparison, l, r);
    const birthday = field('birthday', comparison, l, r);
    const address = place(comparison, l, r);
    const email = field('email', comparison, l, r);
    const phone = field('phone', comparison, l, r);
    const suffix = suffixed(left.suffixes[l]!, right.suffixes[r]!);
    const chance = first + last + (suffix?.bits ?? 0) + birthday + address + email + phone - bits;
    if (chance < floor) return chance;
    const kin =
      relatives *
      (suffix?.kin ?? 1) *
      household(first, MODEL.first.shared) *
      household(last, MODEL.last.shared) *
      household(birthday, MODEL.birthday.shared) *
      household(address, MODEL.street.shared) *
      household(email, MODEL.email.shared) *
      household(phone, MODEL.phone.shared);
    return -Math.log2(2 ** -chance + kin);
  };
}
export type Scorer = ReturnType<typeof createScorer>;

export const probabilityOf = (score: number): number => 1 / (1 + 2 ** -score);
