import type { System } from './subject.ts';

/** A labelled value; `primary` marks the one the system shows first. */
export interface Labelled {
  /** The vendor's row id, when the vendor has one (Clio has, HighLevel has not). */
  id?: string;
  label?: string;
  value: string;
  primary: boolean;
}

/** One person or company as either system knows it. Blank values are absent, never ''. */
export interface Contact {
  system: System;
  /** Clio: `us:ACCOUNTID`; HighLevel: the location id. */
  account: string;
  id: string;
  kind: 'person' | 'company';
  /** What to call it on screen. */
  name: string;
  firstName?: string;
  middleName?: string;
  lastName?: string;
  company?: string;
  emails: Labelled[];
  /** As typed in the system. */
  phones: Labelled[];
  address1?: string;
  city?: string;
  state?: string;
  postalCode?: string;
  /** ISO 3166 alpha-2 where the source allows it, else as typed. */
  country?: string;
  website?: string;
  /** YYYY-MM-DD */
  dateOfBirth?: string;
  tags: string[];
  dnd?: boolean;
  assignedTo?: string;
  /** Values of custom fields by the field's id; of a Clio picklist the option's id. Absent where they were not asked. */
  customFields?: Record<string, string>;
  /** Clio only; sent as If-Match. */
  etag?: string;
  /** ISO 8601 UTC */
  createdAt?: string;
  updatedAt?: string;
}

/** Fields compared and copied one by one. Everything here can be written on both sides, except `company` (see lib/highlevel/convert). */
export const CONTACT_FIELDS = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'company',
  'address1',
  'city',
  'state',
  'postalCode',
  'country',
  'website',
  'dateOfBirth',
] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];
export type ContactValues = Partial<Record<ContactField, string>>;

const primaryOf = (list: Labelled[]): string | undefined => (list.find((one) => one.primary) ?? list[0])?.value;

/** The comparable values of a contact: primary e-mail and phone, the rest as is. */
export const valuesOf = (contact: Contact): ContactValues => ({
  firstName: contact.firstName,
  lastName: contact.lastName,
  email: primaryOf(contact.emails),
  phone: primaryOf(contact.phones),
  company: contact.company,
  address1: contact.address1,
  city: contact.city,
  state: contact.state,
  postalCode: contact.postalCode,
  country: contact.country,
  website: contact.website,
  dateOfBirth: contact.dateOfBirth,
});
