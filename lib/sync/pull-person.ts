import { phoneCountryOf } from '../clio/regions.ts';
import { type Country, normalizeEmail, normalizePhone } from '../match/normalize.ts';
import type { Contact } from '../model/contact.ts';
import { fold } from '../model/fold.ts';
import type { PersonIn } from '../store/batch.ts';
import { recordKey } from '../store/rows.ts';
import type { Of } from './pull-parts.ts';
import type { SyncPair } from './sync-pairs.ts';

/** Phones without a country are read as the location's: a firm's clients live where its office is. */
export const countryOfPair = ({ clio, location }: Pick<SyncPair, 'clio' | 'location'>): Country =>
  (location.country ?? phoneCountryOf(clio.region ?? 'us')) as Country;

/** HighLevel's search may answer names in lower case only; a list of people reads better with capitals. */
const shown = (name: string): string =>
  name === name.toLowerCase() ? name.replace(/(^|[\s'’-])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase()) : name;

/** The entry of the contact index. */
export function personOfContact(contact: Contact, of: Of): PersonIn {
  const { system, account, id, kind, name, city, tags } = contact;
  const [pair] = of.pairs;
  const country = pair ? countryOfPair(pair) : 'US';
  const isPlain = /@|^\+?\d/.test(name);
  return {
    key: recordKey(system, account, 'contact', id),
    system,
    account,
    id,
    changedAt: Date.parse(contact.updatedAt ?? contact.createdAt ?? '') || 0,
    brief: {
      name: system === 'highlevel' && !isPlain ? shown(name) : name,
      kind,
      email: contact.emails[0]?.value,
      phone: contact.phones[0]?.value,
      city,
      ...(tags.length ? { tags } : {}),
      ...(contact.createdAt ? { createdAt: Date.parse(contact.createdAt) } : {}),
    },
    emails: contact.emails.flatMap((one) => normalizeEmail(one.value) ?? []),
    phones: contact.phones.flatMap((one) => normalizePhone(one.value, country) ?? []),
    words: isPlain ? [] : fold(name).split(' ').filter(Boolean),
  };
}
