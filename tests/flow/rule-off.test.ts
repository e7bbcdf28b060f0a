import { afterEach, expect, test } from 'vitest';
import { createRulesWorld, followUp, type RulesWorld } from './rules-world.ts';

let world: RulesWorld;
afterEach(() => world.close());

test('what a rule planned and could not send waits once the rule is switched off, and goes once it is on again', async () => {
  world = await createRulesWorld();
  const { id } = await world.rule({ steps: [followUp] });
  const fault = world.sandbox.faults.play({ fault: 'status', route: 'highlevel.create-task', code: 503, times: 'always' });
  world.addTask('Call the clerk');
  const rows = async () => (await world.openRows()).filter(({ by }) => by === 'rule');
  await world.within(10, async () => (await rows()).length, 'the write');
  await world.say('console', 'rule.switch', { rule: id, on: false });
  world.sandbox.faults.clear(fault);
  await world.live(30);
  expect(world.tasksCalled('After: Call the clerk')).toEqual([]);
  expect(await rows()).toMatchObject([{ state: 'queued', error: { code: 'rule-off' } }]);
  await world.say('console', 'rule.switch', { rule: id, on: true });
  await world.within(10, () => world.tasksCalled('After: Call the clerk').length, 'the task');
  await world.live(10);
  expect(world.tasksCalled('After: Call the clerk')).toHaveLength(1);
});
