import { expect, test } from 'vitest';
import { askKey } from '../../lib/model/ask.ts';
import { recordKey } from '../../lib/store/rows.ts';
import { createDuplicates } from '../../lib/sync/duplicates.ts';
import { createReconcile } from '../../lib/sync/reconcile.ts';
import { reconcilingOf } from '../../lib/sync/reconcile-state.ts';
import { type AskWorld, createAskWorld } from './sync-answer-world.ts';
import { allOn, CLIO, linked, PLACE, person, START, theLink, ZONE } from './sync-plan-world.ts';

const LINK = theLink().key;
const HOUR = 60 * 60 * 1000;

const reconcileOf = (world: AskWorld, random = 0) =>
  createReconcile({ ...world.parts, duplicates: createDuplicates(world.parts), random: () => random });
const stateOf = (world: AskWorld) => reconcilingOf(world.reader, CLIO, PLACE);

/** The wall clock of the location; its distance to UTC depends on the year's rules. */
const local = (at: number | undefined) =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: ZONE,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  } as Intl.DateTimeFormatOptions).format(at);

/** As pull ends a reading. */
async function readAll(world: AskWorld) {
  const rows = await world.syncReader.dirty(Number.MAX_SAFE_INTEGER, 1000);
  await world.batch({ clean: rows.filter(({ key }) => key.startsWith('read;')) });
}

test('every link is marked to be read, nothing is reported before it was, and the report tells who differs', async () => {
  const choice = allOn('to-highlevel');
  const world = await createAskWorld(choice);
  const base = { firstName: 'Marisol', lastName: 'Ortega', email: 'marisol@example.com', city: 'Burnaby' };
  await linked(world, { city: 'Burnaby' }, { city: 'Surrey' }, { base });
  await world.batch({
    links: [
      {
        put: theLink({
          key: 'us:1|8|loc',
          clioId: '8',
          highlevelId: 'hl8',
          base: { firstName: 'Marisol', lastName: 'Ortega', email: 'marisol@example.com' },
        }),
      },
    ],
  });
  await world.put('clio', 'contact', person('clio', '8'));
  await world.put('highlevel', 'contact', person('highlevel', 'hl8'));
  await world.plan();
  const reconcile = reconcileOf(world);
  await reconcile.run();
  expect(await world.dirty()).toEqual([`read;${LINK}`, 'read;us:1|8|loc']);
  await reconcile.finish();
  expect(await stateOf(world)).toMatchObject({ run: { done: 0, of: 2 } });
  await readAll(world);
  await reconcile.finish();
  const { last, run } = await stateOf(world);
  expect(run).toBeUndefined();
  expect(last).toMatchObject({ links: 2, drift: 1, agreed: 1, unread: 0, missing: [] });
  expect(await world.asks()).toMatchObject([
    { kind: 'drift', link: LINK, body: { fields: [{ id: 'city', clio: 'Burnaby', highlevel: 'Surrey', why: 'direction' }] } },
  ]);
  const told = (await world.activity()).find(({ kind }) => kind === 'run');
  expect(told).toMatchObject({ why: 'reconciled', body: { after: { drift: 1, agreed: 1 } } });
});

test('the same drift the night after is not told again; one that is settled closes its question', async () => {
  const world = await createAskWorld(allOn('to-highlevel'));
  const base = { firstName: 'Marisol', lastName: 'Ortega', email: 'marisol@example.com', city: 'Burnaby' };
  await linked(world, { city: 'Burnaby' }, { city: 'Surrey' }, { base });
  await world.plan();
  const night = async () => {
    await reconcileOf(world).run();
    await readAll(world);
    await reconcileOf(world).finish();
  };
  await night();
  await night();
  expect((await world.activity()).filter(({ why }) => why === 'drift')).toHaveLength(1);
  await world.put('highlevel', 'contact', person('highlevel', 'hl7', { city: 'Burnaby' }));
  await world.plan();
  await night();
  expect(await world.asks()).toEqual([]);
  expect((await world.syncReader.ask(askKey.drift(LINK, 'contact')))?.state).toBe('gone');
});

test('whoever is missing is named, and is no agreement', async () => {
  const world = await createAskWorld();
  await linked(world);
  await world.plan();
  await world.batch({ problems: [{ key: recordKey('clio', CLIO, 'contact', '7'), code: 'not-found' }] });
  const reconcile = reconcileOf(world);
  await reconcile.run(`clio:${CLIO}`);
  await readAll(world);
  await reconcile.finish();
  expect((await stateOf(world)).last).toMatchObject({
    agreed: 0,
    unread: 1,
    missing: [{ link: LINK, side: 'clio', name: 'Marisol Ortega' }],
  });
});

test('a reading that never comes does not hold the report up for ever', async () => {
  const world = await createAskWorld();
  await linked(world);
  await world.plan();
  await reconcileOf(world).run();
  world.pass(7 * HOUR);
  await reconcileOf(world).finish();
  expect((await stateOf(world)).last).toMatchObject({ links: 1, unread: 1, agreed: 0 });
});

test('begins at three in the morning at the location, once a night, not the day it was switched on', async () => {
  const world = await createAskWorld();
  await linked(world);
  await world.plan();
  const night = (await reconcileOf(world).nextAt()) ?? 0;
  expect(local(night)).toBe('11/23/2026, 03:00');
  expect(await reconcileOf(world, 0.5).nextAt()).toBe(night + HOUR / 4);
  await reconcileOf(world).finish();
  expect((await stateOf(world)).run).toBeUndefined();
  world.pass(night - (START + HOUR));
  await reconcileOf(world).finish();
  expect((await stateOf(world)).run).toMatchObject({ of: 1 });
  await readAll(world);
  await reconcileOf(world).finish();
  expect(local(await reconcileOf(world).nextAt())).toBe('11/24/2026, 03:00');
});

test('one that was reported under a clock that was put back since holds no night up', async () => {
  const world = await createAskWorld();
  await linked(world);
  await world.plan();
  await reconcileOf(world).run();
  await readAll(world);
  const year = 365 * 24 * HOUR;
  world.pass(year);
  await reconcileOf(world).finish();
  expect((await stateOf(world)).last?.at).toBeGreaterThan(START + year);
  world.pass(24 * HOUR - year);
  await reconcileOf(world).finish();
  expect((await stateOf(world)).run).toMatchObject({ of: 1 });
});

test('with two-way sync off there is no night', async () => {
  const world = await createAskWorld({ ...allOn(), on: false });
  expect(await reconcileOf(world).nextAt()).toBeUndefined();
  await reconcileOf(world).run();
  expect(await world.dirty()).toEqual([]);
});

test('very many links are compared a page at a time, and a worker that dies goes on where it was', async () => {
  const world = await createAskWorld();
  const links = Array.from({ length: 450 }, (_, at) =>
    theLink({ key: `us:1|${1000 + at}|loc`, clioId: String(1000 + at), highlevelId: `h${at}` }),
  );
  await world.batch({ links: links.map((put) => ({ put })) });
  await reconcileOf(world).run();
  // All but one were read.
  const rows = await world.syncReader.dirty(Number.MAX_SAFE_INTEGER, 1000);
  await world.batch({ clean: rows.filter(({ key }) => key !== 'read;us:1|1300|loc') });
  await reconcileOf(world).finish();
  expect((await stateOf(world)).run).toMatchObject({ done: 300, of: 450 });
  await readAll(world);
  await reconcileOf(world).finish();
  expect((await stateOf(world)).last).toMatchObject({ links: 450, unread: 450 });
});
