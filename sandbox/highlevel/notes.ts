import type { HlNote } from '../world/types.ts';
import { contactOf } from './contact-store.ts';
import { type HlCall, type HlRoute, need } from './route.ts';
import type { Shape } from './validate.ts';
import { noteView } from './views.ts';

const UPDATE_NOTE: Shape = {
  userId: { kind: 'string' },
  body: { kind: 'string' },
  title: { kind: 'string' },
  color: { kind: 'string' },
  pinned: { kind: 'boolean' },
};
const CREATE_NOTE: Shape = { ...UPDATE_NOTE, body: { kind: 'string', required: true } };

type NoteInput = Partial<Pick<HlNote, 'userId' | 'body' | 'title' | 'color' | 'pinned'>>;

function noteOf(call: HlCall): HlNote {
  const contact = contactOf(call);
  const note = call.state.rows.notes.find((row) => row.id === call.params.id && row.contactId === contact.id);
  return need(call, note, 'Note');
}

function list(call: HlCall) {
  const contact = contactOf(call);
  const rows = call.state.rows.notes.filter((note) => note.contactId === contact.id);
  const newest = rows.toSorted((a, b) => Date.parse(b.dateAdded) - Date.parse(a.dateAdded));
  return { notes: newest.map(noteView) };
}

function create(call: HlCall) {
  const { state, token } = call;
  const contact = contactOf(call);
  const input = call.body as NoteInput & { body: string };
  const userId = input.userId ?? (token.userId || undefined);
  const note: HlNote = { ...input, id: state.newId(), contactId: contact.id, userId, dateAdded: state.now() };
  state.rows.notes.push(note);
  return { note: noteView(note) };
}

// Only dateAdded exists, and an edit leaves it alone.
function update(call: HlCall) {
  const note = noteOf(call);
  const next: HlNote = { ...note, ...(call.body as NoteInput | undefined) };
  call.state.rows.notes = call.state.rows.notes.map((row) => (row.id === note.id ? next : row));
  return { note: noteView(next) };
}

function remove(call: HlCall) {
  const note = noteOf(call);
  call.state.rows.notes = call.state.rows.notes.filter((row) => row.id !== note.id);
  return { succeded: true };
}

const shared = { spec: 'contacts', version: '2021-07-28' } as const;
const reading = { ...shared, scope: 'contacts.readonly', method: 'GET' } as const;
const writing = { ...shared, scope: 'contacts.write' } as const;
const all = '/contacts/:contactId/notes';
const one = `${all}/:id`;

export const noteRoutes: HlRoute[] = [
  { ...reading, id: 'highlevel.list-notes', path: all, handle: list },
  { ...reading, id: 'highlevel.get-note', path: one, handle: (call) => ({ note: noteView(noteOf(call)) }) },
  { ...writing, id: 'highlevel.create-note', method: 'POST', path: all, body: CREATE_NOTE, status: 201, handle: create },
  { ...writing, id: 'highlevel.update-note', method: 'PUT', path: one, body: UPDATE_NOTE, handle: update },
  { ...writing, id: 'highlevel.delete-note', method: 'DELETE', path: one, handle: remove },
];
