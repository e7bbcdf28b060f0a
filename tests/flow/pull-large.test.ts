import { afterEach, expect, test } from 'vitest';
import { generateWorld } from '../../sandbox/world/generate.ts';
import { seedWorld } from '../../sandbox/world/seed.ts';
import type { WorldRows } from '../../sandbox/world/types.ts';
import { createInClio, createPullWorld, type PullWorld } from './pull-world.ts';

let world: PullWorld;
afterEach(() => world.close());

/** The seed world with so many people more. */
const large =
  (people: number) =>
  (now: number): WorldRows => {
    const [seed, more] = [seedWorld(now), generateWorld({ seed: 7, people, now })];
    for (const system of ['clio', 'highlevel'] as const) {
      const rows = seed[system] as unknown as Record<string, unknown[]>;
      const added = more[system] as unknown as Record<string, unknown[]>;
      for (const table of ['contacts', 'matters', 'tasks', 'notes']) rows[table]?.push(...(added[table] ?? []));
    }
    return seed;
  };

const ours = () => {
  const [, accountId] = world.clio.account.split(':');
  const clio = world.sandbox.clio.state.rows.contacts.filter(({ account_id }) => String(account_id) === accountId);
  const { contacts } = world.sandbox.highlevel.state.rows;
  return { clio, highlevel: contacts.filter(({ locationId }) => locationId === world.location.account) };
};
const indexed = async () => ({
  clio: await world.syncReader.countPeople('clio', world.clio.account),
  highlevel: await world.syncReader.countPeople('highlevel', world.location.account),
});
const recordsKept = async () =>
  (await world.db.read(['records'], (tx) => tx.objectStore('records').getAll())).filter(({ entity }) => entity === 'contact')
    .length;

test('10,000 contacts are read page by page into the index, and no record of anybody unlinked is kept', async () => {
  world = await createPullWorld({ world: large(5900) });
  await world.switchOn();
  await world.closeTab();
  await world.wake();
  await world.pass(6);
  const { clio, highlevel } = ours();
  expect(clio.length + highlevel.length).toBeGreaterThan(10_000);
  expect(await indexed()).toEqual({ clio: clio.length, highlevel: highlevel.length });
  expect(await recordsKept()).toBe(0);
  const pages = (routeId: string) => world.sandbox.ledger.entries({ routeId }).length;
  expect(pages('clio.contacts.list')).toBeLessThan(Math.ceil(clio.length / 200) + 4);
  expect(pages('highlevel.search-contacts')).toBeLessThan(Math.ceil(highlevel.length / 500) + 4);
  // Nothing changed: one question a round, one page an answer.
  const before = pages('clio.contacts.list');
  await world.pass(30);
  expect(pages('clio.contacts.list') - before).toBeLessThanOrEqual(7);
}, 240_000);

test('whoever changes, comes or goes while the list is paged through is read, through the deaths of the worker', async () => {
  world = await createPullWorld({ world: large(1500) });
  await world.switchOn();
  const { clio } = ours();
  const early = clio
    .filter(({ type }) => type === 'Person')
    .slice(0, 40)
    .map(({ id }) => id);
  const names: [number, string][] = [];
  for (let page = 0; page < 6; page += 1) {
    world.sandbox.faults.play({ fault: 'hangAfter', route: 'clio.contacts.list', skip: 1 });
    // The dead worker's call is still on its way when the new one starts.
    void (page ? world.kill() : world.wake());
    await world.until(() => world.sandbox.faults.pending().length === 0, `page ${page}`);
    // Behind what was read: changed and gone; and one more at the end.
    const [changed, gone] = [early[page * 2]!, early[page * 2 + 1]!];
    world.sandbox.clock.advance(400_000);
    world.sandbox.control('clio.patchContact', { id: changed, patch: { first_name: `Changed${page}` } });
    world.sandbox.control('clio.deleteContact', { id: gone });
    names.push([changed, `Changed${page}`], [Number(createInClio(world, `Late${page}`, 'Comer')), `Late${page}`]);
  }
  await world.kill();
  world.sandbox.control('release-faults', {});
  await world.pass(12);
  const read = await Promise.all(
    names.map(async ([id]) => (await world.syncReader.person(world.asContact('clio', id)))?.brief.name ?? ''),
  );
  expect(read.map((name) => name.split(' ')[0])).toEqual(names.map(([, name]) => name));
  const missing = [];
  for (const { id } of ours().clio) if (!(await world.syncReader.person(world.asContact('clio', id)))) missing.push(id);
  expect(missing).toEqual([]);
}, 120_000);

test('within the real limits of both vendors the first reading is never refused, and ends', async () => {
  world = await createPullWorld({ world: large(1500), strictLimits: true });
  await world.switchOn();
  // Not awaited: it waits for the limiter, whose clock is moved below.
  void world.wake();
  for (let second = 0; second < 600; second += 5) {
    void world.advance(5000);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  const { clio, highlevel } = ours();
  await world.until(async () => (await indexed()).clio === clio.length, 'Clio');
  expect(await indexed()).toEqual({ clio: clio.length, highlevel: highlevel.length });
  expect(world.sandbox.ledger.entries({ status: 429 })).toEqual([]);
}, 60_000);
