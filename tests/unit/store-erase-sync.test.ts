import { expect, test } from 'vitest';
import { createErase } from '../../lib/app/erase.ts';
import { noSync } from '../../lib/model/sync.ts';
import type { Batch } from '../../lib/store/batch.ts';
import { createSettings } from '../../lib/store/settings.ts';
import { clio, createStorage, location, type Storage } from './store-parts.ts';

const A = { accessToken: 'a', refreshToken: 'ra' };
const NEW: (keyof Batch)[] = ['pairs', 'people', 'enqueue', 'asks', 'activity', 'cursors', 'dirty', 'links', 'agreed'];

const eraseOf = ({ db, eras, sealer }: Storage) =>
  createErase({ db, eras, forgetKey: sealer.forget, clearAreas: async () => undefined, changed: () => undefined });
const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** One of everything between a Clio account and a location. */
function everything(account: string, place: string): Batch {
  const link = `${account}|7|${place}`;
  const both = { clioAccount: account, locationId: place };
  const person = {
    changedAt: 1,
    brief: { name: 'Ana', kind: 'person' as const },
    emails: ['a@x.com'],
    phones: [],
    words: ['ana'],
  };
  const write = { op: 'x', key: 'k', act: 'a', kind: 'sync', link, body: { label: 'Ana', input: 1 } };
  return {
    at: 1,
    records: [{ system: 'clio', account, entity: 'contact', id: '7', value: { name: 'Ana' } }],
    links: [{ put: { ...both, key: link, clioId: '7', highlevelId: 'h7', by: 'match', at: 1, reasons: [], base: {} } }],
    agreed: [{ link, value: { base: { name: 'Ana' }, written: { clio: {}, highlevel: {} } } }],
    pairs: [{ key: `${link}|task|5`, link, entity: 'task', clioId: '5', highlevelId: 't', at: 1 }],
    people: {
      put: [
        { ...person, key: `clio|${account}|contact|7`, system: 'clio', account, id: '7' },
        { ...person, key: `highlevel|${place}|contact|h7`, system: 'highlevel', account: place, id: 'h7' },
      ],
    },
    enqueue: [
      { ...write, connection: `clio:${account}` },
      { ...write, connection: `highlevel:${place}` },
    ],
    asks: [{ put: { ...both, key: `q|${link}`, kind: 'match', link, body: { label: 'Ana', offers: [] } } }],
    activity: [{ at: 1, kind: 'write', by: 'sync', outcome: 'done', link, account, body: { label: 'Ana' } }],
    cursors: [`clio.contacts|${account}`, `highlevel.contacts|${place}`].map((key) => ({ key, value: 1, at: 1, nextAt: 2 })),
    dirty: [`contact;${link}`, `child;clio;${account};task;5`, `new;highlevel;${place};h9`].map((key) => ({ key, at: 1 })),
  };
}

async function connected() {
  const storage = createStorage();
  for (const one of [clio('us:1'), clio('ca:12'), location('LOC')]) await storage.keep(one, A, 0);
  return storage;
}

test('erasing a Clio account takes all of it from every store, and leaves the other account as it was', async () => {
  const storage = await connected();
  await storage.apply(everything('ca:12', 'LOC'), 'pull');
  const before = await storage.rows();
  await storage.apply(everything('us:1', 'LOC'), 'pull');
  await eraseOf(storage).connection('clio:us:1');
  // The location's own entries are one row for both accounts.
  expect(await storage.rows()).toEqual({ ...before, vault: 2, connections: 2, settings: 2 });
  expect((await storage.syncReader.person('highlevel|LOC|contact|h7'))?.links).toEqual(['ca:12|7|LOC']);
  for (const name of ['people', 'cursors', 'dirty', 'asks', 'links', 'pairs'] as const)
    expect(JSON.stringify(await storage.keys(name)), name).not.toContain('us:1');
});

test('erasing a location takes all that names it, and leaves the Clio side of the index without its links', async () => {
  const storage = await connected();
  await storage.apply(everything('us:1', 'LOC'), 'pull');
  await eraseOf(storage).connection('highlevel:LOC');
  expect(await storage.rows()).toMatchObject({ records: 1, changes: 1, people: 1, cursors: 1, dirty: 1 });
  expect((await storage.syncReader.person('clio|us:1|contact|7'))?.links).toEqual([]);
  expect(await storage.keys('dirty')).toEqual(['child;clio;us:1;task;5']);
  for (const name of ['links', 'pairs', 'asks', 'activity', 'outbox'] as const)
    expect(await storage.keys(name), name).toEqual([]);
});

test('what was to stay equal is forgotten with either side', async () => {
  for (const id of ['clio:us:1', 'highlevel:LOC']) {
    const storage = createStorage();
    const settings = createSettings(storage.db, () => undefined);
    for (const one of [clio('us:1'), location('LOC')]) await storage.keep(one, A, 0);
    await settings.update('sync', () => ({ 'clio:us:1': { ...noSync(), on: true }, 'clio:other': noSync() }));
    await eraseOf(storage).connection(id);
    expect(await settings.get('sync')).toEqual({ 'clio:other': noSync() });
  }
});

test('whatever moment a batch meets "erase this account", no row of it comes back', async () => {
  for (let round = 0; round < 16; round += 1) {
    const storage = await connected();
    const work = storage.apply(everything('us:1', 'LOC'), 'pull');
    await turns(round);
    await eraseOf(storage).connection('clio:us:1');
    await work;
    const left = await Promise.all((['links', 'pairs', 'asks', 'activity'] as const).map((name) => storage.keys(name)));
    expect(left.flat(), `round ${round}`).toEqual([]);
    for (const name of ['people', 'cursors', 'dirty'] as const)
      expect(JSON.stringify(await storage.keys(name)), `${name}, round ${round}`).not.toContain('us:1');
    expect(await storage.keys('outbox'), `round ${round}`).toEqual([]);
    expect((await storage.syncReader.person('highlevel|LOC|contact|h7'))?.links ?? []).toEqual([]);
  }
});

test('whatever moment a batch meets "erase everything", nothing is left, and hashes start with a new key', async () => {
  for (let round = 0; round < 16; round += 1) {
    const storage = await connected();
    const before = await storage.sealer.hash('x');
    const work = storage.apply(everything('us:1', 'LOC'), 'pull');
    const hashed = storage.sealer.hash('y').catch(() => undefined);
    await turns(round);
    await eraseOf(storage).everything();
    await Promise.all([work, hashed]);
    expect(await storage.rows(), `round ${round}`).toEqual({});
    await expect(storage.sealer.hash('x')).rejects.toMatchObject({ code: 'not-connected' });
    await storage.keep(clio('us:1'), A, storage.eras.mark());
    expect(await storage.sealer.hash('x')).not.toBe(before);
  }
});

test('a batch of an account that is not there is left out, each part of it', async () => {
  const storage = createStorage();
  await storage.keep(clio('us:1'), A, 0);
  const before = await storage.rows();
  const batch = everything('eu:9', 'LOC');
  for (const part of NEW) await storage.apply({ at: 1, [part]: batch[part] }, 'pull');
  expect(await storage.rows()).toEqual(before);
});
