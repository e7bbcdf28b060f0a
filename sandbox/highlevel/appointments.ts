import type { HlAppointment, HlCalendar } from '../world/types.ts';
import { assertUser } from './contact-input.ts';
import { assertLocation, contactOf } from './contact-store.ts';
import { refuse } from './errors.ts';
import { type HlCall, type HlRoute, need } from './route.ts';
import { isFree, slotMs, zoneOf } from './slots.ts';
import type { HighLevelState } from './state.ts';
import type { Field, Shape } from './validate.ts';
import { wallClock, withOffset } from './zone.ts';

const text: Field = { kind: 'string' };
const yes: Field = { kind: 'boolean' };
const must: Field = { kind: 'string', required: true };

const EDIT: Shape = {
  title: text,
  meetingLocationType: { kind: 'string', oneOf: ['custom', 'zoom', 'gmeet', 'phone', 'address', 'ms_teams', 'google'] },
  meetingLocationId: text,
  overrideLocationConfig: yes,
  appointmentStatus: { kind: 'string', oneOf: ['new', 'confirmed', 'cancelled', 'showed', 'noshow', 'invalid'] },
  assignedUserId: text,
  description: text,
  address: text,
  ignoreDateRange: yes,
  toNotify: yes,
  ignoreFreeSlotValidation: yes,
  rrule: text,
  calendarId: text,
  startTime: { kind: 'date' },
  endTime: { kind: 'date' },
};
const CREATE: Shape = {
  ...EDIT,
  calendarId: must,
  locationId: must,
  contactId: must,
  startTime: { kind: 'date', required: true },
};

interface Input
  extends Partial<Pick<HlAppointment, 'title' | 'appointmentStatus' | 'assignedUserId' | 'address' | 'calendarId'>> {
  startTime?: string;
  endTime?: string;
  ignoreFreeSlotValidation?: boolean;
  toNotify?: boolean;
  contactId?: string;
}

/** GetEventSchema of a contact's list: times like `2021-07-16 11:00:00`, read as the location's wall clock (the spec gives no zone; a belief). */
function listedEvent(state: HighLevelState, row: HlAppointment) {
  const zone = zoneOf(state, row.locationId);
  const at = (iso: string) => wallClock(Date.parse(iso), zone);
  return {
    id: row.id,
    calendarId: row.calendarId,
    status: row.appointmentStatus === 'cancelled' ? 'cancelled' : 'booked',
    title: row.title,
    assignedUserId: row.assignedUserId,
    notes: row.notes,
    startTime: at(row.startTime),
    endTime: at(row.endTime),
    address: row.address,
    locationId: row.locationId,
    contactId: row.contactId,
    appointmentStatus: row.appointmentStatus,
    users: row.assignedUserId ? [row.assignedUserId] : [],
    dateAdded: at(row.dateAdded),
    dateUpdated: at(row.dateUpdated),
  };
}

/** AppointmentSchemaResponse: ISO times with the location's offset. */
function bookedEvent(state: HighLevelState, row: HlAppointment) {
  const { id, calendarId, locationId, contactId, title, appointmentStatus, assignedUserId, address } = row;
  const zone = zoneOf(state, locationId);
  const startTime = withOffset(Date.parse(row.startTime), zone);
  const endTime = withOffset(Date.parse(row.endTime), zone);
  return { id, calendarId, locationId, contactId, title, appointmentStatus, assignedUserId, address, startTime, endTime };
}

/** The appointment a path names. */
export function appointmentOf(call: HlCall): HlAppointment {
  const found = call.state.rows.appointments.find((row) => row.id === call.params.eventId);
  const appointment = need(call, found, 'Appointment');
  assertLocation(call, appointment.locationId);
  return appointment;
}

function calendarOf(call: HlCall, id: string, locationId: string): HlCalendar {
  const found = call.state.rows.calendars.find((row) => row.id === id && row.locationId === locationId);
  return need(call, found, 'Calendar');
}

function lay(call: HlCall, row: HlAppointment, input: Input): HlAppointment {
  const { state } = call;
  const calendar = calendarOf(call, input.calendarId ?? row.calendarId, row.locationId);
  const { title, appointmentStatus, assignedUserId, address } = input;
  if (assignedUserId) assertUser(state, row.locationId, assignedUserId);
  const start = Date.parse(input.startTime ?? row.startTime);
  const length = row.endTime && !input.startTime ? Date.parse(row.endTime) - start : slotMs(calendar);
  const end = input.endTime ? Date.parse(input.endTime) : start + length;
  if (end <= start) refuse(422, ['endTime must be after startTime']);
  const moved = input.startTime !== undefined && !input.ignoreFreeSlotValidation;
  if (moved && !isFree(state, calendar, start, end, row.id)) refuse(400, 'The slot you have selected is no longer available.');
  return {
    ...row,
    calendarId: calendar.id,
    title: title ?? row.title,
    appointmentStatus: appointmentStatus ?? row.appointmentStatus,
    assignedUserId: assignedUserId ?? row.assignedUserId,
    address: address ?? row.address,
    startTime: new Date(start).toISOString(),
    endTime: new Date(end).toISOString(),
    dateUpdated: state.now(),
  };
}

/** "If set to false, the automations will not run" [official spec: toNotify]; left out they do (belief). */
function announce({ state, body }: HlCall, id: string): void {
  if ((body as Input | undefined)?.toNotify !== false) state.announced.push(id);
}

function book(call: HlCall) {
  const { state } = call;
  const input = call.body as Input & { startTime: string; calendarId: string };
  const contact = contactOf(call, input.contactId ?? '');
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  const fresh: HlAppointment = {
    id: state.newId(),
    calendarId: input.calendarId,
    contactId: contact.id,
    locationId: contact.locationId,
    title: name,
    appointmentStatus: 'confirmed',
    startTime: '',
    endTime: '',
    dateAdded: state.now(),
    dateUpdated: state.now(),
  };
  const row = lay(call, fresh, input);
  state.rows.appointments.push(row);
  announce(call, row.id);
  return bookedEvent(state, row);
}

function edit(call: HlCall) {
  const row = appointmentOf(call);
  const next = lay(call, row, (call.body ?? {}) as Input);
  call.state.rows.appointments = call.state.rows.appointments.map((each) => (each.id === row.id ? next : each));
  announce(call, row.id);
  return bookedEvent(call.state, next);
}

function listForContact(call: HlCall) {
  const contact = contactOf(call);
  const rows = call.state.rows.appointments.filter((row) => row.contactId === contact.id);
  return { events: rows.map((row) => listedEvent(call.state, row)) };
}

const writing = { spec: 'calendars', version: '2021-04-15', scope: 'calendars/events.write' } as const;

export const appointmentRoutes: HlRoute[] = [
  {
    spec: 'contacts',
    version: '2021-07-28',
    scope: 'contacts.readonly',
    id: 'highlevel.list-contact-appointments',
    method: 'GET',
    path: '/contacts/:contactId/appointments',
    handle: listForContact,
  },
  {
    ...writing,
    id: 'highlevel.book-appointment',
    method: 'POST',
    path: '/calendars/events/appointments',
    body: CREATE,
    handle: book,
  },
  {
    ...writing,
    id: 'highlevel.edit-appointment',
    method: 'PUT',
    path: '/calendars/events/appointments/:eventId',
    body: EDIT,
    handle: edit,
  },
];
