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

test('a set that was said to be no duplicate is not asked about in part; one that grows is one question', async () => {
  const world = await createAskWorld();
  for (const id of ['a', 'b', 'c']) await world.index('highlevel', id, { email });
  await lookAll(world);
  await world.reply(keyOf('a', 'b', 'c'), { offer: 'not-same' });
  await world.index('highlevel', 'c', { email: 'other@example.com' }, 2);
  await lookAll(world);
  expect(await world.asks()).toEqual([]);
  const phone = '+16045550100';
  for (const id of ['x', 'y']) await world.index('highlevel', id, { phone, name: 'Odile Farquharson' });
  await lookAll(world);
  await world.index('highlevel', 'z', { phone, name: 'Odile Farquharson' });
  await lookAll(world);
  expect((await world.asks()).map(({ key }) => key)).toEqual([keyOf('x', 'y', 'z')]);
});

test('once the index was looked through, who changes is looked at without beginning anew; nobody else is', async () => {
  const world = await createAskWorld();
  const start = world.parts.now();
  const duplicates = createDuplicates(world.parts);
  for (const id of ['a', 'b']) await world.index('highlevel', id, { email: `${id}@example.com` }, start - 86_400_000);
  await lookAll(world);
  while (await duplicates.run());
  world.pass(60_000);
  await world.index('highlevel', 'b', { email: 'a@example.com' }, world.parts.now());
  await duplicates.run();
  expect((await world.asks()).map(({ key }) => key)).toEqual([keyOf('a', 'b')]);
  const seen: string[][] = [];
  const peopleAround: typeof world.parts.syncReader.peopleAround = (keys, most) => {
    seen.push(keys);
    return world.parts.syncReader.peopleAround(keys, most);
  };
  const watching = createDuplicates({ ...world.parts, syncReader: { ...world.parts.syncReader, peopleAround } });
  await watching.run();
  await watching.run();
  // A new worker looks at the overlap once more, and then rests.
  expect(seen).toHaveLength(1);
  expect(world.calls).toEqual([]);
});

test('more people than fit one look, changed at once, are looked at one part after the other', async () => {
  const world = await createAskWorld();
  await lookAll(world);
  const duplicates = createDuplicates(world.parts);
  const changedAt = world.parts.now();
  const put = Array.from({ length: 2500 }, (_, at) => ({
    ...{ key: recordKey('clio', CLIO, 'contact', String(at)), system: 'clio' as const, account: CLIO, id: String(at) },
    ...{ changedAt: changedAt + at, emails: at > 2497 ? [email] : [], phones: [], words: [] },
    brief: { name: 'Marisol Ortega', kind: 'person' as const, ...(at > 2497 && { email }) },
  }));
  await world.batch({ people: { put } });
  expect(await duplicates.run()).toBe(true);
  expect(await world.asks()).toEqual([]);
  expect(await duplicates.run()).toBe(false);
  expect(await world.asks()).toHaveLength(1);
});
