import { describe, expect, it } from 'vitest';
import { pairNotes } from '../../lib/match/pair.ts';
import type { Pending } from '../../lib/match/pairing.ts';
import type { Note } from '../../lib/model/note.ts';

const states = (items: { key: string; state: string }[]) => items.map((item) => `${item.key} ${item.state}`);
const note = (system: Note['system'], id: string, text: string, at: string, rest: Partial<Note> = {}): Note => ({
  system,
  account: 'x',
  id,
  text,
  at,
  ...rest,
});

describe('pairNotes', () => {
  const pair = (clio: Note[], highlevel: Note[], known: [string, string][] = [], pending: [string, Pending][] = []) =>
    pairNotes({ clio, highlevel, known: new Map(known), pending: new Map(pending) });

  it('pairs equal texts and puts the newest first', () => {
    const items = pair(
      [note('clio', '1', 'Prefers  calls\nafter 4 pm', '2026-11-20'), note('clio', '2', 'Signed', '2026-11-22')],
      [
        note('highlevel', 'a', 'prefers calls after 4 pm ', '2026-11-21T10:00:00Z'),
        note('highlevel', 'b', 'Left a message', '2026-11-21T10:00:00Z'),
      ],
    );
    expect(states(items)).toEqual(['clio:2 only-clio', 'highlevel:b only-highlevel', 'clio:1 same']);
    expect(items[2]).toMatchObject({ from: 'both', clioId: '1', highlevelId: 'a' });
  });

  it('finds a note that was pushed under its title', () => {
    const clio = [note('clio', '1', 'He agreed.', '2026-11-20', { title: 'Call' })];
    const highlevel = [note('highlevel', 'a', 'Call\n\nHe agreed.', '2026-11-21T00:00:00Z')];
    expect(states(pair(clio, highlevel))).toEqual(['clio:1 same']);
    expect(states(pair(clio, highlevel, [['1', 'a']]))).toEqual(['clio:1 sent']);
  });

  it('marks a pushed note that was edited since', () => {
    const items = pair(
      [note('clio', '1', 'He refused.', '2026-11-20')],
      [note('highlevel', 'a', 'He agreed.', '2026-11-21T00:00:00Z')],
      [['1', 'a']],
    );
    expect(items).toMatchObject([{ state: 'differs', text: 'He refused.' }]);
  });

  it('holds a matter note, unless it is on its way', () => {
    const clio = [note('clio', '1', 'Strategy', '2026-11-20', { matter: { id: '7', label: '00007-Ortega' } })];
    expect(pair(clio, [])).toMatchObject([{ state: 'held', matter: '00007-Ortega' }]);
    expect(states(pair(clio, [], [], [['1', 'queued']]))).toEqual(['clio:1 queued']);
  });

  it('never pairs blank notes', () => {
    expect(pair([note('clio', '1', ' ', '2026-11-20')], [note('highlevel', 'a', '', '2026-11-20T00:00:00Z')])).toHaveLength(2);
  });
});
