import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { createSettings } from '../../lib/store/settings.ts';
import { createOutbox } from '../../lib/sync/outbox.ts';
import { createStorage } from './store-parts.ts';
import { LINK, link1, RECORD, STATES, TOKENS, version1 } from './version-1.ts';

const fresh = () => `rankr-${crypto.randomUUID()}`;
const quiet = (): void => undefined;

async function upgraded() {
  const name = fresh();
  (await version1(name)).close();
  return createStorage(name);
}

test('rows of version 1 are all there after the upgrade, and each of them opens', async () => {
  const { vault, reader, syncReader, db, rows } = await upgraded();
  expect(await vault.get('clio:us:1')).toEqual(TOKENS);
  expect(await vault.get('highlevel:LOC')).toEqual(TOKENS);
  expect(await reader.link(LINK)).toEqual(link1);
  expect(await reader.linksOfHighLevel('LOC', 'h7')).toEqual([link1]);
  expect(await reader.record('clio|us:1|contact|7')).toEqual(RECORD);
  expect(await reader.known(`person|${LINK}`)).toEqual({ kind: 'sure' });
  expect(await syncReader.linksOfClio('us:1', '7')).toEqual([link1]);
  const settings = createSettings(db, quiet);
  expect(await settings.get('pairs')).toEqual({ 'clio:us:1': 'highlevel:LOC' });
  expect(await settings.get('writing')).toEqual({ highlevel: true, clio: false });
  expect(await settings.get('sync')).toEqual({});
  const first = {
    keys: 1,
    vault: 2,
    connections: 2,
    // `unlaned` is the third.
    settings: 3,
    records: 1,
    links: 1,
    pairs: 2,
    changes: 1,
    known: 1,
    reads: 1,
  };
  expect(await rows()).toEqual({ ...first, outbox: STATES.length });
});

test('writes of version 1 keep their state and their words, in order, and go on', async () => {
  const { db, sealer, apply } = await upgraded();
  const outbox = createOutbox(db, sealer, quiet);
  const all = await outbox.ofLink(LINK);
  expect(all.map((row) => [row.seq, row.state, row.attempts])).toEqual(STATES.map((state, index) => [index + 1, state, index]));
  expect(all.map((row) => row.body.input)).toEqual(STATES.map((_, index) => ({ title: `Call ${index}` })));
  await outbox.recover(100);
  expect((await outbox.get(2))?.state).toBe('unknown');
  const { seq: _, ...row } = { ...all[0]!, by: 'sync' as const, act: 'new' };
  await apply({ at: 200, enqueue: [row], writes: [{ seq: 1, patch: { state: 'done' } }] }, 'write');
  expect((await outbox.ofAct('new')).map(({ seq, state, body }) => [seq, state, body])).toEqual([[7, 'queued', all[0]!.body]]);
  expect((await outbox.get(1))?.state).toBe('done');
});

test('pairs of version 1 are found from either side, and take an agreed value', async () => {
  const { syncReader, apply } = await upgraded();
  const key = `${LINK}|task|51`;
  const pair = { key, link: LINK, entity: 'task', clioId: '51', highlevelId: 't51', at: 4 } as const;
  expect(await syncReader.pairsOfHighLevel('task', 't51')).toEqual([pair]);
  expect(await syncReader.pairsOfHighLevel('note', 't51')).toEqual([]);
  expect(await syncReader.pairsWith('clio', 'task', ['50', '51'])).toEqual([pair]);
  expect(await syncReader.pairsWith('highlevel', 'task', ['t51'])).toEqual([pair]);
  const agreed = { base: { title: 'Call' }, written: { clio: {}, highlevel: {} } };
  await apply({ at: 9, pairs: [{ ...pair, agreed }] }, 'write');
  expect(await syncReader.pair(key)).toEqual({ ...pair, agreed });
});

test('changes of version 1 name no account: a reader passes them and hears of what comes after', async () => {
  const { syncReader, apply } = await upgraded();
  expect(await syncReader.changes(0, 10)).toEqual({ changes: [], last: 1 });
  const value = { ...RECORD, name: 'Ana' };
  await apply({ at: 9, records: [{ system: 'clio', account: 'us:1', entity: 'contact', id: '7', value }] }, 'pull');
  const { changes, last } = await syncReader.changes(1, 10);
  expect(last).toBe(2);
  expect(changes).toMatchObject([{ seq: 2, account: 'us:1', before: RECORD, after: value, origin: 'pull' }]);
});

test('a database of version 1 is given its hashing key with the first use, once, and not to be taken out', async () => {
  const one = await upgraded();
  const two = createStorage(one.name);
  expect(await one.keys('keys')).toEqual(['seal']);
  const [a, b] = await Promise.all([one.sealer.hash('x'), two.sealer.hash('x')]);
  expect(a).toBe(b);
  expect(a).toMatch(/^[\w-]{16}$/);
  expect(await one.keys('keys')).toEqual(['hash', 'seal']);
  const key = await one.db.read(['keys'], (tx) => tx.objectStore('keys').get('hash'));
  expect(key).toMatchObject({ extractable: false, algorithm: { name: 'HMAC' } });
});

test('another context that has version 1 open and makes way is waited for', async () => {
  const name = fresh();
  const old = await version1(name);
  old.addEventListener('versionchange', () => setTimeout(() => old.close(), 20));
  expect(await createStorage(name).reader.link(LINK)).toEqual(link1);
});

test('one that does not make way: said in words, and once it is gone all goes on', async () => {
  const name = fresh();
  const old = await version1(name);
  const storage = createStorage(name, 30);
  await expect(storage.reader.link(LINK)).rejects.toMatchObject({ code: 'storage-unavailable', facts: { about: 'blocked' } });
  await expect(storage.reader.link(LINK)).rejects.toMatchObject({ facts: { about: 'blocked' } });
  old.close();
  await expect.poll(() => storage.reader.link(LINK).catch(() => undefined)).toEqual(link1);
  expect(await storage.vault.get('clio:us:1')).toEqual(TOKENS);
});

test('a database of a newer version is left as it is, and said so', async () => {
  const name = fresh();
  (await version1(name)).close();
  const newer = await openDB(name, 99);
  const storage = createStorage(name);
  const problem = { code: 'storage-unavailable', facts: { about: 'newer-version' } };
  await expect(storage.reader.link(LINK)).rejects.toMatchObject(problem);
  await expect(storage.apply({ at: 1, seen: ['x|us:1'] }, 'view')).rejects.toMatchObject(problem);
  expect(await newer.count('outbox')).toBe(STATES.length);
  expect(await newer.count('links')).toBe(1);
  newer.close();
});
