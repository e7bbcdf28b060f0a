import type { Queued } from '../messages/protocol.ts';
import type { From, Handlers } from '../messages/serve.ts';
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

/** One click after the other: what a click checks (is it there already? does one wait?) must still hold when its rows are written. */
function oneByOne<P>(act: (payload: P, from: From) => Promise<Queued>, line: { last: Promise<unknown> }) {
  return (payload: P, from: From): Promise<Queued> => {
    const next = line.last.then(() => act(payload, from));
    line.last = next.catch(() => undefined);
    return next;
  };
}

/** Turns a click into rows of the outbox. Answers once they are on the disk; sends nothing itself. */
export function createActs(parts: ActsParts): WriteHandlers {
  const line = { last: Promise.resolve() as Promise<unknown> };
  return {
    'contact.create': oneByOne((payload, from) => createContact(parts, payload, from), line),
    'contact.push': oneByOne((payload, from) => pushContact(parts, payload, from), line),
    'contact.copy-to-clio': oneByOne((payload, from) => copyToClio(parts, payload, from), line),
    'task.push': oneByOne((payload, from) => pushTasks(parts, payload, from), line),
    'task.complete': oneByOne((payload, from) => completeTask(parts, payload, from), line),
    'task.add': oneByOne((payload, from) => addTask(parts, payload, from), line),
    'note.push': oneByOne((payload, from) => pushNote(parts, payload, from), line),
    'note.add': oneByOne((payload, from) => addNote(parts, payload, from), line),
    'tag.add': oneByOne((payload, from) => changeTags(parts, 'add', payload, from), line),
    'tag.remove': oneByOne((payload, from) => changeTags(parts, 'remove', payload, from), line),
  };
}
