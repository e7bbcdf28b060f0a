import { afterEach, describe, expect, test } from 'vitest';
import { createInClio, createInHighLevel, createPullWorld, MINUTE, type PullWorld } from './pull-world.ts';

let world: PullWorld;
afterEach(() => world.close());

const asSeen = async () => ({
  clio: await world.syncReader.countPeople('clio', world.clio.account),
  highlevel: await world.syncReader.countPeople('highlevel', world.location.account),
});

test('a source without its right pauses with its reason, the others go on, and a sign-in brings it back', async () => {
  world = await createPullWorld();
  const fault = world.sandbox.faults.play({
    fault: 'status',
    route: 'clio.tasks.list',
    code: 403,
    body: { error: { type: 'ForbiddenError', message: 'no' } },
    times: 'always',
  });
  await world.switchOn();
  await world.wake();
  expect(await world.cursor('clio.tasks')).toMatchObject({ problem: 'missing-scope' });
  expect(await world.cursor('clio.notes.contact')).not.toHaveProperty('problem');
  const tries = () => world.sandbox.ledger.entries({ routeId: 'clio.tasks.list' }).length;
  const before = tries();
  await world.pass(60);
  expect(tries()).toBe(before);
  world.sandbox.faults.clear(fault);
  await world.signInToHighLevel();
  await world.until(async () => (await world.cursor('clio.tasks'))?.problem === undefined, 'the source');
});

test('a 429 stops the readings until the time it names, and nothing is lost', async () => {
  world = await createPullWorld();
  const { marisol } = world.cast;
  await world.link(marisol.clioId, marisol.highlevelId);
  await world.switchOn();
  await world.wake();
  await world.pass(6);
  world.sandbox.faults.play({ fault: 'rateLimited', host: 'app.clio.com', headers: { 'retry-after': '300' } });
  world.sandbox.control('clio.patchContact', { id: marisol.clioId, patch: { first_name: 'Maribel' } });
  await world.pass(5);
  const refused = world.sandbox.ledger.entries({ status: 429 });
  expect(refused).toHaveLength(1);
  const during = world.sandbox.ledger.entries({ host: 'app.clio.com' }).filter(({ n }) => n > refused[0]!.n);
  expect(during.filter(({ at }) => at < refused[0]!.at + 300_000)).toEqual([]);
  await world.pass(12);
  expect(await world.reader.record(world.asContact('clio', marisol.clioId))).toMatchObject({ firstName: 'Maribel' });
});

describe('the clock of this computer is wrong', () => {
  for (const minutes of [10, -10]) {
    test(`by ${minutes} minutes: a change and a new contact are read all the same`, async () => {
      world = await createPullWorld();
      world.state.skew = minutes * MINUTE;
      const { marisol } = world.cast;
      await world.link(marisol.clioId, marisol.highlevelId);
      await world.switchOn();
      await world.wake();
      await world.pass(2);
      const ada = createInClio(world, 'Ada', 'Lovelace');
      const grace = createInHighLevel(world, 'Grace', 'Hopper');
      world.sandbox.control('clio.patchContact', { id: marisol.clioId, patch: { first_name: 'Maribel' } });
      await world.pass(12);
      expect(await world.reader.record(world.asContact('clio', marisol.clioId))).toMatchObject({ firstName: 'Maribel' });
      expect(await world.reader.record(world.asContact('clio', ada))).toMatchObject({ firstName: 'Ada' });
      expect(await world.reader.record(world.asContact('highlevel', grace))).toMatchObject({ firstName: 'Grace' });
      // Put right again, it goes on.
      world.state.skew = 0;
      world.sandbox.control('clio.patchContact', { id: marisol.clioId, patch: { first_name: 'Mirabel' } });
      await world.pass(25);
      expect(await world.reader.record(world.asContact('clio', marisol.clioId))).toMatchObject({ firstName: 'Mirabel' });
    });
  }
});

test('a change that the search shows later than a newer one is read', async () => {
  world = await createPullWorld();
  const { marisol } = world.cast;
  await world.link(marisol.clioId, marisol.highlevelId);
  await world.switchOn();
  world.sandbox.control('highlevel.setSearchLag', { ms: 0 });
  await world.openContact(marisol.clioId);
  await world.wake();
  await world.pass(8);
  const { state } = world.sandbox.highlevel;
  const at = state.rows.contacts.findIndex(({ id }) => id === marisol.highlevelId);
  const late = { ...state.rows.contacts[at]!, city: 'Squamish', dateUpdated: state.now() };
  state.rows.contacts[at] = late;
  await world.pass(1);
  const other = state.rows.contacts.find(({ id }) => id !== marisol.highlevelId)!;
  world.sandbox.control('highlevel.touchContact', { id: other.id });
  await world.pass(1);
  expect(JSON.stringify((await world.cursor('highlevel.contacts'))?.value)).toContain(other.id);
  expect(await world.reader.record(world.asContact('highlevel', marisol.highlevelId))).not.toMatchObject({ city: 'Squamish' });
  state.index.wrote(late.id, late);
  await world.pass(2);
  expect(await world.reader.record(world.asContact('highlevel', marisol.highlevelId))).toMatchObject({ city: 'Squamish' });
});

/** Calls of the first reading. */
const LAST = 18;

test('a worker that dies after any answer of the first reading loses nobody, and the next one goes on where it was', async () => {
  for (let point = 0; point <= LAST; point += 1) {
    world = await createPullWorld();
    const { marisol } = world.cast;
    await world.link(marisol.clioId, marisol.highlevelId);
    await world.switchOn();
    const from = world.calls();
    // Held after the answer was made: the worker dies while it is on its way.
    world.sandbox.faults.play({ fault: 'hangAfter', skip: point });
    void world.wake();
    await world.until(() => world.sandbox.faults.pending().length === 0, `the call ${point}`);
    await world.kill();
    world.sandbox.control('release-faults', {});
    await world.pass(12);
    const { rows } = world.sandbox.highlevel.state;
    expect((await asSeen()).highlevel).toBe(
      rows.contacts.filter(({ locationId }) => locationId === world.location.account).length,
    );
    expect(await world.reader.record(world.asContact('clio', marisol.clioId))).toMatchObject({ id: String(marisol.clioId) });
    expect(await world.dirty('read')).toEqual([]);
    expect(world.calls() - from).toBeLessThan(140);
    if (point < LAST) await world.close();
  }
}, 120_000);

test('a contact that was deleted in HighLevel, or a task in Clio, is told when its person is read whole', async () => {
  world = await createPullWorld();
  const { marisol, ruth } = world.cast;
  const link = await world.link(marisol.clioId, marisol.highlevelId);
  const gone = world.sandbox.highlevel.state.rows.contacts.find(
    ({ id, locationId }) => id !== marisol.highlevelId && locationId === world.location.account,
  )!;
  const other = await world.link(ruth.clioId, gone.id);
  const task = String(marisol.tasks.records);
  await world.apply(
    {
      at: world.now(),
      pairs: [{ key: `${link.key}|task|${task}`, link: link.key, entity: 'task', clioId: task, highlevelId: 'x', at: 0 }],
    },
    'write',
  );
  world.sandbox.control('highlevel.deleteContact', { id: gone.id });
  const { rows } = world.sandbox.clio.state;
  rows.tasks = rows.tasks.filter(({ id }) => String(id) !== task);
  await world.switchOn();
  await world.apply(
    { at: world.now(), dirty: [link, other].map(({ key }) => ({ key: `read;${key}`, at: world.now() })) },
    'person',
  );
  await world.wake();
  const marks = (await world.dirty('gone')).map(({ key }) => key);
  expect(marks).toContain(`gone;clio;${world.clio.account};task;${task}`);
  expect(marks).toContain(`gone;highlevel;${world.location.account};contact;${gone.id}`);
  expect(marks).toContain(`gone;highlevel;${world.location.account};task;x`);
  expect(await world.dirty('read')).toEqual([]);
});

test('tasks and appointments changed in HighLevel are read once, and a difference that stays is not read again', async () => {
  world = await createPullWorld();
  const { marisol } = world.cast;
  await world.link(marisol.clioId, marisol.highlevelId);
  await world.switchOn();
  await world.openContact(marisol.clioId);
  await world.wake();
  await world.pass(35);
  const reads = () => world.sandbox.ledger.entries({ routeId: 'highlevel.list-tasks' }).length;
  const before = reads();
  world.sandbox.control('highlevel.patchTask', { id: marisol.highlevelTasks.review, patch: { title: 'Review the file' } });
  await world.pass(2);
  const list = `highlevel|${world.location.account}|task|of|${marisol.highlevelId}`;
  const titles = async () => (await world.reader.list<{ title: string }>(list)).map(({ title }) => title);
  expect(await titles()).toContain('Review the file');
  await world.pass(8);
  expect(reads() - before).toBeLessThanOrEqual(2);
});
