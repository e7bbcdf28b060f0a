import { CONTACT_FIELDS, type Contact, type ContactField, type Labelled, valuesOf } from '../model/contact.ts';
import type { FieldRow } from '../model/panel.ts';
import {
  type Country,
  normalizeCountry,
  normalizeDate,
  normalizeEmail,
  normalizePhone,
  normalizeWebsite,
  tidy,
} from './normalize.ts';

export interface CompareOptions {
  /** For phone numbers written without a country. */
  country: Country;
  /** True when the contact is about to be created: HighLevel takes a company's name then, and only then. */
  create?: boolean;
}

/** Address parts differ in more than case and spaces, or not at all. */
const PLACES: ReadonlySet<ContactField> = new Set(['address1', 'city', 'state', 'postalCode']);

/** HighLevel's update body has no companyName (specs/highlevel/contacts.json, UpdateContactDto); Clio's company is a link to another record. */
const isPushable = (field: ContactField, create: boolean) => field !== 'company' || create;
const isCopyable = (field: ContactField) => field !== 'company';

/** One comparable form of a value; a value that can't be normalised is compared as typed. */
export function comparable(field: ContactField, raw: string | undefined, country: Country): string {
  const text = tidy(raw);
  if (field === 'email') return normalizeEmail(text) ?? text.toLowerCase();
  if (field === 'phone') return normalizePhone(text, country) ?? (text.replace(/[^\d+]/g, '') || text);
  if (field === 'website') return normalizeWebsite(text) ?? '';
  if (field === 'dateOfBirth') return normalizeDate(text) ?? text;
  if (field === 'country') return normalizeCountry(text) ?? '';
  if (!PLACES.has(field)) return text;
  return field === 'postalCode' ? text.toLowerCase().replaceAll(' ', '') : text.toLowerCase().replace(/\s*,\s*/g, ', ');
}

/**
 * Field by field, Clio beside HighLevel; rows blank on both sides are left out. Without `highlevel` every value of Clio is `only-clio`:
 * what creating the contact would write.
 */
export function compareFields(
  clio: Contact,
  highlevel: Contact | undefined,
  { country, create = false }: CompareOptions,
): FieldRow[] {
  const theirs = highlevel ? valuesOf(highlevel) : {};
  const mine = { ...valuesOf(clio), ...nearest(clio, theirs, country) };
  return CONTACT_FIELDS.flatMap((field): FieldRow[] => {
    const [one, other] = [mine[field], theirs[field]];
    const [a, b] = [comparable(field, one, country), comparable(field, other, country)];
    if (!a && !b) return [];
    const state = !b ? 'only-clio' : !a ? 'only-highlevel' : a === b ? 'same' : 'differs';
    return [
      {
        field,
        ...(a ? { clio: one } : {}),
        ...(b ? { highlevel: other } : {}),
        state,
        pushable: (state === 'only-clio' || state === 'differs') && isPushable(field, create),
        copyable: state === 'only-highlevel' && isCopyable(field),
      },
    ];
  });
}

/** A Clio contact may have several e-mails and phones: the one HighLevel has counts, the primary one otherwise. */
const nearest = (clio: Contact, theirs: { email?: string; phone?: string }, country: Country) => {
  const pick = (field: 'email' | 'phone', list: Labelled[]): { [K in 'email' | 'phone']?: string } => {
    const wanted = comparable(field, theirs[field], country);
    const found = wanted ? list.find((one) => comparable(field, one.value, country) === wanted) : undefined;
    return found ? { [field]: found.value } : {};
  };
  return { ...pick('email', clio.emails), ...pick('phone', clio.phones) };
};
