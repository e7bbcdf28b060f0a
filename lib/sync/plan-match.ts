import { matchContact } from '../match/match.ts';
import { normalizeEmail } from '../match/normalize.ts';
import { otherSide } from '../merge/field.ts';
import type { Contact } from '../model/contact.ts';
import { fold } from '../model/fold.ts';
import type { Decision } from '../model/link.ts';
import type { System } from '../model/subject.ts';
import type { PersonOpen } from '../store/read-sync.ts';
import { recordKey } from '../store/rows.ts';
import { accountOf, type Ground, type PlanParts } from './plan-parts.ts';

type Parts = Pick<PlanParts, 'reader' | 'syncReader'>;
/** Two accounts and how numbers are read between them. */
type Between = Pick<Ground, 'clio' | 'location' | 'country' | 'phoneKey'>;

interface Keys {
  emails: string[];
  phones: string[];
}

const unique = (values: (string | undefined)[]): string[] => [...new Set(values.filter((one) => one !== undefined))];
const keysOf = (contact: Contact, { phoneKey }: Between): Keys => ({
  emails: unique(contact.emails.map(({ value }) => normalizeEmail(value))),
  phones: unique(contact.phones.map(({ value }) => phoneKey(value))),
});

const labelled = (values: string[]) => values.map((value, at) => ({ value, primary: at === 0 }));

/** What the index knows of somebody, as a contact to be compared; `keys` are those it was found by. */
function contactOf({ system, account, id, brief }: PersonOpen, keys: Keys): Contact {
  const [firstName, ...rest] = brief.name.split(/\s+/);
  return {
    system,
    account,
    id,
    kind: brief.kind,
    name: brief.name,
    ...(brief.kind === 'company' ? { company: brief.name } : { firstName, lastName: rest.join(' ') || undefined }),
    emails: labelled(unique([brief.email, ...keys.emails])),
    phones: labelled(unique([brief.phone, ...keys.phones])),
    city: brief.city,
    tags: [],
  };
}

/** Everybody of one account who shares an e-mail, a phone or the beginnings of the name. */
async function alike(parts: Parts, ground: Between, side: System, keys: Keys, name: string) {
  const found = new Map<string, { person: PersonOpen; keys: Keys }>();
  const ask = async (by: { emails?: string[]; phones?: string[]; words?: string[] }) => {
    for (const person of await parts.syncReader.peopleLike(side, accountOf(ground, side), by)) {
      const one = found.get(person.id) ?? { person, keys: { emails: [], phones: [] } };
      one.keys.emails.push(...(by.emails ?? []));
      one.keys.phones.push(...(by.phones ?? []));
      found.set(person.id, one);
    }
  };
  for (const email of keys.emails) await ask({ emails: [email] });
  for (const phone of keys.phones) await ask({ phones: [phone] });
  const words = fold(name).split(' ').filter(Boolean);
  if (words.length > 1) await ask({ words });
  return [...found.values()];
}

export interface Found {
  decision: Decision;
  /** By id: the link each stands in already, between these accounts. */
  linked: Map<string, string>;
}

/** Who on the other side is this contact? From the index alone; the write that makes somebody looks once more by itself. */
export async function whoIs(parts: Parts, ground: Between, contact: Contact, refused: readonly string[]): Promise<Found> {
  const keys = keysOf(contact, ground);
  const { system, name, id } = contact;
  const [theirs, ours] = await Promise.all([
    alike(parts, ground, otherSide(system), keys, name),
    alike(parts, ground, system, keys, ''),
  ]);
  const shared = new Map<string, number>();
  for (const { person, keys: common } of ours) {
    if (person.id !== id) for (const key of [...common.emails, ...common.phones]) shared.set(key, (shared.get(key) ?? 0) + 1);
  }
  const people = theirs.filter(({ person }) => !refused.includes(person.id));
  const found = await Promise.all(
    people.map(async ({ person, keys: common }) => {
      const kept = await parts.reader.record<Contact>(recordKey(person.system, person.account, 'contact', person.id));
      return kept ?? contactOf(person, common);
    }),
  );
  const between = ({ links }: PersonOpen) =>
    links.find((link) => link.startsWith(`${ground.clio.account}|`) && link.endsWith(`|${ground.location.account}`));
  const linked = new Map(people.flatMap(({ person }) => (between(person) ? [[person.id, between(person)!] as const] : [])));
  return { decision: matchContact({ clio: contact, found, country: ground.country, sharedInClio: shared }), linked };
}
