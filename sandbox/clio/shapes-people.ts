import type { ClioContact, ClioRelationship, ClioUser } from '../world/types.ts';
import { etagOf } from './etag.ts';
import { methodsOf } from './reminder-shapes.ts';
import { always, byId, columns, etagField, initials, many, noOne, nothing, one } from './shape-parts.ts';
import type { AnyShape, Look, Nested, Shape } from './shapes.ts';

/** A contact seen from a matter: the same person may stand there twice (client and witness). */
export interface MatterSide {
  contact: ClioContact;
  matter_id: number;
  relationship: ClioRelationship | null;
  is_client: boolean;
}

type Part = { primary: boolean };
const firstOf = <T extends Part>(parts: T[]) => parts.find((part) => part.primary) ?? parts[0];
const secondOf = <T extends Part>(parts: T[]) => parts.find((part) => part !== firstOf(parts));

// Clio gives nested e-mails, phones, addresses and sites times of their own; the rows keep the contact's only.
const withTimes = <T>(contact: ClioContact, parts: T[]) =>
  parts.map((part) => ({ ...part, created_at: contact.created_at, updated_at: contact.updated_at }));

const PERSON_COLUMNS = ['name', 'first_name', 'middle_name', 'last_name', 'type', 'prefix', 'title'] as const;

const personPlain: Record<string, (contact: ClioContact) => unknown> = {
  ...columns<ClioContact>(...PERSON_COLUMNS, 'created_at', 'updated_at'),
  initials: (contact) => initials(contact.name),
  primary_email_address: (contact) => firstOf(contact.email_addresses)?.address ?? null,
  primary_phone_number: (contact) => firstOf(contact.phone_numbers)?.number ?? null,
  ...always(null, 'client_connect_user_id'),
};
const secondaries: Record<string, (contact: ClioContact) => unknown> = {
  secondary_email_address: (contact) => secondOf(contact.email_addresses)?.address ?? null,
  secondary_phone_number: (contact) => secondOf(contact.phone_numbers)?.number ?? null,
};
const company = one<ClioContact>('Contact', (contact, look) => byId(look.rows.contacts, contact.company_id));
const parts: Record<string, Nested<ClioContact>> = {
  addresses: many('Address', (contact) => withTimes(contact, contact.addresses)),
  email_addresses: many('EmailAddress', (contact) => withTimes(contact, contact.email_addresses)),
  phone_numbers: many('PhoneNumber', (contact) => withTimes(contact, contact.phone_numbers)),
  web_sites: many('WebSite', (contact) => withTimes(contact, contact.web_sites)),
};
const picked: Record<string, Nested<ClioContact>> = {
  primary_address: one('Address', (contact) => firstOf(withTimes(contact, contact.addresses))),
  secondary_address: one('Address', (contact) => secondOf(withTimes(contact, contact.addresses))),
  primary_web_site: one('WebSite', (contact) => firstOf(withTimes(contact, contact.web_sites))),
};
const secondSite: Record<string, Nested<ClioContact>> = {
  secondary_web_site: one('WebSite', (contact) => secondOf(withTimes(contact, contact.web_sites))),
};
const values = many<ClioContact>('CustomFieldValue', (contact) => withTimes(contact, contact.custom_field_values));

const contact: Shape<ClioContact> = {
  kind: 'Contact',
  plain: {
    ...columns<ClioContact>('id', 'date_of_birth', 'is_client'),
    ...etagField('Contact'),
    ...personPlain,
    ...secondaries,
    ...always(null, 'clio_connect_email', 'ledes_client_id', 'sales_tax_number', 'currency'),
    ...always(false, 'locked_clio_connect_email', 'has_clio_for_clients_permission', 'is_clio_for_client_user'),
    ...always(false, 'is_co_counsel', 'is_bill_recipient'),
  },
  nested: {
    ...parts,
    ...picked,
    company,
    custom_field_values: values,
    primary_work_address: one('Address', (row) => withTimes(row, row.addresses).find((address) => address.name === 'Work')),
    related_contacts: many('Contact', () => []),
    ...noOne('avatar', 'payment_profile', 'folder', 'co_counsel_rate', 'legal_aid_uk_contact'),
    ...nothing(
      'activity_rates',
      'custom_field_set_associations',
      'instant_messengers',
      'notification_methods',
      'account_balances',
    ),
  },
};

const client: Shape<ClioContact> = {
  kind: 'Client',
  plain: { ...columns<ClioContact>('id', 'date_of_birth'), ...personPlain, ...always(true, 'is_matter_client') },
  nested: { ...parts, company, ...noOne('avatar') },
};

const ofContact = <R>(table: Record<string, (contact: ClioContact, look: Look) => R>) =>
  Object.fromEntries(
    Object.entries(table).map(([name, read]) => [name, (side: MatterSide, look: Look) => read(side.contact, look)]),
  );
const nestedOfContact = (table: Record<string, Nested<ClioContact>>): Record<string, Nested<MatterSide>> =>
  Object.fromEntries(
    Object.entries(table).map(([name, inner]) => [
      name,
      { ...inner, rows: (side: MatterSide, look: Look) => inner.rows(side.contact, look) },
    ]),
  );
const sideNested: Record<string, Nested<MatterSide>> = {
  ...nestedOfContact({ ...parts, ...picked, ...secondSite, company, custom_field_values: values }),
  relationship: one('Relationship', (side) => side.relationship),
  ...noOne('avatar'),
};

const relatedContacts: Shape<MatterSide> = {
  kind: 'RelatedContacts',
  plain: {
    ...ofContact(personPlain),
    // The spec has both `id` and `contact_id`, described alike; read here as the person in both places.
    id: (side) => side.contact.id,
    contact_id: (side) => side.contact.id,
    is_matter_client: (side) => side.is_client,
  },
  nested: sideNested,
};

const matterContacts: Shape<MatterSide> = {
  kind: 'MatterContacts',
  plain: {
    ...ofContact({ ...personPlain, ...secondaries }),
    id: (side) => side.contact.id,
    etag: (side) => etagOf('MatterContacts', side),
    contact_created_at: (side) => side.contact.created_at,
    contact_updated_at: (side) => side.contact.updated_at,
    is_client: (side) => side.is_client,
    matter_id: (side) => side.matter_id,
    description: (side, look) => byId(look.rows.matters, side.matter_id)?.description ?? null,
    matter_number: (side, look) => byId(look.rows.matters, side.matter_id)?.display_number ?? null,
    relationship_name: (side) => (side.is_client ? 'Client' : (side.relationship?.description ?? null)),
  },
  nested: sideNested,
};

const partShape = (kind: string, ...names: string[]): AnyShape => ({
  kind,
  plain: { ...columns<Record<string, unknown>>('id', 'name', ...names, 'created_at', 'updated_at'), ...etagField(kind) },
  nested: {},
});
const webSite = partShape('WebSite', 'address');
webSite.plain.default_web_site = (site: Part) => site.primary;

const user: Shape<ClioUser> = {
  kind: 'User',
  plain: {
    ...columns<ClioUser>('id', 'name', 'first_name', 'last_name', 'email', 'enabled', 'time_zone', 'created_at', 'updated_at'),
    ...etagField('User'),
    initials: (row) => initials(row.name),
    default_calendar_id: (row, look) => look.rows.calendars.find((calendar) => calendar.user_id === row.id)?.id ?? null,
    account_owner: (row, look) => look.rows.users[0]?.id === row.id,
    roles: (row, look) => (look.rows.users[0]?.id === row.id ? ['admin'] : []),
    ...always('Attorney', 'subscription_type'),
    ...always(null, 'phone_number', 'rate'),
    ...always(false, 'clio_connect', 'court_rules_default_attendee'),
  },
  nested: {
    account: one('Account', (row, look) => byId(look.rows.accounts, row.account_id)),
    ...noOne('default_activity_description', 'avatar', 'contact', 'job_title'),
    notification_methods: many('NotificationMethod', methodsOf),
    ...nothing('groups'),
  },
};

export const PEOPLE: AnyShape[] = [
  contact,
  client,
  relatedContacts,
  matterContacts,
  user,
  webSite,
  partShape('EmailAddress', 'address', 'primary'),
  partShape('PhoneNumber', 'number', 'primary'),
  partShape('Address', 'street', 'city', 'province', 'postal_code', 'country', 'primary'),
];
