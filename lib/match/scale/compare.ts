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

const MOST_SLOT_BITS = 20;
/** Room for some sixteen answers a row. */
const slotBits = (rows: number): number => Math.min(MOST_SLOT_BITS, 4 + Math.ceil(Math.log2(rows + 2)));

/** Remembers the last answers in a table of fixed size: the same names meet again and again. */
const remembered = (likeness: Likeness, { words, soundOf, numberOf }: Vocabulary, bits: number) => {
  const sound = (word: string) => soundOf(numberOf(word));
  const keys = new Float64Array(1 << bits).fill(-1);
  const levels = new Uint8Array(1 << bits);
  return (a: number, b: number): number => {
    if (a === 0 || b === 0) return LEVEL.missing;
    if (a === b) return LEVEL.exact;
    const [low, high] = a < b ? [a, b] : [b, a];
    const key = low * 0x200_0000 + high;
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - bits);
    if (keys[slot] === key) return levels[slot]!;
    keys[slot] = key;
    const level: Level = likeness(words[a]!, words[b]!, sound);
    levels[slot] = level;
    return level;
  };
};

const isUnlike = (level: number) => level === LEVEL.differs || level === LEVEL.close;
const isLike = (level: number) => level >= LEVEL.near && level !== LEVEL.initial;

/** A comparison of two texts that remembers its answers. */
type Answers = ReturnType<typeof remembered>;

const createNameComparer =
  (left: Table, right: Table, first: Answers, last: Answers) => (l: number, r: number, into: Comparison) => {
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

/** Compares rows of two tables field by field. */
export function createComparer(left: Table, right: Table, vocabulary: Vocabulary) {
  const bits = slotBits(Math.max(left.size, right.size));
  const answers = (likeness: Likeness) => remembered(likeness, vocabulary, bits);
  const names = createNameComparer(left, right, answers(firstLikeness), answers(lastLikeness));
  const [place, code, state] = [answers(placeLikeness), answers(codeLikeness), answers(stateLikeness)];
  const [email, phone] = [answers(emailLikeness), answers(phoneLikeness)];

  /** What costs little, with the best that street and city could still be. */
  const hopefully = (l: number, r: number, into: Comparison): void => {
    const { levels } = into;
    names(l, r, into);
    levels[at.birthday] = birthdayLikeness(left.days[l]!, right.days[r]!);
    levels[at.number] = code(left.number[l]!, right.number[r]!);
    levels[at.postal] = code(left.postal[l]!, right.postal[r]!);
    levels[at.state] = state(left.state[l]!, right.state[r]!);
    levels[at.street] = atBest(left.street[l]!, right.street[r]!);
    levels[at.city] = atBest(left.city[l]!, right.city[r]!);
    levels[at.email] = email(left.email[l]!, right.email[r]!);
    levels[at.phone] = phone(left.phone[l]!, right.phone[r]!);
  };

  /** The rest of a comparison begun by `hopefully`. */
  const really = (l: number, r: number, { levels }: Comparison): void => {
    levels[at.street] = place(left.street[l]!, right.street[r]!);
    levels[at.city] = place(left.city[l]!, right.city[r]!);
  };

  const whole = (l: number, r: number, into: Comparison): void => {
    hopefully(l, r, into);
    really(l, r, into);
  };
  return { hopefully, really, whole };
}
export type Comparer = ReturnType<typeof createComparer>;

const atBest = (a: number, b: number): Level => (a === 0 || b === 0 ? LEVEL.missing : a === b ? LEVEL.exact : LEVEL.near);
