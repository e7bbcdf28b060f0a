import { COMPANIES, type CompanySeed } from './companies.ts';
import { ACCOUNTS, clioField } from './firm.ts';
import { clioId } from './ids.ts';
import type { PersonSeed } from './people.ts';
import { PEOPLE } from './people-plain.ts';
import type { Calendar } from './time.ts';
import type { ClioAddress, ClioContact, ClioCustomFieldValue } from './types.ts';

/** Clio's id of a contact by key. */
export const clioContact = (key: string): number => clioId(`contact:${key}`);

/** All of Clio's contacts; `clients` are the keys that some matter has as its client. */
export function clioContacts(calendar: Calendar, clients: Set<string>): ClioContact[] {
  return [
    ...COMPANIES.map((seed) => companyRow(seed, calendar, clients.has(seed.key))),
    ...PEOPLE.map((seed) => personRow(seed, calendar, clients.has(seed.key))),
  ];
}

/** Clio's custom field values, whose ids are made of the field's type and a number. */
export function fieldValues(owner: string, fields: Record<string, string | boolean> = {}): ClioCustomFieldValue[] {
  return Object.entries(fields).map(([key, value]) => ({
    id: `${typeof value === 'boolean' ? 'checkbox' : 'text_line'}-${clioId(`value:${owner}:${key}`)}`,
    custom_field_id: clioField(key),
    value,
  }));
}

function personRow(seed: PersonSeed, calendar: Calendar, client: boolean): ClioContact {
  const name = [seed.first, seed.middle, seed.last].filter(Boolean).join(' ');
  return {
    ...reachRow(seed, calendar, client),
    type: 'Person',
    prefix: seed.prefix ?? null,
    first_name: seed.first,
    middle_name: seed.middle ?? null,
    last_name: seed.last,
    name,
    title: seed.title ?? null,
    date_of_birth: seed.born ?? null,
    company_id: seed.company ? clioContact(seed.company) : null,
    custom_field_values: fieldValues(seed.key, seed.fields),
  };
}

function companyRow(seed: CompanySeed, calendar: Calendar, client: boolean): ClioContact {
  const nobody = { prefix: null, first_name: null, middle_name: null, last_name: null, title: null, date_of_birth: null };
  const site = { id: clioId(`web:${seed.key}`), name: 'Work', address: seed.web ?? '', primary: true };
  return {
    ...reachRow(seed, calendar, client),
    ...nobody,
    type: 'Company',
    name: seed.name,
    company_id: null,
    web_sites: seed.web ? [site] : [],
    custom_field_values: [],
  };
}

function reachRow(seed: PersonSeed | CompanySeed, calendar: Calendar, client: boolean) {
  const primary = (index: number) => index === 0;
  return {
    id: clioContact(seed.key),
    account_id: ACCOUNTS[seed.region ?? 'us'].id,
    is_client: client,
    email_addresses: (seed.emails ?? []).map((address, index) => ({
      id: clioId(`email:${seed.key}:${index}`),
      name: index === 0 ? 'Work' : 'Home',
      address,
      primary: primary(index),
    })),
    phone_numbers: (seed.phones ?? []).map((number, index) => ({
      id: clioId(`phone:${seed.key}:${index}`),
      name: index === 0 ? 'Personal' : 'Work',
      number,
      primary: primary(index),
    })),
    addresses: (seed.addresses ?? []).map((text, index) => addressRow(text, `address:${seed.key}:${index}`, primary(index))),
    web_sites: [] as ClioContact['web_sites'],
    created_at: calendar.pastClio(-seed.age, '16:20'),
    updated_at: calendar.pastClio(-Math.min(seed.age, 7), '18:45'),
  };
}

function addressRow(text: string, name: string, primary: boolean): ClioAddress {
  const [street, city, province, postal, country] = text.split('|').map((part) => part.trim() || null);
  return {
    id: clioId(name),
    name: 'Home',
    street: street ?? null,
    city: city ?? null,
    province: province ?? null,
    postal_code: postal ?? null,
    country: country ?? null,
    primary,
  };
}
