import { describe, expect, test } from 'vitest';
import { askKey } from '../../lib/model/ask.ts';
import { lookTwice, withPerson } from './sync-answer-world.ts';
import { CLIO, note, PLACE, theLink } from './sync-plan-world.ts';

const LINK = theLink().key;
/** The person is there on both sides. */
const THERE = {
  'highlevel.contact.get': { contact: { id: 'hl7', locationId: PLACE, firstName: 'Marisol', lastName: 'Ortega', tags: [] } },
  'clio.contact.get': { data: { id: 7, type: 'Person', name: 'Marisol Ortega' } },
};

describe('a note that has a twin', () => {
  const pair = { key: `${LINK}|note|31`, link: LINK, entity: 'note' as const, clioId: '31', highlevelId: 'n1', at: 1 };
  const goneNote = { kind: 'gone', system: 'highlevel', account: PLACE, entity: 'note', id: 'n1' } as const;
  async function withNote() {
    const world = await withPerson();
    Object.assign(world.replies, THERE);
    await world.put('clio', 'note', note('clio', '31'));
    await world.batch({ pairs: [pair] });
    await world.mark(goneNote);
    await lookTwice(world);
    return world;
  }
  const key = askKey.vanished(LINK, 'highlevel', 'note', 'n1');

  test('deleted on one side: asked once, and never made again meanwhile', async () => {
    const world = await withNote();
    expect(await world.asks()).toMatchObject([
      { key, body: { clioId: '31', text: 'She called about the hearing.', offers: ['remove', 'unlink'] } },
    ]);
    await world.mark(goneNote, { kind: 'child', system: 'clio', account: CLIO, entity: 'note', id: '31' });
    const calls = world.calls.length;
    await lookTwice(world);
    expect(world.calls.length).toBe(calls);
    expect((await world.plan()).filter(({ op }) => op.includes('note'))).toEqual([]);
  });

  test('the twin goes only when a person says so', async () => {
    const world = await withNote();
    await world.allowWriting();
    await world.reply(key, { offer: 'remove' });
    const notes = (await world.queued()).filter(({ op }) => op.includes('note'));
    expect(notes).toMatchObject([{ op: 'clio.note.delete', body: { input: { noteId: '31' }, unpair: [pair.key] } }]);
  });

  test('kept: it stays where it is and is not copied back, changed or not', async () => {
    const world = await withNote();
    await world.reply(key, { offer: 'unlink' });
    await world.put('clio', 'note', note('clio', '31', { text: 'Changed since.' }));
    await world.mark(goneNote);
    await lookTwice(world);
    expect((await world.plan()).filter(({ op }) => op.includes('note'))).toEqual([]);
    expect(await world.asks()).toEqual([]);
  });

  test('with its contact gone, too, nobody is asked about it: it moved along with a merge, and is there beside the one that is left', async () => {
    const world = await withPerson();
    await world.put('clio', 'note', note('clio', '31'));
    await world.batch({ pairs: [pair] });
    await world.index('highlevel', 'hl9', { email: 'marisol@example.com' });
    await world.mark(goneNote);
    await lookTwice(world);
    await lookTwice(world);
    expect((await world.asks()).map(({ kind, entity }) => `${kind} ${entity}`)).toEqual(['vanished contact']);
    await world.reply(askKey.vanished(LINK, 'highlevel', 'contact', 'hl7'), { offer: 'relink', id: 'hl9' });
    world.replies['highlevel.note.get'] = { note: { id: 'n1', body: 'She called about the hearing.', contactId: 'hl9' } };
    world.pass(3_600_000);
    await lookTwice(world);
    expect(world.calls.filter(({ id }) => id === 'highlevel.note.get').at(-1)?.request.params).toMatchObject({
      contactId: 'hl9',
    });
    expect(await world.asks()).toEqual([]);
    expect((await world.dirty()).filter((key) => key.startsWith('gone'))).toEqual([]);
  });

  test('a Clio note is found by its pair, though the mark does not say whose it is', async () => {
    const world = await withPerson();
    Object.assign(world.replies, THERE);
    await world.put('highlevel', 'note', note('highlevel', 'n1'));
    await world.batch({ pairs: [pair] });
    await world.mark({ kind: 'gone', system: 'clio', account: CLIO, entity: 'note', id: '31' });
    await lookTwice(world);
    expect(await world.asks()).toMatchObject([{ kind: 'vanished', body: { side: 'clio', highlevelId: 'n1' } }]);
  });
});
