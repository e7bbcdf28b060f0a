import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMounts } from '../../lib/messages/mounts.ts';
import { type AppWorld, createAppWorld } from './app-world.ts';
import { ROOT } from './fake-browser.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
});
afterEach(() => world.close());

const ruth = () => ({ region: 'us', kind: 'contact', id: String(world.cast.ruth.clioId) }) as const;

test('once the panel is closed, following the page makes no call', async () => {
  await world.connect();
  await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  await world.until(async () => (await world.say('console', 'connections.view', {})).connections.every((one) => one.rights));
  expect(await world.say('page', 'panel.closed', {})).toEqual({ hidden: false });
  const before = world.sandbox.ledger.entries({}).length;
  expect(await world.say('page', 'subject.report', { subject: ruth() })).toEqual({ wantHint: false });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(world.sandbox.ledger.entries({}).length).toBe(before);
});

test('a panel that was closed before its hello came is not mounted any more', async () => {
  const { nonce } = await world.say('page', 'panel.mount', {});
  await world.say('page', 'panel.closed', {});
  expect(await world.answerTo('panel', 'panel.hello', { nonce })).toMatchObject({ error: { code: 'not-allowed' } });
  expect(await world.answerTo('panel', 'panel.view', {})).toMatchObject({ error: { code: 'not-allowed' } });
});

test('a nonce offered twice at once is accepted once', async () => {
  const { nonce } = await world.say('page', 'panel.mount', {});
  const hello = (frameId: number) =>
    world.receive(
      { type: 'panel.hello', payload: { nonce } },
      { id: 'rankr-test', url: `${ROOT}panel.html`, frameId, tab: { id: 7 } },
    ) as Promise<{ ok: boolean }>;
  const answers = await Promise.all([hello(4), hello(5), hello(6)]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, false, false]);
});

test('a launcher stays hidden in its tab until a panel is opened there', async () => {
  expect(await world.say('page', 'panel.closed', { hidden: true })).toEqual({ hidden: true });
  await world.kill();
  expect(await world.say('page', 'panel.closed', {}), 'after a reload').toEqual({ hidden: true });
  await world.say('page', 'panel.mount', {});
  expect(await world.say('page', 'panel.closed', {})).toEqual({ hidden: false });
});

test('a closed tab leaves nothing behind', async () => {
  const kept = new Map<string, unknown>();
  const mounts = createMounts({
    get: async (keys) => Object.fromEntries(keys.map((key) => [key, kept.get(key)])),
    set: async (values) => {
      for (const [key, value] of Object.entries(values)) kept.set(key, value);
    },
    remove: async (keys) => {
      for (const key of keys) kept.delete(key);
    },
  });
  await mounts.accept(1, 3, await mounts.issue(1, 0), 0);
  await mounts.setSubject(1, { region: 'us', kind: 'contact', id: '5' });
  await mounts.hide(1);
  await mounts.issue(1, 0);
  await mounts.forget(1);
  expect([...kept]).toEqual([]);
});
