import { afterEach, expect, test } from 'vitest';
import { HL_PIT_SECOND } from '../../sandbox/highlevel/credentials.ts';
import { createInHighLevel } from './pull-world.ts';
import { createTwoWayWorld, type TwoWayWorld } from './two-way-world.ts';

let world: TwoWayWorld;
afterEach(() => world.close());

test('another location chosen while two-way sync is on: it ends there, and nobody of the new one is made in Clio', async () => {
  world = await createTwoWayWorld();
  await world.choose();
  const { intake } = world.cast.locations;
  const id = createInHighLevel(world, 'Thelonious', 'Elsewhere');
  const lead = world.sandbox.highlevel.state.rows.contacts.find((one) => one.id === id)!;
  lead.locationId = intake;
  world.sandbox.highlevel.state.index.wrote(id, lead);
  await world.say('console', 'connection.add-token', { token: HL_PIT_SECOND, locationId: intake });
  await world.say('console', 'connection.pair', { clio: world.clio.id, highlevel: `highlevel:${intake}` });
  await world.wake();
  await world.pass(10);
  expect(world.sandbox.clio.state.rows.contacts.filter(({ last_name }) => last_name === 'Elsewhere')).toEqual([]);
  const choice = (await world.settings.get('sync'))[world.clio.id];
  expect(choice).toMatchObject({ on: false, users: [], calendars: { clio: world.choice.calendars.clio } });
  expect(choice?.calendars).not.toHaveProperty('highlevel');
  expect(await world.syncReader.activity({ kind: 'setting' }, undefined, 1)).toMatchObject([{ why: 'sync-off' }]);
  // The same one chosen once more changes nothing.
  await world.settings.update('sync', (old) => ({ [world.clio.id]: { ...old[world.clio.id]!, on: true } }));
  await world.say('console', 'connection.pair', { clio: world.clio.id, highlevel: `highlevel:${intake}` });
  expect((await world.settings.get('sync'))[world.clio.id]?.on).toBe(true);
});
