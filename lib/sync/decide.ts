import { CLIO_REGIONS } from '../clio/regions.ts';
import { fromWireContact, searchBody } from '../highlevel/convert.ts';
import { HIGHLEVEL } from '../highlevel/endpoints.ts';
import type { Client } from '../http/client.ts';
import { matchContact } from '../match/match.ts';
import { type Country, normalizeEmail, normalizePhone } from '../match/normalize.ts';
import { settledBy } from '../model/ask.ts';
import type { Connection } from '../model/connection.ts';
import type { Contact } from '../model/contact.ts';
import { toAppError } from '../model/errors.ts';
import { type Decision, type Link, linkKey } from '../model/link.ts';
import type { PageHint, Subject } from '../model/subject.ts';
import { isWithin } from './fresh.ts';
import { type KnownHint, type KnownPerson, knownKeys } from './known.ts';
import type { ReadsParts } from './office-reads.ts';

/** A search is repeated after this long, or when the e-mails, phones or name changed. */
const SEARCH_AGAIN = 10 * 60 * 1000;

interface Keys {
  emails: string[];
  phones: string[];
  firstName?: string;
  lastName?: string;
}

const keysOf = (contact: Contact, country: Country): Keys => ({
  emails: contact.emails.flatMap((one) => normalizeEmail(one.value) ?? []),
  phones: contact.phones.flatMap((one) => normalizePhone(one.value, country) ?? []),
  firstName: contact.firstName,
  lastName: contact.lastName,
});

/** Somebody said "not the same person" once: still offered, never taken for sure again. */
const unlessRefused = (decision: Decision, refused: string[]): Decision =>
  decision.kind === 'sure' && refused.includes(decision.candidate.id)
    ? { kind: 'choose', candidates: [decision.candidate] }
    : decision;

async function search(client: Client, location: Connection, keys: Keys): Promise<Contact[]> {
  const body = searchBody({ locationId: location.account, ...keys });
  if (!body) return [];
  const { data } = await client.call(location, { endpoint: HIGHLEVEL.contact.search, body }, { priority: 'interactive' });
  return data.contacts.map((one) => fromWireContact(one, location.account));
}

const linkFor = (
  clio: Connection,
  location: Connection,
  contact: Contact,
  { candidate }: Extract<Decision, { kind: 'sure' }>,
  at: number,
): Link => ({
  key: linkKey(clio.account, contact.id, location.account),
  clioAccount: clio.account,
  clioId: contact.id,
  locationId: location.account,
  highlevelId: candidate.id,
  by: 'match',
  reasons: candidate.reasons,
  at,
  base: {},
});

/** How the log tells of somebody who was matched without being asked about. */
const told = ({ id, name }: Contact, { at, key }: Link) =>
  ({
    at,
    kind: 'decision',
    by: 'sync',
    entity: 'contact',
    id,
    link: key,
    outcome: 'done',
    why: 'matched',
    body: { label: name },
  }) as const;

/** Whose HighLevel contact is this? At most one search; a sure match becomes a link, so that the next visit needs none. */
export async function decide(
  parts: ReadsParts,
  clio: Connection,
  location: Connection,
  contact: Contact,
  force: boolean,
): Promise<Link | undefined> {
  const { client, reader, now } = parts;
  const key = knownKeys.person(linkKey(clio.account, contact.id, location.account));
  const known = (await reader.known<KnownPerson>(key)) ?? { refused: [] };
  const country: Country = CLIO_REGIONS[clio.region ?? 'us'].phoneCountry;
  const keys = keysOf(contact, country);
  const fingerprint = JSON.stringify(keys);
  const fresh = known.fingerprint === fingerprint && isWithin(known.searchedAt, now(), SEARCH_AGAIN) && !known.problem;
  if (fresh && !force) return undefined;
  const save = (value: KnownPerson, link?: Link) => {
    const made = link && { links: [{ put: link, ifAbsent: true }], activity: [told(contact, link)], asks: settledBy(link) };
    return parts.apply({ at: now(), known: [{ key, value }], ...made }, 'view');
  };
  try {
    const found = await search(client, location, keys);
    // Somebody may have said "not this one" while the search was on its way.
    const { refused } = (await reader.known<KnownPerson>(key)) ?? known;
    const matched = matchContact({ clio: contact, found, country });
    const id = matched.kind === 'sure' ? matched.candidate.id : '';
    // Who stands for another client already is a person's to give away: two would write into one.
    const isTaken = (await reader.linksOfHighLevel(location.account, id)).some((one) => one.clioAccount === clio.account);
    const decision = unlessRefused(matched, isTaken ? [id] : refused);
    const link = decision.kind === 'sure' ? linkFor(clio, location, contact, decision, now()) : undefined;
    await save({ ...known, refused, decision, fingerprint, searchedAt: now(), problem: undefined }, link);
    return link;
  } catch (cause) {
    await save({ ...known, problem: { code: toAppError(cause).code, system: 'highlevel', at: now() } });
    return undefined;
  }
}

/** The page's own words as a person of Clio, for comparing only. */
function personOfHint(subject: Subject, hint: PageHint): Contact {
  const [firstName, ...rest] = (hint.name ?? '').trim().split(/\s+/);
  return {
    system: 'clio',
    account: subject.region,
    id: subject.id,
    kind: 'person',
    name: hint.name ?? '',
    firstName,
    lastName: rest.at(-1),
    emails: hint.emails.map((value) => ({ value, primary: false })),
    phones: hint.phones.map((value) => ({ value, primary: false })),
    tags: [],
  };
}

/** Looks for people like the page's own words; shown as a hint, linked to nothing. */
export async function lookForHint(parts: ReadsParts, subject: Subject, hint: PageHint, location: Connection): Promise<void> {
  const { client, reader, now } = parts;
  const country: Country = CLIO_REGIONS[subject.region].phoneCountry;
  const person = personOfHint(subject, hint);
  const keys = keysOf(person, country);
  const fingerprint = JSON.stringify(keys);
  const key = knownKeys.hint(subject.region, subject.kind, subject.id);
  const old = await reader.known<KnownHint>(key);
  if (old?.fingerprint === fingerprint && isWithin(old.searchedAt, now(), SEARCH_AGAIN)) return;
  const decision = matchContact({ clio: person, found: await search(client, location, keys), country });
  const candidates = decision.kind === 'sure' ? [decision.candidate] : decision.kind === 'choose' ? decision.candidates : [];
  const value: KnownHint = { hint, candidates, searchedAt: now(), fingerprint };
  await parts.apply({ at: now(), known: [{ key, value }] }, 'view');
}
