import { afterEach, beforeEach, expect, test } from 'vitest';
import { HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import { type AppWorld, createAppWorld } from './app-world.ts';

let world: AppWorld;
let key: string;
const SECOND = 1000;
beforeEach(async () => {
  world = await createAppWorld();
  await world.connect();
  await world.allowWriting();
  key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
});
afterEach(() => world.close());

const calls = (routeId: string) => world.sandbox.ledger.entries({ routeId });
const notes = (text: string) => world.sandbox.highlevel.state.rows.notes.filter((note) => note.body === text).length;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('a right that is missing: asked once, then a person is needed; granted, a retry sends it', async () => {
  const body = { statusCode: 401, message: 'The token is not authorized for this scope.' };
  const fault = world.sandbox.faults.play({ fault: 'status', route: 'highlevel.create-note', code: 401, body, times: 'always' });
  await world.say('panel', 'note.add', { key, text: 'needs a right' });
  const [write] = await world.until(async () => {
    const { waiting } = await world.view();
    return waiting[0]?.state === 'needs-you' && waiting;
  }, 'the row to need somebody');
  expect(write?.error?.code).toBe('missing-scope');
  await pause(200);
  expect(calls('highlevel.create-note')).toHaveLength(1);
  world.sandbox.faults.clear(fault);
  await world.say('panel', 'write.retry', { writeId: write?.id ?? 0 });
  await world.settled();
  expect(notes('needs a right')).toBe(1);
});

test('a click taken back while it is being prepared sends nothing', async () => {
  world.sandbox.faults.play({ fault: 'delay', route: 'highlevel.list-notes', ms: 300 });
  const before = calls('highlevel.list-notes').length;
  const { actId } = await world.say('panel', 'note.add', { key, text: 'never mind' });
  await world.until(() => world.sandbox.faults.pending().length === 0);
  await world.say('panel', 'act.undo', { actId });
  await world.until(() => calls('highlevel.list-notes').length > before);
  await pause(300);
  expect(calls('highlevel.create-note')).toEqual([]);
  expect(notes('never mind')).toBe(0);
});

test('while the read before a write fails, the waits grow', async () => {
  world.sandbox.faults.play({ fault: 'status', route: 'highlevel.list-notes', code: 503, times: 'always' });
  const before = calls('highlevel.list-notes').length;
  await world.say('panel', 'note.add', { key, text: 'patience' });
  for (let passed = 0; passed < 240; passed += 2) {
    await world.advance(2 * SECOND);
    await pause(4);
  }
  const tries = calls('highlevel.list-notes').length - before;
  expect(tries).toBeGreaterThan(3);
  expect(tries).toBeLessThan(12);
});

test('what waited for the network alone goes out as soon as it is back', async () => {
  world.state.online = false;
  await world.say('panel', 'note.add', { key, text: 'back again' });
  for (let turn = 0; turn < 8; turn += 1) {
    await world.advance(60 * SECOND);
    await pause(10);
  }
  world.state.online = true;
  await world.wake();
  await world.until(() => notes('back again') === 1);
});

test('200 clicks of three offline days drain in order, within the limits, without a storm of 429', async () => {
  world.state.online = false;
  for (let index = 0; index < 200; index += 1) await world.say('panel', 'note.add', { key, text: `note ${index}` });
  void world.advance(3 * 24 * 60 * 60 * SECOND);
  world.sandbox.control('highlevel.setLimits', { burst: 100, daily: 200_000 });
  world.state.online = true;
  // Not awaited: it waits for the limiter, whose clock is moved below.
  void world.wake();
  const left = () => 200 - calls('highlevel.create-note').filter((call) => call.status < 300).length;
  for (let turn = 0; turn < 400 && left() > 0; turn += 1) {
    void world.advance(SECOND);
    await pause(40);
  }
  const sent = world.sandbox.highlevel.state.rows.notes.filter((note) => /^note \d+$/.test(note.body)).map((note) => note.body);
  expect(sent).toEqual(Array.from({ length: 200 }, (_, index) => `note ${index}`));
  expect(world.sandbox.ledger.entries({ status: 429 }).length).toBeLessThanOrEqual(2);
}, 60_000);

test('writing switched off while a write is queued: held, not sent', async () => {
  world.state.online = false;
  await world.say('panel', 'note.add', { key, text: 'too late' });
  await world.say('console', 'writing.set', { system: 'highlevel', on: false });
  world.state.online = true;
  await world.wake();
  await world.until(async () => (await world.view()).waiting[0]?.state === 'needs-you');
  expect((await world.view()).waiting[0]?.error?.code).toBe('writing-off');
  expect(notes('too late')).toBe(0);
});

test('a sign-in that comes back brings what was held forward', async () => {
  world.sandbox.control('highlevel.revokeToken', { token: HL_PIT_FULL });
  await world.say('panel', 'note.add', { key, text: 'held for the token' });
  await world.screen('reconnect');
  const fresh = world.sandbox.control<{ access_token?: string; token?: string } | string>('highlevel.issueToken', {
    locationId: world.cast.locations.main,
    kind: 'pit',
  });
  const token = typeof fresh === 'string' ? fresh : (fresh.token ?? fresh.access_token ?? '');
  await world.say('console', 'connection.add-token', { token, locationId: world.cast.locations.main });
  await world.until(() => notes('held for the token') === 1);
});
