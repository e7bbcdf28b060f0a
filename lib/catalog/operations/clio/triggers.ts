import { triggerRows } from '../read-rows.ts';

/** What can happen in Clio. It tells of notes by no event at all, and of a merge only by the loser's absence. */
export const clioTriggers = triggerRows('clio', {
  'contact.created': 'pull contact created of=contact.list event=contact.created',
  'contact.updated': 'pull contact updated of=contact.list event=contact.updated',
  'contact.deleted': 'pull contact deleted of=contact.get event=contact.deleted',
  'contact.reach-changed': 'pull contact changed:email,phone of=contact.list event=contact.updated preset=contact.updated',
  'contact.field-changed': 'pull contact changed:customFields of=contact.list event=contact.updated preset=contact.updated',
  'contact.visited': 'visit contact visited of=contact.get',
  'matter.created': 'pull matter created of=matter.list event=matter.created',
  'matter.updated': 'pull matter updated of=matter.list event=matter.updated',
  'matter.deleted': 'pull matter deleted of=matter.get event=matter.deleted',
  'matter.opened': 'pull matter became:status=Open of=matter.list event=matter.matter_opened',
  'matter.pended': 'pull matter became:status=Pending of=matter.list event=matter.matter_pended',
  'matter.closed': 'pull matter became:status=Closed of=matter.list event=matter.matter_closed',
  'matter.client-changed': 'pull matter changed:clientId of=matter.list event=matter.updated preset=matter.updated',
  'matter.visited': 'visit matter visited of=matter.get',
  'task.created': 'pull task created of=task.list event=task.created',
  'task.updated': 'pull task updated of=task.list event=task.updated',
  'task.deleted': 'pull task deleted of=task.get event=task.deleted',
  'task.completed': 'pull task became:done=true of=task.list event=task.updated preset=task.updated',
  'task.reopened': 'pull task became:done=false of=task.list event=task.updated preset=task.updated',
  'task.overdue': 'clock task past:due of=task.list preset=task.updated',
  'note.created': 'pull note created of=note.list',
  'note.updated': 'pull note updated of=note.list preset=note.created',
  'entry.created': 'pull calendar-entry created of=calendar.entries event=calendar_entry.created',
  'entry.updated': 'pull calendar-entry updated of=calendar.entries event=calendar_entry.updated',
  'entry.moved':
    'pull calendar-entry changed:startsAt,endsAt of=calendar.entries event=calendar_entry.updated preset=entry.updated',
  'entry.soon': 'clock calendar-entry soon:startsAt of=calendar.entries preset=entry.updated | minutes!:number',
});
