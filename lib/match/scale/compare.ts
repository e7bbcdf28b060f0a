import { FIELDS, type Field, LEVEL, type Level } from './levels.ts';
import {
  birthdayLikeness,
  codeLikeness,
  emailLikeness,
  firstLikeness,
  type Likeness,
  lastLikeness,
  phoneLikeness,
  placeLikeness,
  stateLikeness,
} from './likeness.ts';
import type { Table, Vocabulary } from './table.ts';

/** How one pair agrees; written over by the next comparison. */
export interface Comparison {
  /** In the order of FIELDS. When the names are swapped, `first` and `last` hold the levels of the cross. */
  levels: Uint8Array;
  swapped: boolean;
}

export const at = Object.fromEntries(FIELDS.map((field, index) => [field, index])) as Record<Field, number>;
export const newComparison = (): Comparison => ({ levels: new Uint8Array(FIELDS.length), swapped: false });

const SLOTS = 1 << 20;

/** Remembers the last answers in a table of fixed size: the same names meet again and again. */
const remembered = (likeness: Likeness, words: string[]) => {
  const keys = new Float64Array(SLOTS).fill(-1);
  const levels = new Uint8Array(SLOTS);
  return (a: number, b: number): number => {
    if (a === 0 || b === 0) return LEVEL.missing;
    if (a === b) return LEVEL.exact;
    const [low, high] = a < b ? [a, b] : [b, a];
    const key = low * 0x200_0000 + high;
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 12;
    if (keys[slot] === key) return levels[slot]!;
    keys[slot] = key;
    const level: Level = likeness(words[a]!, words[b]!);
    levels[slot] = level;
    return level;
  };
};

const isUnlike = (level: number) => level === LEVEL.differs || level === LEVEL.close;
const isLike = (level: number) => level >= LEVEL.near && level !== LEVEL.initial;

/** Compares rows of two tables field by field. */
export function createComparer(left: Table, right: Table, { words }: Vocabulary) {
  const [first, last] = [remembered(firstLikeness, words), remembered(lastLikeness, words)];
  const [place, code] = [remembered(placeLikeness, words), remembered(codeLikeness, words)];
  const [state, email, phone] = [stateLikeness, emailLikeness, phoneLikeness].map((one) => remembered(one, words)) as [
    ReturnType<typeof remembered>,
    ReturnType<typeof remembered>,
    ReturnType<typeof remembered>,
  ];

  const names = (l: number, r: number, into: Comparison) => {
    const [mine, theirs] = [left.first[l]!, right.first[r]!];
    let given = first(mine, theirs);
    // `Mary Anne` and `Mary`.
    if (isUnlike(given) && left.head[l] === right.head[r]) given = LEVEL.near;
    const family = last(left.last[l]!, right.last[r]!);
    into.swapped = false;
    into.levels[at.first] = given;
    into.levels[at.last] = family;
    if (!isUnlike(given) || !isUnlike(family)) return;
    const [one, other] = [last(mine, right.last[r]!), last(left.last[l]!, theirs)];
    const likes = Number(isLike(one)) + Number(isLike(other));
    if (likes < 2 && !(likes === 1 && (one === LEVEL.close || other === LEVEL.close))) return;
    into.swapped = true;
    into.levels[at.first] = one;
    into.levels[at.last] = other;
  };

  return (l: number, r: number, into: Comparison): void => {
    const { levels } = into;
    names(l, r, into);
    levels[at.birthday] = birthdayLikeness(left.days[l]!, right.days[r]!);
    levels[at.number] = code(left.number[l]!, right.number[r]!);
    levels[at.street] = place(left.street[l]!, right.street[r]!);
    levels[at.city] = place(left.city[l]!, right.city[r]!);
    levels[at.postal] = code(left.postal[l]!, right.postal[r]!);
    levels[at.state] = state(left.state[l]!, right.state[r]!);
    levels[at.email] = email(left.email[l]!, right.email[r]!);
    levels[at.phone] = phone(left.phone[l]!, right.phone[r]!);
  };
}
export type Comparer = ReturnType<typeof createComparer>;
