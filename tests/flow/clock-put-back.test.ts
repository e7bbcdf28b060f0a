import { afterEach, expect, test } from 'vitest';
import { createRulesWorld, followUp, type RulesWorld } from './rules-world.ts';
import { comes } from './two-way-world.ts';

const YEAR = 365 * 24 * 3_600_000;
let world: RulesWorld;
afterEach(() => world.close());

test('all is switched on under a clock a year ahead: once it is put right, new tasks go over and rules fire within minutes', async () => {
  world = await createRulesWorld();
  world.state.skew = YEAR;
  await world.wake();
  await world.rule({ trigger: { id: 'clio.task.created', params: {} }, steps: [followUp] });
  await world.say('console', 'sync.set', { clio: world.clio.id, choice: world.choice as never });
  await world.live(3);
  world.addTask('Read under the wrong clock');
  world.state.online = false;
  await world.say('console', 'reconcile.run', {});
  await world.kill();
  world.state.skew = 0;
  world.state.online = true;
  await world.wake();
  world.addTask('After it was put right');
  const made = (title: string) => world.tasksCalled(title).length;
  await comes(world, () => made('After it was put right') && made('After: After it was put right'), 10);
  await comes(world, () => made('Read under the wrong clock'), 10);
  const waits = [
    ...(await world.syncReader.dirty(Number.MAX_SAFE_INTEGER, 100)).map(({ at }) => at),
    ...(await world.queued()).map(({ nextAt }) => nextAt),
    ...(await world.runs()).map(({ at }) => at),
  ];
  expect(Math.max(...waits)).toBeLessThan(world.now() + YEAR / 300);
  expect(made('After it was put right')).toBe(1);
});
