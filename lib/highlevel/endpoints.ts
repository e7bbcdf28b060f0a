import type { Endpoint } from '../http/endpoint.ts';
import { answers } from './types.ts';

/** Contacts, locations and users; calendars are at another version [official spec, per operation]. */
const V1 = '2021-07-28';
const V_CALENDARS = '2021-04-15';

const READ = 'contacts.readonly';
const WRITE = 'contacts.write';

type Row<A> = Omit<Endpoint<A>, 'system' | 'access' | 'version'> & { version?: string; access?: 'read' | 'write' };
/** A row; reading is what scopes ending in `readonly` allow. */
const row = <A>(one: Row<A>): Endpoint<A> => ({
  version: V1,
  access: one.scope.endsWith('.readonly') ? 'read' : 'write',
  ...one,
  system: 'highlevel',
});

/** Every HighLevel call Rankr can make. `/contacts/upsert` is left out on purpose: it drops phones and erases e-mails [issues 37, 337]. */
export const HIGHLEVEL = {
  contact: {
    get: row({ id: 'highlevel.contact.get', method: 'GET', path: '/contacts/:contactId', scope: READ, answer: answers.contact }),
    search: row({
      id: 'highlevel.contact.search',
      method: 'POST',
      path: '/contacts/search',
      scope: READ,
      answer: answers.contacts,
    }),
    duplicate: row({
      id: 'highlevel.contact.duplicate',
      method: 'GET',
      path: '/contacts/search/duplicate',
      scope: READ,
      query: ['locationId', 'email', 'number'],
      answer: answers.maybeContact,
    }),
    create: row({ id: 'highlevel.contact.create', method: 'POST', path: '/contacts/', scope: WRITE, answer: answers.contact }),
    update: row({
      id: 'highlevel.contact.update',
      method: 'PUT',
      path: '/contacts/:contactId',
      scope: WRITE,
      answer: answers.contact,
    }),
    delete: row({
      id: 'highlevel.contact.delete',
      method: 'DELETE',
      path: '/contacts/:contactId',
      scope: WRITE,
      answer: answers.removed,
    }),
    addTags: row({
      id: 'highlevel.contact.add-tags',
      method: 'POST',
      path: '/contacts/:contactId/tags',
      scope: WRITE,
      answer: answers.contactTags,
    }),
    removeTags: row({
      id: 'highlevel.contact.remove-tags',
      method: 'DELETE',
      path: '/contacts/:contactId/tags',
      scope: WRITE,
      answer: answers.contactTags,
    }),
  },
  task: {
    list: row({
      id: 'highlevel.task.list',
      method: 'GET',
      path: '/contacts/:contactId/tasks',
      scope: READ,
      answer: answers.tasks,
    }),
    get: row({
      id: 'highlevel.task.get',
      method: 'GET',
      path: '/contacts/:contactId/tasks/:taskId',
      scope: READ,
      answer: answers.task,
    }),
    create: row({
      id: 'highlevel.task.create',
      method: 'POST',
      path: '/contacts/:contactId/tasks',
      scope: WRITE,
      answer: answers.task,
    }),
    update: row({
      id: 'highlevel.task.update',
      method: 'PUT',
      path: '/contacts/:contactId/tasks/:taskId',
      scope: WRITE,
      answer: answers.task,
    }),
    complete: row({
      id: 'highlevel.task.complete',
      method: 'PUT',
      path: '/contacts/:contactId/tasks/:taskId/completed',
      scope: WRITE,
      answer: answers.task,
    }),
    delete: row({
      id: 'highlevel.task.delete',
      method: 'DELETE',
      path: '/contacts/:contactId/tasks/:taskId',
      scope: WRITE,
      answer: answers.removed,
    }),
  },
  note: {
    list: row({
      id: 'highlevel.note.list',
      method: 'GET',
      path: '/contacts/:contactId/notes',
      scope: READ,
      answer: answers.notes,
    }),
    get: row({
      id: 'highlevel.note.get',
      method: 'GET',
      path: '/contacts/:contactId/notes/:id',
      scope: READ,
      answer: answers.note,
    }),
    create: row({
      id: 'highlevel.note.create',
      method: 'POST',
      path: '/contacts/:contactId/notes',
      scope: WRITE,
      answer: answers.note,
    }),
    update: row({
      id: 'highlevel.note.update',
      method: 'PUT',
      path: '/contacts/:contactId/notes/:id',
      scope: WRITE,
      answer: answers.note,
    }),
    delete: row({
      id: 'highlevel.note.delete',
      method: 'DELETE',
      path: '/contacts/:contactId/notes/:id',
      scope: WRITE,
      answer: answers.removed,
    }),
  },
  appointment: {
    listOfContact: row({
      id: 'highlevel.appointment.list-of-contact',
      method: 'GET',
      path: '/contacts/:contactId/appointments',
      scope: READ,
      answer: answers.appointments,
    }),
    get: row({
      id: 'highlevel.appointment.get',
      method: 'GET',
      path: '/calendars/events/appointments/:eventId',
      version: V_CALENDARS,
      scope: 'calendars/events.readonly',
      answer: answers.event,
    }),
    create: row({
      id: 'highlevel.appointment.create',
      method: 'POST',
      path: '/calendars/events/appointments',
      version: V_CALENDARS,
      scope: 'calendars/events.write',
      answer: answers.booked,
    }),
    update: row({
      id: 'highlevel.appointment.update',
      method: 'PUT',
      path: '/calendars/events/appointments/:eventId',
      version: V_CALENDARS,
      scope: 'calendars/events.write',
      answer: answers.booked,
    }),
    delete: row({
      id: 'highlevel.appointment.delete',
      method: 'DELETE',
      path: '/calendars/events/:eventId',
      version: V_CALENDARS,
      scope: 'calendars/events.write',
      answer: answers.removed,
    }),
  },
  location: {
    get: row({
      id: 'highlevel.location.get',
      method: 'GET',
      path: '/locations/:locationId',
      scope: 'locations.readonly',
      answer: answers.location,
    }),
    tags: row({
      id: 'highlevel.location.tags',
      method: 'GET',
      path: '/locations/:locationId/tags',
      scope: 'locations/tags.readonly',
      answer: answers.tags,
    }),
    customFields: row({
      id: 'highlevel.location.custom-fields',
      method: 'GET',
      path: '/locations/:locationId/customFields',
      scope: 'locations/customFields.readonly',
      query: ['model'],
      answer: answers.customFields,
    }),
    taskSearch: row({
      id: 'highlevel.location.task-search',
      method: 'POST',
      path: '/locations/:locationId/tasks/search',
      scope: 'locations/tasks.readonly',
      answer: answers.foundTasks,
    }),
  },
  user: {
    list: row({
      id: 'highlevel.user.list',
      method: 'GET',
      path: '/users/',
      scope: 'users.readonly',
      query: ['locationId'],
      answer: answers.users,
    }),
  },
  calendar: {
    list: row({
      id: 'highlevel.calendar.list',
      method: 'GET',
      path: '/calendars/',
      version: V_CALENDARS,
      scope: 'calendars.readonly',
      query: ['locationId', 'groupId', 'showDrafted'],
      answer: answers.calendars,
    }),
    events: row({
      id: 'highlevel.calendar.events',
      method: 'GET',
      path: '/calendars/events',
      version: V_CALENDARS,
      scope: 'calendars/events.readonly',
      query: ['locationId', 'startTime', 'endTime', 'userId', 'calendarId', 'groupId'],
      answer: answers.appointments,
    }),
  },
};

/** The same as a list, for tests, tables and look-ups by id. */
export const HIGHLEVEL_ENDPOINTS: readonly Endpoint[] = Object.values(HIGHLEVEL).flatMap(
  (group) => Object.values(group) as Endpoint[],
);

const byId = new Map(HIGHLEVEL_ENDPOINTS.map((one) => [one.id, one]));
/** The endpoint a stored operation names. */
export const highlevelEndpoint = (id: string): Endpoint | undefined => byId.get(id);
