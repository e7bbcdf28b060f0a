import { callRows } from '../read-rows.ts';

const HERE = 'locationId=@account';
const TASK = 'body>values.body assignedTo>values.assignedTo';
const MEETING = 'startsAt>values.startsAt endsAt>values.endsAt address>values.address';
const STATUSES = '(new|confirmed|cancelled|showed|noshow|invalid)';
/** HighLevel demands one of user, calendar and group with a window [official spec]. */
const WINDOW = `startsAt!:millis>startTime endsAt!:millis>endTime calendarId userId ${HERE}`;

/** Tasks, notes, appointments, blocked time. */
export const work = callRows('highlevel', {
  'task.list': 'contactId!',
  'task.get': 'contactId! taskId!',
  'task.search': `of=location.task-search | contactIds:ids>contactId done:flag>completed userIds:ids(user)>assignedTo query limit ${HERE}`,
  'task.create': `core | contactId! title!>values.title due!>values.due ${TASK} done:flag>values.done=false`,
  'task.update': `core seen | contactId! taskId! title>values.title due>values.due ${TASK}`,
  'task.complete': 'core | contactId! taskId! completed=true',
  'task.reopen': 'preset=task.complete core=task.complete | contactId! taskId! completed=false',
  'task.delete': 'core | contactId! taskId!',
  'note.list': 'contactId!',
  'note.get': 'contactId! noteId!>id',
  'note.create': 'core | contactId! text!',
  'note.update': 'core seen | contactId! noteId! title>values.title text>values.text',
  'note.delete': 'core | contactId! noteId!',
  'appointment.list': 'of=appointment.list-of-contact | contactId!',
  'appointment.get': 'eventId!',
  'appointment.search': `of=calendar.events | ${WINDOW}`,
  'appointment.create': `core | contactId! calendarId! title!>values.title startsAt!>values.startsAt endsAt!>values.endsAt address>values.address status${STATUSES}>values.status`,
  'appointment.update': `core seen | contactId! eventId! title>values.title ${MEETING} status${STATUSES}>values.status`,
  'appointment.cancel':
    'preset=appointment.update core=appointment.update seen | contactId! eventId! status>values.status=cancelled',
  'appointment.mark':
    'preset=appointment.update core=appointment.update seen | contactId! eventId! status!(showed|noshow)>values.status',
  'appointment.delete': 'core | contactId! eventId!',
  'appointment.add-note': 'appointmentId! text!>body userId',
  'calendar.free-slots': 'calendarId! startsAt!:millis>startDate endsAt!:millis>endDate timezone userId',
  'block.list': WINDOW,
  'block.create': `calendarId! title! startsAt!>startTime endsAt!>endTime userId>assignedUserId ${HERE}`,
  'block.update': `eventId!:block calendarId! title startsAt!>startTime endsAt!>endTime userId>assignedUserId ${HERE}`,
});
