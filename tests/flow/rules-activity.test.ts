import { afterEach, expect, test } from 'vitest';
import { createRulesWorld, followUp, type RulesWorld } from './rules-world.ts';

let world: RulesWorld;
afterEach(() => world.close());

test('the log calls a rule by its name, and says what set it off, field by field', async () => {
  world = await createRulesWorld();
  const rule = await world.rule({ name: 'Tell her', trigger: { id: 'clio.task.completed', params: {} }, steps: [followUp] });
  const id = world.addTask('File the affidavit');
  await world.live(3);
  world.editClio(`/tasks/${id}`, { status: 'complete' });
  await world.within(4, () => world.tasksCalled('After: File the affidavit').length);
  const view = await world.say('console', 'activity.view', { filter: { by: 'rule' } });
  expect(view.rules).toEqual({ [rule.id]: { name: 'Tell her', trigger: 'clio.task.completed' } });
  const [run] = view.rows.filter(({ kind }) => kind === 'run');
  expect(run).toMatchObject({ cause: rule.id, system: 'clio', entity: 'task', id: String(id), link: world.linked.key });
  expect(run!.body).toMatchObject({ label: 'File the affidavit', before: { done: false }, after: { done: true } });
  const [write] = view.rows.filter(({ kind }) => kind === 'write');
  expect(write).toMatchObject({ cause: rule.id, act: run!.act, outcome: 'done', op: 'highlevel.task.create' });
  await world.say('console', 'rule.remove', { rule: rule.id });
  expect((await world.say('console', 'activity.view', { filter: { by: 'rule' } })).rules).toEqual({});
  const { rows } = await world.say('console', 'activity.view', { filter: { kind: 'setting' } });
  const mine = rows.filter(({ cause }) => cause === rule.id);
  expect(mine.map(({ by, why, body }) => [by, why, body.label])).toEqual([
    ['person', 'rule_removed', 'Tell her'],
    ['person', 'rule_saved', 'Tell her'],
  ]);
});
