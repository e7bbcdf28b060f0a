import type { Endpoint, Request } from '../http/endpoint.ts';
import { CLIO } from './endpoints.ts';
import * as asked from './fields.ts';

/** The largest page Clio gives [doc]. */
const PAGE = 200;
/** Lists for the panel: newest ids of one person fit on one page nearly always; lib/http/pages.ts fetches more. */
const list = (fields: string) => ({ fields, limit: PAGE });
/** For finding again what was just made. */
const NEWEST = 'id(desc)';
type Data = Record<string, unknown>;
const creating = <A>(endpoint: Endpoint<A>, fields: string, data: Data) =>
  ({ endpoint, query: { fields }, body: { data } }) satisfies Request<A>;
const updating = <A>(endpoint: Endpoint<A>, fields: string, id: string, body: { data: Data }, etag: string) =>
  ({ endpoint, params: { id }, query: { fields }, body, ifMatch: etag }) satisfies Request<A>;
/** Cursor paging is unlimited only in this order [doc]. */
const ORDER = 'id(asc)';

/** Requests with their `fields`, which Clio needs on every call. Ids are Clio's numbers as text. */
export const clioRequests = {
  whoAmI: () => ({ endpoint: CLIO.user.whoAmI, query: { fields: asked.WHO_FIELDS_ASKED } }) satisfies Request,
  users: () =>
    ({ endpoint: CLIO.user.list, query: { ...list(asked.USER_FIELDS_ASKED), order: ORDER, enabled: true } }) satisfies Request,
  contact: (id: string) =>
    ({ endpoint: CLIO.contact.get, params: { id }, query: { fields: asked.CONTACT_FIELDS_ASKED } }) satisfies Request,
  contacts: (more: { query?: string; updated_since?: string; client_only?: boolean } = {}) =>
    ({ endpoint: CLIO.contact.list, query: { ...list(asked.CONTACT_FIELDS_ASKED), order: ORDER, ...more } }) satisfies Request,
  /** The newest contacts that say this somewhere. */
  contactsLike: (query: string) =>
    ({ endpoint: CLIO.contact.list, query: { ...list(asked.CONTACT_FIELDS_ASKED), order: NEWEST, query } }) satisfies Request,
  createContact: (data: Data) => creating(CLIO.contact.create, asked.CONTACT_FIELDS_ASKED, data),
  /** `etag` as just read: a change in between is refused with 412. */
  updateContact: (id: string, body: { data: Data }, etag: string) =>
    updating(CLIO.contact.update, asked.CONTACT_FIELDS_ASKED, id, body, etag),
  matter: (id: string) => ({ endpoint: CLIO.matter.get, params: { id }, query: { fields: matterFields } }) satisfies Request,
  mattersOfClient: (clientId: string) =>
    ({ endpoint: CLIO.matter.list, query: { ...list(matterFields), order: ORDER, client_id: clientId } }) satisfies Request,
  relatedContacts: (matterId: string) =>
    ({
      endpoint: CLIO.matter.relatedContacts,
      params: { matter_id: matterId },
      query: list(asked.RELATED_FIELDS_ASKED),
    }) satisfies Request,
  relationshipsOfContact: (contactId: string) =>
    ({
      endpoint: CLIO.relationship.list,
      query: { ...list(asked.RELATIONSHIP_FIELDS_ASKED), contact_id: contactId },
    }) satisfies Request,
  task: (id: string) =>
    ({ endpoint: CLIO.task.get, params: { id }, query: { fields: asked.TASK_FIELDS_ASKED } }) satisfies Request,
  /** Tasks of all matters of a client. */
  tasksOfClient: (clientId: string) =>
    ({
      endpoint: CLIO.task.list,
      query: { ...list(asked.TASK_FIELDS_ASKED), order: ORDER, client_id: clientId },
    }) satisfies Request,
  tasksOfMatter: (matterId: string) =>
    ({
      endpoint: CLIO.task.list,
      query: { ...list(asked.TASK_FIELDS_ASKED), order: ORDER, matter_id: matterId },
    }) satisfies Request,
  /** The newest tasks of a matter, else of a user, where those without a matter stand. */
  newestTasks: (of: { matter_id: string } | { assignee_id: string; assignee_type: 'user' }) =>
    ({ endpoint: CLIO.task.list, query: { ...list(asked.TASK_FIELDS_ASKED), order: NEWEST, ...of } }) satisfies Request,
  createTask: (body: { data: Data }) => creating(CLIO.task.create, asked.TASK_FIELDS_ASKED, body.data),
  updateTask: (id: string, body: { data: Data }, etag: string) =>
    updating(CLIO.task.update, asked.TASK_FIELDS_ASKED, id, body, etag),
  deleteTask: (id: string) => ({ endpoint: CLIO.task.delete, params: { id } }) satisfies Request,
  note: (id: string) =>
    ({ endpoint: CLIO.note.get, params: { id }, query: { fields: asked.NOTE_FIELDS_ASKED } }) satisfies Request,
  /** `type` is demanded [spec], so notes of a person and of matters are two lists. */
  notesOfContact: (contactId: string) =>
    ({
      endpoint: CLIO.note.list,
      query: { ...list(asked.NOTE_FIELDS_ASKED), order: ORDER, type: 'Contact', contact_id: contactId },
    }) satisfies Request,
  notesOfMatter: (matterId: string) =>
    ({
      endpoint: CLIO.note.list,
      query: { ...list(asked.NOTE_FIELDS_ASKED), order: ORDER, type: 'Matter', matter_id: matterId },
    }) satisfies Request,
  newestNotesOfContact: (contactId: string) =>
    ({
      endpoint: CLIO.note.list,
      query: { ...list(asked.NOTE_FIELDS_ASKED), order: NEWEST, type: 'Contact', contact_id: contactId },
    }) satisfies Request,
  createNote: (data: Data) => creating(CLIO.note.create, asked.NOTE_FIELDS_ASKED, data),
  updateNote: (id: string, body: { data: Data }, etag: string) =>
    updating(CLIO.note.update, asked.NOTE_FIELDS_ASKED, id, body, etag),
  deleteNote: (id: string) => ({ endpoint: CLIO.note.delete, params: { id } }) satisfies Request,
  calendars: () =>
    ({ endpoint: CLIO.calendar.list, query: { ...list(asked.CALENDAR_FIELDS_ASKED), order: ORDER } }) satisfies Request,
  /** What ends after `from` and begins before `to` (ISO 8601), on one calendar where it is named. */
  calendarEntries: (from: string, to: string, calendarId?: string) =>
    ({
      endpoint: CLIO.calendar.entries,
      query: { ...list(asked.CALENDAR_ENTRY_FIELDS_ASKED), from, to, calendar_id: calendarId },
    }) satisfies Request,
  entry: (id: string) =>
    ({ endpoint: CLIO.entry.get, params: { id }, query: { fields: asked.CALENDAR_ENTRY_FIELDS_ASKED } }) satisfies Request,
  createEntry: (data: Data) => creating(CLIO.entry.create, asked.CALENDAR_ENTRY_FIELDS_ASKED, data),
  updateEntry: (id: string, body: { data: Data }, etag: string) =>
    updating(CLIO.entry.update, asked.CALENDAR_ENTRY_FIELDS_ASKED, id, body, etag),
  deleteEntry: (id: string) => ({ endpoint: CLIO.entry.delete, params: { id } }) satisfies Request,
  /** Ways in which the signed-in user may be reminded. */
  notificationMethods: () => ({ endpoint: CLIO.user.methods, query: { fields: asked.METHOD_FIELDS_ASKED } }) satisfies Request,
  createReminder: (data: Data) => creating(CLIO.reminder.create, asked.REMINDER_FIELDS_ASKED, data),
  /** The query has the kind in lower case, the answer with a capital [spec]. */
  customFields: (parentType: 'contact' | 'matter') =>
    ({
      endpoint: CLIO.customField.list,
      query: { ...list(asked.CUSTOM_FIELD_FIELDS_ASKED), order: ORDER, parent_type: parentType },
    }) satisfies Request,
  /**
   * Lists of what changed after an instant (ISO 8601), a page at a time (`pageToken` from `meta.paging.next`; lib/http/pages follows it).
   * "After" may leave out the very second: let `since` overlap. A delete shows in none of them.
   */
  changed: {
    contacts: (since: string, pageToken?: string) =>
      changedSince(CLIO.contact.list, asked.CONTACT_FIELDS_ASKED, since, pageToken, { order: ORDER }),
    matters: (since: string, pageToken?: string) =>
      changedSince(CLIO.matter.list, matterFields, since, pageToken, { order: ORDER }),
    tasks: (since: string, pageToken?: string) =>
      changedSince(CLIO.task.list, asked.TASK_FIELDS_ASKED, since, pageToken, { order: ORDER }),
    /** One list for each type: Clio demands it [spec]. */
    notes: (type: 'Contact' | 'Matter', since: string, pageToken?: string) =>
      changedSince(CLIO.note.list, asked.NOTE_FIELDS_ASKED, since, pageToken, { order: ORDER, type }),
    /** No `order` here [spec]. */
    entries: (since: string, pageToken?: string) =>
      changedSince(CLIO.calendar.entries, asked.CALENDAR_ENTRY_FIELDS_ASKED, since, pageToken, {}),
  },
};

const matterFields = asked.MATTER_FIELDS_ASKED;

function changedSince<A>(
  endpoint: Endpoint<A>,
  fields: string,
  since: string,
  pageToken: string | undefined,
  more: Record<string, string>,
) {
  return { endpoint, query: { ...list(fields), ...more, updated_since: since, page_token: pageToken } } satisfies Request<A>;
}
