import type { Endpoint } from '../http/endpoint.ts';
import {
  many,
  nothing,
  one,
  wireCalendar,
  wireCalendarEntry,
  wireContact,
  wireCustomField,
  wireMatter,
  wireMethods,
  wireNote,
  wireRelated,
  wireRelationship,
  wireReminder,
  wireTask,
  wireUser,
  wireWho,
} from './types.ts';

const PAGE = ['fields', 'limit', 'page_token', 'order'] as const;
const SINCE = ['created_since', 'updated_since', 'ids[]'] as const;

/**
 * A row. Clio has no scopes in its OAuth dance: rights are ticked in the developer app, per kind of record, for reading or writing
 * [doc]; `scope` names that tick as `contacts.read`, `contacts.write`.
 */
const row = <A>(entry: Omit<Endpoint<A>, 'system' | 'access'>): Endpoint<A> => ({
  ...entry,
  system: 'clio',
  access: entry.scope.endsWith('.write') ? 'write' : 'read',
});

type Rows = { id: string; path: string; scope: string };
/** Writes of one record, as every kind has them: what is asked for comes back, a delete answers nothing. */
const creating = <A>({ id, path, scope }: Rows, answer: Endpoint<A>['answer']): Endpoint<A> =>
  row({ id: `clio.${id}.create`, method: 'POST', path: `/${path}.json`, scope: `${scope}.write`, query: ['fields'], answer });
const getting = <A>({ id, path, scope }: Rows, answer: Endpoint<A>['answer']): Endpoint<A> =>
  row({ id: `clio.${id}.get`, method: 'GET', path: `/${path}/:id.json`, scope: `${scope}.read`, query: ['fields'], answer });
const updating = <A>({ id, path, scope }: Rows, answer: Endpoint<A>['answer']): Endpoint<A> =>
  row({
    id: `clio.${id}.update`,
    method: 'PATCH',
    path: `/${path}/:id.json`,
    scope: `${scope}.write`,
    query: ['fields'],
    answer,
  });
const deleting = ({ id, path, scope }: Rows): Endpoint =>
  row({
    id: `clio.${id}.delete`,
    method: 'DELETE',
    path: `/${path}/:id.json`,
    scope: `${scope}.write`,
    query: [],
    answer: nothing,
  });

const CONTACTS: Rows = { id: 'contact', path: 'contacts', scope: 'contacts' };
const TASKS: Rows = { id: 'task', path: 'tasks', scope: 'tasks' };
const NOTES: Rows = { id: 'note', path: 'notes', scope: 'notes' };
const ENTRIES: Rows = { id: 'entry', path: 'calendar_entries', scope: 'calendars' };
const REMINDERS: Rows = { id: 'reminder', path: 'reminders', scope: 'calendars' };

/** Every Clio call Rankr can make. Paths are below /api/v4; always send `fields` (lib/clio/requests.ts does). */
export const CLIO = {
  user: {
    whoAmI: row({
      id: 'clio.user.who-am-i',
      method: 'GET',
      path: '/users/who_am_i.json',
      scope: 'users.read',
      query: ['fields'],
      answer: one(wireWho),
    }),
    /** Ways in which the signed-in user may be reminded; a reminder names one of them. */
    methods: row({
      id: 'clio.user.methods',
      method: 'GET',
      path: '/users/who_am_i.json',
      scope: 'users.read',
      query: ['fields'],
      answer: one(wireMethods),
    }),
    list: row({
      id: 'clio.user.list',
      method: 'GET',
      path: '/users.json',
      scope: 'users.read',
      query: [...PAGE, ...SINCE, 'enabled', 'name'],
      answer: many(wireUser),
    }),
  },
  contact: {
    get: getting(CONTACTS, one(wireContact)),
    create: creating(CONTACTS, one(wireContact)),
    list: row({
      id: 'clio.contact.list',
      method: 'GET',
      path: '/contacts.json',
      scope: 'contacts.read',
      query: [...PAGE, ...SINCE, 'query', 'type', 'client_only', 'email_only'],
      answer: many(wireContact),
    }),
    update: updating(CONTACTS, one(wireContact)),
  },
  matter: {
    get: row({
      id: 'clio.matter.get',
      method: 'GET',
      path: '/matters/:id.json',
      scope: 'matters.read',
      query: ['fields'],
      answer: one(wireMatter),
    }),
    list: row({
      id: 'clio.matter.list',
      method: 'GET',
      path: '/matters.json',
      scope: 'matters.read',
      query: [...PAGE, ...SINCE, 'client_id', 'status', 'query'],
      answer: many(wireMatter),
    }),
    relatedContacts: row({
      id: 'clio.matter.related-contacts',
      method: 'GET',
      path: '/matters/:matter_id/related_contacts.json',
      scope: 'matters.read',
      query: PAGE,
      answer: many(wireRelated),
    }),
  },
  relationship: {
    list: row({
      id: 'clio.relationship.list',
      method: 'GET',
      path: '/relationships.json',
      scope: 'matters.read',
      // No `order` here [official spec].
      query: ['fields', 'limit', 'page_token', ...SINCE, 'contact_id', 'matter_id'],
      answer: many(wireRelationship),
    }),
  },
  task: {
    list: row({
      id: 'clio.task.list',
      method: 'GET',
      path: '/tasks.json',
      scope: 'tasks.read',
      query: [...PAGE, ...SINCE, 'client_id', 'matter_id', 'complete', 'status', 'assignee_id', 'assignee_type', 'permission'],
      answer: many(wireTask),
    }),
    get: getting(TASKS, one(wireTask)),
    create: creating(TASKS, one(wireTask)),
    update: updating(TASKS, one(wireTask)),
    delete: deleting(TASKS),
  },
  note: {
    list: row({
      id: 'clio.note.list',
      method: 'GET',
      path: '/notes.json',
      scope: 'notes.read',
      query: [...PAGE, ...SINCE, 'type', 'contact_id', 'matter_id', 'query'],
      answer: many(wireNote),
    }),
    get: getting(NOTES, one(wireNote)),
    create: creating(NOTES, one(wireNote)),
    update: updating(NOTES, one(wireNote)),
    delete: deleting(NOTES),
  },
  calendar: {
    list: row({
      id: 'clio.calendar.list',
      method: 'GET',
      path: '/calendars.json',
      scope: 'calendars.read',
      query: [...PAGE, ...SINCE, 'type', 'visible', 'writeable'],
      answer: many(wireCalendar),
    }),
    entries: row({
      id: 'clio.calendar.entries',
      method: 'GET',
      path: '/calendar_entries.json',
      scope: 'calendars.read',
      query: ['fields', 'limit', 'page_token', ...SINCE, 'calendar_id', 'matter_id', 'from', 'to', 'expanded'],
      answer: many(wireCalendarEntry),
    }),
  },
  entry: {
    get: getting(ENTRIES, one(wireCalendarEntry)),
    create: creating(ENTRIES, one(wireCalendarEntry)),
    update: updating(ENTRIES, one(wireCalendarEntry)),
    delete: deleting(ENTRIES),
  },
  reminder: {
    /** The only way to a reminder: the body of a calendar entry has none [official spec]. */
    create: creating(REMINDERS, one(wireReminder)),
  },
  customField: {
    list: row({
      id: 'clio.custom-field.list',
      method: 'GET',
      path: '/custom_fields.json',
      scope: 'custom-fields.read',
      query: [...PAGE, ...SINCE, 'parent_type', 'deleted', 'field_type'],
      answer: many(wireCustomField),
    }),
  },
};

/** The same as a list, for tests, tables and look-ups by id. */
export const CLIO_ENDPOINTS: readonly Endpoint[] = Object.values(CLIO).flatMap((group) => Object.values(group) as Endpoint[]);

const byId = new Map(CLIO_ENDPOINTS.map((entry) => [entry.id, entry]));
/** The endpoint a stored operation names. */
export const clioEndpoint = (id: string): Endpoint | undefined => byId.get(id);
