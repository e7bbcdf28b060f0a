import { afterEach, expect, test } from 'vitest';
import { WORK } from '../../lib/rules/templates/work.ts';
import { createPromiseWorld, type PromiseWorld } from './promise-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());

test('a template that copies notes and tasks, switched on beside two-way sync, makes no second copy', async () => {
  world = await createPromiseWorld();
  for (const { id, rules } of WORK.filter((one) => ['clio-note', 'clio-task'].includes(one.id))) {
    expect(rules.length, id).toBeGreaterThan(1);
    for (const rule of rules) {
      const saved = await world.say('console', 'rule.save', { rule: { ...rule, on: true } as never });
      await world.say('console', 'rule.switch', { rule: saved.id, on: true });
    }
  }
  await world.pass(2);
  world.clioNote(world.ruth.clioId, 'Call', 'She will come.');
  world.clioTask(world.ruth.matterId, { name: 'File it', due_at: world.day(5) });
  await world.pass(15);
  const both = [world.notesSaying('will come'), world.tasksNamed('File it')];
  expect(both.map(({ clio, highlevel }) => [clio.length, highlevel.length])).toEqual([
    [1, 1],
    [1, 1],
  ]);
  // Both ran.
  const by = (await world.told()).filter(({ op = '' }) => op.endsWith('.create')).map((one) => one.by);
  expect(by.toSorted()).toEqual(['rule', 'rule', 'sync', 'sync']);
  expect(await world.openRows()).toEqual([]);
});
