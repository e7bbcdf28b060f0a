import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDatabase } from '../../lib/store/db.ts';
import { HL_PIT_FULL, HL_PIT_SECOND } from '../../sandbox/highlevel/credentials.ts';
import { type AppWorld, createAppWorld } from './app-world.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
});
afterEach(() => world.close());

test('the people a hint found in an erased location are not shown under another one', async () => {
  const { locations, marisol } = world.cast;
  await world.say('console', 'connection.add-token', { token: HL_PIT_FULL, locationId: locations.main });
  await world.openContact(marisol.clioId);
  await world.say('page', 'hint.report', {
    subject: { region: 'us', kind: 'contact', id: String(marisol.clioId) },
    hint: { name: 'Marisol Ortega-Whitfield', emails: [marisol.email], phones: [] },
  });
  const { candidates } = await world.screen('hint');
  expect(JSON.stringify(candidates)).toContain(marisol.highlevelId);
  await world.say('console', 'connection.add-token', { token: HL_PIT_SECOND, locationId: locations.intake });
  await world.say('console', 'connection.remove', { id: `highlevel:${locations.main}` });
  expect(JSON.stringify(await world.view())).not.toContain(marisol.highlevelId);
});

test('the worker dies while erasing, with the key gone and the rest still there: the console still paints and everything can be erased', async () => {
  await world.connect();
  await world.allowWriting();
  const key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  world.state.online = false;
  await world.say('panel', 'note.add', { key, text: 'sealed under the lost key' });
  const db = createDatabase(world.database);
  await db.write(['keys'], (tx) => tx.objectStore('keys').clear(), true);
  await db.close();
  await world.kill();
  const { connections } = await world.say('console', 'connections.view', {});
  expect(connections).toHaveLength(2);
  // What was begun can be ended.
  await world.say('console', 'everything.erase', {});
  expect((await world.say('console', 'connections.view', {})).connections).toEqual([]);
});

test('the nonces of panels that never came are forgotten', async () => {
  const nonces = () => [...world.session.keys()].filter((key) => key.startsWith('nonce.'));
  for (let times = 0; times < 5; times += 1) await world.say('page', 'panel.mount', {});
  expect(nonces().length).toBeGreaterThan(0);
  await world.advance(60 * 60 * 1000);
  await world.say('page', 'panel.mount', {});
  expect(nonces()).toHaveLength(1);
});
