import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLIO_APP } from '../../sandbox/clio/credentials.ts';
import { HL_PIT_FULL, HL_PIT_SECOND } from '../../sandbox/highlevel/credentials.ts';
import { type AppWorld, createAppWorld } from './app-world.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
});
afterEach(() => world.close());

const signIn = () =>
  world.say('console', 'connection.sign-in', {
    system: 'clio',
    region: 'us',
    clientId: CLIO_APP.clientId,
    clientSecret: CLIO_APP.clientSecret,
  });
const connections = async () => (await world.say('console', 'connections.view', {})).connections;
const clio = async () => (await connections()).find((one) => one.system === 'clio');
const addLocation = (token: string, locationId: string) => world.say('console', 'connection.add-token', { token, locationId });
const notices = async () => (await world.view()).notices.map(({ kind }) => kind);

/** Clio takes back what it gave; the next call finds out. */
async function revokeClio(key: string) {
  world.sandbox.control('clio.expireTokens');
  world.sandbox.control('clio.revokeToken', {});
  await world.until(async () => {
    // A refresh while another one still reads joins that one, so it is asked for until a call has found out.
    await world.say('panel', 'panel.refresh', { key });
    return (await clio())?.state === 'reconnect';
  }, 'Clio to need a sign-in');
}

test('while the sign-in window is open the panel says that it is connecting, and goes on by itself', async () => {
  await addLocation(HL_PIT_FULL, world.cast.locations.main);
  await world.openContact(world.cast.marisol.clioId);
  await world.screen('not-connected');
  const held = world.sandbox.faults.play({ fault: 'hangAfter', route: 'clio.oauth.token' });
  await signIn();
  expect(await world.screen('connecting')).toEqual({ kind: 'connecting', system: 'clio' });
  world.sandbox.faults.clear(held);
  await world.until(async () => (await clio())?.state === 'ok', 'Clio');
  await world.say('panel', 'panel.refresh', { key: `us:contact:${world.cast.marisol.clioId}` });
  await world.screen('person');
});

test('Clio needs a sign-in: a person who was read before stays on screen with a notice, and is worked with', async () => {
  await world.connect();
  await world.allowWriting();
  const { marisol } = world.cast;
  const key = await world.openContact(marisol.clioId);
  await world.screen('person');
  await revokeClio(key);
  const { screen, notices: said } = await world.view();
  expect(screen.kind).toBe('person');
  expect(said).toMatchObject([{ kind: 'reconnect', system: 'clio', connection: { id: (await clio())?.id } }]);
  await world.say('panel', 'note.add', { key, text: 'written meanwhile' });
  await world.settled();
  expect(world.sandbox.highlevel.state.rows.notes.some((note) => note.body.includes('written meanwhile'))).toBe(true);
});

test('the notice says that a sign-in is under way, and one that was closed says so on the screen that asks for it', async () => {
  await world.connect();
  const key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  await revokeClio(key);
  const id = (await clio())?.id ?? '';
  const held = world.sandbox.faults.play({ fault: 'hangAfter', route: 'clio.oauth.token' });
  await world.say('panel', 'connection.reconnect', { id });
  expect(await notices()).toContain('connecting');
  expect(await notices()).not.toContain('reconnect');
  world.sandbox.faults.clear(held);
  await world.until(async () => (await clio())?.state === 'ok', 'Clio');
  expect(await notices()).not.toContain('connecting');
  await world.openContact(world.cast.nadia.clioId);
  await world.screen('none');
  await revokeClio(`us:contact:${world.cast.nadia.clioId}`);
  await world.screen('reconnect');
  world.state.consent = 'close';
  await world.say('panel', 'connection.reconnect', { id });
  await world.until(async () => {
    const { screen } = await world.view();
    return screen.kind === 'reconnect' && screen.failed === 'sign-in-cancelled';
  }, 'the reason');
});

test('HighLevel needs a sign-in: that is asked for before anything else', async () => {
  await world.connect();
  const key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  await revokeClio(key);
  world.sandbox.control('highlevel.revokeToken', { token: HL_PIT_FULL });
  await world.until(async () => {
    // A refresh while another one still reads joins that one, so it is asked for until a call has found out.
    await world.say('panel', 'panel.refresh', { key });
    return (await connections()).every((one) => one.state === 'reconnect');
  }, 'both to need a sign-in');
  expect((await world.view()).screen.kind).toBe('reconnect');
});

test('without Clio and with two locations no hint is asked for, and the panel says why', async () => {
  await addLocation(HL_PIT_FULL, world.cast.locations.main);
  await addLocation(HL_PIT_SECOND, world.cast.locations.intake);
  await world.openContact(world.cast.marisol.clioId);
  expect(await world.screen('not-connected')).toEqual({ kind: 'not-connected', missing: ['clio'], several: true });
  const subject = { region: 'us' as const, kind: 'contact' as const, id: String(world.cast.marisol.clioId) };
  expect(await world.say('page', 'subject.report', { subject })).toEqual({ wantHint: false });
});
