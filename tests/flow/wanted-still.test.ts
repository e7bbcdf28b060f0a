import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SyncChoice } from '../../lib/model/sync.ts';
import { createPromiseWorld, type PromiseWorld } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
beforeEach(async () => {
  world = await createPromiseWorld();
}, 60_000);
afterEach(() => world.close());

/** HighLevel takes nothing for now: what was planned for it waits. */
const busy = () => world.sandbox.faults.play({ fault: 'status', route: 'highlevel.create-task', code: 503, times: 'always' });
const set = async (change: (choice: SyncChoice) => void) => {
  const choice = structuredClone((await world.settings.get('sync'))[world.clio.id]!);
  change(choice);
  await world.say('console', 'sync.set', { clio: world.clio.id, choice: choice as never });
};
const waits = async () => (await world.openRows()).some(({ op }) => op === 'highlevel.task.create');
const made = () => world.tasksNamed('Call the clerk').highlevel;
const queued = async () => {
  const fault = busy();
  const id = world.clioTask(world.ruth.matterId, { name: 'Call the clerk', due_at: world.day(5) });
  await comes(world, waits);
  return { id, free: () => world.sandbox.faults.clear(fault) };
};

test('what sync planned and could not send stays here once sync is switched off, and goes once it is on again', async () => {
  const { free } = await queued();
  await set((choice) => {
    choice.on = false;
  });
  free();
  world.sent();
  await world.pass(40);
  expect(made()).toEqual([]);
  expect(await world.openRows()).toMatchObject([{ state: 'queued', error: { code: 'sync-off' } }]);
  await set((choice) => {
    choice.on = true;
  });
  await comes(world, () => made().length);
  await world.pass(20);
  expect(made()).toHaveLength(1);
});

test('what waits until sync is on again holds up nothing that a person pushes for the same contact', async () => {
  const id = world.clioTask(world.ruth.matterId, { name: 'By hand', due_at: world.day(6), permission: 'private' });
  await comes(world, async () => (await world.asks()).length);
  const { free } = await queued();
  await set((choice) => {
    choice.on = false;
  });
  free();
  await comes(world, async () => (await world.openRows()).some(({ error }) => error?.code === 'sync-off'));
  const links = [`${world.clio.account}|${world.ruth.clioId}|${world.cast.locations.main}`];
  const { done } = await world.say('console', 'people.act', { act: 'tasks', links, ids: [String(id)], held: true });
  expect(done).toMatchObject([{ state: 'queued' }]);
  await comes(world, () => world.tasksNamed('By hand').highlevel.length);
  expect(made()).toEqual([]);
  await set((choice) => {
    choice.on = true;
  });
  await comes(world, () => made().length);
  await world.pass(20);
  expect([made(), world.tasksNamed('By hand').highlevel].map(({ length }) => length)).toEqual([1, 1]);
});

test.each([
  ['its kind is switched off', (choice: SyncChoice) => Object.assign(choice.entities.task, { direction: 'off' })],
  ['its kind goes to Clio only', (choice: SyncChoice) => Object.assign(choice.entities.task, { direction: 'to-clio' })],
  ['its person is no longer in the pilot', (choice: SyncChoice) => Object.assign(choice, { pilot: { on: true, people: ['1'] } })],
])('what waits to be made is not made once %s', async (_, change) => {
  const { free } = await queued();
  await set(change);
  free();
  await comes(world, async () => !(await waits()), 30);
  await world.pass(10);
  expect(made()).toEqual([]);
});

test('a task that was made private, or a text that looks privileged by now, is asked about although its copy waited', async () => {
  const { id, free } = await queued();
  world.editClio(`/tasks/${id}`, { permission: 'private' });
  await world.pass(3);
  free();
  await comes(world, async () => !(await waits()), 30);
  await world.pass(10);
  expect(made()).toEqual([]);
  expect(await world.asks()).toMatchObject([{ kind: 'approval', body: { held: [{ code: 'private-task' }] } }]);
});

test('whose task it is to be is decided anew once the pairs of users are others', async () => {
  const { free } = await queued();
  const { priya, tomas } = world.cast.users;
  await set((choice) => {
    choice.users = [{ clio: String(priya.clioId), highlevel: tomas.highlevelId }];
  });
  free();
  await comes(world, () => made().length, 30);
  expect(made()).toMatchObject([{ assignedTo: tomas.highlevelId }]);
});
