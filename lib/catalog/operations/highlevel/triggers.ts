import { triggerRows } from '../read-rows.ts';

/**
 * What can happen in HighLevel. A merge has no event: the loser is gone, as if deleted. An edited note shows in its text only, and a task has
 * no time of change, so both are noticed by comparing.
 */
export const highlevelTriggers = triggerRows('highlevel', {
  'contact.created': 'pull contact created of=contact.search event=ContactCreate',
  'contact.updated': 'pull contact updated of=contact.search event=ContactUpdate',
  'contact.deleted': 'pull contact deleted of=contact.get event=ContactDelete',
  'contact.dnd-changed': 'pull contact changed:dnd of=contact.search event=ContactDndUpdate',
  'contact.tags-changed': 'pull contact changed:tags of=contact.search event=ContactTagUpdate',
  'contact.tag-added': 'pull contact added:tags of=contact.search event=ContactTagUpdate preset=contact.tags-changed | value',
  'contact.tag-removed': 'pull contact removed:tags of=contact.search event=ContactTagUpdate preset=contact.tags-changed | value',
  'contact.reach-changed': 'pull contact changed:email,phone of=contact.search event=ContactUpdate preset=contact.updated',
  'contact.owner-changed': 'pull contact changed:assignedTo of=contact.search event=ContactUpdate preset=contact.updated',
  'contact.field-changed': 'pull contact changed:customFields of=contact.search event=ContactUpdate preset=contact.updated',
  'contact.quiet': 'clock contact quiet:updatedAt of=contact.search | days!:number',
  'note.created': 'pull note created of=note.list event=NoteCreate',
  'note.updated': 'pull note changed:title,text of=note.get event=NoteUpdate',
  'note.deleted': 'pull note deleted of=note.get event=NoteDelete',
  'task.created': 'pull task created of=location.task-search event=TaskCreate',
  'task.updated': 'pull task updated of=location.task-search',
  'task.completed': 'pull task became:done=true of=location.task-search event=TaskComplete',
  'task.reopened': 'pull task became:done=false of=location.task-search preset=task.updated',
  'task.deleted': 'pull task deleted of=task.get event=TaskDelete',
  'task.overdue': 'clock task past:due of=location.task-search',
  'appointment.created': 'pull appointment created of=calendar.events event=AppointmentCreate',
  'appointment.updated': 'pull appointment updated of=calendar.events event=AppointmentUpdate',
  'appointment.deleted': 'pull appointment deleted of=appointment.get event=AppointmentDelete',
  'appointment.moved':
    'pull appointment changed:startsAt,endsAt of=calendar.events event=AppointmentUpdate preset=appointment.updated',
  'appointment.cancelled':
    'pull appointment became:status=cancelled of=calendar.events event=AppointmentUpdate preset=appointment.updated',
  'appointment.showed':
    'pull appointment became:status=showed of=calendar.events event=AppointmentUpdate preset=appointment.updated',
  'appointment.no-show':
    'pull appointment became:status=noshow of=calendar.events event=AppointmentUpdate preset=appointment.updated',
  'appointment.soon': 'clock appointment soon:startsAt of=calendar.events | minutes!:number',
});
