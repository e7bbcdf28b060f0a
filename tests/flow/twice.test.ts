import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMarisolWorld, type MarisolWorld } from './marisol.ts';
import { firstWrite, pause, rowsOnDisk } from './on-disk.ts';

let world: MarisolWorld;
beforeEach(async () => {
  world = await createMarisolWorld();
});
afterEach(() => world.close());

const DUE = '2026-12-01';
const addTask = (title: string) => world.say('panel', 'task.add', { key: world.key, title, due: DUE });
const tasks = (words: string) => world.rows().tasks.filter((task) => task.title.includes(words));
const isFirst = (state: string) => world.until(async () => (await firstWrite(world)).state === state, state);
const retryFirst = async () => world.say('panel', 'write.retry', { writeId: (await firstWrite(world)).seq });
/** HighLevel makes the task and answers with an error. */
const loseAnswer = () => world.sandbox.faults.play({ fault: 'statusAfter', route: 'highlevel.create-task', code: 500 });

describe('an answer that was lost', () => {
  test('a retry asked for while the outcome is unknown makes no second task', async () => {
    loseAnswer();
    await world.pushTask();
    await isFirst('unknown');
    await retryFirst();
    await world.passUntilSettled();
    expect(world.pushedTasks()).toHaveLength(1);
    expect(world.sends('highlevel.create-task')).toHaveLength(1);
  });

  test('the task is on the screen by then and somebody completes it: it is not made a second time', async () => {
    loseAnswer();
    await world.pushTask();
    await isFirst('unknown');
    const [task] = world.pushedTasks();
    world.sandbox.control('highlevel.patchTask', { id: task!.id, patch: { completed: true } });
    await world.advance(60_000);
    expect(world.sends('highlevel.create-task')).toHaveLength(1);
    expect(world.pushedTasks()).toHaveLength(1);
    expect(await firstWrite(world)).toMatchObject({ state: 'needs-you', error: { code: 'not-as-sent' } });
  });

  test('writing switched off and on again meanwhile: the lost task is found, none is made', async () => {
    loseAnswer();
    await world.pushTask();
    await isFirst('unknown');
    await world.say('console', 'writing.set', { system: 'highlevel', on: false });
    await world.advance(60_000);
    await isFirst('done');
    await world.say('console', 'writing.set', { system: 'highlevel', on: true });
    await world.passUntilSettled();
    expect(world.pushedTasks()).toHaveLength(1);
    expect(world.sends('highlevel.create-task')).toHaveLength(1);
  });

  test('the look after it is refused, then somebody retries: the task is looked for before it is sent', async () => {
    loseAnswer();
    const body = { message: 'Forbidden' };
    world.sandbox.faults.play({ fault: 'status', route: 'highlevel.list-tasks', code: 403, skip: 1, body });
    await world.pushTask();
    await isFirst('unknown');
    await world.advance(30_000);
    await isFirst('needs-you');
    world.sandbox.faults.clear();
    await retryFirst();
    await world.passUntilSettled();
    await isFirst('done');
    expect(world.pushedTasks()).toHaveLength(1);
  });

  test('a title with tags in it is recognised although HighLevel keeps it in its own way', async () => {
    loseAnswer();
    await addTask('Order <b>certified</b> copies');
    await world.passUntilSettled(400);
    await isFirst('done');
    expect(tasks('certified')).toHaveLength(1);
  });

  test('an equal task that another click made since is not taken for one that never arrived', async () => {
    world.sandbox.faults.play({ fault: 'status', route: 'highlevel.create-task', code: 500, times: 4 });
    await addTask('Zebra call');
    for (let tries = 0; tries < 40 && (await firstWrite(world)).state !== 'needs-you'; tries += 1) {
      await world.advance(15_000);
      await pause(20);
    }
    await isFirst('needs-you');
    expect(tasks('Zebra call')).toHaveLength(0);
    await addTask('Zebra call');
    await world.until(() => tasks('Zebra call').length === 1, 'the second task');
    await world.until(async () => (await rowsOnDisk(world, 'outbox'))[1]?.state === 'done', 'its row');
    await retryFirst();
    await world.passUntilSettled();
    await isFirst('done');
    expect(tasks('Zebra call')).toHaveLength(2);
  });
});

test('a title with an entity and an angle bracket is done once it came back', async () => {
  await addTask('Smith &amp; Co <title> search');
  await world.passUntilSettled(60);
  await isFirst('done');
  expect(world.sends('highlevel.create-task')).toHaveLength(1);
});

test('a refused task is retried by two clicks: one task', async () => {
  world.sandbox.faults.play({ fault: 'status', route: 'highlevel.create-task', code: 400 });
  await world.pushTask();
  await isFirst('failed');
  await retryFirst();
  await isFirst('done');
  await retryFirst();
  await pause(300);
  expect(world.pushedTasks()).toHaveLength(1);
  expect(world.sends('highlevel.create-task')).toHaveLength(2);
});

test('the worker dies while the request is still under way: it waits for that one to arrive', async () => {
  world.sandbox.faults.play({ fault: 'delay', route: 'highlevel.create-task', ms: 500 });
  await world.pushTask();
  await isFirst('sending');
  await pause(50);
  await world.kill();
  await pause(900);
  await world.passUntilSettled();
  await isFirst('done');
  expect(world.pushedTasks()).toHaveLength(1);
});

test('while a write is on its way an alarm is set, so that a dead worker is woken to look for it', async () => {
  world.sandbox.faults.play({ fault: 'hangAfter', route: 'highlevel.create-task' });
  await world.pushTask();
  await isFirst('sending');
  await world.until(() => world.state.alarm !== undefined, 'the alarm');
  expect(world.state.alarm).toBeGreaterThan(world.sandbox.clock.now());
});

test('two clicks in the same moment push one task', async () => {
  await Promise.allSettled([world.pushTask(), world.pushTask()]);
  await world.passUntilSettled();
  expect(world.pushedTasks()).toHaveLength(1);
});

test('two clicks in the same moment create one contact', async () => {
  const key = await world.openContact(world.cast.nadia.clioId);
  await world.screen('none');
  const answers = await Promise.all([1, 2].map(() => world.answerTo('panel', 'contact.create', { key })));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await rowsOnDisk(world, 'outbox')).toHaveLength(1);
  await world.passUntilSettled(60);
  expect(world.sends('highlevel.create-contact')).toHaveLength(1);
});

test('what was pushed is not pushed again while the list that would show it cannot be read', async () => {
  await world.pushTask();
  await isFirst('done');
  // A full disk costs the lists, and the list of tasks does not come back.
  world.sandbox.faults.play({ fault: 'status', route: 'highlevel.list-tasks', code: 500, times: 'always' });
  world.state.failingWrites = 2;
  await world.say('panel', 'note.add', { key: world.key, text: 'on a full disk' });
  await world.advance(60_000);
  await world.say('panel', 'panel.refresh', { key: world.key });
  const isProblem = async () => (await rowsOnDisk(world, 'reads')).some((row) => row.key.includes('|task|of|') && row.problem);
  await world.until(isProblem, 'a list that could not be read');
  await world.screen('person');
  await world.pushTask().catch(() => undefined);
  world.sandbox.faults.clear();
  await world.passUntilSettled();
  expect(world.pushedTasks()).toHaveLength(1);
});

test('a disk that fails for one write does not have another one sent twice that is still on its way', async () => {
  world.sandbox.faults.play({ fault: 'delay', route: 'highlevel.create-note', ms: 1500 });
  world.sandbox.faults.play({ fault: 'delay', route: 'highlevel.complete-task', ms: 300 });
  const taskId = world.cast.marisol.highlevelTasks.retainer;
  world.state.online = false;
  await world.say('panel', 'note.add', { key: world.key, text: 'slow note' });
  await world.say('panel', 'task.complete', { key: world.key, taskId, completed: true });
  await pause(100);
  world.state.online = true;
  void world.advance(60_000);
  const states = async () => (await rowsOnDisk(world, 'outbox')).map((row) => row.state);
  await world.until(async () => (await states()).every((state) => state === 'sending'), 'both on their way');
  world.state.failingWrites = 6;
  await pause(450);
  expect(world.state.failingWrites).toBeLessThan(6);
  world.state.failingWrites = 0;
  void world.wake();
  await pause(1500);
  await world.passUntilSettled();
  expect(world.rows().notes.filter((note) => note.body.includes('slow note'))).toHaveLength(1);
});
