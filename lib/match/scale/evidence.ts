import { isGenericEmail } from '../weak-emails.ts';
import { dayOf, monthOf, turned, yearOf } from './birthday.ts';
import { at, type Comparison } from './comparison.ts';
import { isOneName } from './first-names.ts';
import { type Field, LEVEL } from './levels.ts';
import type { Table, Vocabulary } from './table.ts';

/** Why a pair is not linked without asking; all of them together make the reasons column. */
export type Doubt =
  | 'suffix-differs'
  | 'first-name-differs'
  | 'last-name-differs'
  | 'names-swapped'
  | 'birthday-differs'
  | 'birthday-unsure'
  | 'place-differs'
  | 'nothing-personal'
  | 'not-corroborated';

/** What every machine-made link must have, whatever its score: proof of the person, and of something else that a person has. */
export function createJudge(left: Table, right: Table, { words }: Vocabulary) {
  const [mine, theirs] = [countsOf(left), countsOf(right)];
  const isAlone = (field: 'email' | 'phone', l: number, r: number) =>
    mine[field][left[field][l]!] === 1 && theirs[field][right[field][r]!] === 1;
  const countOf = namesakesOf([left, right], words);

  return ({ levels, swapped }: Comparison, l: number, r: number): Doubt[] => {
    const level = (field: Field) => levels[at[field]]!;
    const email = level('email') === LEVEL.exact && isAlone('email', l, r) && !isGenericEmail(words[left.email[l]!]!);
    const phone = level('phone') === LEVEL.exact && isAlone('phone', l, r);
    const place = placeOf(level);
    // Cousins of one name live in one building, behind two doors.
    const isHome = place === 'house' && left.unit[l] === right.unit[r];
    const birthday = birthdayOf(level('birthday'), left.days[l]!, right.days[r]!);
    const [given, theirGiven] = [words[left.first[l]!]!, words[right.first[r]!]!];
    const sameNames = level('first') === LEVEL.exact && level('last') === LEVEL.exact;
    // `Maria` may be Maria A. or her twin Maria J.
    const sameGiven = level('first') === LEVEL.exact || (level('first') !== LEVEL.part && isOneName(given, theirGiven, countOf));
    const doubts: (Doubt | false)[] = [
      left.suffixes[l] !== right.suffixes[r] && 'suffix-differs',
      swapped && !sameNames && 'names-swapped',
      !swapped && !sameGiven && 'first-name-differs',
      ![LEVEL.exact, LEVEL.part, LEVEL.near, LEVEL.close].some((one) => one === level('last')) && 'last-name-differs',
      birthday === 'differs' && 'birthday-differs',
      // A slip in the date is forgiven where first name and house are beyond doubt.
      birthday === 'slip' &&
        !(level('first') === LEVEL.exact && !swapped && (isHome || (email && place !== 'differs'))) &&
        'birthday-unsure',
      place === 'differs' && !email && !phone && 'place-differs',
      birthday === 'unknown' && !(email && sameNames) && 'nothing-personal',
      place !== 'house' && place !== 'area' && !email && !phone && 'not-corroborated',
      birthday === 'unknown' && place !== 'house' && !phone && 'not-corroborated',
    ];
    return [...new Set(doubts.filter((doubt) => doubt !== false))];
  };
}

/** How many rows of both files have a first name, whole (`Mi-Dong` as one word) or as the first of several; whatever its number is. */
const namesakesOf = (tables: Table[], words: string[]) => {
  const counts = new Map<string, number>();
  const count = (word: number) => counts.set(words[word]!, (counts.get(words[word]!) ?? 0) + 1);
  for (const { first, head } of tables)
    for (const [row, word] of first.entries()) {
      count(word);
      if (head[row] !== word) count(head[row]!);
    }
  return (name: string) => counts.get(name) ?? 0;
};

const countsOf = (table: Table) => {
  const count = (field: 'email' | 'phone') => {
    const counts: Record<number, number> = {};
    for (const word of table[field]) counts[word] = (counts[word] ?? 0) + 1;
    return counts;
  };
  return { email: count('email'), phone: count('phone') };
};

/** `house`: the same street in an area that is not another; `area`: city and postal code are one, the street isn't told to be another house. */
const placeOf = (level: (field: Field) => number): 'house' | 'area' | 'differs' | 'unknown' => {
  const differs = (['city', 'postal', 'state'] as const).filter((field) => level(field) === LEVEL.differs).length;
  const agrees = (field: Field) => level(field) === LEVEL.exact || level(field) === LEVEL.near;
  const exact = level('city') === LEVEL.exact || level('postal') === LEVEL.exact;
  // Springfield and Springdale, 97201 and 97202 are near without being the same: beside a contradiction they prove nothing.
  const area = exact || ((agrees('city') || agrees('postal')) && differs === 0);
  const street = agrees('street') && level('number') !== LEVEL.differs;
  const unsaid = level('city') === LEVEL.missing && level('postal') === LEVEL.missing;
  if (street && (area || unsaid) && differs < 2) return 'house';
  if (agrees('city') && agrees('postal')) return 'area';
  const elsewhere = level('street') === LEVEL.differs || level('number') === LEVEL.differs || differs > 0;
  return elsewhere ? 'differs' : 'unknown';
};

/** Nobody was born on the 47th, or in 2967: such a date is a slip and no relative's. */
const isPossible = (birthday: number): boolean => {
  const [year, month, day] = [yearOf(birthday), monthOf(birthday), dayOf(birthday)];
  return year >= 1880 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
};

/** A father's and a son's dates differ in the year: only a slip in day or month, or in the last digit of the year, may be one. */
const birthdayOf = (level: number, one: number, other: number): 'same' | 'slip' | 'differs' | 'unknown' => {
  if (level === LEVEL.missing) return 'unknown';
  if (level === LEVEL.exact) return 'same';
  if (level !== LEVEL.differs && isPossible(one) !== isPossible(other)) return 'slip';
  if (level !== LEVEL.near && level !== LEVEL.kin) return 'differs';
  const decade = (birthday: number) => Math.floor(yearOf(birthday) / 10);
  const sameDays = monthOf(one) === monthOf(other) && dayOf(one) === dayOf(other);
  if (turned(one) === other) return 'slip';
  return decade(one) === decade(other) || (yearOf(one) === yearOf(other) && !sameDays) ? 'slip' : 'differs';
};
