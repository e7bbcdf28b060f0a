import { fillContact } from './clio/contact.ts';
import { createClioContact, updateClioContact } from './clio/contact-write.ts';
import { createClioEntry, deleteClioEntry, updateClioEntry } from './clio/entry.ts';
import { createClioNote, deleteClioNote, updateClioNote } from './clio/note.ts';
import { createReminder } from './clio/reminder.ts';
import { createClioTask, deleteClioTask, updateClioTask } from './clio/task.ts';
import type { AnyAction } from './define.ts';
import { createAppointment, deleteAppointment, updateAppointment } from './highlevel/appointment.ts';
import { addTags, createContact, deleteContact, removeTags, setDnd, updateContact } from './highlevel/contact.ts';
import { createNote, deleteNote, updateNote } from './highlevel/note.ts';
import { completeTask, createTask, deleteTask, updateTask } from './highlevel/task.ts';
import { operationAction } from './operations/index.ts';

/** Every write Rankr can do. */
export const ACTIONS: readonly AnyAction[] = [
  createContact,
  updateContact,
  setDnd,
  deleteContact,
  addTags,
  removeTags,
  createTask,
  updateTask,
  completeTask,
  deleteTask,
  createNote,
  updateNote,
  deleteNote,
  createAppointment,
  updateAppointment,
  deleteAppointment,
  fillContact,
  createClioContact,
  updateClioContact,
  createClioTask,
  updateClioTask,
  deleteClioTask,
  createClioNote,
  updateClioNote,
  deleteClioNote,
  createClioEntry,
  updateClioEntry,
  deleteClioEntry,
  createReminder,
];

const byId = new Map(ACTIONS.map((action) => [action.id, action]));
/** Any write of the catalogue: those above by hand, the rest made from their declaration. */
export const actionOf = (id: string): AnyAction | undefined => byId.get(id) ?? operationAction(id);
