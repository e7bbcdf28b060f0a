import { fromWireContact as fromClio } from '../clio/convert-contact.ts';
import { phoneCountryOf } from '../clio/regions.ts';
import { clioRequests } from '../clio/requests.ts';
import { fromWireContact as fromHighLevel } from '../highlevel/convert.ts';
import { HIGHLEVEL } from '../highlevel/endpoints.ts';
import { searchBody } from '../highlevel/search.ts';
import { type Country, normalizeEmail, normalizePhone } from '../match/normalize.ts';
import { sameName } from '../merge/same-name.ts';
import type { Survivor } from '../merge/vanish.ts';
import type { Ask } from '../model/ask.ts';
import type { Contact } from '../model/contact.ts';
import type { Reason } from '../model/link.ts';
import type { System } from '../model/subject.ts';
import { type Ground, linksOf } from './plan-parts.ts';
import type { VanishParts } from './vanish-parts.ts';

export interface Found {
  survivor: Survivor;
  candidate: NonNullable<Ask['body']['candidates']>[number];
}

interface Person {
  id: string;
  name: string;
  email?: string;
  phone?: string;
  sameEmail: boolean;
  samePhone: boolean;
}
interface Keys {
  emails: string[];
  phones: string[];
}

/** From the index of everybody: nothing has to be asked. */
async function fromIndex(
  { syncReader }: VanishParts,
  system: System,
  account: string,
  { emails, phones }: Keys,
): Promise<Person[]> {
  const [byEmail, byPhone] = await Promise.all([
    emails.length ? syncReader.peopleLike(system, account, { emails }) : [],
    phones.length ? syncReader.peopleLike(system, account, { phones }) : [],
  ]);
  const people = new Map([...byEmail, ...byPhone].map((one) => [one.id, one]));
  const has = (list: { id: string }[], id: string) => list.some((one) => one.id === id);
  return [...people.values()].map(({ id, brief: { name, email, phone } }) => ({
    id,
    name,
    email,
    phone,
    sameEmail: has(byEmail, id),
    samePhone: has(byPhone, id),
  }));
}

/** The index may be younger or older than the merge; the system itself knows. */
async function fromSearch(parts: VanishParts, pair: Ground, system: System, keys: Keys, known: KnownAs): Promise<Person[]> {
  const { client } = parts;
  const { clio, location } = pair;
  const background = { priority: 'background' } as const;
  if (system === 'highlevel') {
    const body = searchBody({ locationId: location.account, ...keys });
    if (!body) return [];
    const { data } = await client.call(location, { endpoint: HIGHLEVEL.contact.search, body }, background);
    return data.contacts.map((one) => known(fromHighLevel(one, location.account)));
  }
  const [query] = [...keys.emails, ...keys.phones];
  if (!query) return [];
  const { data } = await client.call(clio, clioRequests.contactsLike(query), background);
  return data.data.map((one) => known(fromClio(one, clio.account)));
}

type KnownAs = (contact: Contact) => Person;

const reasonsOf = ({ sameEmail, samePhone, email, phone }: Person, name: Survivor['name']): Reason[] => [
  ...(sameEmail ? [{ code: 'same-email', tone: 'good', value: email } as const] : []),
  ...(samePhone ? [{ code: 'same-phone', tone: 'good', value: phone } as const] : []),
  ...(name === 'same' ? [{ code: 'same-name', tone: 'good' } as const] : []),
  ...(name === 'similar' ? [{ code: 'similar-name', tone: 'warn' } as const] : []),
  ...(name === 'differs' ? [{ code: 'name-differs', tone: 'bad' } as const] : []),
];

/** Who on that side has the e-mails or phones of the contact that is gone. */
export async function findSurvivors(
  parts: VanishParts,
  pair: Ground,
  system: System,
  gone: string,
  person: Contact,
): Promise<Found[]> {
  // As the index was made (pull-person.ts).
  const country = (pair.location.country ?? phoneCountryOf(pair.clio.region ?? 'us')) as Country;
  const emailsOf = (one: Contact) => one.emails.flatMap(({ value }) => normalizeEmail(value) ?? []);
  const phonesOf = (one: Contact) => one.phones.flatMap(({ value }) => normalizePhone(value, country) ?? []);
  const keys = { emails: [...new Set(emailsOf(person))], phones: [...new Set(phonesOf(person))] };
  const known: KnownAs = (one) => ({
    id: one.id,
    name: one.name,
    email: one.emails[0]?.value,
    phone: one.phones[0]?.value,
    sameEmail: emailsOf(one).some((email) => keys.emails.includes(email)),
    samePhone: phonesOf(one).some((phone) => keys.phones.includes(phone)),
  });
  const account = system === 'clio' ? pair.clio.account : pair.location.account;
  const others = (people: Person[]) => people.filter((one) => one.id !== gone && (one.sameEmail || one.samePhone));
  const indexed = others(await fromIndex(parts, system, account, keys));
  const people = indexed.length ? indexed : others(await fromSearch(parts, pair, system, keys, known));
  const holders = (by: 'sameEmail' | 'samePhone') => people.filter((one) => one[by]).length;
  const shared = { email: holders('sameEmail') > 1, phone: holders('samePhone') > 1 };
  return Promise.all(
    people.slice(0, 20).map(async (one): Promise<Found> => {
      const { id, name, email, phone, sameEmail, samePhone } = one;
      const [link] = await linksOf(parts, pair, system, id);
      const alike = sameName(name, person.name);
      const isShared = (sameEmail && shared.email) || (samePhone && shared.phone);
      return {
        survivor: { id, sameEmail, samePhone, name: alike, linkedTo: link?.key, shared: isShared },
        candidate: { id, name, email, phone, reasons: reasonsOf(one, alike) },
      };
    }),
  );
}
