import { CALENDAR_ENTRY_FIELDS_ASKED, NOTE_FIELDS_ASKED, TASK_FIELDS_ASKED } from '../../../clio/fields.ts';
import { callRows } from '../read-rows.ts';

const asks = (fields: string) => `fields=${fields}`;
const STATUSES = '(pending|in_progress|in_review|complete)';
const SAVED = asks('id,etag');
const GUEST = 'guests>values.attendees=[] contactId>values.attendees.0.id guest>values.attendees.0.type=Contact';
const HOURS = 'location>values.location description>values.description';

/** Tasks, notes, calendar entries, reminders. */
export const work = callRows('clio', {
  'task.get': `taskId!>id ${asks(TASK_FIELDS_ASKED)}`,
  'task.list': `contactId>client_id matterId>matter_id status${STATUSES} limit ${asks(TASK_FIELDS_ASKED)}`,
  'task.create':
    'core | title!>values.title body>values.body due>values.due assigneeId!>values.assigneeId matterId done:flag>values.done=false',
  'task.update': `core seen | taskId! title>values.title body>values.body due>values.due status(pending|complete)>values.status assigneeId>values.assigneeId`,
  'task.complete': 'preset=task.update core=task.update seen | taskId! status>values.status=complete',
  'task.reopen': 'preset=task.update core=task.update seen | taskId! status>values.status=pending',
  'task.delete': 'core | taskId!',
  'note.get': `noteId!>id ${asks(NOTE_FIELDS_ASKED)}`,
  // Clio lists notes of one kind at a time.
  'note.list': `parent!(Contact|Matter)>type contactId>contact_id matterId>matter_id query limit ${asks(NOTE_FIELDS_ASKED)}`,
  'note.create': 'core | contactId!>clioId title>values.title text!>values.text date>values.date',
  'note.create-on-matter': `preset=note.create | matterId!>matter.id title>subject text!>detail date parent>type=Matter ${SAVED}`,
  'note.update': 'core seen | noteId! title>values.title text>values.text date>values.date',
  'note.delete': 'core | noteId!',
  'entry.get': `entryId!>id ${asks(CALENDAR_ENTRY_FIELDS_ASKED)}`,
  'entry.list': `of=calendar.entries | startsAt>from endsAt>to calendarId>calendar_id matterId>matter_id limit ${asks(CALENDAR_ENTRY_FIELDS_ASKED)}`,
  'entry.create': `core | calendarId! title!>values.title startsAt!>values.startsAt endsAt!>values.endsAt ${HOURS} matterId reminderMinutes:number ${GUEST} allDay>values.allDay=false`,
  'entry.update': `core seen | entryId! title>values.title startsAt>values.startsAt endsAt>values.endsAt ${HOURS}`,
  'entry.delete': 'core | entryId!',
  'reminder.create': 'core | entryId! minutes!:number methodId:reminder-method',
});
