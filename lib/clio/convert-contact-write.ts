import { filled, present } from '../model/blank.ts';
import type { ContactField, ContactValues } from '../model/contact.ts';
import { countryCode, countryName } from '../model/countries.ts';
import { isDay } from '../model/days.ts';
import { fromWireContact, primaryAddress } from './convert-contact.ts';
import type { WireAddress, WireContact } from './types.ts';

/** More than the fields that are compared one by one. */
export interface ContactMore {
  /** Added where the contact has none like it; never the default. */
  addEmails?: string[];
  addPhones?: string[];
  /** By field id; of a picklist the option's id. */
  customFields?: Record<string, string>;
}

const NAMES = { firstName: 'first_name', lastName: 'last_name' } as const;
const ADDRESS = { address1: 'street', city: 'city', state: 'province', postalCode: 'postal_code', country: 'country' } as const;
type AddressField = keyof typeof ADDRESS;
const addressFields = Object.keys(ADDRESS) as AddressField[];

const folded = (text: string | null | undefined): string => (text ?? '').trim().replace(/\s+/g, ' ').toLowerCase();
const digits = (text: string | null | undefined): string => (text ?? '').replace(/\D/g, '');
const site = (text: string | null | undefined): string =>
  folded(text)
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');

/** Rows of a contact of which one is the one that is synced: where its value stands, how it is compared, how it is sent. */
const ROWS = {
  email: { list: 'email_addresses', column: 'address', flag: 'default_email', key: folded },
  phone: { list: 'phone_numbers', column: 'number', flag: 'default_number', key: digits },
  website: { list: 'web_sites', column: 'address', flag: 'default_web_site', key: site },
} as const;
type RowField = keyof typeof ROWS;
const rowFields = Object.keys(ROWS) as RowField[];
type Row = { id: number; primary?: boolean | null; default_web_site?: boolean | null } & Record<string, unknown>;

const rowsOf = (current: WireContact, field: RowField): Row[] =>
  ((current[ROWS[field].list] ?? []) as Row[]).filter((row) => filled(row[ROWS[field].column] as string | null));
const textOf = (row: Row | undefined, field: RowField) => row && filled(row[ROWS[field].column] as string | null);

/** The row with this value. */
const rowWith = (current: WireContact, field: RowField, value: string | undefined): Row | undefined => {
  const { key } = ROWS[field];
  return filled(value) ? rowsOf(current, field).find((row) => key(textOf(row, field)) === key(value)) : undefined;
};

/** The address that reads as it is wanted, or as it was seen; else the primary one, which is the one that is read. */
function addressOf(current: WireContact, wanted: ContactValues, seen: ContactValues): WireAddress | undefined {
  const reading = (like: ContactValues) => {
    const told = addressFields.filter((field) => filled(like[field]));
    const same = (row: WireAddress) => told.every((field) => folded(readAddress(row, field)) === folded(like[field]));
    return told.length ? current.addresses?.find(same) : undefined;
  };
  return reading({ ...seen, ...present(wanted) }) ?? reading(seen) ?? primaryAddress(current);
}

function readAddress(row: WireAddress | undefined, field: AddressField): string | undefined {
  const text = filled(row?.[ADDRESS[field]]);
  if (field === 'country') return text && (countryCode(text) ?? text);
  return field === 'address1' ? text?.replace(/\s*\n\s*/g, ', ') : text;
}

/**
 * What the contact holds now in the places that an update would write to: the e-mail, phone, site and address that read as `seen`. Of
 * a value wanted that stands in another row already, that row counts; else the one shown first.
 */
export function heldValues(current: WireContact, wanted: ContactValues, seen: ContactValues): ContactValues {
  const { firstName, lastName, company, dateOfBirth } = fromWireContact(current, '');
  const address = addressOf(current, wanted, seen);
  const held = (field: RowField) => {
    const rows = rowsOf(current, field);
    const first = rows.find((row) => row.primary || row.default_web_site) ?? rows[0];
    const row = rowWith(current, field, wanted[field]) ?? rowWith(current, field, seen[field]);
    // Where nothing was seen, what stands there now is news as well: it must not be passed by with a second row.
    return textOf(row ?? first, field);
  };
  return {
    ...{ firstName, lastName, company, dateOfBirth },
    ...Object.fromEntries(rowFields.map((field) => [field, held(field)])),
    ...Object.fromEntries(addressFields.map((field) => [field, readAddress(address, field)])),
  };
}

/** A row for the body: the one that is there under its id, so that it is replaced; else a new one. Rows not named stay [spec]. */
function rowFor(current: WireContact, field: RowField, value: string, seen: string | undefined) {
  const { column, flag } = ROWS[field];
  if (rowWith(current, field, value)) return [];
  const old = rowWith(current, field, seen);
  if (old) return [{ id: old.id, [column]: value }];
  return [{ name: 'Other', [column]: value, [flag]: rowsOf(current, field).length === 0 }];
}

function added(current: WireContact, field: 'email' | 'phone', values: readonly string[] = []) {
  const { column, flag } = ROWS[field];
  const fresh = [...new Set(values.flatMap((value) => filled(value) ?? []))].filter((value) => !rowWith(current, field, value));
  return fresh.map((value) => ({ name: 'Other', [column]: value, [flag]: false }));
}

function addressRow(current: WireContact, values: ContactValues, seen: ContactValues): Record<string, unknown>[] {
  const held = addressOf(current, values, seen);
  const sent = Object.fromEntries(
    addressFields.flatMap((field) => {
      const value = filled(values[field]);
      if (!value || folded(readAddress(held, field)) === folded(value)) return [];
      return [[ADDRESS[field], field === 'country' ? (countryName(value) ?? value) : value]];
    }),
  );
  return Object.keys(sent).length ? [{ ...sent, ...(held ? { id: held.id } : { name: 'Other' }) }] : [];
}

/**
 * A value the contact has is sent under the value's own id, else under its field's. That id reads `picklist-12`; the spec types it as a
 * number in bodies, others report that the text goes through [seen by others]. The text is sent: it can't name another kind's row.
 */
function customRows(current: WireContact, fields: Record<string, string> = {}) {
  return Object.entries(fields).map(([fieldId, value]) => {
    const old = current.custom_field_values?.find((row) => String(row.custom_field?.id) === fieldId);
    return old ? { id: old.id, value } : { custom_field: { id: Number(fieldId) }, value };
  });
}

/**
 * Data of `clio.contact.update`: replaces what was seen, adds where nothing was, takes nothing away. `current` is the contact as just
 * read; send its etag as If-Match. A company's names are not sent: its name is a field of its own.
 */
export function contactData(
  current: WireContact,
  values: ContactValues,
  seen: ContactValues,
  more: ContactMore = {},
): Record<string, unknown> {
  const person = current.type !== 'Company';
  const names = Object.entries(NAMES).map(([field, name]) => [name, filled(values[field as ContactField])]);
  const day = filled(values.dateOfBirth);
  const rows = (field: RowField) => {
    const value = filled(values[field]);
    return value ? rowFor(current, field, value, seen[field]) : [];
  };
  const lists = {
    email_addresses: [...rows('email'), ...added(current, 'email', more.addEmails)],
    phone_numbers: [...rows('phone'), ...added(current, 'phone', more.addPhones)],
    web_sites: rows('website'),
    addresses: addressRow(current, values, seen),
    custom_field_values: customRows(current, more.customFields),
  };
  return {
    ...(person ? present(Object.fromEntries(names)) : {}),
    ...(person && day && isDay(day) ? { date_of_birth: day } : {}),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length)),
  };
}

/** Data of `clio.contact.create`. The spec demands `name`; what it is made of goes along, so that Clio need not guess. */
export function newContactData(values: ContactValues, type: 'Person' = 'Person'): Record<string, unknown> {
  const name = [filled(values.firstName), filled(values.lastName)].filter(Boolean).join(' ') || filled(values.company) || '';
  return { type, name, ...contactData({ id: 0, type }, values, {}) };
}
