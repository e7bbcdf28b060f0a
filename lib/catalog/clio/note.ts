import * as z from 'zod/mini';
import { fromWireNote, newNoteData, noteData } from '../../clio/convert.ts';
import { clioRequests } from '../../clio/requests.ts';
import type { WireNote } from '../../clio/types.ts';
import { plainText } from '../../model/plain-text.ts';
import { createAction } from '../create.ts';
import type { Context, Told } from '../define.ts';
import { id, noteValues, seenNote } from '../inputs.ts';
import { removeAction } from '../remove.ts';
import { differing, same } from '../same.ts';
import { formerOf, updateAction } from '../update.ts';
import { etagOf } from './etag.ts';

type One = { data: WireNote };
type Values = z.infer<typeof noteValues>;

const told = (wire: WireNote, _: unknown, { account }: Context): Told => {
  const value = fromWireNote(wire, { account });
  return { entity: 'note', id: value.id, value, owner: value.contactId };
};
const form = ({ title, text, date }: Values) => ({
  title: title && plainText(title, false),
  text: text && plainText(text, false),
  date,
});
const held = (wire: WireNote) => {
  const { title, text } = fromWireNote(wire, { account: '' });
  return { title, text, date: wire.date?.slice(0, 10) };
};

const createInput = z.object({ clioId: id, values: z.extend(noteValues, { text: z.string().check(z.minLength(1)) }) });
type Create = z.infer<typeof createInput>;

/** A note of the person, not of a matter: what goes into a matter's file is the firm's to write. */
export const createClioNote = createAction<Create, { data: WireNote[] }, One, WireNote>({
  id: 'clio.note.create',
  system: 'clio',
  input: createInput,
  key: ({ clioId }) => `clio:contact:${clioId}:note:new`,
  look: ({ clioId }) => clioRequests.newestNotesOfContact(clioId),
  rows: ({ data }) => data,
  answered: ({ data }) => data,
  idOf: (wire) => String(wire.id),
  differs: ({ values }, wire) => differing(form(values), held(wire)),
  like: ({ values: { text } }, wire) => same('text', form({ text }).text, held(wire).text),
  told,
  request: ({ clioId, values }) => clioRequests.createNote(newNoteData(clioId, values)),
  undo: (_, noteId) => ({ op: 'clio.note.delete', input: { noteId } }),
});

const updateInput = z.object({ noteId: id, values: noteValues, seen: seenNote });
type Update = z.infer<typeof updateInput>;

export const updateClioNote = updateAction<Update, One, One, WireNote>({
  id: 'clio.note.update',
  system: 'clio',
  input: updateInput,
  key: ({ noteId }) => `clio:note:${noteId}`,
  look: ({ noteId }) => clioRequests.note(noteId),
  fresh: ({ data }) => data,
  answered: ({ data }) => data,
  wanted: ({ values }) => form(values),
  seen: ({ seen }) => seen,
  held,
  told,
  request: ({ noteId, values }, _, wire) => clioRequests.updateNote(noteId, { data: noteData(values) }, etagOf(wire)),
  former({ values }, wire) {
    const back = formerOf(values, held(wire));
    return back && { values: back };
  },
});

const deleteInput = z.object({ noteId: id });

export const deleteClioNote = removeAction<z.infer<typeof deleteInput>>({
  id: 'clio.note.delete',
  system: 'clio',
  input: deleteInput,
  key: ({ noteId }) => `clio:note:${noteId}`,
  request: ({ noteId }) => clioRequests.deleteNote(noteId),
  entity: 'note',
  idOf: ({ noteId }) => noteId,
});
