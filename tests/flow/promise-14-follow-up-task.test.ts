import { afterEach, expect, test } from 'vitest';
import { createRulesWorld, followUp, type RulesWorld } from './rules-world.ts';

let world: RulesWorld;
afterEach(() => world.close());

test('row 14: a change read from Clio creates a follow-up task in HighLevel, once', async () => {
  world = await createRulesWorld();
  await world.rule({ steps: [followUp] });
  world.addTask('File the affidavit');
  await world.within(3, () => world.tasksCalled('After: File the affidavit').length);
  await world.kill();
  await world.live(30);
  expect(world.tasksCalled('After: File the affidavit')).toMatchObject([
    { contactId: world.ruth.highlevelId, dueDate: expect.any(String), completed: false },
  ]);
  expect(world.sent()).toEqual(['highlevel.create-task']);
  const told = await world.syncReader.activity({ by: 'rule' }, undefined, 10);
  expect(told.map(({ kind, outcome, cause }) => `${kind} ${outcome} ${cause}`).sort()).toEqual([
    'run queued rule1',
    'write done rule1',
  ]);
});

test('row 14: a change read from HighLevel creates a follow-up task on both sides, once each', async () => {
  world = await createRulesWorld();
  const { ruth, cast } = world;
  const values = { title: 'Prepare: {{record.title}}', due: '{{time.in3days}}', assigneeId: String(cast.users.priya.clioId) };
  await world.rule({
    trigger: { id: 'highlevel.task.completed', params: {} },
    conditions: { field: 'record.title', operator: 'contains', value: 'passport' },
    steps: [followUp, { id: 'ours', do: 'action', operation: 'clio.task.create', values }],
  });
  world.addHighLevel(`/contacts/${ruth.highlevelId}/tasks`, {
    title: 'Ask for her passport',
    dueDate: `${world.day(1)}T20:00:00Z`,
    completed: false,
  });
  world.addHighLevel(`/contacts/${ruth.highlevelId}/tasks`, {
    title: 'Send a card',
    dueDate: `${world.day(1)}T20:00:00Z`,
    completed: false,
  });
  world.touched();
  await world.live(3);
  expect(world.sent()).toEqual([]);
  for (const { id } of world.highlevelTasks().filter(({ title }) => ['Ask for her passport', 'Send a card'].includes(title)))
    world.editHighLevel(`/contacts/${ruth.highlevelId}/tasks/${id}/completed`, { completed: true });
  await world.within(6, () => world.tasksNamed('Prepare: Ask for her passport').clio.length, 'the task in Clio');
  await world.live(20);
  expect(world.tasksCalled('After: Ask for her passport')).toHaveLength(1);
  expect(world.tasksNamed('Prepare: Ask for her passport').clio).toMatchObject([
    { due_at: world.day(3), assignee: { id: cast.users.priya.clioId } },
  ]);
  expect(world.sent()).toEqual(['clio.tasks.create', 'highlevel.create-task']);
  expect(await world.runs()).toHaveLength(1);
});
