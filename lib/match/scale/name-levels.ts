import { at, type Comparison } from './comparison.ts';
import { LEVEL, type Level } from './levels.ts';
import type { Table } from './table.ts';

/** How far two words agree, by their numbers. */
type Answers = (a: number, b: number) => number;

const isUnlike = (level: number) => level === LEVEL.differs || level === LEVEL.close;
const isLike = (level: number) => level >= LEVEL.near && level !== LEVEL.initial;

/** Whether two further names don't contradict each other: one is left out, or the other's initial. */
const isQuiet = (mine: number, theirs: number, words: string[]): boolean => {
  if (mine === 0 || theirs === 0 || mine === theirs) return true;
  const [one, other] = [words[mine]!, words[theirs]!];
  return (one.length === 1 || other.length === 1) && one[0] === other[0];
};

/**
 * The word that two different names have in common where the one is the other with words left out or shortened; 0 for none. `Ana` and
 * `Ana M.`, `Anh` and `Van Anh`, `Garcia` and `Garcia Lopez`; not `Mary Anne` and `Mary Jane`, who may be sisters.
 */
const sharedWord = (left: Table, l: number, right: Table, r: number, words: string[], head: Head, tail: Tail): number => {
  const [mine, theirs, more, theirMore] = [left[head][l]!, right[head][r]!, left[tail][l]!, right[tail][r]!];
  const isWord = (word: number) => words[word]!.length > 1;
  if (mine === theirs) return isWord(mine) && isQuiet(more, theirMore, words) ? mine : 0;
  if (more === 0 && mine === theirMore && isWord(mine)) return mine;
  return theirMore === 0 && theirs === more && isWord(theirs) ? theirs : 0;
};
type Head = 'head' | 'family';
type Tail = 'tail' | 'family2';

export const sharedGiven = (left: Table, l: number, right: Table, r: number, words: string[]): number =>
  sharedWord(left, l, right, r, words, 'head', 'tail');
export const sharedFamily = (left: Table, l: number, right: Table, r: number, words: string[]): number =>
  sharedWord(left, l, right, r, words, 'family', 'family2');

/** A first name beside a last name, whole or by one word of either. */
const createCross =
  (first: Answers, last: Answers) =>
  (one: Table, o: number, other: Table, t: number): number => {
    const whole = last(one.first[o]!, other.last[t]!);
    if (!isUnlike(whole)) return whole;
    // A last name in the other's column may have a middle name or a second last name with it, and the first name be a short form.
    const [head, family, family2] = [one.head[o]!, other.family[t]!, other.family2[t]!];
    if (isLike(first(head, family))) return LEVEL.near;
    const more = (family2 !== 0 && isLike(first(head, family2))) || (one.tail[o]! !== 0 && isLike(first(one.tail[o]!, family)));
    return more ? LEVEL.near : whole;
  };

/** Levels of first and last name, straight or crosswise. */
export function createNameComparer(left: Table, right: Table, words: string[], first: Answers, last: Answers) {
  const givenOf = (l: number, r: number): number => {
    const whole = first(left.first[l]!, right.first[r]!);
    if (whole === LEVEL.exact || whole === LEVEL.missing) return whole;
    if (sharedGiven(left, l, right, r, words)) return LEVEL.part;
    if (!isUnlike(whole) || (!left.tail[l] && !right.tail[r])) return whole;
    // `Mary Anne` and `Mary Jane` have a name in common, `Tommy J.` and `Thomas` are one.
    const heads = first(left.head[l]!, right.head[r]!);
    return heads === LEVEL.exact ? LEVEL.close : isUnlike(heads) ? whole : heads;
  };
  const familyOf = (l: number, r: number): number => {
    const whole = last(left.last[l]!, right.last[r]!);
    if (whole === LEVEL.exact || whole === LEVEL.missing) return whole;
    return sharedFamily(left, l, right, r, words) ? LEVEL.part : whole;
  };
  const cross = createCross(first, last);

  return (l: number, r: number, into: Comparison): void => {
    const [given, family] = [givenOf(l, r), familyOf(l, r)];
    into.swapped = false;
    into.levels[at.first] = given;
    into.levels[at.last] = family;
    if (!isUnlike(given) || !isUnlike(family)) return;
    const one = cross(left, l, right, r);
    if (!isLike(one) && one !== LEVEL.close) return;
    const other = cross(right, r, left, l);
    // One of the two may be no more than close.
    if (!(isLike(other) || (other === LEVEL.close && isLike(one)))) return;
    into.swapped = true;
    into.levels[at.first] = one as Level;
    into.levels[at.last] = other as Level;
  };
}
