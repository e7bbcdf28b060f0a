import type { HlContact, HlNote, HlTask } from '../world/types.ts';

const fullName = (contact: HlContact) => [contact.firstName, contact.lastName].filter(Boolean).join(' ');
const lower = (text: string | undefined) => text?.toLowerCase();

function written(contact: HlContact) {
  return {
    id: contact.id,
    dateAdded: contact.dateAdded,
    dateUpdated: contact.dateUpdated,
    tags: contact.tags,
    type: contact.type ?? 'lead',
    customFields: contact.customFields,
    locationId: contact.locationId,
    firstName: contact.firstName,
    firstNameLowerCase: lower(contact.firstName),
    fullNameLowerCase: fullName(contact).toLowerCase(),
    lastName: contact.lastName,
    lastNameLowerCase: lower(contact.lastName),
    email: contact.email,
    emailLowerCase: lower(contact.email),
    dnd: contact.dnd,
    dndSettings: contact.dndSettings,
    phone: contact.phone,
    address1: contact.address1,
    city: contact.city,
    state: contact.state,
    country: contact.country,
    postalCode: contact.postalCode,
    website: contact.website,
    source: contact.source,
    companyName: contact.companyName,
    dateOfBirth: contact.dateOfBirth,
    businessId: contact.businessId,
    assignedTo: contact.assignedTo,
  };
}

/** Answer of create (CreateContactSchema). */
export const createdContact = (contact: HlContact) => ({ ...written(contact), deleted: false });

/**
 * Answer of get, update and upsert (GetContectByIdSchema). `additionalEmails` is not in the spec but in real answers, there as objects
 * [issues 262, 289]; second phones are in no answer [issue 331].
 */
export const fullContact = (contact: HlContact) => ({
  ...written(contact),
  name: fullName(contact),
  timezone: contact.timezone,
  additionalEmails: contact.additionalEmails.map((email) => ({ email })),
});

/**
 * A row of `/contacts/search`. The spec gives no schema; the vendor's document lists these names: `address` instead of `address1`,
 * e-mails as plain text, null for what is empty, and a cursor on each row. `additionalPhones` is listed there, yet stays empty [issue 331].
 */
export function foundContact(contact: HlContact, businessName: string | undefined, searchAfter: unknown[]) {
  return {
    id: contact.id,
    locationId: contact.locationId,
    firstName: contact.firstName ?? null,
    lastName: contact.lastName ?? null,
    firstNameLowerCase: lower(contact.firstName) ?? null,
    lastNameLowerCase: lower(contact.lastName) ?? null,
    email: contact.email ?? null,
    validEmail: null,
    additionalEmails: contact.additionalEmails,
    phone: contact.phone ?? null,
    phoneLabel: null,
    additionalPhones: [],
    companyName: contact.companyName ?? null,
    businessName: businessName ?? null,
    businessId: contact.businessId ?? null,
    address: contact.address1 ?? null,
    city: contact.city ?? null,
    state: contact.state ?? null,
    postalCode: contact.postalCode ?? null,
    country: contact.country ?? null,
    website: contact.website ?? null,
    timezone: contact.timezone ?? null,
    source: contact.source ?? null,
    type: contact.type ?? 'lead',
    assignedTo: contact.assignedTo ?? null,
    followers: contact.followers,
    tags: contact.tags,
    customFields: contact.customFields,
    dnd: contact.dnd,
    dndSettings: contact.dndSettings ?? {},
    dateOfBirth: contact.dateOfBirth ?? null,
    dateAdded: contact.dateAdded,
    dateUpdated: contact.dateUpdated,
    opportunities: [],
    searchAfter,
  };
}

/** A row of the deprecated list: lower-case names, the typed ones under `…Raw` (so public clients report). */
export const listedContact = (contact: HlContact) => ({
  id: contact.id,
  locationId: contact.locationId,
  contactName: fullName(contact).toLowerCase(),
  firstName: lower(contact.firstName),
  lastName: lower(contact.lastName),
  firstNameRaw: contact.firstName,
  lastNameRaw: contact.lastName,
  companyName: contact.companyName,
  email: contact.email,
  phone: contact.phone,
  dnd: contact.dnd,
  type: contact.type ?? 'lead',
  source: contact.source,
  assignedTo: contact.assignedTo,
  address1: contact.address1,
  city: contact.city,
  state: contact.state,
  postalCode: contact.postalCode,
  country: contact.country,
  website: contact.website,
  timezone: contact.timezone,
  dateAdded: contact.dateAdded,
  dateUpdated: contact.dateUpdated,
  dateOfBirth: contact.dateOfBirth,
  tags: contact.tags,
  customFields: contact.customFields,
  businessId: contact.businessId,
  additionalEmails: contact.additionalEmails,
  attributions: [],
  followers: contact.followers,
});

/** TaskSchema; `bare` leaves out what issue 332 misses. There is no updated-at field. */
export function taskView(task: HlTask, bare = false) {
  const { id, title, body, assignedTo, dueDate, completed, contactId } = task;
  return bare ? { id, title, assignedTo, dueDate, completed } : { id, title, body, assignedTo, dueDate, completed, contactId };
}

/** GetNoteSchema: an edit leaves no trace but the text itself. */
export const noteView = ({ id, body, userId, dateAdded, contactId, title, color, pinned }: HlNote) => ({
  id,
  body,
  userId,
  dateAdded,
  contactId,
  title,
  color,
  pinned,
});
