import { at, type Comparison } from './comparison.ts';
import { LEVEL, type Level } from './levels.ts';
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
import { createNameComparer } from './name-levels.ts';
import type { Table, Vocabulary } from './table.ts';

const MOST_SLOT_BITS = 20;
/** Room for some sixteen answers a row. */
const slotBits = (rows: number): number => Math.min(MOST_SLOT_BITS, 4 + Math.ceil(Math.log2(rows + 2)));

/** Remembers the last answers in a table of fixed size: the same names meet again and again. */
const remembered = (likeness: Likeness, { words, soundOf, numberOf }: Vocabulary, bits: number) => {
  let asked: [number, number] = [0, 0];
  const sound = (word: string) => soundOf(asked.find((known) => words[known] === word) ?? numberOf(word));
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
    asked = [a, b];
    const level: Level = likeness(words[a]!, words[b]!, sound);
    levels[slot] = level;
    return level;
  };
};

/** Compares rows of two tables field by field. */
export function createComparer(left: Table, right: Table, vocabulary: Vocabulary) {
  const bits = slotBits(Math.max(left.size, right.size));
  const answers = (likeness: Likeness) => remembered(likeness, vocabulary, bits);
  const names = createNameComparer(left, right, vocabulary.words, answers(firstLikeness), answers(lastLikeness));
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
