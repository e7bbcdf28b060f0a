import { afterEach, beforeEach, expect, test } from 'vitest';
import { HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import { type AppWorld, createAppWorld } from './app-world.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
});
afterEach(() => world.close());

const rowsOf = async (kind: 'connection' | 'setting') =>
  (await world.say('console', 'activity.view', { filter: { kind } })).rows.map(({ outcome, why, system, by, error }) => ({
    ...{ outcome, why, system, by },
    ...(error ? { error } : {}),
  }));

test('Activity tells when an account was connected, when writing was switched, and when a sign-in ended, each once', async () => {
  await world.say('console', 'connection.add-token', { token: HL_PIT_FULL, locationId: world.cast.locations.main });
  await world.until(async () => (await rowsOf('connection')).length, 'the line');
  const connected = { outcome: 'done', why: 'connected', system: 'highlevel', by: 'person' };
  expect(await rowsOf('connection')).toEqual([connected]);
  await world.say('console', 'writing.set', { system: 'highlevel', on: true });
  await world.say('console', 'writing.set', { system: 'highlevel', on: false });
  const switched = { outcome: 'done', system: 'highlevel', by: 'person' };
  expect(await rowsOf('setting')).toEqual([
    { ...switched, why: 'writing-off' },
    { ...switched, why: 'writing-on' },
  ]);
  world.sandbox.control('highlevel.revokeToken', { token: HL_PIT_FULL });
  const id = `highlevel:${world.cast.locations.main}`;
  await world.until(async () => {
    await world.say('console', 'connection.check', { id });
    return (await rowsOf('connection')).length > 1;
  }, 'the end of the sign-in');
  await world.say('console', 'connection.check', { id });
  const ended = { outcome: 'needs-you', why: 'signed-out', error: 'signed-out', system: 'highlevel', by: 'person' };
  expect(await rowsOf('connection')).toEqual([ended, connected]);
});
