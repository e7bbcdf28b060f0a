import { openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import { migrate1 } from '../../lib/store/migrations/1.ts';
import { type AppWorld, createAppWorld } from './app-world.ts';
import { rowsOnDisk } from './on-disk.ts';
import { createPullWorld, MINUTE } from './pull-world.ts';
import { ALL_ON } from './two-way-world.ts';

let world: AppWorld;
afterEach(() => world.close());
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const HOUR = 60 * MINUTE;
const notes = (words: string) => world.sandbox.highlevel.state.rows.notes.filter(({ body }) => body.startsWith(words));
const waiting = async () => (await rowsOnDisk(world, 'outbox')).filter(({ state }) => state !== 'done').length;

/** So many notes without a network, for people who were on screen once, one person after the other. */
async function writeNotes(people: { clioId: number; name: string }[], count: number): Promise<void> {
  for (const { clioId } of people) {
    await world.openContact(clioId);
    await world.screen('person');
    await pause(100);
  }
  world.state.online = false;
  for (const { clioId, name } of people) {
    const key = await world.openContact(clioId);
    await world.screen('person');
    for (let n = 0; n < count / people.length; n += 1)
      await world.say('panel', 'note.add', { key, text: `${name} ${String(n).padStart(3, '0')}` });
  }
}
const inOrder = (found: { body: string }[]) => found.map(({ body }) => body);

test('offline for 3 days with 200 queued writes, then online: all sent once, in order for each person, without a 429', async () => {
  const pull = await createPullWorld({ strictLimits: true });
  world = pull;
  await pull.allowWriting();
  const { ruth, marisol } = pull.cast;
  for (const one of [ruth, marisol]) await pull.link(one.clioId, one.highlevelId);
  await pull.switchOn(({ since }) => ({ ...ALL_ON(since, [], {}), pilot: { on: false, people: [] } }));
  void pull.wake();
  for (let turn = 0; turn < 60; turn += 1) {
    void pull.advance(5000);
    await pause(10);
  }
  const people = [
    { ...ruth, name: 'Ruth' },
    { ...marisol, name: 'Marisol' },
  ];
  await writeNotes(people, 200);
  expect(await waiting()).toBe(200);
  const from = world.sandbox.ledger.entries({}).length;
  for (let hours = 0; hours < 72; hours += 3) {
    void world.advance(3 * HOUR);
    await pause(5);
  }
  expect(world.sandbox.ledger.entries({}).length).toBe(from);
  world.state.online = true;
  void world.wake();
  for (let turn = 0; turn < 600 && (await waiting()) > 0; turn += 1) {
    void world.advance(5000);
    await pause(15);
  }
  expect(await waiting()).toBe(0);
  for (const { name } of people)
    expect(inOrder(notes(name))).toEqual(Array.from({ length: 100 }, (_, n) => `${name} ${String(n).padStart(3, '0')}`));
  expect(world.sandbox.ledger.entries({ status: 429 })).toEqual([]);
}, 120_000);

test('extension updated with a full outbox: the old version’s rows are kept, opened, and sent once by the new one', async () => {
  world = await createAppWorld();
  await world.connect();
  await world.allowWriting();
  await writeNotes([{ ...world.cast.ruth, name: 'Ruth' }], 40);
  expect(await waiting()).toBe(40);
  world.die();
  // The disk as version 1 had it: its own stores, filled with what they hold.
  const now = await openDB(world.database);
  const kept = new Map<string, { keys: IDBValidKey[]; rows: unknown[] }>();
  for (const name of now.objectStoreNames) kept.set(name, { keys: await now.getAllKeys(name), rows: await now.getAll(name) });
  const newest = now.version;
  now.close();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(world.database).onsuccess = resolve;
  });
  const old = await openDB(world.database, 1, { upgrade: (db) => migrate1(db as never) });
  for (const name of old.objectStoreNames) {
    const { keys, rows } = kept.get(name)!;
    const { keyPath } = old.transaction(name).store;
    for (const [index, row] of rows.entries()) await old.put(name, row, keyPath === null ? keys[index] : undefined);
  }
  old.close();
  expect(newest).toBeGreaterThan(1);
  world.state.online = true;
  await world.kill();
  await world.until(async () => (await waiting()) === 0, 'an empty outbox');
  expect(inOrder(notes('Ruth'))).toEqual(Array.from({ length: 40 }, (_, n) => `Ruth ${String(n).padStart(3, '0')}`));
});
