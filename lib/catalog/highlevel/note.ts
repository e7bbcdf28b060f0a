import * as z from 'zod/mini';
import { fromWireNote, noteBody } from '../../highlevel/convert.ts';
import { HIGHLEVEL } from '../../highlevel/endpoints.ts';
import type { WireNote } from '../../highlevel/types.ts';
import { plainText } from '../../model/plain-text.ts';
import { createAction } from '../create.ts';
import type { Context, Told } from '../define.ts';
import { id, noteValues, seenNote } from '../inputs.ts';
import { removeAction } from '../remove.ts';
import { differing } from '../same.ts';
import { formerOf, updateAction } from '../update.ts';

type One = { note: WireNote };
type Many = { notes: WireNote[] };

const keyOf = ({ contactId, noteId }: { contactId: string; noteId?: string }): string =>
  `highlevel:contact:${contactId}:note:${noteId ?? 'new'}`;
const told = (wire: WireNote, { contactId }: { contactId: string }, { account }: Context): Told => ({
  entity: 'note',
  id: wire.id,
  value: fromWireNote(wire, { account, contactId }),
  owner: contactId,
});

const createInput = z.object({ contactId: id, text: z.string().check(z.minLength(1)) });
type Create = z.infer<typeof createInput>;

export const createNote = createAction<Create, Many, One, WireNote>({
  id: 'highlevel.note.create',
  system: 'highlevel',
  input: createInput,
  key: keyOf,
  look: ({ contactId }) => ({ endpoint: HIGHLEVEL.note.list, params: { contactId } }),
  rows: ({ notes }) => notes,
  answered: ({ note }) => note,
  idOf: (wire) => wire.id,
  differs: (input, wire) => differing({ text: sentText(input) }, { text: fromWireNote(wire, { account: '' }).text }),
  told,
  request: ({ contactId, text: body }) => ({
    endpoint: HIGHLEVEL.note.create,
    params: { contactId },
    body: noteBody({ text: body }),
  }),
  undo: ({ contactId }, noteId) => ({ op: 'highlevel.note.delete', input: { contactId, noteId } }),
});

/** As it reads after HighLevel's own conversion and ours: what is compared is plain text with plain text. */
const sentText = ({ contactId, text: sent }: Create): string =>
  fromWireNote({ id: 'sent', ...noteBody({ text: sent }) } as WireNote, { account: '', contactId }).text;

const updateInput = z.object({ contactId: id, noteId: id, values: noteValues, seen: seenNote });
type Update = z.infer<typeof updateInput>;

/** A note tells no time of change: that nobody wrote to it meanwhile shows in its words only. */
export const updateNote = updateAction<Update, One, One, WireNote>({
  id: 'highlevel.note.update',
  system: 'highlevel',
  input: updateInput,
  key: keyOf,
  look: ({ contactId, noteId }) => ({ endpoint: HIGHLEVEL.note.get, params: { contactId, id: noteId } }),
  fresh: ({ note }) => note,
  answered: ({ note }) => note,
  wanted: ({ contactId, values: { title, text } }) => ({
    title: title && plainText(title),
    text: text && sentText({ contactId, text }),
  }),
  seen: ({ seen }) => seen,
  held(wire, { contactId }, { account }) {
    const { title, text } = fromWireNote(wire, { account, contactId });
    return { title, text };
  },
  told,
  request: ({ contactId, noteId, values: { title, text } }) => ({
    endpoint: HIGHLEVEL.note.update,
    params: { contactId, id: noteId },
    // A text that did not change is not sent: ours is plain, and would take its markup away.
    body: noteBody({ title, text }),
  }),
  former({ values: { title, text } }, wire) {
    const was = fromWireNote(wire, { account: '' });
    const back = formerOf({ title, text }, was as { title?: string; text?: string });
    return back && { values: back };
  },
});

const deleteInput = z.object({ contactId: id, noteId: id });

export const deleteNote = removeAction<z.infer<typeof deleteInput>>({
  id: 'highlevel.note.delete',
  system: 'highlevel',
  input: deleteInput,
  key: keyOf,
  request: ({ contactId, noteId }) => ({ endpoint: HIGHLEVEL.note.delete, params: { contactId, id: noteId } }),
  entity: 'note',
  idOf: ({ noteId }) => noteId,
});
