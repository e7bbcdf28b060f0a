import { afterEach, expect, test } from 'vitest';
import { comes, createTwoWayWorld, type TwoWayWorld } from './two-way-world.ts';

let world: TwoWayWorld;
afterEach(() => world.close());
const change = {
  clio: (patch: object) => world.sandbox.control('clio.patchContact', { id: world.ruth.clioId, patch }),
  highlevel: (patch: object) => world.sandbox.control('highlevel.patchContact', { id: world.ruth.highlevelId, patch }),
};

test('switched on between equal records nothing is written, and what both say is the base', async () => {
  world = await createTwoWayWorld();
  await world.choose();
  expect(await world.planned()).toEqual([]);
  expect((await world.reader.link(world.linked.key))?.base).toMatchObject({ firstName: 'Ruth' });
});

test('a field changed in Clio comes to HighLevel, and one changed in HighLevel to Clio', async () => {
  world = await createTwoWayWorld();
  await world.choose();
  change.clio({ first_name: 'Ruthie' });
  await comes(world, () => world.inHighLevel().firstName === 'Ruthie');
  change.highlevel({ dateOfBirth: '1979-03-15' });
  await comes(world, () => world.inClio().date_of_birth === '1979-03-15');
  expect(await world.planned()).toEqual(['clio.contact.update', 'highlevel.contact.update']);
  const log = await world.syncReader.activity({ link: world.linked.key, kind: 'write' }, undefined, 10);
  expect(log).toMatchObject([
    { by: 'sync', outcome: 'done', body: { after: { dateOfBirth: '1979-03-15' } } },
    { by: 'sync', outcome: 'done', body: { before: { firstName: 'Ruth' }, after: { firstName: 'Ruthie' } } },
  ]);
});

test('different fields changed on both sides both survive', async () => {
  world = await createTwoWayWorld();
  await world.choose();
  change.clio({ first_name: 'Ruthie' });
  change.highlevel({ dateOfBirth: '1979-03-15' });
  await comes(world, () => world.inHighLevel().firstName === 'Ruthie' && world.inClio().date_of_birth === '1979-03-15');
  expect(world.inClio().first_name).toBe('Ruthie');
  expect(world.inHighLevel().dateOfBirth).toContain('1979-03-15');
});

test('the same field changed on both sides is asked about, and nothing is overwritten meanwhile', async () => {
  world = await createTwoWayWorld();
  await world.choose();
  change.clio({ first_name: 'Ruthie' });
  change.highlevel({ firstName: 'Ruthanne' });
  await world.pass(4);
  const [ask, ...more] = await world.asks();
  expect(more).toEqual([]);
  expect(ask).toMatchObject({
    kind: 'conflict',
    body: { fields: [{ id: 'firstName', clio: 'Ruthie', highlevel: 'Ruthanne', base: 'Ruth' }] },
  });
  expect([world.inClio().first_name, world.inHighLevel().firstName]).toEqual(['Ruthie', 'Ruthanne']);
  await world.say('console', 'ask.answer', { key: ask!.key, answer: { offer: 'highlevel' } });
  await comes(world, () => world.inClio().first_name === 'Ruthanne');
  expect(await world.asks()).toEqual([]);
});

test('our own writes read back cause no further write: the calls of a quiet hour are the readings alone', async () => {
  world = await createTwoWayWorld();
  await world.choose();
  change.clio({ first_name: 'Ruthie' });
  await comes(world, () => world.inHighLevel().firstName === 'Ruthie');
  await world.pass(5);
  const before = (await world.planned()).length;
  const sent = world.writes().length;
  await world.pass(60);
  expect((await world.planned()).length).toBe(before);
  expect(world.writes()).toHaveLength(sent);
  expect(await world.syncReader.dirty(world.now(), 100)).toEqual([]);
});

test('a worker that dies between planning and sending, or while it sends, sends once', async () => {
  for (const route of ['highlevel.get-contact', 'highlevel.update-contact']) {
    world = await createTwoWayWorld();
    await world.choose();
    change.clio({ first_name: 'Ruthie' });
    world.sandbox.faults.play({ fault: 'delayAfter', route, ms: 200 });
    // The first call of the kind belongs to the look before the write, the other to the write itself.
    for (let turn = 0; turn < 8 && !world.sandbox.ledger.entries({ routeId: route }).some(({ fault }) => fault); turn += 1) {
      void world.advance(30_000);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    expect(await world.planned()).toEqual(['highlevel.contact.update']);
    await world.kill();
    await comes(world, () => world.inHighLevel().firstName === 'Ruthie');
    await world.pass(3);
    expect(await world.planned()).toEqual(['highlevel.contact.update']);
    expect(world.writes().filter(({ routeId, status }) => routeId === 'highlevel.update-contact' && status === 200)).toHaveLength(
      1,
    );
    if (route === 'highlevel.get-contact') await world.close();
  }
});
