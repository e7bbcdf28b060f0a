import { describe, expect, test } from 'vitest';
import {
  contactData,
  contactPatch,
  entryData,
  newContactData,
  newEntryData,
  newNoteData,
  newTaskBody,
  noteData,
  reminderData,
  taskPatchBody,
} from '../../lib/clio/convert.ts';
import { CLIO_ENDPOINTS } from '../../lib/clio/endpoints.ts';
import { clioRequests } from '../../lib/clio/requests.ts';
import { CLIO_RIGHTS } from '../../lib/clio/rights.ts';
import type { Endpoint, Request } from '../../lib/http/endpoint.ts';
import type { ContactValues } from '../../lib/model/contact.ts';
import {
  answerSchema,
  bodySchema,
  breaks,
  type Found,
  operationOf,
  type Schema,
  type Spec,
  specsHere,
  whole,
} from './spec-files.ts';

const found = (row: Endpoint): Found => {
  const operation = operationOf(row);
  if (!operation) throw new Error(`${row.id}: ${row.method} ${row.path} is in no official spec`);
  return operation;
};
const named = <T extends { id: string }>(rows: readonly T[]) => rows.map((row) => [row.id, row] as const);

const VALUES: Required<ContactValues> = {
  firstName: 'Jo',
  lastName: 'Lee',
  email: 'jo@example.com',
  phone: '+12125550100',
  company: 'Lee LLC',
  address1: '1 Main St',
  city: 'Albany',
  state: 'NY',
  postalCode: '12207',
  country: 'US',
  website: 'https://lee.example',
  dateOfBirth: '1990-09-25',
};
const DUE = { kind: 'day', day: '2026-03-08' } as const;
const ITEM = { title: 'Call', body: 'back', due: DUE, done: true, assigneeId: '5' };
const NOTE = { title: 'Call', text: 'Will call', date: '2026-03-08' };
const ENTRY = {
  title: 'Call',
  startsAt: '2026-03-08T17:00:00Z',
  endsAt: '2026-03-08T18:00:00Z',
  allDay: false,
  location: 'Room 2',
  description: 'By video',
  attendees: [{ type: 'Contact' as const, id: '5' }],
};
const SINCE = '2026-01-01T00:00:00Z';

/** `id,client{id,name}` -> names that the record or its nested record does not have. */
function wrongFields(spec: Spec, record: Schema, fields: string): string[] {
  const properties = record.properties ?? {};
  return [...fields.matchAll(/(\w+)(?:\{([^}]*)\})?/g)].flatMap(([, name = '', inner]) => {
    const schema = properties[name];
    if (!schema) return [name];
    if (inner === undefined) return [];
    const nested = whole(spec, schema.type === 'array' ? (schema.items ?? {}) : schema).properties ?? {};
    return inner
      .split(',')
      .filter((one) => !nested[one])
      .map((one) => `${name}{${one}}`);
  });
}

const anyContact = {
  id: 1,
  addresses: [{ id: 5, name: 'Home', street: 'x', city: null, province: null, postal_code: null, country: null, primary: true }],
};
const PATCHES = [contactPatch({ id: 1 } as never, VALUES)?.body, contactPatch(anyContact as never, VALUES)?.body];
const SEEN = { email: 'old@example.com', phone: '555', city: 'Troy', website: 'old.example' };
const MORE = { addEmails: ['x@example.com'], addPhones: ['+12125550111'], customFields: { 7: 'red', 8: 'blue' } };
const fullContact = {
  ...{ ...anyContact, type: 'Person', email_addresses: [{ id: 2, address: 'old@example.com' }] },
  phone_numbers: [{ id: 3, number: '555' }],
  ...{ web_sites: [{ id: 4, address: 'http://old.example/' }], addresses: [{ id: 6, city: 'Troy' }] },
  custom_field_values: [{ id: 'text_line-9', value: 'green', custom_field: { id: 7 } }],
};

/** What the spec demands in a body without need, by its own words (convert-note), or types as nobody meets it (convert-contact-write). */
const EXCUSED = ['body.data.matter is missing', 'body.data.custom_field_values.0.id is a string, not a number'];

const REQUESTS: [string, Request][] = [
  ['whoAmI', clioRequests.whoAmI()],
  ['users', clioRequests.users()],
  ['contact', clioRequests.contact('1')],
  ['contacts', clioRequests.contacts({ query: 'x', updated_since: '2026-01-01T00:00:00Z', client_only: true })],
  ...PATCHES.map((body, at): [string, Request] => [`updateContact ${at}`, clioRequests.updateContact('1', body!, '"e"')]),
  ['contactsLike', clioRequests.contactsLike('jo@example.com')],
  ['createContact', clioRequests.createContact(newContactData(VALUES))],
  ['replaced values', clioRequests.updateContact('1', { data: contactData(fullContact as never, VALUES, SEEN, MORE) }, '"e"')],
  ['added values', clioRequests.updateContact('1', { data: contactData({ id: 1 }, VALUES, {}, MORE) }, '"e"')],
  ['matter', clioRequests.matter('1')],
  ['mattersOfClient', clioRequests.mattersOfClient('1')],
  ['relatedContacts', clioRequests.relatedContacts('1')],
  ['relationshipsOfContact', clioRequests.relationshipsOfContact('1')],
  ['task', clioRequests.task('1')],
  ['tasksOfClient', clioRequests.tasksOfClient('1')],
  ['tasksOfMatter', clioRequests.tasksOfMatter('1')],
  ['updateTask', clioRequests.updateTask('1', taskPatchBody({ title: 'x', due: DUE, done: true }, 'UTC'), '"e"')],
  ['reopen', clioRequests.updateTask('1', taskPatchBody({ done: false }, 'UTC'), '"e"')],
  ['newestTasks of a matter', clioRequests.newestTasks({ matter_id: '1' })],
  ['newestTasks of a user', clioRequests.newestTasks({ assignee_id: '1', assignee_type: 'user' })],
  ['createTask', clioRequests.createTask(newTaskBody(ITEM, 'UTC', '7'))],
  ['createTask, bare', clioRequests.createTask(newTaskBody({ title: 'x', assigneeId: '5' }, 'UTC'))],
  ['a whole task changed', clioRequests.updateTask('1', taskPatchBody(ITEM, 'UTC'), '"e"')],
  ['deleteTask', clioRequests.deleteTask('1')],
  ['note', clioRequests.note('1')],
  ['newestNotesOfContact', clioRequests.newestNotesOfContact('1')],
  ['createNote', clioRequests.createNote(newNoteData('1', NOTE))],
  ['updateNote', clioRequests.updateNote('1', { data: noteData(NOTE) }, '"e"')],
  ['deleteNote', clioRequests.deleteNote('1')],
  ['notesOfContact', clioRequests.notesOfContact('1')],
  ['notesOfMatter', clioRequests.notesOfMatter('1')],
  ['calendars', clioRequests.calendars()],
  ['calendarEntries', clioRequests.calendarEntries('2026-01-01', '2026-02-01')],
  ['calendarEntries of one calendar', clioRequests.calendarEntries(SINCE, '2026-02-01T00:00:00Z', '7')],
  ['entry', clioRequests.entry('1')],
  ['createEntry', clioRequests.createEntry(newEntryData(ENTRY, '7', '8'))],
  ['updateEntry', clioRequests.updateEntry('1', { data: entryData(ENTRY) }, '"e"')],
  ['deleteEntry', clioRequests.deleteEntry('1')],
  ['notificationMethods', clioRequests.notificationMethods()],
  ['createReminder', clioRequests.createReminder(reminderData('1', 30, '9'))],
  ['changed.contacts', clioRequests.changed.contacts(SINCE)],
  ['changed.matters', clioRequests.changed.matters(SINCE, 'next')],
  ['changed.tasks', clioRequests.changed.tasks(SINCE)],
  ['changed.notes of contacts', clioRequests.changed.notes('Contact', SINCE)],
  ['changed.notes of matters', clioRequests.changed.notes('Matter', SINCE)],
  ['changed.entries', clioRequests.changed.entries(SINCE)],
  ['customFields', clioRequests.customFields('contact')],
  ...CLIO_RIGHTS.filter((one) => one.access === 'read').map((one): [string, Request] => [one.id, one.request('')]),
];

describe.skipIf(!specsHere)('every Clio endpoint is in the official spec', () => {
  test.each(named(CLIO_ENDPOINTS))('%s: method, path and query', (_, row) => {
    const queries =
      found(row)
        .operation.parameters?.filter((one) => one.in === 'query')
        .map((one) => one.name) ?? [];
    for (const name of row.query ?? []) expect(queries).toContain(name);
    if (row.method !== 'DELETE') expect(row.query).toContain('fields');
  });
});

describe.skipIf(!specsHere)('every Clio request fits the official spec', () => {
  test.each(REQUESTS)('%s', (_, { endpoint, params = {}, query = {}, body, ifMatch }) => {
    const operation = found(endpoint);
    const { spec, operation: official } = operation;
    expect([...endpoint.path.matchAll(/:([A-Za-z_]+)/g)].map(([, name]) => name)).toEqual(Object.keys(params));
    for (const parameter of official.parameters?.filter((one) => one.in === 'query') ?? []) {
      const value = query[parameter.name];
      if (parameter.required) expect(value).toBeDefined();
      if (value !== undefined && parameter.schema?.enum) expect(parameter.schema.enum).toContain(value);
    }
    for (const name of Object.keys(query)) expect(endpoint.query).toContain(name);
    if (query.limit !== undefined) expect(query.limit).toBeLessThanOrEqual(200);
    if (endpoint.method === 'DELETE') return expect({ query, body }).toEqual({ query: {}, body: undefined });
    const data = whole(spec, answerSchema(operation)?.properties?.data ?? {});
    const record = data.type === 'array' ? whole(spec, data.items ?? {}) : data;
    expect(wrongFields(spec, record, String(query.fields))).toEqual([]);
    expect(query.fields).not.toMatch(/\{[^}]*\{/);
    if (body !== undefined) {
      expect(breaks(spec, bodySchema(operation) ?? {}, body).filter((one) => !EXCUSED.includes(one))).toEqual([]);
      if (endpoint.method === 'PATCH') expect(ifMatch).toBeTruthy();
    }
  });

  test('and every endpoint row is used by one of them', () => {
    expect(new Set(REQUESTS.map(([, request]) => request.endpoint.id))).toEqual(new Set(CLIO_ENDPOINTS.map((row) => row.id)));
  });
});
