import { endpointRows } from '../../http/endpoint-rows.ts';

/** Free slots, blocked time, notes on appointments. Bookings stand in endpoints.ts. */
export const CALENDAR_ROWS = endpointRows(
  'highlevel',
  {
    // Answered by day: `{"2026-11-23": {slots: [...]}}`.
    'calendar.free-slots': 'GET /calendars/:calendarId/free-slots calendars.readonly - startDate,endDate,timezone,userId',
    'block.create': 'POST /calendars/events/block-slots calendars/events.write id',
    'block.update': 'PUT /calendars/events/block-slots/:eventId calendars/events.write id',
    'block.list':
      'GET /calendars/blocked-slots calendars/events.readonly events locationId,userId,calendarId,groupId,startTime,endTime',
    'appointment.add-note': 'POST /calendars/appointments/:appointmentId/notes calendars/events.write note.id',
  },
  '2021-04-15',
);
