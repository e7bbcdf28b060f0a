import { describe, expect, it } from 'vitest';
import { noteText, originOf, readNote, toClioNote, toHighLevelNote } from '../../lib/merge/note.ts';
import type { Note } from '../../lib/model/note.ts';

describe('a note', () => {
  const note = (more: Partial<Note>): Note => ({
    system: 'clio',
    account: 'us:1',
    id: '1',
    text: 'Called.',
    at: '2024-03-05',
    ...more,
  });

  it('travels with title and text; its date only into a new Clio note', () => {
    const { values: read } = readNote(
      note({ system: 'highlevel', title: 'Call', at: '2024-03-05T03:00:00Z' }),
      'America/Vancouver',
    );
    expect(read).toEqual({ title: 'Call', body: 'Called.', date: '2024-03-04' });
    expect(toClioNote(read).value).toEqual({ title: 'Call', text: 'Called.', date: '2024-03-04' });
    expect(toClioNote(read, note({})).value).toEqual({ title: 'Call', text: 'Called.' });
    expect(toHighLevelNote(read).value).toEqual({ title: 'Call', text: 'Called.' });
    expect(toHighLevelNote({ title: 'Call' }).warnings).toEqual([{ field: 'body', code: 'required' }]);
  });

  it('is recognised as ours by its link, or by its words where the id was lost', () => {
    const own = { linked: new Set(['9']), sent: new Set([noteText({ title: 'Call', text: 'One\n\ntwo' })]) };
    expect(originOf(note({ id: '9' }), own)).toBe('linked');
    expect(originOf(note({ title: 'Call', text: 'One\ntwo' }), own)).toBe('adopt');
    expect(originOf(note({ title: 'Call', text: 'One two three' }), own)).toBe('theirs');
  });
});
