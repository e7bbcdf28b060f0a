import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type AppWorld, createAppWorld } from './app-world.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
  await world.connect();
  await world.allowWriting();
});
afterEach(() => world.close());

const notes = () => world.sandbox.highlevel.state.rows.notes.filter((note) => note.body === 'on a full disk').length;

test('a full disk costs the caches before it costs a click', async () => {
  const key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  world.state.failingWrites = 1;
  await world.say('panel', 'note.add', { key, text: 'on a full disk' });
  await world.until(() => notes() === 1);
  await world.say('panel', 'panel.refresh', { key });
  await world.screen('person');
});

test('a disk that stays full: the click is refused in words, nothing is sent, and the screen says why', async () => {
  const key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  world.state.failingWrites = Number.POSITIVE_INFINITY;
  await expect(world.say('panel', 'note.add', { key, text: 'on a full disk' })).rejects.toThrow('storage-full');
  expect((await world.say('console', 'connections.view', {})).storage).toBe('storage-full');
  world.state.failingWrites = 0;
  expect(notes()).toBe(0);
  // What could be read again was given up for room; it is read again.
  await world.say('panel', 'panel.refresh', { key });
  await world.screen('person');
  await world.say('panel', 'note.add', { key, text: 'on a full disk' });
  await world.until(() => notes() === 1);
  expect((await world.say('console', 'connections.view', {})).storage).toBeUndefined();
});

test('a browser that blocks site data: pages are told so, and the reason goes with it', async () => {
  const open = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  vi.stubGlobal('indexedDB', { open });
  await world.kill().catch(() => undefined);
  const answer = await world.answerTo('console', 'connections.view', {});
  vi.unstubAllGlobals();
  expect(answer).toMatchObject({ ok: false, error: { code: 'storage-unavailable', facts: { about: 'data-blocked' } } });
  // It can be read again, but nothing was kept since: the page says what it was until something is.
  expect((await world.say('console', 'connections.view', {})).storage).toBe('data-blocked');
  await world.allowWriting();
  expect((await world.say('console', 'connections.view', {})).storage).toBeUndefined();
});
