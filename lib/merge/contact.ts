import {
  CONTACT_FIELDS,
  type Contact,
  type ContactField,
  type ContactValues,
  type Labelled,
  valuesOf,
} from '../model/contact.ts';
import { countryCode } from '../model/countries.ts';
import { isDay } from '../model/days.ts';
import { type CompareWith, comparable, isBlank, type ValueKind } from './compare.ts';
import type { Values } from './field.ts';
import { type FieldSpec, field, fitting, type Limit, type Mapped, type Read } from './mapping.ts';

const KINDS: Record<ContactField, ValueKind> = {
  firstName: 'text',
  lastName: 'text',
  email: 'email',
  phone: 'phone',
  company: 'text',
  address1: 'place',
  city: 'place',
  state: 'place',
  postalCode: 'postal-code',
  country: 'country',
  website: 'website',
  dateOfBirth: 'date',
};

/** Neither vendor says how long a value may be; 255 is a belief (a common column width). Longer ones wait for a person, uncut. */
const LINE: Limit = { max: 255 };
const both = (limit: Limit) => ({ clio: limit, highlevel: limit });
const LIMITS: Partial<Record<ContactField, FieldSpec['limits']>> = {
  email: both({ max: 254, fits: (value) => /^[^\s@]+@[^\s@]+$/.test(value.trim()) }),
  dateOfBirth: both({ fits: (value) => isDay(value.trim()) }),
  // HighLevel takes ISO codes only; Clio takes a country's name, or any text.
  country: { clio: LINE, highlevel: { fits: (value) => countryCode(value) !== undefined } },
};

/**
 * The fields of a contact. A company travels to HighLevel only, and only when the contact is made there: HighLevel's update body has no
 * companyName [official spec, UpdateContactDto], and in Clio a company is a contact of its own that nobody should make by the way.
 * A middle name stays in Clio: HighLevel has no field for it.
 */
export const CONTACT_TABLE: readonly FieldSpec[] = CONTACT_FIELDS.map((id) =>
  field(id, KINDS[id], {
    label: `field.${id}`,
    limits: LIMITS[id] ?? both(LINE),
    ...(id === 'company'
      ? { directions: ['off', 'to-highlevel'], suggested: 'to-highlevel', createOnly: 'highlevel' as const }
      : {}),
  }),
);

/** What the other side and the base hold, for telling which of several e-mails or phones is the one that is synced. */
export interface Nearby extends CompareWith {
  other?: Contact;
  base?: Values;
}

/**
 * A contact in shared terms. Of several e-mails or phones the one counts that the other side has, then the one both agreed on, then the
 * primary: a person who adds a second address in Clio has not changed the first.
 */
export function readContact(contact: Contact, near: Nearby = {}): Read {
  const { firstName, lastName, dateOfBirth, ...rest } = valuesOf(contact);
  // A company of Clio has no place for a person's own, so nothing is said of it.
  const values: ContactValues = contact.kind === 'company' ? rest : { ...rest, firstName, lastName, dateOfBirth };
  const theirs: ContactValues = near.other ? valuesOf(near.other) : {};
  for (const [id, list] of [['email', contact.emails] as const, ['phone', contact.phones] as const]) {
    values[id] = nearest(id, list, [theirs[id], near.base?.[id]], near) ?? values[id];
  }
  return { values, warnings: [] };
}

function nearest(kind: 'email' | 'phone', list: Labelled[], wanted: (string | undefined)[], using: CompareWith) {
  for (const value of wanted.filter((one) => !isBlank(one))) {
    const key = comparable(kind, value, using);
    const found = list.find((one) => comparable(kind, one.value, using) === key);
    if (found) return found.value;
  }
  return undefined;
}

/** Values to write into HighLevel; `create` says that the contact is made there. What it can't hold is left out, with a warning. */
export function toHighLevelContact(values: Values, { create = false } = {}): Mapped<ContactValues> {
  const specs = CONTACT_TABLE.filter((spec) => create || spec.createOnly !== 'highlevel');
  return written(fitting(specs, 'highlevel', values));
}

/** Values to write into Clio; never a company. */
export const toClioContact = (values: Values): Mapped<ContactValues> =>
  written(
    fitting(
      CONTACT_TABLE.filter(({ directions }) => directions.includes('to-clio')),
      'clio',
      values,
    ),
  );

const written = ({ values, warnings }: Read): Mapped<ContactValues> => ({ value: values as ContactValues, warnings });

/**
 * E-mails and phones of HighLevel that Clio lacks, besides the synced one: rows to add in Clio, which replace nothing. The other way
 * round there is nothing to write to: HighLevel's additional e-mails and phones can be read only [issues 262, 331 of the vendor's API docs].
 */
export function rowsToAdd(clio: Contact, highlevel: Contact, using: CompareWith = {}): { emails: string[]; phones: string[] } {
  const lacking = (kind: 'email' | 'phone', has: Labelled[], more: Labelled[]) => {
    const known = new Set(has.map((one) => comparable(kind, one.value, using)));
    const rest = more.filter((one) => !one.primary && !isBlank(one.value)).map((one) => one.value);
    return rest.filter((value) => !known.has(comparable(kind, value, using)) && known.add(comparable(kind, value, using)));
  };
  return {
    emails: lacking('email', clio.emails, highlevel.emails),
    phones: lacking('phone', clio.phones, highlevel.phones),
  };
}
