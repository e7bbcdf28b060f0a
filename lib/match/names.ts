import type { Contact } from '../model/contact.ts';
import { fold } from '../model/fold.ts';
import { isNickname } from './nicknames.ts';

/** A person's name in folded words. */
export interface PersonName {
  first: string[];
  middle: string[];
  last: string[];
  /** `jr`, `sr`, `ii`, `iii`, `iv` */
  suffix?: string;
}

// biome-ignore format: a table
const SUFFIXES: Record<string, string> = {
  jr: 'jr', jnr: 'jr', junior: 'jr', sr: 'sr', snr: 'sr', senior: 'sr', ii: 'ii', '2nd': 'ii', iii: 'iii', '3rd': 'iii', iv: 'iv', '4th': 'iv',
};
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const PREFIXES = words('mr mrs ms miss mx dr prof professor sir dame rev hon herr frau mme');
const TITLES = words('esq esquire phd md qc kc cpa dds jd llb');
const COMPANY_FORMS = words('inc incorporated llc llp lp ltd limited corp corporation co company plc pc gmbh pty the');

/** Splits `Kim, David S., Jr.` or separate parts; the suffix may stand in any of them. */
export function nameOf(contact: Pick<Contact, 'name' | 'firstName' | 'middleName' | 'lastName'>): PersonName {
  const parts =
    contact.firstName || contact.lastName ? [contact.firstName, contact.middleName, contact.lastName] : wholeName(contact.name);
  let suffix: string | undefined;
  const [first = [], middle = [], last = []] = parts.map((part, place) => {
    const all = fold(part ?? '')
      .split(' ')
      .filter(Boolean);
    // `Md` and `Junior` can be names: a part is never emptied of its only or first word for being a title or suffix.
    const kept = all.filter((word, at) => at === 0 || !TITLES.has(word));
    return kept.filter((word, at) => {
      const found = place === 0 && at === 0 ? undefined : SUFFIXES[word];
      suffix ??= found;
      return !found;
    });
  });
  while (first.length > 1 && PREFIXES.has(first[0]!)) first.shift();
  return { first, middle, last, suffix };
}

/** Whether a word is a suffix or title that stands behind a name: `Jr.`, `Esq`. */
export const isEnding = (word: string) => SUFFIXES[fold(word)] !== undefined || TITLES.has(fold(word));

/** First, middle, last with its endings. The last word is the last name, a lone word a first name; `Kim, David S.` is turned round. */
const wholeName = (name: string): [string, string, string] => {
  const [head = '', ...tail] = name.split(',').map((part) => part.trim());
  const given = tail.filter((part) => part && !isEnding(part)).join(' ');
  const endings = tail.filter((part) => part && isEnding(part));
  const plain = (given ? given : head).split(/\s+/).filter((word) => word && !PREFIXES.has(fold(word)));
  while (plain.length > 1 && isEnding(plain.at(-1)!)) endings.push(plain.pop()!);
  const last = given ? head : plain.length > 1 ? plain.pop()! : '';
  return [plain[0] ?? '', plain.slice(1).join(' '), [last, ...endings].join(' ').trim()];
};

/** A company's folded words without its legal form. */
export const companyWords = (name: string): string =>
  fold(name.replaceAll('&', ' and '))
    .split(' ')
    .filter((word) => !COMPANY_FORMS.has(word))
    .join(' ') || fold(name);

/**
 * How near two names are. `same` and `similar` speak for one person; `partial` and `initials` contradict nothing but prove little;
 * `unknown` when one side has no name.
 */
export type Nearness = 'same' | 'similar' | 'initials' | 'partial' | 'differs' | 'unknown';

export function nearness(one: PersonName, other: PersonName): Nearness {
  if (isBlank(one) || isBlank(other)) return 'unknown';
  if (one.last.length === 0 || other.last.length === 0) return lacking(one, other);
  const straight = ordered(one, other);
  if (straight !== 'differs') return straight;
  const swapped = [ordered(one, turned(other)), ordered(turned(one), other)];
  return swapped.includes('same') || swapped.includes('similar') ? 'similar' : 'differs';
}

const turned = (name: PersonName): PersonName => ({ ...name, first: name.last, last: name.first });

const isBlank = (name: PersonName) => name.first.length + name.last.length === 0;

/** One of the two is a lone name: it may stand for the other person when all of it is found there. */
const lacking = (one: PersonName, other: PersonName): Nearness => {
  const within = (words: string[], known: string[]) =>
    words.every((word) => known.some((name) => name === word || isNickname(word, name)));
  const [mine, theirs] = [allWords(one), allWords(other)];
  return within(mine, theirs) || within(theirs, mine) ? 'partial' : 'differs';
};
const allWords = (name: PersonName) => [...name.first, ...name.middle, ...name.last];

const ordered = (one: PersonName, other: PersonName): Nearness => {
  const last = lastNearness(one.last, other.last);
  const first = firstNearness(one, other);
  if (last === 'differs' || first === 'differs') return 'differs';
  if (first === 'initials') return 'initials';
  return last === 'same' && first === 'same' ? 'same' : 'similar';
};

/** First and middle words together: `Mary Anne` is `Mary A.`, and `David S.` is not `David T.` */
const firstNearness = (one: PersonName, other: PersonName): Nearness => {
  const [mine, theirs] = [
    [...one.first, ...one.middle],
    [...other.first, ...other.middle],
  ];
  // `Jean-Luc` and `Jeanluc`.
  if (one.first.join('') === other.first.join('') && one.first.length !== other.first.length) return 'same';
  const [a = '', b = ''] = [mine[0], theirs[0]];
  const head = a === b ? 'same' : isNickname(a, b) ? 'similar' : isInitial(a, b) ? 'initials' : 'differs';
  const clash = mine.slice(1).some((word, at) => theirs[at + 1] && !agrees(word, theirs[at + 1]!));
  return clash ? 'differs' : head;
};

const agrees = (a: string, b: string) => a === b || isInitial(a, b) || isNickname(a, b);
const isInitial = (a: string, b: string) => (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** A double name may have lost one half; one slip is forgiven in a long last name, never in a first name (twins are Alina and Alona). */
const lastNearness = (one: string[], other: string[]): Nearness => {
  const [a, b] = [one.join(''), other.join('')];
  if (a === b) return 'same';
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < long.length && short.every((word) => word.length > 1 && long.includes(word))) return 'similar';
  return Math.min(a.length, b.length) >= 6 && isOneSlip(a, b) ? 'similar' : 'differs';
};

/** One letter wrong, missing, too many, or two neighbours changed about. */
const isOneSlip = (a: string, b: string): boolean => {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  const [x, y] = [a.slice(start), b.slice(start)];
  if (x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)) return true;
  return x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2);
};
