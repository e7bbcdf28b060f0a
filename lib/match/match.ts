import type { Contact, Labelled } from '../model/contact.ts';
import type { Candidate, Decision, Reason } from '../model/link.ts';
import type { Country } from './normalize.ts';
import {
  hasKey,
  isContradicted,
  isNamed,
  keysOf,
  reasonsOf,
  type Shared,
  type Signals,
  scoreOf,
  signalsOf,
  uniqueEmail,
  uniquePhone,
} from './signals.ts';

export interface MatchInput {
  clio: Contact;
  /** HighLevel's answers to the one search. */
  found: Contact[];
  /** For numbers written without a country. */
  country: Country;
  /** E-mails and phones that other Clio contacts have as well. */
  sharedInClio?: Shared;
}

/** Who in HighLevel is this Clio contact? Sure only on an e-mail or phone that nobody else has, with nothing against it. */
export function matchContact({ clio, found, country, sharedInClio = new Map() }: MatchInput): Decision {
  const people = [...new Map(found.map((one) => [one.id, one])).values()];
  const owners = countOwners(people, country);
  const weighed = people
    .map((contact) => ({ contact, signals: signalsOf(clio, contact, country, owners, sharedInClio) }))
    .filter(({ signals }) => hasKey(signals) || isWorthShowing(signals))
    .map((one) => ({ ...one, candidate: candidateOf(one.contact, one.signals) }))
    .sort((a, b) => b.candidate.score - a.candidate.score || (a.candidate.id < b.candidate.id ? -1 : 1));
  if (weighed.length === 0) return { kind: 'none', reasons: reasonsForNone(clio, country) };
  const rivals = weighed.filter(({ signals }) => isRival(signals));
  const sure = rivals.length === 1 && decides(rivals[0]!.signals) ? rivals[0] : undefined;
  if (sure) return { kind: 'sure', candidate: sure.candidate };
  return {
    kind: 'choose',
    candidates: weighed.map((one) =>
      rivals.length > 1 && rivals.includes(one) ? oneOfSeveral(one.candidate, rivals.length) : one.candidate,
    ),
  };
}

const countOwners = (people: Contact[], country: Country): Map<string, number> => {
  const owners = new Map<string, number>();
  for (const person of people) {
    const { emails, phones } = keysOf(person, country);
    for (const key of [...emails, ...phones]) owners.set(key, (owners.get(key) ?? 0) + 1);
  }
  return owners;
};

/** A full or nearly full name is worth a look; a first name alone is chance, and so is a man's name for a firm's. */
const isWorthShowing = (signals: Signals): boolean => signals.sameKind && (isNamed(signals) || signals.name === 'initials');

/** Could be the person: shares a key, even a weak one, and nothing is against it. Two of these are never settled by a machine. */
const isRival = (signals: Signals): boolean => hasKey(signals) && !isContradicted(signals);

/** An e-mail that is the person's own decides unless something is against it. A phone passes from hand to hand: the name must agree too. */
const decides = (signals: Signals): boolean => uniqueEmail(signals) || (uniquePhone(signals) && isNamed(signals));

const first = (list: Labelled[]): string | undefined => (list.find((one) => one.primary) ?? list[0])?.value;

const candidateOf = (contact: Contact, signals: Signals): Candidate => ({
  id: contact.id,
  name: contact.name,
  email: first(contact.emails),
  phone: first(contact.phones),
  city: contact.city,
  addedAt: contact.createdAt,
  reasons: reasonsOf(signals),
  score: scoreOf(signals),
});

/** Said after what is for it and before what is against it. */
const oneOfSeveral = (candidate: Candidate, count: number): Candidate => {
  const several: Reason = { code: 'several-match', tone: 'warn', count };
  const { reasons } = candidate;
  return {
    ...candidate,
    reasons: [...reasons.filter((one) => one.tone !== 'bad'), several, ...reasons.filter((one) => one.tone === 'bad')],
  };
};

/** What was looked for and not found, so that "no match" can be judged. */
const reasonsForNone = (clio: Contact, country: Country): Reason[] => {
  const { emails, phones } = keysOf(clio, country);
  const looked: Reason[] = [
    ...emails.slice(0, 1).map((value): Reason => ({ code: 'no-same-email', tone: 'warn', value })),
    ...phones.slice(0, 1).map((value): Reason => ({ code: 'no-same-phone', tone: 'warn', value })),
    { code: 'no-same-name', tone: 'warn', value: clio.name },
  ];
  return emails.length + phones.length > 0 ? looked : [{ code: 'nothing-to-go-by', tone: 'warn' }, ...looked];
};
