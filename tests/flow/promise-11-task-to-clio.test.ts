import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());

test('row 11: a HighLevel task created or changed becomes a Clio task: status, due date and notes', async () => {
  world = await createPromiseWorld();
  const { highlevelId, matterId } = world.ruth;
  world.addHighLevel(`/contacts/${highlevelId}/tasks`, {
    ...{ title: 'Ask for her passport', body: 'Both pages', dueDate: `${world.day(3)}T20:00:00Z`, completed: false },
    assignedTo: world.cast.users.tomas.highlevelId,
  });
  const both = () => world.tasksNamed('Ask for her passport');
  await comes(world, async () => (await world.asks()).length);
  const [ask] = await world.asks();
  expect(ask, 'she has several open matters').toMatchObject({ kind: 'where' });
  await world.say('console', 'ask.answer', { key: ask!.key, answer: { offer: 'choose', id: String(matterId) } });
  const own = () => both().clio[0]!;
  await comes(world, own);
  expect(own()).toMatchObject({
    ...{ matter_id: matterId, due_at: world.day(3), status: 'pending', description: 'Both pages' },
    assignee: { id: world.cast.users.tomas.clioId, type: 'User' },
  });
  expect(world.sent()).toEqual(['clio.tasks.create']);

  const path = `/contacts/${highlevelId}/tasks/${both().highlevel[0]!.id}`;
  const due = world.day(8);
  world.editHighLevel(path, { title: 'Ask for her passport', dueDate: `${due}T20:00:00Z`, body: 'All pages', completed: false });
  await comes(world, () => own().due_at === due);
  expect(own().description).toBe('All pages');
  world.editHighLevel(`${path}/completed`, { completed: true });
  await comes(world, () => own().status === 'complete');
  world.editHighLevel(`${path}/completed`, { completed: false });
  await comes(world, () => own().status === 'pending');
  expect(world.sent()).toEqual(['clio.tasks.patch', 'clio.tasks.patch', 'clio.tasks.patch']);
  const told = await world.told({ link: world.linked.key });
  expect(told.map(({ op, outcome }) => [op, outcome])).toEqual([
    ['clio.task.create', 'done'],
    ['clio.task.update', 'done'],
    ['clio.task.update', 'done'],
    ['clio.task.update', 'done'],
  ]);
  expect(told[1]).toMatchObject({ before: { body: 'Both pages' }, after: { body: 'All pages' } });
  expect(await world.restsFor()).toEqual(QUIET);
  expect([both().clio.length, both().highlevel.length]).toEqual([1, 1]);
});
