import { describe, expect, test } from 'vitest';
import { allOn, createPlanWorld, linked, person, theLink } from './sync-plan-world.ts';

const LINK = theLink().key;
const city = (value?: string) => ({ city: value });

describe('a linked person', () => {
  test('equal values are agreed on without a write', async () => {
    const world = await createPlanWorld();
    await linked(world, city('Burnaby'), city('burnaby'));
    expect(await world.plan()).toEqual([]);
    expect((await world.link())?.base).toMatchObject({ city: 'Burnaby', email: 'marisol@example.com' });
    expect(await world.dirty()).toEqual([]);
  });

  test('a value one side lacks is filled there, with what was seen', async () => {
    const world = await createPlanWorld();
    await linked(world, city('Burnaby'), city());
    const [write, ...more] = await world.plan();
    expect(more).toEqual([]);
    expect(write).toMatchObject({
      op: 'highlevel.contact.update',
      by: 'sync',
      link: LINK,
      body: { input: { contactId: 'hl7', values: { city: 'Burnaby' }, seen: {} } },
    });
  });

  test('the base moves to what the answer of the write says, and its echo changes nothing', async () => {
    const world = await createPlanWorld();
    await linked(world, city('Burnaby'), city());
    const [write] = await world.plan();
    const value = person('highlevel', 'hl7', { city: 'BURNABY BC' });
    await world.carryOut(write!, { id: 'hl7', told: [{ entity: 'contact', id: 'hl7', value }], differs: ['city'] });
    expect(await world.link()).toMatchObject({ base: { city: 'Burnaby' }, written: { highlevel: { city: 'BURNABY BC' } } });
    expect(await world.plan()).toEqual([]);
    expect(await world.dirty()).toEqual([]);
  });

  test('different fields changed on both sides both survive', async () => {
    const world = await createPlanWorld();
    const base = { firstName: 'Marisol', lastName: 'Ortega', email: 'marisol@example.com', city: 'Burnaby', state: 'BC' };
    await linked(world, { city: 'Vancouver', state: 'BC' }, { city: 'Burnaby', state: 'WA' }, { base });
    const writes = await world.plan();
    expect(writes.map(({ op, body }) => [op, (body.input as { values: object }).values])).toEqual([
      ['highlevel.contact.update', { city: 'Vancouver' }],
      ['clio.contact.update', { state: 'WA' }],
    ]);
    // The two end in either order, at the same time: neither takes the other's base away.
    await Promise.all(writes.map((write) => world.carryOut(write, { id: write.op.startsWith('clio') ? '7' : 'hl7' })));
    expect((await world.link())?.base).toMatchObject({ city: 'Vancouver', state: 'WA' });
  });

  test('both changed the same field: asked once, and the answer is written over the one that lost', async () => {
    const world = await createPlanWorld();
    await linked(world, city('Vancouver'), city('Surrey'), { base: { city: 'Burnaby' } });
    expect(await world.plan()).toEqual([]);
    const [ask, ...more] = await world.asks();
    expect(more).toEqual([]);
    expect(ask).toMatchObject({
      kind: 'conflict',
      body: { fields: [{ id: 'city', clio: 'Vancouver', highlevel: 'Surrey', base: 'Burnaby' }] },
    });
    await world.mark({ kind: 'contact', link: LINK });
    await world.plan();
    expect((await world.activity()).filter(({ outcome }) => outcome === 'asked')).toHaveLength(1);
    await world.answer({ offer: 'highlevel' });
    await world.mark({ kind: 'contact', link: LINK });
    const [write] = await world.plan();
    expect(write).toMatchObject({
      op: 'clio.contact.update',
      body: { input: { values: { city: 'Surrey' }, seen: { city: 'Vancouver' } } },
    });
    await world.carryOut(write!, { id: '7' });
    const row = (await world.activity()).find(({ kind }) => kind === 'write');
    expect(row?.body).toMatchObject({
      before: { city: 'Vancouver' },
      after: { city: 'Surrey' },
      losers: [{ field: 'city', side: 'clio', value: 'Vancouver' }],
    });
  });

  test('an answer to other values than those that stand there now is no answer', async () => {
    const world = await createPlanWorld();
    await linked(world, city('Vancouver'), city('Surrey'), { base: { city: 'Burnaby' } });
    await world.plan();
    await world.answer({ offer: 'highlevel' });
    await world.put('highlevel', 'contact', person('highlevel', 'hl7', city('Delta')));
    expect(await world.plan()).toEqual([]);
    expect(await world.asks()).toMatchObject([{ body: { fields: [{ highlevel: 'Delta' }] } }]);
  });

  test('keeping both as they are is remembered while they are', async () => {
    const world = await createPlanWorld();
    await linked(world, city('Vancouver'), city('Surrey'));
    await world.plan();
    await world.answer({ offer: 'keep-both' });
    await world.mark({ kind: 'contact', link: LINK });
    expect(await world.plan()).toEqual([]);
    expect(await world.asks()).toEqual([]);
  });

  test('a question nobody needs to answer any more closes', async () => {
    const world = await createPlanWorld();
    await linked(world, city('Vancouver'), city('Surrey'));
    await world.plan();
    await world.put('highlevel', 'contact', person('highlevel', 'hl7', city('Vancouver')));
    await world.plan();
    expect(await world.asks()).toEqual([]);
  });

  test('the newest wins where that was chosen and both times are known', async () => {
    const choice = allOn();
    choice.entities.contact.policy = 'newest';
    const world = await createPlanWorld(choice);
    await linked(world, { city: 'A', updatedAt: '2026-11-22T16:30:00Z' }, { city: 'B', updatedAt: '2026-11-22T16:00:00Z' });
    expect(await world.plan()).toMatchObject([
      { op: 'highlevel.contact.update', body: { input: { values: { city: 'A' }, seen: { city: 'B' } } } },
    ]);
  });

  test('nothing travels to the side that is closed to it, and nothing at all while the entity is off', async () => {
    const world = await createPlanWorld(allOn('to-clio'));
    await linked(world, city('Burnaby'), city());
    expect(await world.plan()).toEqual([]);
    const off = allOn();
    off.entities.contact.direction = 'off';
    off.entities.contact.fields = { city: { direction: 'both' } };
    const second = await createPlanWorld(off);
    await linked(second, city('Burnaby'), city());
    expect(await second.plan()).toEqual([]);
  });

  test('who is outside the pilot is left alone', async () => {
    const choice = { ...allOn(), pilot: { on: true, people: ['8'] } };
    const world = await createPlanWorld(choice);
    await linked(world, city('Burnaby'), city());
    expect(await world.plan()).toEqual([]);
    await world.settings.update('sync', (old) => ({ ...old, 'clio:us:1': { ...choice, pilot: { on: true, people: ['7'] } } }));
    await world.mark({ kind: 'contact', link: LINK });
    expect(await world.plan()).toHaveLength(1);
  });

  test('do-not-disturb goes its own way, into the chosen Clio field and back', async () => {
    const choice = allOn();
    choice.dnd = { id: '55', variant: 'checkbox' };
    const world = await createPlanWorld(choice);
    await linked(world, {}, { dnd: true });
    const [write] = await world.plan();
    expect(write).toMatchObject({
      op: 'clio.contact.update',
      body: { sync: { entity: 'dnd' }, input: { customFields: { 55: 'true' } } },
    });
    await world.carryOut(write!, {
      id: '7',
      told: [{ entity: 'contact', id: '7', value: person('clio', '7', { customFields: { 55: 'true' } }) }],
    });
    await world.put('clio', 'contact', person('clio', '7', { customFields: { 55: 'false' } }));
    expect(await world.plan()).toMatchObject([
      { op: 'highlevel.contact.set-dnd', body: { input: { contactId: 'hl7', dnd: false } } },
    ]);
  });

  test('a tag stands for a Clio field somebody named', async () => {
    const choice = allOn();
    choice.extras = [
      { id: 'x.vip', name: 'VIP', kind: 'flag', clio: { fieldId: '9' }, highlevel: { tag: 'VIP' }, direction: 'both' },
    ];
    const world = await createPlanWorld(choice);
    await linked(world, { customFields: { 9: 'true' } });
    expect(await world.plan()).toMatchObject([
      { op: 'highlevel.contact.add-tags', body: { input: { contactId: 'hl7', tags: ['VIP'] } } },
    ]);
  });
});

test('a consent is not decided by which record was changed later', async () => {
  const choice = { ...allOn(), dnd: { id: '11', variant: 'picklist' as const, yes: 'a', no: 'b' } };
  choice.entities.dnd.policy = 'newest';
  const world = await createPlanWorld(choice);
  await linked(world, { customFields: { 11: 'b' }, updatedAt: '2026-11-22T16:30:00Z' }, { dnd: true });
  await world.mark({ kind: 'contact', link: theLink().key });
  expect(await world.plan()).toEqual([]);
  expect(await world.asks()).toMatchObject([{ entity: 'dnd', body: { fields: [{ id: 'dnd', clio: 'no', highlevel: 'yes' }] } }]);
});
