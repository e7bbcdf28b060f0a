import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());

test('row 8: a Clio task and its status become the HighLevel task and its completion, and due dates travel', async () => {
  world = await createPromiseWorld();
  const id = world.clioTask(world.ruth.matterId, { name: 'File the affidavit', due_at: world.day(5) });
  const both = () => world.tasksNamed('File the affidavit');
  const theirs = () => both().highlevel[0]!;
  await comes(world, theirs);
  // A day without an hour is that day for the firm, not for Greenwich.
  const zone = world.location.timeZone;
  const dueDay = () => new Date(theirs().dueDate).toLocaleDateString('sv-SE', { timeZone: zone });
  expect(theirs()).toMatchObject({ contactId: world.ruth.highlevelId, completed: false });
  expect(dueDay()).toBe(world.day(5));
  expect(world.sent()).toEqual(['highlevel.create-task']);

  const due = world.day(9);
  world.editClio(`/tasks/${id}`, { due_at: due });
  await comes(world, () => dueDay() === due);
  expect((await world.told()).at(-1)).toMatchObject({ outcome: 'done', after: { due: expect.stringContaining(due) } });
  for (const [status, completed] of [
    ['in_progress', false],
    ['complete', true],
    ['pending', false],
    ['complete', true],
  ] as const) {
    world.editClio(`/tasks/${id}`, { status });
    await comes(world, () => theirs().completed === completed);
    await world.pass(2);
    expect(theirs().completed, status).toBe(completed);
    expect(both().clio[0]?.status, status).toBe(status);
  }
  // One for the new day, one each for done, open again, done.
  expect(world.sent()).toHaveLength(4);
  expect((await world.told()).at(-1)?.before).not.toEqual((await world.told()).at(-1)?.after);
  expect(await world.restsFor()).toEqual(QUIET);
  expect([both().clio.length, both().highlevel.length]).toEqual([1, 1]);
});
