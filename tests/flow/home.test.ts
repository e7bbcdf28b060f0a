import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOffice } from '../simulation/office.ts';
import { type ConsoleWorld, createConsoleWorld } from './asks-world.ts';

let world: ConsoleWorld;
beforeEach(async () => {
  world = await createConsoleWorld();
});
afterEach(() => world.close());

test('Home and Activity tell of a change of Clio that two-way sync brought to HighLevel, and why', async () => {
  await world.allowWriting();
  await world.set(world.choice());
  await world.comes(world.isRead, 'the first reading');
  world.inClio().last_name = 'Bergeron-Clio';
  world.inClio().updated_at = new Date(world.sandbox.clock.now()).toISOString();
  await world.say('console', 'reconcile.run', {});
  await world.comes(() => world.inHighLevel().lastName === 'Bergeron-Clio', 'the write');
  const home = () => world.say('console', 'home.view', { days: 7 });
  await world.comes(async () => (await home()).outbox.queued === 0, 'its end');

  const view = await home();
  expect(view.days).toHaveLength(7);
  expect(view.days.at(-1)?.done).toBeGreaterThan(0);
  expect(view.by.sync).toBeGreaterThan(0);
  expect(view.what.contact).toBeGreaterThan(0);
  expect(view.busiest[0]).toMatchObject({ link: world.link.key, done: expect.any(Number) });
  expect(view.busiest[0]?.person).toContain('Ruth');
  expect(view.locations.map(({ id, done }) => [id, done > 0])).toEqual([[world.location.id, true]]);
  expect(view.runs.map(({ what }) => what)).toEqual(['read', 'read', 'reconcile']);
  expect(view.runs.every(({ at }) => at > 0)).toBe(true);
  expect(view.latest.length).toBeGreaterThan(0);
  expect(view.leads.every(({ url }) => url.startsWith('https://'))).toBe(true);

  const log = await world.say('console', 'activity.view', { filter: { link: world.link.key, kind: 'write' } });
  expect(log.people[world.link.key]).toContain('Ruth');
  const [write] = log.rows;
  expect(write).toMatchObject({ by: 'sync', outcome: 'done', body: { after: { lastName: 'Bergeron-Clio' } } });
  const chain = await world.say('console', 'activity.view', { filter: { link: world.link.key, act: write!.act! } });
  expect(chain.rows.map(({ act }) => act)).toEqual(chain.rows.map(() => write!.act));
  expect(chain.rows.map(({ seq }) => seq)).toContain(write!.seq);

  const file = await world.say('console', 'activity.export', { filter: { by: 'person' } });
  const { rows } = file;
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(['person']));
});

test('questions stand on Home as they stand on their page', async () => {
  await world.set(world.choice());
  await world.comes(world.isRead, 'the first reading');
  world.inClio().last_name = 'Bergeron-Clio';
  world.inClio().updated_at = new Date(world.sandbox.clock.now()).toISOString();
  world.inHighLevel().lastName = 'Bergeron-HighLevel';
  world.inHighLevel().dateUpdated = new Date(world.sandbox.clock.now()).toISOString();
  await world.say('console', 'reconcile.run', {});
  await world.comes(async () => (await world.asksOf('conflict')).length, 'the question');
  const { needs, asks } = await world.say('console', 'home.view', {});
  expect(needs.find(({ kind }) => kind === 'conflict')?.label).toContain('Ruth');
  expect(asks).toBeGreaterThanOrEqual(needs.length);
});

test('leads on Home: made in the last two weeks are new, untouched for two weeks are stale, linked ones are none', async () => {
  const { now } = world.sandbox.clock;
  const day = 24 * 60 * 60 * 1000;
  const { rows, index } = world.sandbox.highlevel.state;
  const add = (id: string, lastName: string, madeAgo: number, touchedAgo: number) => {
    const at = (ago: number) => new Date(now() - ago * day).toISOString();
    const own = { id, firstName: 'Lead', lastName, email: `${id}@lead.example`, phone: undefined, tags: [] };
    const row = { ...structuredClone(world.inHighLevel()), ...own, dateAdded: at(madeAgo), dateUpdated: at(touchedAgo) };
    rows.contacts.push(row);
    index.wrote(id, row);
  };
  add('leadNew', 'New', 3, 1);
  add('leadTouched', 'Touched', 200, 1);
  add('leadStale', 'Stale', 40, 20);
  add('leadGivenUp', 'Givenup', 300, 200);
  // The search sees them after a while.
  await world.advance(60_000);
  await world.set(world.choice());
  await world.comes(world.isRead, 'the first reading');
  const { leads, stale } = await world.say('console', 'home.view', {});
  const ours = (rows: { id: string }[]) => rows.map(({ id }) => id).filter((id) => id.startsWith('lead'));
  expect(ours(leads)).toEqual(['leadNew']);
  expect(ours(stale)).toEqual(['leadStale']);
  const ids = [...leads, ...stale].map(({ id }) => id);
  expect(ids).not.toContain(world.ruth.highlevelId);
  expect(leads[0]?.url).toMatch(/^https:/);
});

test('a task that is due stands on Home; done, it counts for whom it was assigned to, in its own system', async () => {
  const { clio, highlevel, clock } = world.sandbox;
  const office = createOffice(clio, highlevel, world.location.account);
  const { priya } = world.cast.users;
  const due_at = new Date(clock.now() + 2 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const matter = { id: world.ruth.matterId };
  const about = { name: 'File the affidavit', description: '', permission: 'public', due_at, matter };
  const made = office.clio('POST', '/tasks.json', { data: { ...about, assignee: { id: priya.clioId, type: 'User' } } });
  const { id } = (made as { data: { id: number } }).data;
  await world.set(world.choice());
  await world.comes(world.isRead, 'the first reading');
  // Opens Mappings, behind which the users of both systems are read.
  await world.say('console', 'sync.view', {});
  const home = () => world.say('console', 'home.view', { days: 7 });
  const mine = async () => (await home()).tasks.find(({ title, system }) => title === about.name && system === 'clio');
  await world.comes(mine, 'the task');
  expect(await mine()).toMatchObject({ id: String(id), link: world.link.key, due: { kind: 'day', day: due_at }, overdue: false });
  expect((await mine())?.person).toContain('Ruth');
  const tasks = async () =>
    (await home()).staff
      .filter(({ system, tasks: done }) => system === 'clio' && done)
      .map(({ name, tasks: done }) => [name, done]);
  expect(await tasks()).toEqual([]);

  office.clio('PATCH', `/tasks/${id}.json`, { data: { status: 'complete' } });
  await world.comes(async () => !(await mine()), 'its end');
  const name = clio.state.rows.users.find((one) => one.id === priya.clioId)?.name;
  expect(await tasks()).toEqual([[name, 1]]);
});
