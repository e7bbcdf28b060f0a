import { filled, present } from '../model/blank.ts';
import type { Contact, ContactField, ContactValues, Labelled } from '../model/contact.ts';
import { countryCode } from '../model/countries.ts';
import { isDay, readTime } from '../model/days.ts';
import type { WireContact } from './types.ts';

/** Fields HighLevel takes when a contact is made. */
export const CREATE_FIELDS: readonly ContactField[] = [
  'firstName', 'lastName', 'email', 'phone', 'company', 'address1', 'city', 'state', 'postalCode', 'country', 'website', 'dateOfBirth',
]; // biome-ignore format: one line reads better
/** And when it is changed: `companyName` is in the create body only [official spec]. */
export const UPDATE_FIELDS: readonly ContactField[] = CREATE_FIELDS.filter((field) => field !== 'company');

/**
 * A contact of HighLevel -> the model. Rows of the search carry names in lower case only: read the contact before
 * comparing or showing them as the truth.
 */
export function fromWireContact(wire: WireContact, locationId: string): Contact {
  const firstName = filled(wire.firstName) ?? filled(wire.firstNameLowerCase);
  const lastName = filled(wire.lastName) ?? filled(wire.lastNameLowerCase);
  const named = filled([firstName, lastName].filter(Boolean).join(' ')) ?? filled(wire.name) ?? filled(wire.contactName);
  const company = filled(wire.companyName);
  const emails = listOf(
    wire.email,
    (wire.additionalEmails ?? []).map((one) => (typeof one === 'string' ? one : one.email)),
  );
  const phones = listOf(
    wire.phone,
    (wire.additionalPhones ?? []).map((one) => (typeof one === 'string' ? one : one.phone)),
  );
  return {
    system: 'highlevel',
    account: filled(wire.locationId) ?? locationId,
    id: wire.id,
    // HighLevel has no kinds: a company is a contact with a company name.
    kind: 'person',
    name: named ?? company ?? emails[0]?.value ?? phones[0]?.value ?? '',
    firstName,
    lastName,
    company,
    emails,
    phones,
    address1: filled(wire.address1) ?? filled(wire.address),
    city: filled(wire.city),
    state: filled(wire.state),
    postalCode: filled(wire.postalCode),
    country: countryCode(wire.country ?? '') ?? filled(wire.country),
    website: filled(wire.website),
    dateOfBirth: birthday(wire.dateOfBirth),
    tags: (wire.tags ?? []).flatMap((tag) => filled(tag) ?? []),
    dnd: wire.dnd ?? undefined,
    assignedTo: filled(wire.assignedTo),
    customFields: wire.customFields ? customValues(wire.customFields) : undefined,
    createdAt: readTime(wire.dateAdded),
    updatedAt: readTime(wire.dateUpdated),
  };
}

/** Values by field id; several choices become one text. Files and what else is no plain value are left out. */
const customValues = (fields: NonNullable<WireContact['customFields']>): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ id, value, field_value }) => {
      const raw = value ?? field_value;
      const text = filled(Array.isArray(raw) ? raw.join(', ') : raw === undefined || raw === null ? undefined : String(raw));
      return text ? [[id, text]] : [];
    }),
  );

/** The first is the primary; additional ones can be read but not written [issues 262, 331 of the vendor's API docs]. */
function listOf(first: string | null | undefined, more: string[]): Labelled[] {
  const values = [first, ...more].flatMap((value) => filled(value) ?? []);
  return [...new Set(values)].map((value, at) => ({ value, primary: at === 0 && value === filled(first) }));
}

/** `1990-09-25`, with a time behind it, or milliseconds since 1970: all seen. */
function birthday(value: string | number | null | undefined): string | undefined {
  const day = typeof value === 'string' ? value.slice(0, 10) : readTime(value)?.slice(0, 10);
  return day && isDay(day) ? day : undefined;
}

/** Body of `highlevel.contact.create`. Blank values are left out; a country HighLevel has no code for is left out too. */
export function createContactBody(
  locationId: string,
  values: ContactValues,
  more: { tags?: string[]; dnd?: boolean; assignedTo?: string; source?: string } = {},
): Record<string, unknown> {
  return present({
    locationId,
    ...common(values),
    companyName: filled(values.company),
    tags: more.tags?.length ? more.tags : undefined,
    dnd: more.dnd,
    assignedTo: filled(more.assignedTo),
    source: filled(more.source),
  });
}

/** Body of `highlevel.contact.update`: only the given fields, no locationId, no company, never a blank. Empty when nothing can be sent. */
export const updateContactBody = (
  values: ContactValues,
  more: { customFields?: Record<string, string> } = {},
): Record<string, unknown> => {
  // Fields not named stay as they are (belief, as with every other field of this body).
  const custom = Object.entries(more.customFields ?? {}).map(([id, field_value]) => ({ id, field_value }));
  return present({ ...common(values), customFields: custom.length ? custom : undefined });
};

/** The whole switch; the channels one by one stay as they are. */
export const dndBody = (dnd: boolean): { dnd: boolean } => ({ dnd });

function common(values: ContactValues) {
  const birth = filled(values.dateOfBirth);
  return {
    firstName: filled(values.firstName),
    lastName: filled(values.lastName),
    email: filled(values.email),
    phone: filled(values.phone),
    address1: filled(values.address1),
    city: filled(values.city),
    state: filled(values.state),
    postalCode: filled(values.postalCode),
    country: countryCode(values.country ?? ''),
    website: filled(values.website),
    // One of the formats the spec lists; typed as "object" there by mistake (its example is a text).
    dateOfBirth: birth && isDay(birth) ? birth : undefined,
  };
}

/** Body of adding or removing tags. HighLevel keeps tags in lower case [doc]. */
export const tagsBody = (tags: string[]): { tags: string[] } => ({
  tags: [...new Set(tags.flatMap((tag) => filled(tag)?.toLowerCase() ?? []))],
});
