import type { Endpoint, Request } from '../http/endpoint.ts';
import type { RightProbe } from '../http/right.ts';
import { HIGHLEVEL } from './endpoints.ts';

export { type Outcome, type RightProbe, verdict } from '../http/right.ts';

/**
 * Ids in HighLevel's shape (20 letters) that belong to nothing: HighLevel's are random, so these two occur with a chance of 1 in 10^35.
 * Every write probe aims at them, changes (never makes) something, and carries a body of the wrong kind besides. Were validation
 * laxer than documented, the record would still be missing; were a missing record tolerated, the body would still say nothing usable.
 * POST is not used at all: a create that slipped through would leave a record in the firm's account.
 */
export const NO_CONTACT = 'RankrPermissionCheck';
export const NO_ITEM = 'RankrPermissionProbe';

const read = (id: string, endpoint: Endpoint, request: (locationId: string) => Omit<Request, 'endpoint'>): RightProbe => ({
  id,
  access: 'read',
  scope: endpoint.scope,
  request: (locationId) => ({ endpoint, ...request(locationId) }),
});
const write = (id: string, endpoint: Endpoint, params: Record<string, string>, body: unknown): RightProbe => ({
  id,
  access: 'write',
  scope: endpoint.scope,
  request: () => ({ endpoint, params, body }),
});

/** Each right with its harmless call: a dozen calls in all, within any limit. */
export const HIGHLEVEL_RIGHTS: readonly RightProbe[] = [
  read('highlevel.location.read', HIGHLEVEL.location.get, (locationId) => ({ params: { locationId } })),
  read('highlevel.contacts.read', HIGHLEVEL.contact.search, (locationId) => ({ body: { locationId, page: 1, pageLimit: 1 } })),
  read('highlevel.tags.read', HIGHLEVEL.location.tags, (locationId) => ({ params: { locationId } })),
  read('highlevel.tasks.read', HIGHLEVEL.location.taskSearch, (locationId) => ({
    params: { locationId },
    body: { limit: 1, skip: 0 },
  })),
  read('highlevel.custom-fields.read', HIGHLEVEL.location.customFields, (locationId) => ({
    params: { locationId },
    query: { model: 'contact' },
  })),
  read('highlevel.users.read', HIGHLEVEL.user.list, (locationId) => ({ query: { locationId } })),
  read('highlevel.calendars.read', HIGHLEVEL.calendar.list, (locationId) => ({ query: { locationId } })),
  // Nobody has this id, so no appointment is listed. Times as the API wants them: milliseconds, as text.
  read('highlevel.events.read', HIGHLEVEL.calendar.events, (locationId) => ({
    query: { locationId, userId: NO_ITEM, startTime: '1', endTime: '2' },
  })),
  // `tags` must be a list, `completed` a boolean, `body` a text: these are none of it.
  write('highlevel.contacts.write', HIGHLEVEL.contact.update, { contactId: NO_CONTACT }, { tags: { permission: 'check' } }),
  write(
    'highlevel.tasks.write',
    HIGHLEVEL.task.complete,
    { contactId: NO_CONTACT, taskId: NO_ITEM },
    { completed: { permission: 'check' } },
  ),
  write(
    'highlevel.notes.write',
    HIGHLEVEL.note.update,
    { contactId: NO_CONTACT, id: NO_ITEM },
    { body: { permission: 'check' } },
  ),
  // A title must be a text.
  write('highlevel.events.write', HIGHLEVEL.appointment.update, { eventId: NO_ITEM }, { title: { permission: 'check' } }),
];
