import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLIO_APP } from '../../sandbox/clio/credentials.ts';
import { HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import { type AppWorld, createAppWorld } from './app-world.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
});
afterEach(() => world.close());

const connections = async () => (await world.say('console', 'connections.view', {})).connections;
const tokenCalls = () => world.sandbox.ledger.entries({}).filter((call) => call.path === '/oauth/token');
const DAY = 24 * 60 * 60 * 1000;
const clioApp = { clientId: CLIO_APP.clientId, clientSecret: CLIO_APP.clientSecret };

test('10 parallel 401s: exactly 1 refresh request, and the rotated token is stored before it is used', async () => {
  await world.signInToHighLevel();
  await world.until(async () => (await connections()).length === 1);
  await world.say('console', 'connection.sign-in', { system: 'clio', region: 'us', ...clioApp });
  await world.until(async () => (await connections()).length === 2);
  await world.until(async () => (await connections()).every((one) => one.rights), 'both checks');
  const before = tokenCalls().length;
  world.sandbox.control('highlevel.expireTokens');
  await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  expect(tokenCalls().length - before).toBe(1);
  // The next worker finds the rotated token on the disk.
  await world.kill();
  await world.advance(DAY);
  await world.openContact(world.cast.ruth.clioId);
  await world.screen('person');
  expect((await connections()).find((one) => one.system === 'highlevel')?.state).toBe('ok');
});

test('a token is refreshed before its end, once for all callers', async () => {
  await world.signInToHighLevel();
  await world.until(async () => (await connections()).length === 1 && (await connections())[0]?.rights);
  await world.say('console', 'connection.sign-in', { system: 'clio', region: 'us', ...clioApp });
  await world.until(async () => (await connections()).length === 2 && (await connections()).every((one) => one.rights));
  const before = tokenCalls().filter((call) => call.host === 'services.leadconnectorhq.com').length;
  await world.advance(86399 * 1000 - 60_000);
  await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  expect(tokenCalls().filter((call) => call.host === 'services.leadconnectorhq.com').length - before).toBe(1);
  expect(world.sandbox.ledger.entries({ status: 401 }).filter((call) => call.method === 'GET')).toEqual([]);
});

test('refresh refused (invalid_grant): one notice with the reason, no retry loop, the queue is held and goes out after Reconnect', async () => {
  await world.signInToHighLevel();
  await world.until(async () => (await connections()).length === 1 && (await connections())[0]?.rights);
  await world.say('console', 'connection.sign-in', { system: 'clio', region: 'us', ...clioApp });
  await world.until(async () => (await connections()).length === 2);
  await world.allowWriting();
  const key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  await world.until(async () => (await connections()).every((one) => one.rights));
  world.sandbox.control('highlevel.expireTokens');
  world.sandbox.control('highlevel.spoilRefreshTokens');
  await world.say('panel', 'note.add', { key, text: 'waits for the sign-in' });
  const screen = await world.screen('reconnect');
  expect(screen).toMatchObject({ system: 'highlevel', reason: 'refresh-refused' });
  const asked = tokenCalls().length;
  await world.advance(10 * 60 * 1000);
  await world.advance(10 * 60 * 1000);
  expect(tokenCalls().length).toBe(asked);
  expect((await world.view()).waiting).toHaveLength(1);
  const highlevel = (await connections()).find((one) => one.system === 'highlevel');
  await world.say('panel', 'connection.reconnect', { id: highlevel?.id ?? '' });
  await world.until(
    () => world.sandbox.highlevel.state.rows.notes.some((note) => note.body.includes('waits for the sign-in')),
    'the note',
  );
  await world.settled();
});

test('a Private Integration Token deleted in HighLevel: Reconnect with the reason, nothing queued is lost', async () => {
  await world.connect();
  await world.allowWriting();
  const key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  world.sandbox.control('highlevel.revokeToken', { token: HL_PIT_FULL });
  await world.say('panel', 'note.add', { key, text: 'kept' });
  expect(await world.screen('reconnect')).toMatchObject({ system: 'highlevel', reason: 'signed-out' });
  expect((await world.view()).waiting).toHaveLength(1);
});

test('the answer of a refresh is lost: HighLevel has used up the old refresh token, so Reconnect; the queue is whole and goes out after it', async () => {
  await world.signInToHighLevel();
  await world.until(async () => (await connections()).length === 1 && (await connections())[0]?.rights);
  await world.say('console', 'connection.sign-in', { system: 'clio', region: 'us', ...clioApp });
  await world.until(async () => (await connections()).length === 2 && (await connections()).every((one) => one.rights));
  await world.allowWriting();
  const key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  const noted = () => world.sandbox.highlevel.state.rows.notes.filter((note) => note.body.includes('through a lost answer'));
  const refreshes = () => world.sandbox.ledger.entries({ routeId: 'highlevel.token' }).length;
  const before = refreshes();
  world.sandbox.control('highlevel.expireTokens');
  world.sandbox.faults.play({ fault: 'resetAfter', route: 'highlevel.token' });
  await world.say('panel', 'note.add', { key, text: 'through a lost answer' });
  await world.until(() => refreshes() > before, 'the refresh whose answer is lost');
  // The network is back: the old refresh token is asked with once more, and refused.
  for (let tries = 0; tries < 20 && (await world.view()).screen.kind !== 'reconnect'; tries += 1) {
    await world.advance(30_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await world.screen('reconnect')).toMatchObject({ system: 'highlevel', reason: 'refresh-refused' });
  const asked = refreshes();
  await world.advance(DAY);
  expect(refreshes()).toBe(asked);
  expect((await world.view()).waiting).toHaveLength(1);
  expect(noted()).toHaveLength(0);
  const highlevel = (await connections()).find((one) => one.system === 'highlevel');
  await world.say('panel', 'connection.reconnect', { id: highlevel?.id ?? '' });
  await world.until(() => noted().length === 1, 'the note');
  await world.settled();
  expect(noted()).toHaveLength(1);
});
