import { isNickname } from '../nicknames.ts';
import { dayOf, digitSlips, monthOf, turned, yearOf } from './birthday.ts';
import { editDistance, isFarOff, jaroWinkler } from './distance.ts';
import { LEVEL, type Level } from './levels.ts';

export type Sound = (word: string) => string;
/** How far two different, filled-in texts agree. All of these are symmetric. */
export type Likeness = (one: string, other: string, soundOf: Sound) => Level;

const inOrder =
  (compare: Likeness): Likeness =>
  (one, other, soundOf) =>
    one < other ? compare(one, other, soundOf) : compare(other, one, soundOf);

const spelling: Likeness = (one, other, soundOf) => {
  if (isFarOff(one, other)) return LEVEL.differs;
  const [short, long] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  if (one === other) return LEVEL.near;
  const edits = editDistance(one, other, 3);
  if (edits <= 1 && short >= 3) return LEVEL.near;
  const nearness = jaroWinkler(one, other);
  if (nearness >= 0.94 && short >= 4) return LEVEL.near;
  if ((edits <= 2 && long >= 5) || (edits <= 3 && long >= 9) || (nearness >= 0.88 && short >= 3)) return LEVEL.close;
  if (short >= 4 && (one.includes(other) || other.includes(one))) return LEVEL.close;
  return short >= 3 && soundOf(one) === soundOf(other) ? LEVEL.close : LEVEL.differs;
};

const isInitial = (one: string, other: string) =>
  (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other));

export const lastLikeness: Likeness = inOrder((one, other, soundOf) =>
  isInitial(one, other) ? LEVEL.initial : spelling(one, other, soundOf),
);
export const firstLikeness: Likeness = inOrder((one, other, soundOf) =>
  isNickname(one, other) ? LEVEL.kin : isInitial(one, other) ? LEVEL.initial : spelling(one, other, soundOf),
);

/** Words in another order or with one word more are near; one long word in common is close. */
export const placeLikeness: Likeness = inOrder((one, other, soundOf) => {
  if (isFarOff(one, other)) return LEVEL.differs;
  const level = spelling(one.replaceAll(' ', ''), other.replaceAll(' ', ''), soundOf);
  if (level === LEVEL.near || (!one.includes(' ') && !other.includes(' '))) return level;
  const [mine, theirs] = [one.split(' '), other.split(' ')];
  const common = mine.filter((word) => theirs.includes(word));
  if (common.length === Math.max(mine.length, theirs.length)) return LEVEL.near;
  return common.some((word) => word.length >= 4) ? LEVEL.close : level;
});

export const codeLikeness: Likeness = (one, other) =>
  editDistance(one, other, 1) <= 1 && Math.min(one.length, other.length) >= 2 ? LEVEL.near : LEVEL.differs;

/** `nsw` and `New South Wales` say nothing of each other. */
export const stateLikeness: Likeness = (one, other) => {
  const [short, long] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  if (short <= 3 && long >= 5) return LEVEL.missing;
  return editDistance(one, other, 1) <= 1 && long >= 3 ? LEVEL.near : LEVEL.differs;
};

const digitsOf = (email: string): string => email.replace(/\D/g, '');
/** Mailboxes of namesakes differ in their numbers: `ana.lee2@` and `ana.lee7@` are no slip. */
export const emailLikeness: Likeness = inOrder((one, other) =>
  digitsOf(one) === digitsOf(other) && editDistance(one, other, 2) <= 2 ? LEVEL.near : LEVEL.differs,
);
export const phoneLikeness: Likeness = (one, other) => (editDistance(one, other, 1) <= 1 ? LEVEL.near : LEVEL.differs);

/** yyyymmdd numbers, 0 for unknown. */
export function birthdayLikeness(one: number, other: number): Level {
  if (one === 0 || other === 0) return LEVEL.missing;
  if (one === other) return LEVEL.exact;
  if (turned(one) === other) return LEVEL.kin;
  const slips = digitSlips(one, other);
  if (slips <= 1) return LEVEL.near;
  const parts = [yearOf, monthOf, dayOf].filter((part) => part(one) === part(other)).length;
  return slips <= 2 || parts === 2 || digitSlips(turned(one), other) <= 1 ? LEVEL.close : LEVEL.differs;
}
