import { afterEach, beforeEach, expect, test } from 'vitest';
import { HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import { type AppWorld, createAppWorld } from './app-world.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
  await world.connect();
  await world.allowWriting();
});
afterEach(() => world.close());

const rows = () => world.sandbox.highlevel.state.rows;
const first = async () => (await world.view()).waiting[0];
const stopped = () => world.until(async () => (await first())?.state === 'needs-you' && first(), 'a write that needs somebody');

test('a contact that HighLevel turns out to have is linked by its id, and the create is left behind', async () => {
  const { nadia } = world.cast;
  const key = await world.openContact(nadia.clioId);
  await world.screen('none');
  // Somebody gave another contact her e-mail meanwhile, and the search does not show it yet.
  world.sandbox.control('highlevel.setSearchLag', { ms: 60_000 });
  const { highlevelId } = world.cast.claire;
  world.sandbox.control('highlevel.patchContact', { id: highlevelId, patch: { email: nadia.email } });
  await world.say('panel', 'contact.create', { key });
  const write = await stopped();
  expect(write).toMatchObject({ error: { code: 'duplicate-contact', facts: { existingId: highlevelId } } });
  await world.say('panel', 'link.set', { key, highlevelId: write?.error?.facts.existingId ?? '' });
  await world.say('panel', 'write.drop', { writeId: write?.id ?? 0 });
  expect((await world.screen('person')).person.highlevelId).toBe(highlevelId);
  expect((await world.view()).waiting).toEqual([]);
  expect(rows().contacts.filter((one) => one.email === nadia.email)).toHaveLength(1);
});

test('a value changed meanwhile: after a new look the person decides on the new value, and it is written', async () => {
  const { marisol } = world.cast;
  const key = await world.openContact(marisol.clioId);
  await world.screen('person');
  const city = () => rows().contacts.find((one) => one.id === marisol.highlevelId)?.city;
  world.sandbox.control('highlevel.patchContact', { id: marisol.highlevelId, patch: { city: 'Surrey' } });
  await world.say('panel', 'contact.push', { key, fields: ['city'], overwrite: ['city'] });
  const write = await stopped();
  expect(write?.error?.code).toBe('changed-meanwhile');
  await world.say('panel', 'write.drop', { writeId: write?.id ?? 0 });
  await world.say('panel', 'panel.refresh', { key });
  await world.until(async () => {
    const { screen } = await world.view();
    return screen.kind === 'person' && screen.person.fields.some((row) => row.field === 'city' && row.highlevel === 'Surrey');
  }, 'the new value');
  expect(city()).toBe('Surrey');
  await world.say('panel', 'contact.push', { key, fields: ['city'], overwrite: ['city'] });
  await world.settled();
  expect(city()).toBe('Vancouver');
});

test('a write held for a sign-in is discarded and never sent', async () => {
  const key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  world.sandbox.control('highlevel.revokeToken', { token: HL_PIT_FULL });
  await world.say('panel', 'note.add', { key, text: 'second thoughts' });
  await world.screen('reconnect');
  const write = await world.until(async () => (await first())?.state === 'queued' && first(), 'the held write');
  await world.say('panel', 'write.drop', { writeId: write?.id ?? 0 });
  expect((await world.view()).waiting).toEqual([]);
  const locationId = world.cast.locations.main;
  const { token } = world.sandbox.control('highlevel.issueToken', { locationId }) as { token: string };
  await world.say('console', 'connection.add-token', { token, locationId });
  await world.screen('person');
  await world.advance(60_000);
  expect(rows().notes.some((note) => note.body.includes('second thoughts'))).toBe(false);
});

test('a limit on the first visit says until when, and reading after that shows the person', async () => {
  await world.until(async () => (await world.say('console', 'connections.view', {})).connections.every((one) => one.rights));
  const headers = { 'retry-after': '60', 'x-ratelimit-limit': '50', 'x-ratelimit-remaining': '0' };
  const pause = world.sandbox.faults.play({ fault: 'rateLimited', route: 'clio.*', headers, times: 'always' });
  const key = await world.openContact(world.cast.marisol.clioId);
  const screen = await world.screen('error');
  expect(screen).toMatchObject({ code: 'rate-limited', system: 'clio' });
  expect(screen.until).toBeGreaterThan(world.sandbox.clock.now());
  expect((await world.view()).notices.map(({ kind }) => kind)).not.toContain('rate-limited');
  world.sandbox.faults.clear(pause);
  await world.advance((screen.until ?? 0) - world.sandbox.clock.now() + 1);
  await world.say('panel', 'panel.refresh', { key });
  await world.screen('person');
});

test('offline on the first visit is said once, by the screen; back online a reading shows the person', async () => {
  world.state.online = false;
  const key = await world.openContact(world.cast.marisol.clioId);
  expect(await world.screen('error')).toMatchObject({ code: 'offline' });
  expect((await world.view()).notices.map(({ kind }) => kind)).not.toContain('offline');
  world.state.online = true;
  await world.say('panel', 'panel.refresh', { key });
  await world.screen('person');
});

test('a write on its way is not discarded: its outcome would be nobody’s', async () => {
  const key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  const held = world.sandbox.faults.play({ fault: 'hangAfter', route: 'highlevel.create-note' });
  await world.say('panel', 'note.add', { key, text: 'on its way' });
  const write = await world.until(async () => (await first())?.state === 'sending' && first(), 'the write to leave');
  await expect(world.say('panel', 'write.drop', { writeId: write?.id ?? 0 })).rejects.toThrow('outcome-unknown');
  world.sandbox.faults.clear(held);
  await world.settled();
  expect(rows().notes.filter((note) => note.body.includes('on its way'))).toHaveLength(1);
  await expect(world.say('panel', 'write.retry', { writeId: 9999 })).rejects.toThrow('not-found');
});
