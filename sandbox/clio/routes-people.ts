import type { ClioContact, ClioRelationship, ClioUser } from '../world/types.ts';
import { type ApiRoute, listRoute, showRoute, writeRoutes } from './api-route.ts';
import { readData } from './body.ts';
import { boolIs, common, contains, idIs, type ListSpec, type Param, wordIs } from './list.ts';
import { removeContact } from './merge.ts';
import { answerRecord } from './record.ts';
import { forbidden, notFound } from './refusal.ts';
import { byId } from './shape-parts.ts';
import type { MatterSide } from './shapes-people.ts';
import { type ApiCall, idParam, type View } from './view.ts';
import { CONTACT_CREATE, CONTACT_UPDATE, createContact, updateContact } from './write-contact.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
// Chooses which custom field values are answered, not which records; the sandbox answers all of them.
const CUSTOM: Record<string, Param<unknown>> = { 'custom_field_ids[]': { type: 'id', test: () => true } };

/** Everything of a contact that `query` looks at [official spec], as it is stored. */
function searchable(contact: ClioContact, view: View): (string | null | undefined)[] {
  const matters = view.rows.matters.filter((matter) => matter.client_id === contact.id);
  return [
    contact.name,
    contact.title,
    byId(view.rows.contacts, contact.company_id)?.name,
    ...contact.email_addresses.map(({ address }) => address),
    ...contact.phone_numbers.map(({ number }) => number),
    ...contact.web_sites.map(({ address }) => address),
    ...contact.addresses.flatMap(({ street, city, province, postal_code }) => [street, city, province, postal_code]),
    ...contact.custom_field_values.map(({ value }) => String(value ?? '')),
    ...matters.flatMap(({ display_number, description }) => [display_number, description]),
  ];
}

const contacts: ListSpec<ClioContact> = {
  kind: 'Contact',
  rows: (call) => call.view.rows.contacts,
  idOf: (row) => row.id,
  orders: { name: (row) => row.name },
  params: {
    ...common<ClioContact>(),
    ...CUSTOM,
    type: wordIs(['Company', 'Person'], (row) => row.type),
    query: contains(searchable),
    client_only: { type: 'bool', test: (row, value) => value === 'false' || row.is_client },
    email_only: { type: 'bool', test: (row, value) => value === 'false' || row.email_addresses.length > 0 },
    initial: { type: LETTERS, test: (row, value) => (row.last_name ?? row.name).toUpperCase().startsWith(value) },
  },
};

const users: ListSpec<ClioUser> = {
  kind: 'User',
  rows: (call) => call.view.rows.users,
  idOf: (row) => row.id,
  orders: {
    name: (row) => row.name,
    first_name: (row) => row.first_name,
    last_name: (row) => row.last_name,
    email: (row) => row.email,
  },
  params: { ...common<ClioUser>(), enabled: boolIs((row) => row.enabled), name: contains((row) => [row.name]) },
};

/** E-mails or phones of the contact in the path. They carry its times, having none of their own. */
function partsList(kind: string, column: 'email_addresses' | 'phone_numbers') {
  type Part = { id: number; created_at: string; updated_at: string };
  const spec: ListSpec<Part> = {
    kind,
    ordered: false,
    idOf: (row) => row.id,
    rows: (call) => {
      const id = idParam(call, 'contact_id');
      const contact = byId(call.view.rows.contacts, id);
      if (!contact) throw notFound(`Contact ${id}`);
      return contact[column].map((part) => ({ ...part, created_at: contact.created_at, updated_at: contact.updated_at }));
    },
    params: common<Part>(),
  };
  return listRoute(`clio.contacts.${column}`, `/contacts/:contact_id/${column}.json`, ['contacts'], spec);
}

function matterOf(call: ApiCall) {
  const id = idParam(call, 'matter_id');
  const matter = byId(call.view.rows.matters, id);
  if (!matter) throw notFound(`Matter ${id}`);
  return matter;
}

function sides(call: ApiCall, withClient: boolean): MatterSide[] {
  const { id, client_id } = matterOf(call);
  const { contacts: people, relationships } = call.view.rows;
  const related = relationships.filter((each) => each.matter_id === id).sort((a, b) => a.id - b.id);
  const client = withClient ? byId(people, client_id) : null;
  return [
    ...(client ? [{ contact: client, matter_id: id, relationship: null, is_client: true }] : []),
    ...related.flatMap((relationship) => {
      const contact = byId(people, relationship.contact_id);
      return contact ? [{ contact, matter_id: id, relationship, is_client: contact.id === client_id }] : [];
    }),
  ];
}

const sideList = (kind: string, withClient: boolean, orders?: ListSpec<MatterSide>['orders']): ListSpec<MatterSide> => ({
  kind,
  rows: (call) => sides(call, withClient),
  idOf: (side) => side.contact.id,
  orders,
  params: kind === 'MatterContacts' ? CUSTOM : {},
});

const relationships: ListSpec<ClioRelationship> = {
  kind: 'Relationship',
  ordered: false,
  rows: (call) => call.view.rows.relationships,
  idOf: (row) => row.id,
  params: {
    ...common<ClioRelationship>(),
    contact_id: idIs((row) => row.contact_id),
    matter_id: idIs((row) => row.matter_id),
  },
};

// Anybody with a token may ask who that is: who_am_i is not bound to the users permission (belief, not documented).
const whoAmI: ApiRoute = {
  ...{ id: 'clio.users.who_am_i', method: 'GET', path: '/users/who_am_i.json', areas: [], access: 'read', accepts: ['fields'] },
  answer: (call) => answerRecord(call, 'User', call.view.user),
};

const client: ApiRoute = {
  ...{ id: 'clio.matters.client', method: 'GET', path: '/matters/:matter_id/client.json', areas: ['matters', 'contacts'] },
  ...{ access: 'read', accepts: ['fields'] },
  answer: (call) => {
    const found = byId(call.view.rows.contacts, matterOf(call).client_id);
    if (!found) throw notFound('Client');
    return answerRecord(call, 'Client', found);
  },
};

export const PEOPLE_ROUTES: ApiRoute[] = [
  whoAmI,
  listRoute('clio.users.list', '/users.json', ['users'], users),
  showRoute('clio.users.get', '/users/:id', ['users'], 'User', (call) => call.view.rows.users),
  listRoute('clio.contacts.list', '/contacts.json', ['contacts'], contacts),
  showRoute('clio.contacts.get', '/contacts/:id', ['contacts'], 'Contact', (call) => call.view.rows.contacts, [
    'custom_field_ids[]',
  ]),
  ...writeRoutes<ClioContact>({
    ...{ id: 'clio.contacts', kind: 'Contact', path: '/contacts', areas: ['contacts'], extra: ['custom_field_ids[]'] },
    ...{ createRules: CONTACT_CREATE, updateRules: CONTACT_UPDATE },
    mine: (call) => call.view.rows.contacts,
    all: (state) => state.rows.contacts,
    create: (call) => createContact(readData(call.body, CONTACT_CREATE, true), call.view),
    update: (call, row) => updateContact(row, readData(call.body, CONTACT_UPDATE, false), call.view),
    // The spec gives DELETE a 403 and no 422. That a client with matters stays is a belief, taken from Clio's own pages.
    remove: (call, row) => {
      if (call.view.rows.matters.some((matter) => matter.client_id === row.id)) {
        throw forbidden('A client with matters cannot be deleted');
      }
      removeContact(call.state, row.id);
    },
  }),
  partsList('EmailAddress', 'email_addresses'),
  partsList('PhoneNumber', 'phone_numbers'),
  client,
  listRoute(
    'clio.matters.related_contacts',
    '/matters/:matter_id/related_contacts.json',
    ['matters', 'contacts'],
    sideList('RelatedContacts', false),
  ),
  listRoute('clio.matters.contacts', '/matters/:matter_id/contacts.json', ['matters', 'contacts'], {
    ...sideList('MatterContacts', true, { is_client: (side) => Number(side.is_client) }),
  }),
  listRoute('clio.relationships.list', '/relationships.json', ['matters', 'contacts'], relationships),
  showRoute(
    'clio.relationships.get',
    '/relationships/:id',
    ['matters', 'contacts'],
    'Relationship',
    (call) => call.view.rows.relationships,
  ),
];
