import { filled, present } from '../model/blank.ts';
import { readTime } from '../model/days.ts';
import type { Note } from '../model/note.ts';
import { plainText } from '../model/plain-text.ts';
import { matterLabel } from './convert-matter.ts';
import type { WireNote } from './types.ts';

/** A Clio note of a contact or a matter -> the model. Its own date (a day) goes before the time it was typed in. */
export function fromWireNote(wire: WireNote, where: { account: string; contactId?: string }): Note {
  return {
    system: 'clio',
    account: where.account,
    id: String(wire.id),
    contactId: wire.contact ? String(wire.contact.id) : where.contactId,
    title: filled(plainText(wire.subject ?? '', false)),
    text: plainText(wire.detail ?? '', wire.detail_text_type === 'rich_text'),
    at: filled(wire.date) ?? readTime(wire.created_at) ?? '1970-01-01',
    authorName: filled(wire.author?.name),
    matter: wire.matter ? { id: String(wire.matter.id), label: matterLabel(wire.matter) } : undefined,
    etag: filled(wire.etag),
    createdAt: readTime(wire.created_at),
    updatedAt: readTime(wire.updated_at),
  };
}

export interface NoteValues {
  title?: string;
  text?: string;
  /** YYYY-MM-DD */
  date?: string;
}

/** Data of `clio.note.update`. Sent and marked as plain text: a note that was rich loses its markup when its words change. */
export const noteData = (values: NoteValues): Record<string, unknown> =>
  present({
    subject: filled(values.title),
    ...(values.text === undefined ? {} : { detail: plainText(values.text, false), detail_text_type: 'plain_text' }),
    date: filled(values.date),
  });

/** Data of `clio.note.create` for a contact. The spec demands a matter beside it, which its own words on `type` contradict: left out. */
export const newNoteData = (contactId: string, values: NoteValues): Record<string, unknown> => ({
  type: 'Contact',
  contact: { id: Number(contactId) },
  ...noteData(values),
});
