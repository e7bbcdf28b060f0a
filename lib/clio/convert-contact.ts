import { filled, present } from '../model/blank.ts';
import type { Contact, ContactField, ContactValues, Labelled } from '../model/contact.ts';
import { countryCode, countryName } from '../model/countries.ts';
import { isDay, readTime } from '../model/days.ts';
import type { WireAddress, WireContact } from './types.ts';

/** Fields that can be copied into a Clio contact; `company` is a contact of its own there, so it can't. */
export const COPY_FIELDS: readonly ContactField[] = [
  'firstName', 'lastName', 'email', 'phone', 'address1', 'city', 'state', 'postalCode', 'country', 'website', 'dateOfBirth',
]; // biome-ignore format: one line reads better

/** A Clio contact -> the model. `account` is `REGION:ACCOUNTID`. */
export function fromWireContact(wire: WireContact, account: string): Contact {
  const company = wire.type === 'Company';
  const first = filled(wire.first_name);
  const last = filled(wire.last_name);
  const address = primaryAddress(wire);
  const site = wire.web_sites?.find((one) => one.default_web_site) ?? wire.web_sites?.[0];
  const birth = filled(wire.date_of_birth);
  const country = filled(address?.country);
  return {
    system: 'clio',
    account,
    id: String(wire.id),
    kind: company ? 'company' : 'person',
    name: filled(wire.name) ?? [first, last].filter(Boolean).join(' '),
    firstName: company ? undefined : first,
    middleName: company ? undefined : filled(wire.middle_name),
    lastName: company ? undefined : last,
    company: company ? filled(wire.name) : filled(wire.company?.name),
    emails: labelled(wire.email_addresses, (one) => one.address),
    phones: labelled(wire.phone_numbers, (one) => one.number),
    // A street of several lines is one line in HighLevel.
    address1: filled(address?.street)?.replace(/\s*\n\s*/g, ', '),
    city: filled(address?.city),
    state: filled(address?.province),
    postalCode: filled(address?.postal_code),
    country: country && (countryCode(country) ?? country),
    website: filled(site?.address),
    dateOfBirth: birth && isDay(birth) ? birth : undefined,
    tags: [],
    customFields: wire.custom_field_values ? customValues(wire.custom_field_values) : undefined,
    etag: filled(wire.etag),
    createdAt: readTime(wire.created_at),
    updatedAt: readTime(wire.updated_at),
  };
}

/** Values by the id of their field; of a picklist the option's id. A ticked box is `true`, an empty one is absent. */
const customValues = (rows: NonNullable<WireContact['custom_field_values']>): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap(({ custom_field, picklist_option, value }) => {
      const raw = picklist_option?.id ?? value;
      const text = filled(raw === undefined || raw === null ? undefined : String(raw));
      return custom_field && text ? [[String(custom_field.id), text]] : [];
    }),
  );

export const primaryAddress = (wire: WireContact): WireAddress | undefined =>
  wire.addresses?.find((one) => one.primary) ?? wire.addresses?.[0];

function labelled<R extends { id: number; name?: string | null; primary?: boolean | null }>(
  rows: R[] | null | undefined,
  read: (row: R) => string | null | undefined,
): Labelled[] {
  return (rows ?? []).flatMap((row) => {
    const value = filled(read(row));
    return value ? [{ id: String(row.id), label: filled(row.name), value, primary: row.primary === true }] : [];
  });
}

export interface ContactPatch {
  /** Body of `clio.contact.update`. */
  body: { data: Record<string, unknown> };
  /** What it will fill in. */
  fields: ContactField[];
}

/**
 * Values -> a PATCH that fills in what the Clio contact lacks, and nothing else: a value Clio has is never replaced, e-mails,
 * phones and sites are added as rows, an address is completed in its own row. `current` is the contact as just read; send its etag
 * as If-Match, so that a change in between is refused with 412. Undefined when there is nothing to fill in.
 */
export function contactPatch(current: WireContact, values: ContactValues): ContactPatch | undefined {
  const parts = [names(current, values), rows(current, values), address(current, values)];
  const fields = parts.flatMap((part) => part.fields);
  if (!fields.length) return undefined;
  return { body: { data: Object.assign({}, ...parts.map((part) => part.data)) }, fields };
}

interface Part {
  data: Record<string, unknown>;
  fields: ContactField[];
}

function names(current: WireContact, values: ContactValues): Part {
  const wanted: [ContactField, string, string | null | undefined, string | undefined][] = [
    ['firstName', 'first_name', current.first_name, filled(values.firstName)],
    ['lastName', 'last_name', current.last_name, filled(values.lastName)],
    ['dateOfBirth', 'date_of_birth', current.date_of_birth, birthday(values)],
  ];
  const missing = wanted.filter(([, , has, value]) => value && !filled(has)).filter(() => current.type !== 'Company');
  return {
    data: Object.fromEntries(missing.map(([, name, , value]) => [name, value])),
    fields: missing.map(([field]) => field),
  };
}

const birthday = (values: ContactValues) => {
  const day = filled(values.dateOfBirth);
  return day && isDay(day) ? day : undefined;
};

/** Names of rows are Clio's own words; `Other` says nothing that isn't known. */
function rows(current: WireContact, values: ContactValues): Part {
  const part: Part = { data: {}, fields: [] };
  const email = filled(values.email);
  if (email && !current.email_addresses?.some((one) => filled(one.address))) {
    part.data.email_addresses = [{ name: 'Other', address: email, default_email: true }];
    part.fields.push('email');
  }
  const phone = filled(values.phone);
  if (phone && !current.phone_numbers?.some((one) => filled(one.number))) {
    part.data.phone_numbers = [{ name: 'Other', number: phone, default_number: true }];
    part.fields.push('phone');
  }
  const website = filled(values.website);
  if (website && !current.web_sites?.some((one) => filled(one.address))) {
    part.data.web_sites = [{ name: 'Other', address: website, default_web_site: true }];
    part.fields.push('website');
  }
  return part;
}

function address(current: WireContact, values: ContactValues): Part {
  const has = primaryAddress(current);
  const country = filled(values.country);
  const wanted: [ContactField, keyof WireAddress, string | undefined][] = [
    ['address1', 'street', filled(values.address1)],
    ['city', 'city', filled(values.city)],
    ['state', 'province', filled(values.state)],
    ['postalCode', 'postal_code', filled(values.postalCode)],
    ['country', 'country', country && countryName(country)],
  ];
  const missing = wanted.filter(([, name, value]) => value && !filled(has?.[name] as string | null | undefined));
  if (!missing.length) return { data: {}, fields: [] };
  // With its id the row is completed, without one it is added [spec]; rows not named stay as they are.
  const row = {
    ...present(Object.fromEntries(missing.map(([, name, value]) => [name, value]))),
    ...(has ? { id: has.id } : { name: 'Other' }),
  };
  return { data: { addresses: [row] }, fields: missing.map(([field]) => field) };
}
