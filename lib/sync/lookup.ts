import { fromWireMatter } from '../clio/convert-matter.ts';
import { fromWireContact as fromClioContact } from '../clio/convert-contact.ts';
import { clioRequests } from '../clio/requests.ts';
import { CLIO_REGIONS } from '../clio/regions.ts';
import { fromWireContact as fromHighLevelContact, searchBody } from '../highlevel/convert.ts';
import { HIGHLEVEL } from '../highlevel/endpoints.ts';
import type { Client } from '../http/client.ts';
import { matchContact } from '../match/match.ts';
import { type Country, normalizeEmail, normalizePhone } from '../match/normalize.ts';
import type { Connection } from '../model/connection.ts';
import type { Contact } from '../model/contact.ts';
import { toAppError } from '../model/errors.ts';
import { type Decision, type Link, linkKey } from '../model/link.ts';
import type { Matter } from '../model/matter.ts';
import type { PageHint, Subject } from '../model/subject.ts';
import type { Apply } from '../store/apply.ts';
import type { Reader } from '../store/read.ts';
import { recordKey } from '../store/rows.ts';
import { type KnownHint, type KnownPerson, type KnownSubject, knownKeys } from './known.ts';
import { createPersonReads } from './person-reads.ts';

export interface LookupParts {
  client: Client;
  apply: Apply;
  reader: Reader;
  /** The Clio account of a region, and the HighLevel location that goes with it, where they are connected. */
  clioOf: (region: Subject['region']) => Promise<Connection | undefined>;
  locationOf: (clio: Connection) => Promise<Connection | undefined>;
  now: () => number;
}

export interface Lookup {
  /** Reads what is on screen from both systems into the store. One run a subject at a time. `force` skips what was read just now. */
  visit(subject: Subject, force?: boolean): Promise<void>;
  /** Looks for people like the page's own words; shown as a hint, linked to nothing. */
  visitHint(subject: Subject, hint: PageHint, location: Connection): Promise<void>;
  /** Reads one linked person again, after a write. */
  refreshPerson(link: Link): Promise<void>;
}

const SECOND = 1000;
/** Coming back to a record this soon shows the store alone. */
const JUST_NOW = 3 * SECOND;
/** A search is repeated after this long, or when the e-mails, phones or name changed. */
const SEARCH_AGAIN = 10 * 60 * SECOND;

/** Whom a subject is about: the contact itself, or the chosen or first person of the matter. */
export function personOf(subject: Subject, matter: Matter | undefined, known: KnownSubject | undefined): string | undefined {
  if (subject.kind === 'contact') return subject.id;
  const people = [matter?.client, ...(matter?.related ?? [])].filter((one) => one !== undefined);
  return people.find((one) => one.id === known?.chosen)?.id ?? people[0]?.id;
}

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
  decision.kind === 'sure' && refused.includes(decision.candidate.id) ? { kind: 'choose', candidates: [decision.candidate] } : decision;

export function createLookup(parts: LookupParts): Lookup {
  const { client, apply, reader, now } = parts;
  const reads = createPersonReads(parts);
  const running = new Map<string, Promise<void>>();

  const search = async (location: Connection, keys: Keys): Promise<Contact[]> => {
    const body = searchBody({ locationId: location.account, ...keys });
    if (!body) return [];
    const { data } = await client.call(location, { endpoint: HIGHLEVEL.contact.search, body }, { priority: 'interactive' });
    return data.contacts.map((one) => fromHighLevelContact(one, location.account));
  };

  /** Reads one record; a 404 is kept as its problem, so that the screen can say "deleted". */
  const readOne = async (key: string, read: () => Promise<void>): Promise<boolean> => {
    try {
      await read();
      return true;
    } catch (cause) {
      await apply({ at: now(), problems: [{ key, code: toAppError(cause).code }] }, 'view');
      return false;
    }
  };

  const readClioContact = (clio: Connection, id: string): Promise<boolean> => {
    const key = recordKey('clio', clio.account, 'contact', id);
    const since = now();
    return readOne(key, async () => {
      const { data } = await client.call(clio, clioRequests.contact(id), { priority: 'interactive' });
      const value = fromClioContact(data.data, clio.account);
      await apply({ at: now(), since, records: [{ system: 'clio', account: clio.account, entity: 'contact', id, value }], seen: [key] }, 'view');
    });
  };

  const readMatter = (clio: Connection, id: string): Promise<boolean> => {
    const key = recordKey('clio', clio.account, 'matter', id);
    const since = now();
    return readOne(key, async () => {
      const [matter, related] = await Promise.all([
        client.call(clio, clioRequests.matter(id), { priority: 'interactive' }),
        client.call(clio, clioRequests.relatedContacts(id), { priority: 'interactive' }),
      ]);
      const value = fromWireMatter(matter.data.data, clio.account, related.data.data);
      await apply({ at: now(), since, records: [{ system: 'clio', account: clio.account, entity: 'matter', id, value }], seen: [key] }, 'view');
    });
  };

  /** At most one search; a sure match becomes a link, so that the next visit needs none. */
  const decide = async (clio: Connection, location: Connection, contact: Contact, force: boolean): Promise<Link | undefined> => {
    const key = linkKey(clio.account, contact.id, location.account);
    const known = (await reader.known<KnownPerson>(knownKeys.person(key))) ?? { refused: [] };
    const country: Country = CLIO_REGIONS[clio.region ?? 'us'].phoneCountry;
    const keys = keysOf(contact, country);
    const fingerprint = JSON.stringify(keys);
    const fresh = known.fingerprint === fingerprint && now() - (known.searchedAt ?? 0) < SEARCH_AGAIN && !known.problem;
    if (fresh && !force) return undefined;
    const save = (value: KnownPerson, link?: Link) =>
      apply({ at: now(), known: [{ key: knownKeys.person(key), value }], links: link ? [{ put: link }] : [] }, 'view');
    try {
      const decision = unlessRefused(matchContact({ clio: contact, found: await search(location, keys), country }), known.refused);
      const value = { ...known, decision, fingerprint, searchedAt: now(), problem: undefined };
      if (decision.kind !== 'sure') {
        await save(value);
        return undefined;
      }
      const { id, reasons } = decision.candidate;
      const link: Link = { key, clioAccount: clio.account, clioId: contact.id, locationId: location.account, highlevelId: id, by: 'match', reasons, at: now(), base: {} };
      await save(value, link);
      return link;
    } catch (cause) {
      const error = toAppError(cause);
      await save({ ...known, problem: { code: error.code, system: 'highlevel', at: now() } });
      return undefined;
    }
  };

  const visitPerson = async (clio: Connection, subject: Subject, clioId: string, force: boolean): Promise<void> => {
    const location = await parts.locationOf(clio);
    const link = location && (await reader.link(linkKey(clio.account, clioId, location.account)));
    // A linked person needs no search, so both systems are read at once.
    const early = link ? reads.highlevel(location, link, force) : undefined;
    const there = await readClioContact(clio, clioId);
    const contact = await reader.record<Contact>(recordKey('clio', clio.account, 'contact', clioId));
    if (!there || !contact || contact.kind === 'company') return void (await early);
    const ofClio = reads.clio(clio, clioId, subject.kind === 'matter' ? subject.id : undefined);
    const decided = !link && location ? await decide(clio, location, contact, force) : undefined;
    await Promise.all([early, ofClio, decided && location ? reads.highlevel(location, decided, force) : undefined]);
  };

  const visit = async (subject: Subject, force: boolean): Promise<void> => {
    const clio = await parts.clioOf(subject.region);
    if (!clio || subject.kind === 'none') return;
    const entity = subject.kind === 'matter' ? 'matter' : 'contact';
    const last = await reader.readAt(recordKey('clio', clio.account, entity, subject.id));
    if (!force && last && !last.problem && now() - last.at < JUST_NOW) return;
    if (subject.kind === 'matter' && !(await readMatter(clio, subject.id))) return;
    const matter = await reader.record<Matter>(recordKey('clio', clio.account, 'matter', subject.id));
    const known = await reader.known<KnownSubject>(knownKeys.subject(clio.account, subject.kind, subject.id));
    const clioId = personOf(subject, matter, known);
    if (clioId) await visitPerson(clio, subject, clioId, force);
  };

  return {
    visit(subject, force = false) {
      const key = `${subject.region}|${subject.kind}|${subject.id}|${force}`;
      const already = running.get(key);
      if (already) return already;
      const run = visit(subject, force).finally(() => running.delete(key));
      running.set(key, run);
      return run;
    },
    async visitHint(subject, hint, location) {
      const country: Country = CLIO_REGIONS[subject.region].phoneCountry;
      const [firstName, ...rest] = (hint.name ?? '').trim().split(/\s+/);
      const person: Contact = {
        system: 'clio', account: subject.region, id: subject.id, kind: 'person', name: hint.name ?? '', firstName, lastName: rest.at(-1),
        emails: hint.emails.map((value) => ({ value, primary: false })), phones: hint.phones.map((value) => ({ value, primary: false })), tags: [],
      };
      const keys = keysOf(person, country);
      const fingerprint = JSON.stringify(keys);
      const key = knownKeys.hint(subject.region, subject.kind, subject.id);
      const old = await reader.known<KnownHint>(key);
      if (old?.fingerprint === fingerprint && now() - old.searchedAt < SEARCH_AGAIN) return;
      const decision = matchContact({ clio: person, found: await search(location, keys), country });
      const candidates = decision.kind === 'sure' ? [decision.candidate] : decision.kind === 'choose' ? decision.candidates : [];
      await apply({ at: now(), known: [{ key, value: { hint, candidates, searchedAt: now(), fingerprint } satisfies KnownHint }] }, 'view');
    },
    async refreshPerson(link) {
      const clio = await parts.clioOf(link.clioAccount.split(':')[0] as Subject['region']);
      const location = clio && (await parts.locationOf(clio));
      if (location?.account === link.locationId) await reads.highlevel(location, link, true);
    },
  };
}
