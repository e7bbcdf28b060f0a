import type { Contact } from '../model/contact.ts';
import { fold } from '../model/fold.ts';
import type { Reason } from '../model/link.ts';
import { companyWords, type Nearness, nameOf, nearness } from './names.ts';
import { type Country, normalizeDate, normalizeEmail, normalizePhone, normalizeStreet } from './normalize.ts';
import { isGenericEmail } from './weak-emails.ts';

/** How many other Clio contacts have a normalised e-mail or E.164 phone. Keys nobody else has may be left out. */
export type Shared = ReadonlyMap<string, number>;

/** What one e-mail or phone held in common is worth. */
export interface KeyMatch {
  value: string;
  /** How many others have it, among the candidates or in Clio, whichever is more. */
  others: number;
  /** An office's address rather than a person's. */
  generic: boolean;
}

/** Everything that speaks for or against one candidate. */
export interface Signals {
  emails: KeyMatch[];
  phones: KeyMatch[];
  name: Nearness;
  sameSuffix: boolean;
  sameKind: boolean;
  birthday: 'same' | 'differs' | 'unknown';
  sameAddress: boolean;
  sameCity: boolean;
}

/** Normalised e-mails and phones of a contact, each once. */
export const keysOf = (contact: Contact, country: Country): { emails: string[]; phones: string[] } => ({
  emails: unique(contact.emails.map((one) => normalizeEmail(one.value))),
  phones: unique(contact.phones.map((one) => normalizePhone(one.value, country))),
});

const unique = (list: (string | undefined)[]): string[] => [...new Set(list.filter((one) => one !== undefined))];

/** Compares one candidate with the Clio contact. `owners` counts the candidates that have each key. */
export function signalsOf(
  clio: Contact,
  found: Contact,
  country: Country,
  owners: ReadonlyMap<string, number>,
  shared: Shared,
): Signals {
  const [mine, theirs] = [keysOf(clio, country), keysOf(found, country)];
  const common = (own: string[], other: string[]): KeyMatch[] =>
    own
      .filter((value) => other.includes(value))
      .map((value) => ({
        value,
        others: Math.max((owners.get(value) ?? 1) - 1, shared.get(value) ?? 0),
        generic: value.includes('@') && isGenericEmail(value),
      }));
  return {
    emails: common(mine.emails, theirs.emails),
    phones: common(mine.phones, theirs.phones),
    ...nameSignals(clio, found),
    birthday: birthdays(normalizeDate(clio.dateOfBirth), normalizeDate(found.dateOfBirth)),
    sameAddress:
      isSame(normalizeStreet(clio.address1), normalizeStreet(found.address1)) &&
      !(clio.city && found.city && !isSameCity(clio, found)),
    sameCity: isSameCity(clio, found),
  };
}

const nameSignals = (clio: Contact, found: Contact): Pick<Signals, 'name' | 'sameSuffix' | 'sameKind'> => {
  const sameKind = clio.kind === found.kind;
  if (clio.kind === 'company' || found.kind === 'company') {
    const names = [clio, found].map((one) => companyWords(one.kind === 'company' ? (one.company ?? one.name) : one.name));
    return { name: names[0] && names[1] ? (names[0] === names[1] ? 'same' : 'differs') : 'unknown', sameSuffix: true, sameKind };
  }
  const [one, other] = [nameOf(clio), nameOf(found)];
  return { name: nearness(one, other), sameSuffix: one.suffix === other.suffix, sameKind };
};

const birthdays = (one: string | undefined, other: string | undefined): Signals['birthday'] =>
  one && other ? (one === other ? 'same' : 'differs') : 'unknown';
const isSame = (one: string | undefined, other: string | undefined) => one !== undefined && one === other;
const isSameCity = (clio: Contact, found: Contact) =>
  isSame(fold(clio.city ?? '') || undefined, fold(found.city ?? '') || undefined);

const isUnique = (key: KeyMatch) => key.others === 0 && !key.generic;
export const uniqueEmail = (signals: Signals): boolean => signals.emails.some(isUnique);
export const uniquePhone = (signals: Signals): boolean => signals.phones.some(isUnique);
export const hasKey = (signals: Signals): boolean => signals.emails.length + signals.phones.length > 0;
/** The names speak for one person. */
export const isNamed = (signals: Signals): boolean => signals.name === 'same' || signals.name === 'similar';

/** Something says these are two people; whoever says otherwise must be a person. */
export const isContradicted = (signals: Signals): boolean =>
  signals.name === 'differs' ||
  !signals.sameKind ||
  signals.birthday === 'differs' ||
  (!signals.sameSuffix && signals.name !== 'unknown');

/** 0..1, for the order of candidates only. */
export function scoreOf(signals: Signals): number {
  const email = uniqueEmail(signals) ? 0.4 : signals.emails.length > 0 ? 0.2 : 0;
  const phone = uniquePhone(signals) ? 0.25 : signals.phones.length > 0 ? 0.12 : 0;
  const name = signals.name === 'same' ? 0.2 : signals.name === 'similar' ? 0.14 : signals.name === 'initials' ? 0.06 : 0;
  const place = (signals.sameAddress ? 0.04 : 0) + (signals.sameCity ? 0.02 : 0) + (signals.birthday === 'same' ? 0.09 : 0);
  const against = isContradicted(signals) ? 0.5 : 1;
  return (email + phone + name + place) * against;
}

/** Reasons in the order they are shown: for, doubtful, against. */
export function reasonsOf(signals: Signals): Reason[] {
  const keys = hasKey(signals);
  const clear = [...signals.emails, ...signals.phones];
  const reasons: (Reason | false)[] = [
    ...signals.emails.slice(0, 1).map((key): Reason => ({ code: 'same-email', tone: 'good', value: key.value })),
    ...signals.phones.slice(0, 1).map((key): Reason => ({ code: 'same-phone', tone: 'good', value: key.value })),
    keys && signals.name === 'same' && { code: 'same-name', tone: 'good' },
    keys &&
      (signals.name === 'similar' || signals.name === 'initials' || signals.name === 'partial') && {
        code: 'similar-name',
        tone: 'good',
      },
    signals.birthday === 'same' && { code: 'same-birthday', tone: 'good' },
    signals.sameAddress && { code: 'same-address', tone: 'good' },
    signals.sameCity && !signals.sameAddress && { code: 'same-city', tone: 'good' },
    !keys && { code: 'name-only', tone: 'warn' },
    ...clear.filter((key) => !isUnique(key)).map(sharedReason),
    !signals.sameSuffix && signals.name !== 'unknown' && { code: 'suffix-differs', tone: 'bad' },
    signals.birthday === 'differs' && { code: 'birthday-differs', tone: 'bad' },
    signals.name === 'differs' && { code: 'name-differs', tone: 'bad' },
    !signals.sameKind && { code: 'company-differs', tone: 'bad' },
  ];
  return reasons.filter((reason) => reason !== false);
}

const sharedReason = (key: KeyMatch): Reason => ({
  code: key.value.includes('@') ? 'shared-email' : 'shared-phone',
  tone: 'warn',
  value: key.value,
  // Absent for an office's address: nobody counted who reads it.
  ...(key.others > 0 ? { count: key.others } : {}),
});
