import type { HlAppointment, HlBlock } from '../world/types.ts';
import { assertUser } from './contact-input.ts';
import { refuse } from './errors.ts';
import { given, ofLocation, put, routesOf, rowOf } from './resource.ts';
import { type HlCall, type HlRoute, page, whole } from './route.ts';
import { zoneOf } from './slots.ts';
import { withOffset } from './zone.ts';

interface Input {
  locationId: string;
  calendarId: string;
  title?: string;
  assignedUserId?: string;
  startTime?: string;
  endTime?: string;
}

function view(call: HlCall, row: HlBlock) {
  const zone = zoneOf(call.state, row.locationId);
  const { id, locationId, title, calendarId, assignedUserId } = row;
  const startTime = withOffset(Date.parse(row.startTime), zone);
  const endTime = withOffset(Date.parse(row.endTime), zone);
  return { id, locationId, title, startTime, endTime, calendarId, ...(assignedUserId ? { assignedUserId } : {}) };
}

/** Lays a body over a block. Times are optional in the spec; a new block without both is refused, one being moved keeps its own. */
function lay(call: HlCall, old: HlBlock): HlBlock {
  const input = call.body as Input;
  rowOf(call, call.state.rows.calendars, input.calendarId, 'Calendar');
  if (input.assignedUserId) assertUser(call.state, old.locationId, input.assignedUserId);
  const startTime = input.startTime ? new Date(input.startTime).toISOString() : old.startTime;
  const endTime = input.endTime ? new Date(input.endTime).toISOString() : old.endTime;
  if (!(Date.parse(endTime) > Date.parse(startTime))) refuse(400, 'endTime must be after startTime');
  const named = given(input, 'title', 'assignedUserId', 'calendarId');
  return put(call.state.rows.blocks, { ...old, ...named, startTime, endTime, dateUpdated: call.state.now() });
}

function create(call: HlCall) {
  const { locationId, calendarId } = call.body as Input;
  const now = call.state.now();
  const empty = { id: call.state.newId(), locationId, calendarId, title: 'Busy', startTime: '', endTime: '' };
  return view(call, lay(call, { ...empty, dateAdded: now, dateUpdated: now }));
}

/** One of userId, calendarId and groupId is demanded by the spec's words; the sandbox keeps no groups. */
function list(call: HlCall) {
  const { query } = call;
  const [userId, calendarId, groupId] = ['userId', 'calendarId', 'groupId'].map((name) => query.get(name));
  if (!userId && !calendarId && !groupId) refuse(422, ['Either of userId, groupId or calendarId is required']);
  const [from, to] = [Number(query.get('startTime')), Number(query.get('endTime'))];
  if (!(from > 0) || !(to > from)) refuse(422, ['startTime and endTime must be in milliseconds']);
  const rows = ofLocation(call, call.state.rows.blocks).filter(
    (row) =>
      (!userId || row.assignedUserId === userId) &&
      (!calendarId || row.calendarId === calendarId) &&
      !groupId &&
      Date.parse(row.startTime) < to &&
      Date.parse(row.endTime) > from,
  );
  return { events: rows.map((row) => event(call, row)) };
}

/** CalendarEventDTO demands a contact and a group of a block too; they are empty. */
function event(call: HlCall, row: HlBlock) {
  const { assignedUserId = '', dateAdded, dateUpdated } = row;
  const users = assignedUserId ? [assignedUserId] : [];
  const nobody = { contactId: '', groupId: '', appointmentStatus: 'confirmed', assignedUserId, users };
  return { ...view(call, row), ...nobody, dateAdded, dateUpdated };
}

function appointmentOf(call: HlCall): HlAppointment {
  return rowOf(call, call.state.rows.appointments, call.params.appointmentId, 'Appointment');
}

function noteView(call: HlCall, id: string) {
  const { appointmentId: _, ...row } = call.state.rows.appointmentNotes.find((each) => each.id === id)!;
  const user = call.state.rows.users.find((each) => each.id === row.userId);
  return { ...row, ...(user ? { createdBy: { id: user.id, name: user.name } } : {}) };
}

function addNote(call: HlCall) {
  const { id: appointmentId, contactId, locationId } = appointmentOf(call);
  const { body, userId } = call.body as { body: string; userId?: string };
  if (userId) assertUser(call.state, locationId, userId);
  const row = {
    id: call.state.newId(),
    appointmentId,
    contactId,
    body,
    dateAdded: call.state.now(),
    ...(userId ? { userId } : {}),
  };
  call.state.rows.appointmentNotes.push(row);
  return { note: noteView(call, row.id) };
}

function listNotes(call: HlCall) {
  const { id } = appointmentOf(call);
  const rows = call.state.rows.appointmentNotes.filter((row) => row.appointmentId === id);
  const [offset, limit] = [whole(call.query, 'offset', 0), whole(call.query, 'limit', 10)];
  const notes = page(rows, offset, limit).map((row) => noteView(call, row.id));
  return { notes, hasMore: offset + notes.length < rows.length };
}

const route = routesOf({ spec: 'calendars', version: '2021-04-15' });
const READ = 'calendars/events.readonly';
const WRITE = 'calendars/events.write';
const block = { body: 'title calendarId! assignedUserId locationId! startTime:date endTime:date', status: 201 };
const notes = '/calendars/appointments/:appointmentId/notes';
const slots = '/calendars/events/block-slots';
const found = (call: HlCall) => rowOf(call, call.state.rows.blocks, call.params.eventId, 'Block slot');

/** Blocked time and the notes of appointments. */
export const blockRoutes: HlRoute[] = [
  route('list-blocked-slots', 'GET /calendars/blocked-slots', READ, list, {
    query: 'locationId! userId calendarId groupId startTime! endTime!',
  }),
  route('block-slot', `POST ${slots}`, WRITE, create, block),
  route('edit-block-slot', `PUT ${slots}/:eventId`, WRITE, (call) => view(call, lay(call, found(call))), block),
  route('list-appointment-notes', `GET ${notes}`, READ, listNotes, { query: 'limit:number! offset:number!' }),
  route('create-appointment-note', `POST ${notes}`, WRITE, addNote, { body: 'userId body!', status: 201 }),
];
