import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDatabase } from '../../lib/store/db.ts';
import { STORE_NAMES, type StoreName } from '../../lib/store/rows.ts';
import { CLIO_APP } from '../../sandbox/clio/credentials.ts';
import { type AppWorld, createAppWorld } from './app-world.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
});
afterEach(() => world.close());

const HIGHLEVEL = () => `highlevel:${world.cast.locations.main}`;
const CLIO = () => `clio:us:${world.cast.accounts.us}`;
const connections = async () => (await world.say('console', 'connections.view', {})).connections;
const signInStatus = async () => (await world.say('console', 'connections.view', {})).signIn;
const calls = (routeId: string) => world.sandbox.ledger.entries({ routeId }).length;

/** Every store of the disk, by the keys of its rows. */
async function disk(): Promise<Record<StoreName, unknown[]>> {
  const db = createDatabase(world.database);
  const keys = await db.read(STORE_NAMES, (tx) => Promise.all(STORE_NAMES.map((name) => tx.objectStore(name).getAllKeys())));
  await db.close();
  return Object.fromEntries(STORE_NAMES.map((name, index) => [name, keys[index]])) as Record<StoreName, unknown[]>;
}
async function changesOf(system: string): Promise<unknown[]> {
  const db = createDatabase(world.database);
  const rows = await db.read(['changes'], (tx) => tx.objectStore('changes').getAll());
  await db.close();
  return rows.filter((row) => row.system === system);
}
const NOTHING = Object.fromEntries(STORE_NAMES.map((name) => [name, []]));

/** Two sign-ins, by OAuth both, checked to the end. */
async function signInToBoth(): Promise<void> {
  await world.signInToHighLevel();
  await world.until(async () => (await connections()).length === 1);
  const { clientId, clientSecret } = CLIO_APP;
  await world.say('console', 'connection.sign-in', { system: 'clio', region: 'us', clientId, clientSecret });
  await world.until(async () => (await connections()).length === 2);
  await world.until(async () => (await connections()).every((one) => one.rights), 'both checks');
}

/** Holds the next answer of a route; begins something; lets go of the answer after `meanwhile`, and waits until all has come to rest. */
async function during(route: string, begin: () => Promise<unknown>, meanwhile: () => Promise<unknown>): Promise<void> {
  const before = calls(route);
  world.sandbox.faults.play({ fault: 'hangAfter', route, times: 'always' });
  await begin();
  await world.until(() => calls(route) > before, `a call of ${route}`);
  await meanwhile();
  world.sandbox.faults.clear();
  await new Promise((resolve) => setTimeout(resolve, 250));
}

const eraseEverything = () => world.say('console', 'everything.erase', {});
const remove = (id: string) => world.say('console', 'connection.remove', { id });
const openMarisol = () => world.openContact(world.cast.marisol.clioId);
const expectNoHighLevel = async (): Promise<void> => {
  const left = await disk();
  expect(left.vault).toEqual([CLIO()]);
  expect(left.connections).toEqual([CLIO()]);
  expect([...left.records, ...left.reads].filter((key) => String(key).startsWith('highlevel'))).toEqual([]);
  expect([left.links, left.pairs, left.outbox]).toEqual([[], [], []]);
  expect(await changesOf('highlevel')).toEqual([]);
  expect(left.known.filter((key) => String(key).includes(world.cast.locations.main))).toEqual([]);
};

describe('a token refresh on its way', () => {
  beforeEach(async () => {
    await signInToBoth();
    world.sandbox.control('highlevel.expireTokens');
  });

  test('everything is erased: no token, no key, nothing comes back', async () => {
    await during('highlevel.token', openMarisol, eraseEverything);
    expect(await disk()).toEqual(NOTHING);
  });

  test('that account is erased: its token does not come back', async () => {
    await during('highlevel.token', openMarisol, () => remove(HIGHLEVEL()));
    await expectNoHighLevel();
  });

  test('the other account is erased: the rotated token is kept all the same', async () => {
    await during('highlevel.token', openMarisol, () => remove(CLIO()));
    expect((await disk()).vault).toEqual([HIGHLEVEL()]);
    await world.say('console', 'connection.check', { id: HIGHLEVEL() });
    await world.until(async () => (await connections())[0]?.checking === false);
    expect(await connections()).toMatchObject([{ state: 'ok' }]);
  });
});

describe('a sign-in on its way', () => {
  test('everything is erased: it keeps nothing and says that it was stopped', async () => {
    await world.connect();
    await during('highlevel.token', world.signInToHighLevel, eraseEverything);
    expect(await disk()).toEqual(NOTHING);
    expect(await signInStatus()).toMatchObject({ state: 'failed', code: 'sign-in-interrupted' });
    expect(await disk()).toEqual(NOTHING);
  });

  test('nothing is connected yet and everything is erased: no first key is made', async () => {
    await during('highlevel.token', world.signInToHighLevel, eraseEverything);
    expect(await disk()).toEqual(NOTHING);
  });

  test('that account is erased while its Reconnect is open: it stays erased', async () => {
    await signInToBoth();
    await during(
      'highlevel.token',
      () => world.say('console', 'connection.reconnect', { id: HIGHLEVEL() }),
      () => remove(HIGHLEVEL()),
    );
    await expectNoHighLevel();
    expect(await signInStatus()).toMatchObject({ state: 'failed', code: 'sign-in-interrupted' });
  });

  test('the other account is erased: the sign-in is kept', async () => {
    await signInToBoth();
    await during('highlevel.token', world.signInToHighLevel, () => remove(CLIO()));
    expect(await connections()).toMatchObject([{ id: HIGHLEVEL(), state: 'ok' }]);
    expect(await signInStatus()).toBeUndefined();
  });

  test('a token being proved while everything is erased is not kept', async () => {
    const { token } = world.sandbox.control('highlevel.issueToken', { locationId: world.cast.locations.main }) as {
      token: string;
    };
    let refused: unknown;
    const locationId = world.cast.locations.main;
    const add = async () => {
      world.say('console', 'connection.add-token', { token, locationId }).catch((error) => {
        refused = error;
      });
    };
    await during('highlevel.get-location', add, eraseEverything);
    expect(refused).toMatchObject({ code: 'sign-in-interrupted' });
    expect(await disk()).toEqual(NOTHING);
  });
});

describe('reads on their way', () => {
  test.each(['clio.*', 'highlevel.*'])('everything is erased while %s answers: nothing comes back', async (route) => {
    await world.connect();
    await openMarisol();
    await world.screen('person');
    const key = `us:contact:${world.cast.marisol.clioId}`;
    const before = world.sandbox.ledger.entries({}).length;
    world.sandbox.faults.play({ fault: 'hangAfter', route, times: 'always' });
    void world.say('panel', 'panel.refresh', { key });
    await world.until(() => world.sandbox.ledger.entries({}).length > before + 3, 'calls');
    await eraseEverything();
    world.sandbox.faults.clear();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await disk()).toEqual(NOTHING);
  });

  test('one account is erased while it answers: nothing of it comes back, and the other one’s answers are kept', async () => {
    await world.connect();
    await openMarisol();
    await world.screen('person');
    const key = `us:contact:${world.cast.marisol.clioId}`;
    const before = world.sandbox.ledger.entries({ host: 'services.leadconnectorhq.com' }).length;
    world.sandbox.faults.play({ fault: 'hangAfter', route: 'highlevel.*', times: 'always' });
    void world.say('panel', 'panel.refresh', { key });
    await world.until(() => world.sandbox.ledger.entries({ host: 'services.leadconnectorhq.com' }).length > before + 2, 'calls');
    await remove(HIGHLEVEL());
    world.sandbox.faults.clear();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const left = await disk();
    await expectNoHighLevel();
    expect(left.records).toContain(`clio|us:${world.cast.accounts.us}|contact|${world.cast.marisol.clioId}`);
  });
});

test('a second Clio account of a region is refused in words, and the first one stays as it is', async () => {
  await world.connect();
  const told = () => world.say('console', 'activity.view', { filter: { kind: 'connection' } });
  await world.until(async () => (await told()).rows.length === 2, 'the log to tell of both');
  const { clio } = world.sandbox;
  const [first] = clio.state.rows.accounts;
  const user = clio.state.rows.users.find((one) => one.enabled && one.account_id === first?.id);
  // Another firm of the same region signs in: the same Clio, another account.
  clio.state.rows.accounts.push({ ...first!, id: 999_001, name: 'Another firm' });
  clio.state.rows.users.push({ ...user!, id: 999_002, account_id: 999_001, email: 'other@firm.example' });
  world.sandbox.control('clio.signInAs', { region: 'us', userId: 999_002 });
  const before = await disk();
  const { clientId, clientSecret } = CLIO_APP;
  await world.say('console', 'connection.sign-in', { system: 'clio', region: 'us', clientId, clientSecret });
  const status = await world.until(async () => {
    const now = await signInStatus();
    return now?.state === 'failed' && now;
  });
  expect(status).toMatchObject({ system: 'clio', code: 'region-taken' });
  expect(await disk()).toEqual(before);
  expect((await connections()).map((one) => one.name)).not.toContain('Another firm');
});
