import { beforeEach, expect, test } from 'vitest';
import { createErase } from '../../lib/app/erase.ts';
import type { PersonIn } from '../../lib/store/batch.ts';
import { clio, createStorage, location, type Storage } from './store-parts.ts';

let storage: Storage;
beforeEach(async () => {
  storage = createStorage();
  await storage.keep(clio('us:1'), { accessToken: 'a' }, 0);
  await storage.keep(location('LOC'), { accessToken: 'b' }, 0);
});

const SIDES = [
  ['clio', 'us:1'],
  ['highlevel', 'LOC'],
] as const;

const person = (side: 0 | 1, number: number, changedAt = 1): PersonIn => {
  const [system, account] = SIDES[side];
  const id = String(number);
  const look = { emails: [], phones: [], words: [] };
  return {
    key: `${system}|${account}|contact|${id}`,
    system,
    account,
    id,
    changedAt,
    brief: { name: id, kind: 'person' },
    ...look,
  };
};
const put = (...people: PersonIn[]) => storage.apply({ at: 1, people: { put: people } }, 'pull');
/** As it is kept, and as the rows themselves tell. */
const counts = async () => {
  const rows = await storage.db.read(['people'], (tx) => tx.objectStore('people').getAll());
  const told = await Promise.all(SIDES.map(([system, account]) => storage.syncReader.countPeople(system, account)));
  expect(told).toEqual(SIDES.map(([system]) => rows.filter((row) => row.system === system).length));
  return told;
};

test.each([true, false])(
  'the kept count of people is that of the rows, whatever comes and goes (asked before: %s)',
  async (before) => {
    if (before) expect(await counts()).toEqual([0, 0]);
    await put(person(0, 1), person(0, 2), person(0, 3), person(1, 1));
    expect(await counts()).toEqual([3, 1]);
    // Known already, told twice in one answer, older than what is known, and somebody new.
    await put(person(0, 2, 5), person(0, 2, 6), person(0, 2, 1), person(0, 4), person(1, 2));
    expect(await counts()).toEqual([4, 2]);
    const gone = ['clio|us:1|contact|1', 'clio|us:1|contact|1', 'clio|us:1|contact|99'];
    await storage.apply({ at: 2, people: { put: [person(0, 5)], gone } }, 'pull');
    expect(await counts()).toEqual([4, 2]);
  },
);

test('the count of an account goes with the account, and the other one stays', async () => {
  await put(person(0, 1), person(1, 1), person(1, 2));
  expect(await counts()).toEqual([1, 2]);
  const { db, eras, sealer } = storage;
  const parts = { db, eras, forgetKey: sealer.forget, clearAreas: async () => undefined, changed: () => undefined };
  await createErase(parts).connection('highlevel:LOC');
  expect(await storage.keys('settings')).not.toContain('people|highlevel|LOC');
  expect(await counts()).toEqual([1, 0]);
  await storage.keep(location('LOC'), { accessToken: 'b' }, storage.eras.mark());
  await put(person(1, 7));
  expect(await counts()).toEqual([1, 1]);
});

test('counting again reads no rows', async () => {
  await put(person(0, 1));
  await counts();
  const stores: string[][] = [];
  const { read } = storage.db;
  storage.db.read = (names, ...rest) => {
    stores.push(names);
    return read(names, ...rest);
  };
  expect(await storage.syncReader.countPeople('clio', 'us:1')).toBe(1);
  expect(stores.flat()).not.toContain('people');
});
