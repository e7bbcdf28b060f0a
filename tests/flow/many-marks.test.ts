import { afterEach, expect, test } from 'vitest';
import { dirtyKey } from '../../lib/sync/dirty.ts';
import { createPromiseWorld, type PromiseWorld } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());

test('thousands of marks that nobody may work on (a firm signed out, newcomers outside a pilot) hold up nobody else', async () => {
  world = await createPromiseWorld();
  const at = world.now() - 1000;
  await world.db.write(['dirty'], async (tx) => {
    for (let id = 0; id < 12_000; id += 1)
      await tx.objectStore('dirty').put({
        key: dirtyKey({ kind: 'new', system: 'clio', account: 'us:99', id: String(id) }),
        at,
        mark: 0,
      });
  });
  world.editHighLevel(`/contacts/${world.ruth.highlevelId}`, { firstName: 'Ruthanne' });
  await comes(world, () => world.inClio().first_name === 'Ruthanne');
  world.sandbox.control('highlevel.deleteContact', { id: world.ruth.highlevelId });
  await world.say('console', 'reconcile.run', {});
  await comes(world, async () => (await world.asks()).some(({ kind }) => kind === 'vanished'));
  expect((await world.asks()).filter(({ kind }) => kind === 'vanished')).toHaveLength(1);
});
