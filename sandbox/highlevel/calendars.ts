import type { HlAppointment, HlCalendar } from '../world/types.ts';
import { appointmentOf } from './appointments.ts';
import { assertLocation } from './contact-store.ts';
import { refuse } from './errors.ts';
import { type HlCall, type HlRoute, need } from './route.ts';
import { freeSlots, zoneOf } from './slots.ts';
import type { HighLevelState } from './state.ts';
import { localTime, withOffset } from './zone.ts';

const MONTH = 31 * 86_400_000;

const calendarView = (row: HlCalendar) => ({
  ...row,
  slotDurationUnit: 'mins',
  calendarType: 'round_robin',
  eventType: 'RoundRobin_OptimizeForAvailability',
});

/** CalendarEventDTO. `groupId` is required there; a calendar outside any group gives an empty one. */
function eventView(state: HighLevelState, row: HlAppointment) {
  const zone = zoneOf(state, row.locationId);
  return {
    id: row.id,
    address: row.address,
    title: row.title,
    calendarId: row.calendarId,
    locationId: row.locationId,
    contactId: row.contactId,
    groupId: '',
    appointmentStatus: row.appointmentStatus,
    assignedUserId: row.assignedUserId ?? '',
    users: row.assignedUserId ? [row.assignedUserId] : [],
    notes: row.notes,
    isRecurring: false,
    startTime: withOffset(Date.parse(row.startTime), zone),
    endTime: withOffset(Date.parse(row.endTime), zone),
    dateAdded: row.dateAdded,
    dateUpdated: row.dateUpdated,
  };
}

function calendarOf(call: HlCall): HlCalendar {
  const found = call.state.rows.calendars.find((row) => row.id === call.params.calendarId);
  const calendar = need(call, found, 'Calendar');
  assertLocation(call, calendar.locationId);
  return calendar;
}

function listCalendars(call: HlCall) {
  const { query, state } = call;
  const drafts = query.get('showDrafted') !== 'false';
  const rows = state.rows.calendars.filter((row) => row.locationId === query.get('locationId') && (drafts || row.isActive));
  return { calendars: query.get('groupId') ? [] : rows.map(calendarView) };
}

function listEvents(call: HlCall) {
  const { query, state } = call;
  const [userId, calendarId, groupId] = ['userId', 'calendarId', 'groupId'].map((name) => query.get(name));
  if (!userId && !calendarId && !groupId) refuse(422, ['either userId, calendarId or groupId should not be empty']);
  const from = Number(query.get('startTime'));
  const to = Number(query.get('endTime'));
  if (!(from > 0) || !(to > 0) || to < from) refuse(422, ['startTime and endTime must be in milliseconds']);
  const rows = state.rows.appointments.filter((row) => {
    const start = Date.parse(row.startTime);
    const mine = (!userId || row.assignedUserId === userId) && (!calendarId || row.calendarId === calendarId) && !groupId;
    return row.locationId === query.get('locationId') && mine && start >= from && start <= to;
  });
  return { events: rows.map((row) => eventView(state, row)) };
}

function listFreeSlots(call: HlCall) {
  const { query, state, clock } = call;
  const calendar = calendarOf(call);
  const from = Number(query.get('startDate'));
  const to = Number(query.get('endDate'));
  if (to < from || to - from > MONTH) refuse(400, 'The date range must be between 0 and 31 days');
  const zone = query.get('timezone') ?? zoneOf(state, calendar.locationId);
  const days: Record<string, { slots: string[] }> = {};
  for (const at of freeSlots(state, calendar, Math.max(from, clock.now()), to)) {
    const { day } = localTime(at, zone);
    days[day] ??= { slots: [] };
    days[day].slots.push(withOffset(at, zone));
  }
  return days;
}

function removeEvent(call: HlCall) {
  const row = appointmentOf(call);
  call.state.rows.appointments = call.state.rows.appointments.filter((each) => each.id !== row.id);
  return { succeeded: true };
}

const shared = { spec: 'calendars', version: '2021-04-15' } as const;
const reading = { ...shared, scope: 'calendars.readonly', method: 'GET' } as const;
const events = { ...shared, scope: 'calendars/events.readonly', method: 'GET' } as const;
const text = { kind: 'string' } as const;
const must = { kind: 'string', required: true } as const;

export const calendarRoutes: HlRoute[] = [
  {
    ...reading,
    id: 'highlevel.list-calendars',
    path: '/calendars/',
    query: { locationId: must, groupId: text, showDrafted: { kind: 'boolean' } },
    handle: listCalendars,
  },
  {
    ...reading,
    id: 'highlevel.get-calendar',
    path: '/calendars/:calendarId',
    handle: (call) => ({ calendar: calendarView(calendarOf(call)) }),
  },
  {
    ...reading,
    id: 'highlevel.list-free-slots',
    path: '/calendars/:calendarId/free-slots',
    query: {
      startDate: { kind: 'number', required: true },
      endDate: { kind: 'number', required: true },
      timezone: text,
      userId: text,
      userIds: { kind: 'strings' },
    },
    handle: listFreeSlots,
  },
  {
    ...events,
    id: 'highlevel.list-events',
    path: '/calendars/events',
    query: { locationId: must, userId: text, calendarId: text, groupId: text, startTime: must, endTime: must },
    handle: listEvents,
  },
  {
    ...events,
    id: 'highlevel.get-appointment',
    path: '/calendars/events/appointments/:eventId',
    handle: (call) => ({ event: eventView(call.state, appointmentOf(call)) }),
  },
  {
    ...shared,
    scope: 'calendars/events.write',
    id: 'highlevel.delete-event',
    method: 'DELETE',
    path: '/calendars/events/:eventId',
    body: {},
    status: 201,
    handle: removeEvent,
  },
];
