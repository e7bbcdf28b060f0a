import { HL_AGENCY_TOKEN } from '../../sandbox/highlevel/credentials.ts';
import { A, type Ask, B, JOHN, MARY, USER } from './sandbox-highlevel-rows.ts';

export interface Sample extends Ask {
  /** Values of the path's parameters. */
  params?: Record<string, string>;
}

const mary = { contactId: MARY };
const task = { ...mary, taskId: 'tskONE00000000000001' };
const note = { ...mary, id: 'notONE00000000000001' };
const event = { eventId: 'appONE00000000000001' };
const here = { locationId: A };
const calendar = { calendarId: 'calONE00000000000001' };
const march = { startDate: '1773234000000', endDate: '1773406800000' };
const full = {
  firstName: 'Zoë',
  lastName: 'Quist',
  email: 'Zoe@Example.com',
  phone: '(212) 555-0177',
  address1: '9 Oak Ave',
  city: 'Albany',
  state: 'NY',
  postalCode: '12207',
  country: 'US',
  website: 'https://zoe.example',
  timezone: 'America/New_York',
  source: 'public api',
  dateOfBirth: '1990-09-25',
  dnd: false,
  dndSettings: { Call: { status: 'active', message: 'no calls', code: '' } },
  tags: ['VIP'],
  customFields: [{ id: 'fldONE00000000000001', field_value: 'red' }],
  assignedTo: USER,
};

/** One good call for every route of the table, by route id. */
export const SAMPLES: Record<string, Sample> = {
  'highlevel.create-contact': { body: { ...full, ...here, companyName: 'Quist LLC', gender: 'female' } },
  'highlevel.upsert-contact': { body: { ...here, email: 'john@example.com', firstName: 'Johnny' } },
  'highlevel.get-contact': { params: mary },
  'highlevel.update-contact': { params: mary, body: full },
  'highlevel.delete-contact': { params: mary },
  'highlevel.list-contacts': { query: { ...here, limit: '1' } },
  'highlevel.list-business-contacts': { params: { businessId: 'bizONE00000000000001' }, query: here },
  'highlevel.search-contacts': { body: { ...here, pageLimit: 20 } },
  'highlevel.find-duplicate': { query: { ...here, email: 'mary@example.com' } },
  'highlevel.list-tasks': { params: mary },
  'highlevel.get-task': { params: task },
  'highlevel.create-task': {
    params: mary,
    body: { title: 'T', body: 'B', dueDate: '2026-04-01T10:00:00Z', completed: false, assignedTo: USER },
  },
  'highlevel.update-task': { params: task, body: { title: 'New', dueDate: '2026-04-01T10:00:00+02:00' } },
  'highlevel.complete-task': { params: task, body: { completed: true } },
  'highlevel.delete-task': { params: task },
  'highlevel.list-notes': { params: mary },
  'highlevel.get-note': { params: note },
  'highlevel.create-note': { params: mary, body: { body: 'Hello', userId: USER, title: 'Call', color: '#FFAA00', pinned: true } },
  'highlevel.update-note': { params: note, body: { body: 'Changed' } },
  'highlevel.delete-note': { params: note },
  'highlevel.add-tags': { params: mary, body: { tags: ['New'] } },
  'highlevel.remove-tags': { params: mary, body: { tags: ['client'] } },
  'highlevel.add-followers': { params: mary, body: { followers: [USER] } },
  'highlevel.remove-followers': { params: mary, body: { followers: [USER] } },
  'highlevel.bulk-tags': { params: { type: 'add' }, body: { ...here, contacts: [MARY, 'nobody'], tags: ['x'] } },
  'highlevel.bulk-business': { body: { ...here, ids: [JOHN], businessId: null } },
  'highlevel.list-workflows': { query: here },
  'highlevel.add-to-workflow': {
    params: { ...mary, workflowId: 'wfONE000000000000001' },
    body: { eventStartTime: '2026-06-23T03:30:00+01:00' },
  },
  'highlevel.remove-from-workflow': { params: { ...mary, workflowId: 'wfONE000000000000001' }, body: {} },
  'highlevel.add-to-campaign': { params: { ...mary, campaignId: 'cmpONE00000000000001' }, body: {} },
  'highlevel.remove-from-all-campaigns': { params: mary },
  'highlevel.remove-from-campaign': { params: { ...mary, campaignId: 'cmpONE00000000000001' } },
  'highlevel.list-contact-appointments': { params: mary },
  'highlevel.book-appointment': {
    body: { ...here, ...mary, ...calendar, startTime: '2026-03-13T10:00:00-04:00', title: 'Intake' },
  },
  'highlevel.edit-appointment': { params: event, body: { appointmentStatus: 'cancelled' } },
  'highlevel.list-calendars': { query: here },
  'highlevel.get-calendar': { params: calendar },
  'highlevel.list-free-slots': { params: calendar, query: march },
  'highlevel.list-events': { query: { ...here, ...calendar, startTime: '1773000000000', endTime: '1774000000000' } },
  'highlevel.get-appointment': { params: event },
  'highlevel.delete-event': { params: event, body: {} },
  'highlevel.search-locations': { token: HL_AGENCY_TOKEN },
  'highlevel.get-location': { params: here },
  'highlevel.list-timezones': { params: here },
  'highlevel.list-location-tags': { params: here },
  'highlevel.get-location-tag': { params: { ...here, tagId: 'tagONE00000000000001' } },
  'highlevel.create-location-tag': { params: here, body: { name: 'Fresh' } },
  'highlevel.search-tasks': { params: here, body: { contactId: [MARY], completed: false, limit: 10, skip: 0 } },
  'highlevel.list-custom-fields': { params: here, query: { model: 'contact' } },
  'highlevel.get-custom-field': { params: { ...here, id: 'fldONE00000000000001' } },
  'highlevel.list-users': { query: here },
  'highlevel.search-users': { query: { companyId: 'comp00000000000000AA' } },
  'highlevel.get-user': { params: { userId: USER } },
  'highlevel.list-businesses': { query: here },
  'highlevel.get-business': { params: { businessId: 'bizONE00000000000001' } },
  'highlevel.location-token': { token: HL_AGENCY_TOKEN, body: { companyId: 'comp00000000000000AA', locationId: B } },
};

// From the vendor's search document and from answers quoted in public reports; the spec's list schema shows a dozen of them only.
const LIST_ROW = [
  'contactName',
  'firstName',
  'lastName',
  'firstNameRaw',
  'lastNameRaw',
  'companyName',
  'phone',
  'dnd',
  'type',
  'assignedTo',
  'address1',
  'city',
  'state',
  'postalCode',
  'website',
  'dateUpdated',
  'dateOfBirth',
  'additionalEmails',
].map((name) => `.contacts[].${name}`);

/** Answer fields beyond the spec, each with where they are documented. */
export const BEYOND: Record<string, string[]> = {
  // Readable though unlisted [issue 262]; its answer is quoted in [issue 289].
  'highlevel.get-contact': ['.contact.additionalEmails'],
  'highlevel.update-contact': ['.contact.additionalEmails'],
  'highlevel.upsert-contact': ['.contact.additionalEmails'],
  // ContactsMetaSchema stands in the spec, unreferenced; without it the cursor would be unreachable.
  'highlevel.list-contacts': [...LIST_ROW, '.meta'],
  'highlevel.list-business-contacts': LIST_ROW,
  // The schema is an array of arrays, which no answer can be; rows are checked below.
  'highlevel.search-tasks': ['.tasks[]'],
};

/** Routes whose answer the spec leaves open: the exact names we give, by the vendor's search document. */
export const UNSPECIFIED: Record<string, string[]> = {
  'highlevel.search-contacts': ['contacts', 'total', 'traceId'],
  'highlevel.find-duplicate': ['contact', 'traceId'],
  'highlevel.list-timezones': ['timeZones'],
};
