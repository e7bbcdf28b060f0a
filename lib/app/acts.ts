import type { Handlers } from '../messages/serve.ts';
import type { ActsParts } from './act.ts';
import { copyToClio, createContact, pushContact } from './acts-contact.ts';
import { addNote, pushNote } from './acts-note.ts';
import { changeTags } from './acts-tag.ts';
import { addTask, completeTask, pushTasks } from './acts-task.ts';

export type WriteHandlers = Pick<
  Handlers,
  | 'contact.create'
  | 'contact.push'
  | 'contact.copy-to-clio'
  | 'task.push'
  | 'task.complete'
  | 'task.add'
  | 'note.push'
  | 'note.add'
  | 'tag.add'
  | 'tag.remove'
>;

/** Turns a click into rows of the outbox. Answers once they are on the disk; sends nothing itself. */
export const createActs = (parts: ActsParts): WriteHandlers => ({
  'contact.create': (payload, from) => createContact(parts, payload, from),
  'contact.push': (payload, from) => pushContact(parts, payload, from),
  'contact.copy-to-clio': (payload, from) => copyToClio(parts, payload, from),
  'task.push': (payload, from) => pushTasks(parts, payload, from),
  'task.complete': (payload, from) => completeTask(parts, payload, from),
  'task.add': (payload, from) => addTask(parts, payload, from),
  'note.push': (payload, from) => pushNote(parts, payload, from),
  'note.add': (payload, from) => addNote(parts, payload, from),
  'tag.add': (payload, from) => changeTags(parts, 'add', payload, from),
  'tag.remove': (payload, from) => changeTags(parts, 'remove', payload, from),
});
