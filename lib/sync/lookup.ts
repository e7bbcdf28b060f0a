import type { Connection } from '../model/connection.ts';
import type { Contact } from '../model/contact.ts';
import { type Link, linkKey } from '../model/link.ts';
import type { Matter } from '../model/matter.ts';
import type { PageHint, Subject } from '../model/subject.ts';
import { recordKey } from '../store/rows.ts';
import { readClioContact, readClioWork, readMatter } from './clio-reads.ts';
import { decide, lookForHint } from './decide.ts';
import { dirtyKey } from './dirty.ts';
import { isWithin } from './fresh.ts';
import { readHighLevel, readHighLevelContact, readHighLevelUntold } from './highlevel-reads.ts';
import { type KnownSubject, knownKeys } from './known.ts';
import type { ReadsParts } from './office-reads.ts';
import { readWholeAt } from './whole.ts';

export interface LookupParts extends ReadsParts {
  /** The Clio account of a region, and the HighLevel location that goes with it, where they are connected. */
  clioOf: (region: Subject['region']) => Promise<Connection | undefined>;
  locationOf: (clio: Connection) => Promise<Connection | undefined>;
  /** Two-way sync reads this Clio account by itself. */
  isSynced?: (clio: Connection) => Promise<boolean>;
}

export interface Lookup {
  /** Reads what is on screen from both systems into the store. One run a subject at a time. `force` skips what was read just now. */
  visit(subject: Subject, force?: boolean): Promise<void>;
  /** Keeps what is on screen fresh: where two-way sync reads the rest, only what it can't tell of a linked person. */
  glance(subject: Subject): Promise<void>;
  /** Looks for people like the page's own words; shown as a hint, linked to nothing. */
  visitHint(subject: Subject, hint: PageHint, location: Connection): Promise<void>;
  /** Reads the HighLevel contact of a link again, after a write; `whole` with its tasks, notes and appointments. */
  refreshPerson(link: Link, whole: boolean): Promise<void>;
}

/** Coming back to a record this soon shows the store alone. */
const JUST_NOW = 3_000;

/** Whom a subject is about: the contact itself, or the chosen or first person of the matter. */
export function personOf(subject: Subject, matter: Matter | undefined, known: KnownSubject | undefined): string | undefined {
  if (subject.kind === 'contact') return subject.id;
  const people = [matter?.client, ...(matter?.related ?? [])].filter((one) => one !== undefined);
  return people.find((one) => one.id === known?.chosen)?.id ?? people[0]?.id;
}

/** Begun now and awaited later: what fails in between is told to whoever awaits it, and not to the console as nobody's. */
function held<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

async function visitPerson(
  parts: LookupParts,
  clio: Connection,
  subject: Subject,
  clioId: string,
  force: boolean,
): Promise<void> {
  const { reader } = parts;
  const location = await parts.locationOf(clio);
  const link = location && (await reader.link(linkKey(clio.account, clioId, location.account)));
  // A linked person needs no search, so both systems are read at once.
  const early = link ? held(readHighLevel(parts, location, link)) : undefined;
  const failed = await readClioContact(parts, clio, clioId);
  const contact = await reader.record<Contact>(recordKey('clio', clio.account, 'contact', clioId));
  if (failed || !contact || contact.kind === 'company') return void (await early);
  const ofClio = held(readClioWork(parts, clio, clioId, subject.kind === 'matter' ? subject.id : undefined));
  const decided = !link && location ? await decide(parts, clio, location, contact, force) : undefined;
  await Promise.all([early, ofClio, decided && location ? readHighLevel(parts, location, decided) : undefined]);
  await markNew(parts, clio, link ?? decided);
}

/** Somebody linked just now has to be read whole once, so that two-way sync knows all there is of them. */
async function markNew(parts: LookupParts, clio: Connection, link: Link | undefined): Promise<void> {
  if (!link || !(await parts.isSynced?.(clio)) || (await readWholeAt(parts.reader, link)) !== undefined) return;
  const at = parts.now();
  await parts.apply({ at, dirty: [{ key: dirtyKey({ kind: 'read', link: link.key }), at }] }, 'view');
}

/** The linked HighLevel contact of what is on screen, with its location. */
async function linkedTo(parts: LookupParts, clio: Connection, subject: Subject): Promise<[Connection, Link] | undefined> {
  const { reader } = parts;
  const matter = await reader.record<Matter>(recordKey('clio', clio.account, 'matter', subject.id));
  const known = await reader.known<KnownSubject>(knownKeys.subject(clio.account, subject.kind, subject.id));
  const clioId = personOf(subject, matter, known);
  const location = await parts.locationOf(clio);
  const link = clioId && location && (await reader.link(linkKey(clio.account, clioId, location.account)));
  return link ? [location, link] : undefined;
}

async function visit(parts: LookupParts, subject: Subject, force: boolean): Promise<void> {
  const { reader, now } = parts;
  const clio = await parts.clioOf(subject.region);
  if (!clio || subject.kind === 'none') return;
  const entity = subject.kind === 'matter' ? 'matter' : 'contact';
  const last = await reader.readAt(recordKey('clio', clio.account, entity, subject.id));
  if (!force && last && !last.problem && isWithin(last.at, now(), JUST_NOW)) return;
  if (subject.kind === 'matter' && (await readMatter(parts, clio, subject.id))) return;
  const matter = await reader.record<Matter>(recordKey('clio', clio.account, 'matter', subject.id));
  const known = await reader.known<KnownSubject>(knownKeys.subject(clio.account, subject.kind, subject.id));
  const clioId = personOf(subject, matter, known);
  if (clioId) await visitPerson(parts, clio, subject, clioId, force);
}

export function createLookup(parts: LookupParts): Lookup {
  const running = new Map<string, Promise<void>>();
  /** Asked for once more while it was being read: what was chosen or linked meanwhile may not be in that reading. */
  const again = new Set<string>();
  const read = async (key: string, subject: Subject, force: boolean): Promise<void> => {
    do {
      again.delete(key);
      await visit(parts, subject, force);
    } while (again.has(key));
  };
  return {
    visit(subject, force = false) {
      const key = `${subject.region}|${subject.kind}|${subject.id}|${force}`;
      const already = running.get(key);
      if (already && force) again.add(key);
      if (already) return already;
      const run = read(key, subject, force).finally(() => running.delete(key));
      running.set(key, run);
      return run;
    },
    async glance(subject) {
      const clio = await parts.clioOf(subject.region);
      const isSynced = clio && subject.kind !== 'none' && (await parts.isSynced?.(clio));
      const linked = isSynced ? await linkedTo(parts, clio, subject) : undefined;
      if (!linked) return this.visit(subject, true);
      await readHighLevelUntold({ ...parts, priority: 'background' }, linked[0], linked[1].highlevelId);
    },
    visitHint: (subject, hint, location) => lookForHint(parts, subject, hint, location),
    async refreshPerson(link, whole) {
      const clio = await parts.clioOf(link.clioAccount.split(':')[0] as Subject['region']);
      const location = clio && (await parts.locationOf(clio));
      if (location?.account !== link.locationId) return;
      await (whole ? readHighLevel(parts, location, link) : readHighLevelContact(parts, location, link.highlevelId));
    },
  };
}
