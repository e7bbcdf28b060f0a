import { fillContact } from './clio/contact.ts';
import type { AnyAction } from './define.ts';
import { addTags, createContact, deleteContact, removeTags, updateContact } from './highlevel/contact.ts';
import { createNote, deleteNote } from './highlevel/note.ts';
import { completeTask, createTask, deleteTask } from './highlevel/task.ts';

/** Every write Rankr can do. */
export const ACTIONS: readonly AnyAction[] = [
  createContact,
  updateContact,
  deleteContact,
  addTags,
  removeTags,
  createTask,
  completeTask,
  deleteTask,
  createNote,
  deleteNote,
  fillContact,
];

const byId = new Map(ACTIONS.map((action) => [action.id, action]));
export const actionOf = (id: string): AnyAction | undefined => byId.get(id);
