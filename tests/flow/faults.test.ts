import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMarisolWorld, type MarisolWorld } from './marisol.ts';

let world: MarisolWorld;
beforeEach(async () => {
  world = await createMarisolWorld();
});
afterEach(() => world.close());

test('worker killed after POST body sent, before response: exactly one task', async () => {
  world.sandbox.faults.play({ fault: 'hangAfter', route: 'highlevel.create-task' });
  await world.pushTask();
  await world.until(() => world.pushedTasks().length === 1, 'the request to be committed');
  await world.kill();
  await world.passUntilSettled();
  expect(world.pushedTasks()).toHaveLength(1);
  expect(world.sends('highlevel.create-task')).toHaveLength(1);
  expect((await world.view()).waiting).toEqual([]);
});

test('killed before the request left: sent once after the restart', async () => {
  world.sandbox.faults.play({ fault: 'hangAfter', route: 'highlevel.list-tasks' });
  await world.pushTask();
  await world.until(() => world.sends('highlevel.list-tasks').length > 1);
  await world.kill();
  await world.passUntilSettled();
  expect(world.pushedTasks()).toHaveLength(1);
});

test.each([500, 502, 503, 504])('%i on create after it was committed: read before retry, one task', async (code) => {
  world.sandbox.faults.play({ fault: 'statusAfter', route: 'highlevel.create-task', code });
  await world.pushTask();
  await world.passUntilSettled();
  expect(world.pushedTasks()).toHaveLength(1);
  expect(world.sends('highlevel.create-task')).toHaveLength(1);
});

test('500 on create that was not carried out: sent again, one task', async () => {
  world.sandbox.faults.play({ fault: 'status', route: 'highlevel.create-task', code: 500 });
  await world.pushTask();
  await world.passUntilSettled();
  expect(world.pushedTasks()).toHaveLength(1);
  expect(world.sends('highlevel.create-task')).toHaveLength(2);
});

test('connection lost after commit, HTML with status 200, truncated JSON: one task each', async () => {
  world.sandbox.faults.play({ fault: 'resetAfter', route: 'highlevel.create-task' });
  await world.pushTask();
  await world.passUntilSettled();
  expect(world.pushedTasks()).toHaveLength(1);
  for (const fault of ['truncatedJson', 'html200'] as const) {
    const before = world.rows().notes.length;
    world.sandbox.faults.play({ fault, route: 'highlevel.create-note' });
    await world.say('panel', 'note.add', { key: world.key, text: `after ${fault}` });
    await world.passUntilSettled();
    expect(world.rows().notes.length, fault).toBe(before + 1);
  }
});

test('422 although created (HighLevel #64): the created contact is adopted, no second create', async () => {
  const { nadia } = world.cast;
  await world.openContact(nadia.clioId);
  await world.screen('none');
  world.sandbox.control('highlevel.setQuirk', { name: 'create-422-but-created', on: true, times: 1 });
  await world.say('panel', 'contact.create', { key: `us:contact:${nadia.clioId}` });
  await world.until(() => world.rows().contacts.some((one) => one.email === nadia.email));
  await world.passUntilSettled();
  expect(world.rows().contacts.filter((one) => one.email === nadia.email)).toHaveLength(1);
  expect(world.sends('highlevel.create-contact')).toHaveLength(1);
  const { person } = await world.screen('person');
  expect(person.match.by).toBe('create');
});
