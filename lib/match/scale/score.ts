import { at, type Comparison } from './compare.ts';
import { CITY_SHARE, type Field, HOUSEHOLD, LEVEL, MODEL, MOVED_BITS, STATE_SHARE, SWAPPED_BITS } from './levels.ts';
import type { Table } from './table.ts';
import type { Weights } from './weights.ts';

const SHARED_PLACE = MODEL.street.shared;

/** Chance that two of one household agree this well, relative to one person with themselves. */
const household = (bits: number, shared: number): number => shared + (1 - shared) * 2 ** -bits;

/**
 * Log2 odds that two rows are one person, against both ways of being two: strangers who agree by chance, and members of one household
 * who share name, place and phone. Rises with the evidence of every field. `priorBits` is log2 of the larger file's size: any one row
 * of it is as likely as another before looking.
 */
export function createScorer(left: Table, right: Table, weights: Weights, priorBits: number) {
  const evidence = (field: Field, level: number, l: number, r: number): number => {
    if (level === LEVEL.missing) return 0;
    const exact = weights.exact[field];
    const [mine, theirs] = [left[field][l]!, right[field][r]!];
    if (level === LEVEL.exact) return exact[mine]!;
    // A slip in a common value says no more than the common value itself.
    return Math.min(weights.levels[field][level]!, exact[mine]!, exact[theirs]!);
  };

  /** A first name standing where a last name does: as rare as the commoner use of the word. */
  const crossed = (level: number, mine: number, theirs: number): number => {
    const { first, last } = weights.exact;
    const rarest = Math.min(first[mine]!, last[mine]!, first[theirs]!, last[theirs]!);
    return level === LEVEL.exact ? rarest : Math.min(weights.levels.last[level]!, rarest);
  };

  const place = ({ levels }: Comparison, l: number, r: number): number => {
    const [city, postal] = [evidence('city', levels[at.city]!, l, r), evidence('postal', levels[at.postal]!, l, r)];
    const area = city > 0 && postal > 0 ? Math.max(city, postal) + CITY_SHARE * Math.min(city, postal) : city + postal;
    const street = evidence('number', levels[at.number]!, l, r) + evidence('street', levels[at.street]!, l, r);
    return Math.max(MOVED_BITS, area + street + STATE_SHARE * evidence('state', levels[at.state]!, l, r));
  };

  return (comparison: Comparison, l: number, r: number, floor: number): number => {
    const { levels, swapped } = comparison;
    const first = swapped
      ? crossed(levels[at.first]!, left.first[l]!, right.last[r]!) - SWAPPED_BITS
      : evidence('first', levels[at.first]!, l, r);
    const last = swapped
      ? crossed(levels[at.last]!, left.last[l]!, right.first[r]!)
      : evidence('last', levels[at.last]!, l, r);
    const birthday = evidence('birthday', levels[at.birthday]!, l, r);
    const address = place(comparison, l, r);
    const email = evidence('email', levels[at.email]!, l, r);
    const phone = evidence('phone', levels[at.phone]!, l, r);
    const chance = first + last + birthday + address + email + phone - priorBits;
    if (chance < floor) return chance;
    const kin =
      HOUSEHOLD *
      household(first, MODEL.first.shared) *
      household(last, MODEL.last.shared) *
      household(birthday, MODEL.birthday.shared) *
      household(address, SHARED_PLACE) *
      household(email, MODEL.email.shared) *
      household(phone, MODEL.phone.shared);
    return -Math.log2(2 ** -chance + kin);
  };
}
export type Scorer = ReturnType<typeof createScorer>;

export const probabilityOf = (score: number): number => 1 / (1 + 2 ** -score);

