import type { Request } from '../http/endpoint.ts';
import { CLIO } from './endpoints.ts';
import * as asked from './fields.ts';

/** The largest page Clio gives [doc]. */
const PAGE = 200;
/** Lists for the panel: newest ids of one person fit on one page nearly always; lib/http/pages.ts fetches more. */
const list = (fields: string) => ({ fields, limit: PAGE });
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
  /** `etag` as just read: a change in between is refused with 412. */
  updateContact: (id: string, body: { data: Record<string, unknown> }, etag: string) =>
    ({
      endpoint: CLIO.contact.update,
      params: { id },
      query: { fields: asked.CONTACT_FIELDS_ASKED },
      body,
      ifMatch: etag,
    }) satisfies Request,
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
  updateTask: (id: string, body: { data: Record<string, unknown> }, etag: string) =>
    ({
      endpoint: CLIO.task.update,
      params: { id },
      query: { fields: asked.TASK_FIELDS_ASKED },
      body,
      ifMatch: etag,
    }) satisfies Request,
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
  calendars: () =>
    ({ endpoint: CLIO.calendar.list, query: { ...list(asked.CALENDAR_FIELDS_ASKED), order: ORDER } }) satisfies Request,
  calendarEntries: (from: string, to: string) =>
    ({ endpoint: CLIO.calendar.entries, query: { ...list(asked.CALENDAR_ENTRY_FIELDS_ASKED), from, to } }) satisfies Request,
  /** The query has the kind in lower case, the answer with a capital [spec]. */
  customFields: (parentType: 'contact' | 'matter') =>
    ({
      endpoint: CLIO.customField.list,
      query: { ...list(asked.CUSTOM_FIELD_FIELDS_ASKED), order: ORDER, parent_type: parentType },
    }) satisfies Request,
};

const matterFields = asked.MATTER_FIELDS_ASKED;
