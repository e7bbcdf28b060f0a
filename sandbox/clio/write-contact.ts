import type { ClioContact, ClioCustomField } from '../world/types.ts';
import { type BodyRules, type Data, date, flag, int, list, must, ref, refId, text } from './body.ts';
import { notFound, unprocessable } from './refusal.ts';
import { byId } from './shape-parts.ts';
import { nextId, stamp } from './state.ts';
import type { View } from './view.ts';

const WEB_SITE_NAMES = ['Work', 'Personal', 'Twitter', 'Facebook', 'LinkedIn', 'Instant Messenger', 'Other'];
const parts = (extra: BodyRules): BodyRules => ({
  addresses: list({
    name: text(['Work', 'Home', 'Billing', 'Other']),
    ...{ street: text(), city: text(), province: text(), postal_code: text(), country: text(), ...extra },
  }),
  email_addresses: list({ name: text(['Work', 'Home', 'Other']), address: text(), default_email: flag, ...extra }),
  phone_numbers: list({
    name: text(['Work', 'Home', 'Mobile', 'Fax', 'Pager', 'Skype', 'Other']),
    ...{ number: text(), default_number: flag, ...extra },
  }),
  web_sites: list({ name: text(WEB_SITE_NAMES), address: text(), default_web_site: flag, ...extra }),
  custom_field_values: list({ value: { kind: 'any' }, custom_field: ref(), ...extra }),
});
const own: BodyRules = {
  first_name: text(),
  middle_name: text(),
  last_name: text(),
  name: text(),
  prefix: text(),
  title: text(),
  date_of_birth: date,
  company: ref(),
  type: text(['Person', 'Company']),
};
export const CONTACT_CREATE: BodyRules = { ...own, ...parts({}), type: must(text(['Person', 'Company'])) };
const changed = parts({ id: int, _destroy: flag });
export const CONTACT_UPDATE: BodyRules = {
  ...own,
  ...changed,
  custom_field_values: list({ ...changed.custom_field_values?.fields, id: { kind: 'any' } }),
};

/** Makes a contact from a body. The spec requires `name`; first and last name are taken in its place, as practice has it. */
export function createContact(data: Data, view: View): ClioContact {
  const now = stamp(view.clock);
  const contact: ClioContact = {
    ...{ id: nextId(view.state), type: data.type as ClioContact['type'], account_id: view.account.id },
    ...{ prefix: null, first_name: null, middle_name: null, last_name: null, name: '', title: null, date_of_birth: null },
    ...{ company_id: null, is_client: false, email_addresses: [], phone_numbers: [], addresses: [], web_sites: [] },
    ...{ custom_field_values: [], created_at: now, updated_at: now },
  };
  writeContact(contact, data, view);
  return contact;
}

/** The contact as it is after a body; the contact itself stays untouched. */
export function updateContact(contact: ClioContact, data: Data, view: View): ClioContact {
  const draft = structuredClone(contact);
  writeContact(draft, data, view);
  return { ...draft, updated_at: stamp(view.clock) };
}

function writeContact(contact: ClioContact, data: Data, view: View): void {
  for (const column of ['prefix', 'title', 'date_of_birth', 'type'] as const) {
    if (data[column] !== undefined) Object.assign(contact, { [column]: data[column] === '' ? null : data[column] });
  }
  writeName(contact, data);
  const company = refId(data.company);
  if (company !== undefined) {
    const found = byId(view.rows.contacts, company);
    if (found?.type !== 'Company') throw notFound(`Company ${company}`);
    contact.company_id = found.id;
  }
  contact.email_addresses = merged(contact.email_addresses, data.email_addresses, 'default_email', EMAIL, view);
  contact.phone_numbers = merged(contact.phone_numbers, data.phone_numbers, 'default_number', PHONE, view);
  contact.web_sites = merged(contact.web_sites, data.web_sites, 'default_web_site', SITE, view);
  contact.addresses = merged(contact.addresses, data.addresses, '', ADDRESS, view);
  writeValues(contact, data.custom_field_values, view);
}

function writeName(contact: ClioContact, data: Data): void {
  // A change of something else must not recompose a name that is more than its parts ("Jr.").
  if (contact.name !== '' && !['name', 'first_name', 'middle_name', 'last_name'].some((part) => part in data)) return;
  const given = (name: string) => (typeof data[name] === 'string' ? (data[name] as string).trim() : undefined);
  if (contact.type === 'Company') {
    contact.name = given('name') ?? contact.name;
  } else {
    const split = given('name') !== undefined && given('first_name') === undefined && given('last_name') === undefined;
    const words = (given('name') ?? '').split(/\s+/).filter(Boolean);
    const middle = given('middle_name') ?? contact.middle_name;
    const [first, inner, last] = split
      ? [words.length > 1 ? words[0] : null, words.slice(1, -1).join(' ') || null, words.at(-1)]
      : [given('first_name') ?? contact.first_name, middle, given('last_name') ?? contact.last_name];
    Object.assign(contact, { first_name: first || null, middle_name: inner || null, last_name: last || null });
    contact.name = [contact.first_name, contact.middle_name, contact.last_name].filter(Boolean).join(' ');
  }
  if (contact.name === '') throw unprocessable("Name can't be blank");
}

interface Part {
  id: number;
  name: string;
  primary: boolean;
}
interface PartKind {
  fresh: Data;
  check(part: Data): string | undefined;
}
const EMAIL: PartKind = {
  fresh: { name: 'Work', address: '' },
  check: (part) => (/^\S+@\S+$/.test(String(part.address)) ? undefined : 'Email address is invalid'),
};
const PHONE: PartKind = {
  fresh: { name: 'Work', number: '' },
  check: (part) => (/\d/.test(String(part.number)) ? undefined : "Phone number can't be blank"),
};
const SITE: PartKind = {
  fresh: { name: 'Work', address: '' },
  check: (part) => (part.address ? undefined : "Web site can't be blank"),
};
const ADDRESS: PartKind = {
  fresh: { name: 'Work', street: null, city: null, province: null, postal_code: null, country: null },
  check: () => undefined,
};

/** Items with an id change or (with `_destroy`) go, items without one are added, items not named stay as they are. */
function merged<T extends Part>(old: T[], asked: unknown, flagName: string, kind: PartKind, view: View): T[] {
  if (!Array.isArray(asked)) return old;
  let parts = old.map((part) => ({ ...part }));
  for (const { id, _destroy, [flagName]: isDefault, ...values } of asked as Data[]) {
    const found = parts.find((part) => part.id === id);
    if (id !== undefined && !found) throw notFound(`Nested record ${id}`);
    if (_destroy === true) {
      if (!found) throw unprocessable('_destroy needs the id of an existing record');
      parts = parts.filter((part) => part !== found);
      continue;
    }
    const part = found ?? ({ id: nextId(view.state), ...kind.fresh, primary: false } as unknown as T);
    Object.assign(part, values);
    const problem = kind.check(part as unknown as Data);
    if (problem) throw unprocessable(problem);
    if (isDefault === true) for (const each of parts) each.primary = false;
    if (isDefault !== undefined) part.primary = isDefault === true;
    if (!found) parts.push(part);
  }
  if (parts[0] && !parts.some((part) => part.primary)) parts[0].primary = true;
  return parts;
}

/** `picklist-12` as it was read, or its number: the spec types the id as a number in bodies, others report the text. Both are taken. */
const isValue = (value: { id: string }, asked: unknown) => value.id === asked || value.id.split('-').at(-1) === String(asked);

function writeValues(contact: ClioContact, asked: unknown, view: View): void {
  if (!Array.isArray(asked)) return;
  for (const item of asked as Data[]) {
    const fieldId = refId(item.custom_field);
    const old = item.id === undefined ? undefined : contact.custom_field_values.find((value) => isValue(value, item.id));
    if (item.id !== undefined && !old) throw notFound(`CustomFieldValue ${item.id}`);
    if (item._destroy === true) {
      contact.custom_field_values = contact.custom_field_values.filter((value) => value !== old);
      continue;
    }
    const field = byId(view.rows.customFields, old?.custom_field_id ?? fieldId);
    if (field?.parent_type !== 'Contact') throw notFound(`Custom field ${fieldId}`);
    demandFitting(field, item.value);
    // Doubt: whether the real one would replace the value instead. Refused here, so that nobody relies on it.
    if (!old && contact.custom_field_values.some((value) => value.custom_field_id === field.id))
      throw unprocessable(`Custom field ${field.id} has a value already`);
    if (old) old.value = item.value;
    else {
      const id = `${field.field_type}-${nextId(view.state)}`;
      contact.custom_field_values.push({ id, custom_field_id: field.id, value: item.value });
    }
  }
}

/** A value of the field's own kind; a picklist takes the id of one of its options. */
function demandFitting(field: ClioCustomField, value: unknown): void {
  const text = value === null || value === undefined ? '' : String(value);
  if (!text) return;
  const fits =
    field.field_type === 'picklist'
      ? field.picklist_options.some(({ id }) => String(id) === text)
      : field.field_type === 'checkbox'
        ? /^(true|false)$/.test(text)
        : field.field_type === 'date'
          ? !Number.isNaN(Date.parse(text))
          : field.field_type !== 'numeric' || !Number.isNaN(Number(text));
  if (!fits) throw unprocessable(`${field.name} is not a valid ${field.field_type}`);
}
