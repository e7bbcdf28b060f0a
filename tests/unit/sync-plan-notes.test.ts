import { describe, expect, test } from 'vitest';
import { made, matter, people } from './sync-plan-people.ts';
import { CLIO, note } from './sync-plan-world.ts';

describe('notes', () => {
  test('of Clio go to HighLevel under their title, and an edit there comes back without it', async () => {
    const world = await people();
    const own = note('clio', '1', { title: 'Call', text: 'She will come.' });
    await world.put('clio', 'note', own);
    const [write] = await world.plan();
    expect(write).toMatchObject({
      op: 'highlevel.note.create',
      body: { input: { contactId: 'hl7', text: 'Call\n\nShe will come.' } },
    });
    const twin = note('highlevel', 'n1', { text: 'Call\n\nShe will come.' });
    await world.carryOut(write!, made('note', twin));
    await world.put('highlevel', 'note', twin);
    expect(await world.plan()).toEqual([]);
    await world.put('highlevel', 'note', { ...twin, text: 'Call\n\nShe will not come.' });
    const [back] = await world.plan();
    expect(back).toMatchObject({
      op: 'clio.note.update',
      body: { input: { noteId: '1', values: { text: 'She will not come.' }, seen: { text: 'She will come.' } } },
    });
    await world.carryOut(back!, made('note', { ...own, text: 'She will not come.' }));
    await world.put('clio', 'note', { ...own, text: 'She called again.' });
    expect(await world.plan()).toMatchObject([
      {
        op: 'highlevel.note.update',
        body: {
          input: { noteId: 'n1', values: { text: 'Call\n\nShe called again.' }, seen: { text: 'Call\n\nShe will not come.' } },
        },
      },
    ]);
  });

  test('of a matter are held back; of HighLevel go to the contact in Clio, dated', async () => {
    const world = await people();
    await world.batch({
      records: [
        {
          system: 'clio',
          account: CLIO,
          entity: 'matter',
          id: '3',
          value: { ...matter('3'), client: { id: '7', name: 'M', kind: 'person', role: 'client' } },
        },
      ],
    });
    await world.put('clio', 'note', note('clio', '1', { contactId: undefined, matter: { id: '3', label: 'M' } }), 'matter:3');
    expect(await world.plan()).toEqual([]);
    expect(await world.asks()).toMatchObject([{ kind: 'approval', body: { held: [{ code: 'matter-note', matter: '3' }] } }]);
    await world.put('highlevel', 'note', note('highlevel', 'n1', { text: 'From the front desk' }));
    expect(await world.plan()).toMatchObject([
      { op: 'clio.note.create', body: { input: { clioId: '7', values: { text: 'From the front desk', date: '2026-11-22' } } } },
    ]);
  });

  test('that HighLevel cut short are not written back cut: an edit of what is left is asked about', async () => {
    const world = await people();
    const long = `She ${'said a lot, and '.repeat(500)}signed.`;
    await world.put('clio', 'note', note('clio', '1', { text: long }));
    const [write] = await world.plan();
    const twin = note('highlevel', 'n1', { text: long.slice(0, 5000) });
    await world.carryOut(write!, made('note', twin));
    await world.put('highlevel', 'note', twin);
    expect(await world.plan()).toEqual([]);
    const edited = { ...twin, text: `Today: ${twin.text}` };
    await world.put('highlevel', 'note', edited);
    expect(await world.plan()).toEqual([]);
    expect(await world.asks()).toMatchObject([{ kind: 'conflict', body: { fields: [{ id: 'body', clio: long }] } }]);
    // Clio's own edit goes over as ever.
    await world.put('highlevel', 'note', twin);
    await world.put('clio', 'note', note('clio', '1', { text: `${long} Twice.` }));
    expect(await world.plan()).toMatchObject([{ op: 'highlevel.note.update' }]);
  });
});
