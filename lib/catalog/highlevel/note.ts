import * as z from 'zod/mini';
import { fromWireNote, noteBody } from '../../highlevel/convert.ts';
import { HIGHLEVEL } from '../../highlevel/endpoints.ts';
import type { WireNote } from '../../highlevel/types.ts';
import type { Note } from '../../model/note.ts';
import { defineAction, type Outcome } from '../define.ts';
import { id } from '../inputs.ts';
import { differing } from '../same.ts';

type One = { note: WireNote };
type Many = { notes: WireNote[] };

const keyOf = ({ contactId, noteId }: { contactId: string; noteId?: string }): string =>
  `highlevel:contact:${contactId}:note:${noteId ?? 'new'}`;
const told = (note: Note, contactId: string, differs: string[] = []): Outcome => ({
  id: note.id,
  told: [{ entity: 'note', id: note.id, value: note, owner: contactId }],
  differs,
});

const createInput = z.object({ contactId: id, text: z.string().check(z.minLength(1)) });
type Create = z.infer<typeof createInput>;

export const createNote = defineAction<Create, Many, One>({
  id: 'highlevel.note.create',
  system: 'highlevel',
  resend: 'check',
  input: createInput,
  key: keyOf,
  look: ({ contactId }) => ({ endpoint: HIGHLEVEL.note.list, params: { contactId } }),
  lookFirst: true,
  snapshot: ({ notes }) => notes.map((one) => one.id),
  find(input, { notes }, snapshot, { account }) {
    const made = notes
      .filter((one) => !snapshot.includes(one.id))
      .map((one) => fromWireNote(one, { account, contactId: input.contactId }))
      .filter((note) => differing({ text: sentText(input) }, { text: note.text }).length === 0);
    return made.length > 1 ? 'several' : made[0] && told(made[0], input.contactId);
  },
  request: ({ contactId, text: body }) => ({
    endpoint: HIGHLEVEL.note.create,
    params: { contactId },
    body: noteBody({ text: body }),
  }),
  outcome(input, { note: wire }, { account }) {
    const note = fromWireNote(wire, { account, contactId: input.contactId });
    return told(note, input.contactId, differing({ text: sentText(input) }, { text: note.text }));
  },
  undo: ({ contactId }, result) => ({ op: 'highlevel.note.delete', input: { contactId, noteId: result.id } }),
});

/** As it reads after HighLevel's own conversion and ours: what is compared is plain text with plain text. */
const sentText = ({ contactId, text: sent }: Create): string =>
  fromWireNote({ id: 'sent', ...noteBody({ text: sent }) } as WireNote, { account: '', contactId }).text;

const deleteInput = z.object({ contactId: id, noteId: id });

export const deleteNote = defineAction<z.infer<typeof deleteInput>>({
  id: 'highlevel.note.delete',
  system: 'highlevel',
  resend: 'safe',
  absentIsDone: true,
  input: deleteInput,
  key: keyOf,
  request: ({ contactId, noteId }) => ({ endpoint: HIGHLEVEL.note.delete, params: { contactId, id: noteId } }),
  outcome: ({ noteId }) => ({ id: noteId, told: [], gone: [{ entity: 'note', id: noteId }], differs: [] }),
});
