import { expect, test } from 'vitest';
import { type Ask, askKey } from '../../lib/model/ask.ts';
import { recordKey } from '../../lib/store/rows.ts';
import { createDuplicates } from '../../lib/sync/duplicates.ts';
import { type AskWorld, createAskWorld } from './sync-answer-world.ts';
import { CLIO, PLACE, theLink } from './sync-plan-world.ts';

/** Looks through both indexes whole. */
async function lookAll(world: AskWorld) {
  const duplicates = createDuplicates(world.parts);
  await duplicates.begin();
  let steps = 0;
  while ((await duplicates.run()) && steps < 100) steps += 1;
  return steps;
}

const email = 'marisol@example.com';
const keyOf = (...ids: string[]) => askKey.duplicate('highlevel', PLACE, ids);

test('two records of one side with one e-mail and one name are asked about once; the linked one is proposed to be kept', async () => {
  const world = await createAskWorld();
  await world.batch({ links: [{ put: theLink({ highlevelId: 'b' }) }] });
  await world.index('highlevel', 'a', { email, phone: '+16045550100', city: 'Burnaby' });
  await world.index('highlevel', 'b', { email });
  await lookAll(world);
  const asks = await world.asks();
  expect(asks).toMatchObject([
    {
      key: keyOf('a', 'b'),
      kind: 'duplicate',
      body: { side: 'highlevel', keep: { id: 'b', because: 'linked' }, offers: ['merge', 'not-same'] },
    },
  ]);
  expect(asks[0]?.body.candidates?.map(({ id }) => id)).toEqual(['b', 'a']);
  await lookAll(world);
  expect((await world.activity()).filter(({ why }) => why === 'duplicate')).toHaveLength(1);
});

test('people who share a phone with different names, and the same person on both sides, are nobody’s duplicates', async () => {
  const world = await createAskWorld();
  const phone = '+16045550100';
  await world.index('clio', '7', { phone });
  await world.index('clio', '8', { phone, name: 'Ana Ortega' });
  await world.index('highlevel', 'hl7', { phone });
  await lookAll(world);
  expect(await world.asks()).toEqual([]);
});

test('an e-mail of an office, that very many have, makes no question', async () => {
  const world = await createAskWorld();
  for (let at = 0; at < 25; at++) await world.index('clio', String(at + 1), { email });
  await lookAll(world);
  expect(await world.asks()).toEqual([]);
});

test('a no is remembered when the same set is found again', async () => {
  const world = await createAskWorld();
  for (const id of ['a', 'b']) await world.index('highlevel', id, { email });
  await lookAll(world);
  await world.reply(keyOf('a', 'b'), { offer: 'not-same' });
  await world.index('highlevel', 'a', { email, city: 'Surrey' }, 2);
  await lookAll(world);
  expect(await world.asks()).toEqual([]);
});

test('after a merge by hand the record that went is noticed, and the question ends', async () => {
  const world = await createAskWorld();
  for (const id of ['a', 'b']) await world.index('highlevel', id, { email });
  await lookAll(world);
  await world.reply(keyOf('a', 'b'), { offer: 'merge' });
  expect((await world.asks()).map(({ key }) => key)).toEqual([keyOf('a', 'b')]);
  expect((await world.dirty()).filter((key) => key.startsWith('gone;'))).toHaveLength(2);
  world.pass(5 * 60_000);
  await world.vanish.run();
  world.pass(60_000);
  await world.vanish.run();
  await lookAll(world);
  expect(await world.asks()).toEqual([]);
  expect(await world.syncReader.person(recordKey('highlevel', PLACE, 'contact', 'a'))).toBeUndefined();
});

test('each run looks at a part of a big index, and goes on where the worker before it stopped', async () => {
  const world = await createAskWorld();
  const put = Array.from({ length: 2500 }, (_, at) => ({
    ...{
      key: recordKey('clio', CLIO, 'contact', String(at)),
      system: 'clio' as const,
      account: CLIO,
      id: String(at),
      changedAt: 1,
    },
    brief: { name: `Person ${Math.floor(at / 2)}`, kind: 'person' as const, email: `p${Math.floor(at / 2)}@example.com` },
    ...{ emails: [`p${Math.floor(at / 2)}@example.com`], phones: [], words: ['person'] },
  }));
  await world.batch({ people: { put } });
  await createDuplicates(world.parts).begin();
  expect(await createDuplicates(world.parts).run()).toBe(true);
  const half = (await world.syncReader.asks('open', 5000)).length;
  expect(half).toBeGreaterThan(900);
  expect(half).toBeLessThan(1250);
  expect(await createDuplicates(world.parts).run()).toBe(false);
  const asks: Ask[] = await world.syncReader.asks('open', 5000);
  expect(new Set(asks.map(({ key }) => key)).size).toBe(1250);
});
