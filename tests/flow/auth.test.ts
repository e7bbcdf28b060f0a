import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDatabase } from '../../lib/store/db.ts';
import { STORE_NAMES } from '../../lib/store/rows.ts';
import { HL_PIT_FULL, HL_PIT_READONLY } from '../../sandbox/highlevel/credentials.ts';
import { type AppWorld, createAppWorld } from './app-world.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
});
afterEach(() => world.close());

const connections = async () => (await world.say('console', 'connections.view', {})).connections;
const signInEnded = () =>
  world.until(async () => {
    const { signIn } = await world.say('console', 'connections.view', {});
    return signIn?.state === 'failed' && signIn;
  }, 'the sign-in to fail');
const tokenCalls = () => world.sandbox.ledger.entries({}).filter((call) => call.path === '/oauth/token');

test('a Private Integration Token is proved before it is kept', async () => {
  await expect(
    world.say('console', 'connection.add-token', { token: 'pit-wrong', locationId: world.cast.locations.main }),
  ).rejects.toThrow('bad-credentials');
  await expect(
    world.say('console', 'connection.add-token', { token: HL_PIT_FULL, locationId: world.cast.locations.intake }),
  ).rejects.toThrow('wrong-location');
  expect(await connections()).toEqual([]);
  await world.say('console', 'connection.add-token', { token: HL_PIT_FULL, locationId: world.cast.locations.main });
  expect(await connections()).toMatchObject([{ system: 'highlevel', method: 'token', name: 'Harbour & Lane Law', state: 'ok' }]);
});

test('a wrong token put in for a connection that works leaves that connection as it was', async () => {
  await world.connect();
  await expect(
    world.say('console', 'connection.add-token', { token: 'pit-wrong', locationId: world.cast.locations.main }),
  ).rejects.toThrow('bad-credentials');
  expect((await connections()).map((one) => one.state)).toEqual(['ok', 'ok']);
  await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
});

test('each right is proved by a call that changes nothing', async () => {
  const before = JSON.stringify(world.sandbox.highlevel.state.rows);
  await world.say('console', 'connection.add-token', { token: HL_PIT_READONLY, locationId: world.cast.locations.main });
  const rights = await world.until(async () => (await connections())[0]?.rights, 'the rights');
  const states = Object.fromEntries(rights.map((right) => [right.id, right.state]));
  expect(states['highlevel.contacts.read']).toBe('granted');
  expect(states['highlevel.contacts.write']).toBe('missing');
  expect(JSON.stringify(world.sandbox.highlevel.state.rows)).toBe(before);
});

test('the full token has every right, and writing is off all the same', async () => {
  await world.say('console', 'connection.add-token', { token: HL_PIT_FULL, locationId: world.cast.locations.main });
  const rights = await world.until(async () => (await connections())[0]?.rights, 'the rights');
  expect(rights.filter((right) => right.state !== 'granted')).toEqual([]);
  expect((await world.say('console', 'connections.view', {})).writing).toEqual({ highlevel: false, clio: false });
});

test('HighLevel by OAuth: a 256-bit state, fresh each time, and the sub-account that was chosen', async () => {
  await world.signInToHighLevel();
  await world.until(async () => (await connections()).length === 1, 'the connection');
  expect((await connections())[0]).toMatchObject({ system: 'highlevel', method: 'oauth', state: 'ok' });
  await world.signInToHighLevel();
  await world.until(() => world.consentUrls.length === 2);
  const states = world.consentUrls.map((url) => new URL(url).searchParams.get('state'));
  expect(states[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(states[1]).not.toBe(states[0]);
});

test.each([
  ['close', 'sign-in-cancelled'],
  ['deny', 'sign-in-refused'],
  ['forge', 'sign-in-state'],
] as const)('sign-in that ends with "%s" is refused in words and exchanges nothing', async (consent, code) => {
  world.state.consent = consent;
  await world.signInToHighLevel();
  expect((await signInEnded()).code).toBe(code);
  expect(tokenCalls()).toEqual([]);
  expect(await connections()).toEqual([]);
});

test('a worker that dies during a sign-in leaves no half log-in, and says so', async () => {
  world.sandbox.faults.play({ fault: 'hangAfter', route: 'highlevel.token' });
  await world.signInToHighLevel();
  await world.until(() => world.sandbox.ledger.entries({ routeId: 'highlevel.token' }).length === 1);
  await world.kill();
  expect((await signInEnded()).code).toBe('sign-in-interrupted');
  expect(await connections()).toEqual([]);
});

test("a region that is not connected shows nothing of another region's account", async () => {
  await world.connect();
  const foreign = {
    id: 'rankr-test',
    url: 'https://ca.app.clio.com/nc/',
    origin: 'https://ca.app.clio.com',
    frameId: 0,
    tab: { id: 7 },
  };
  await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  await world.receive(
    { type: 'subject.report', payload: { subject: { region: 'ca', kind: 'contact', id: String(world.cast.marisol.clioId) } } },
    foreign,
  );
  expect((await world.view()).screen).toEqual({ kind: 'not-connected', missing: ['clio'] });
  const lie = await world.receive(
    { type: 'subject.report', payload: { subject: { region: 'us', kind: 'contact', id: '1' } } },
    foreign,
  );
  expect(lie).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
});

test('credentials and client data are on the disk sealed only', async () => {
  await world.connect();
  await world.allowWriting();
  const key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  await world.say('panel', 'note.add', { key, text: 'canary-note-text' });
  await world.settled();
  const db = createDatabase(world.database);
  const readable = JSON.stringify(
    await db.read(STORE_NAMES, async (tx) => Promise.all(STORE_NAMES.map((name) => tx.objectStore(name).getAll()))),
  );
  await db.close();
  for (const secret of [
    HL_PIT_FULL,
    'Marisol',
    'Ortega',
    '5550142',
    'ortega-whitfield.example',
    'canary-note-text',
    'Request medical',
  ])
    expect(readable, secret).not.toContain(secret);
  expect(JSON.stringify([...world.session])).not.toContain(HL_PIT_FULL);
});

test('"Disconnect and erase" leaves neither tokens nor keys nor client data behind', async () => {
  await world.connect();
  await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  const [first, second] = await connections();
  await world.say('console', 'connection.remove', { id: first?.id ?? '' });
  const db = createDatabase(world.database);
  const left = await db.read(STORE_NAMES, async (tx) => ({
    vault: await tx.objectStore('vault').getAllKeys(),
    records: (await tx.objectStore('records').getAll()).map((row) => row.system),
    links: await tx.objectStore('links').count(),
  }));
  expect(left.vault).toEqual([second?.id]);
  expect(left.records).not.toContain('highlevel');
  expect(left.links).toBe(0);
  await db.close();
  await world.say('console', 'connection.remove', { id: second?.id ?? '' });
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(world.database);
  expect(await connections()).toEqual([]);
});
