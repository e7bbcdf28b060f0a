import { filled, present } from '../model/blank.ts';
import { readTime } from '../model/days.ts';
import type { Note } from '../model/note.ts';
import { plainText } from '../model/plain-text.ts';
import type { WireNote } from './types.ts';

/** A note of HighLevel -> the model; `body` is HTML when written in its editor, plain when written by an API: both are read. */
export function fromWireNote(
  wire: WireNote,
  where: { account: string; contactId?: string },
  authors?: Map<string, string>,
): Note {
  return {
    system: 'highlevel',
    account: where.account,
    id: wire.id,
    contactId: filled(wire.contactId) ?? where.contactId,
    title: filled(plainText(wire.title ?? '')),
    text: plainText(wire.body ?? ''),
    // Notes carry no time of change [spec]: an edit shows in the text only. A missing date sorts last.
    at: readTime(wire.dateAdded) ?? '1970-01-01T00:00:00.000Z',
    createdAt: readTime(wire.dateAdded),
    authorName: authors?.get(filled(wire.userId) ?? ''),
  };
}

/**
 * Body of `highlevel.note.create` and `.update`. Sent as plain text; doubt: HighLevel's editor may show line breaks of plain
 * text as spaces. Not escaped, as an escaped note would read `&lt;` where HighLevel treats it as text.
 */
export function noteBody(values: { title?: string; text?: string; userId?: string }): Record<string, unknown> {
  const body = values.text === undefined ? undefined : plainText(values.text, false);
  return present({ body, title: filled(values.title), userId: filled(values.userId) });
}
