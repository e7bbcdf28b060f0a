import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMarisolWorld, type MarisolWorld } from './marisol.ts';

let world: MarisolWorld;
beforeEach(async () => {
  world = await createMarisolWorld();
});
afterEach(() => world.close());

const toHighLevel = () => world.sandbox.ledger.entries({ host: 'services.leadconnectorhq.com' }).length;
const notice = (kind: string) => async () => (await world.view()).notices.some((one) => one.kind === kind);
const limited = (headers: Record<string, string>) =>
  world.sandbox.faults.play({ fault: 'rateLimited', route: 'highlevel.create-task', headers });
/** Everything that could make a call. */
async function stir(): Promise<void> {
  await world.wake();
  await world.say('panel', 'panel.refresh', { key: world.key });
  await new Promise((resolve) => setTimeout(resolve, 100));
}

test('worker death during a pause: the next worker makes no call in that window, then the write goes', async () => {
  limited({ 'x-ratelimit-remaining': '0', 'x-ratelimit-max': '100', 'x-ratelimit-interval-milliseconds': '10000' });
  await world.pushTask();
  await world.until(notice('rate-limited'), 'the notice');
  const calls = toHighLevel();
  await world.kill();
  await stir();
  await world.advance(4_000);
  await stir();
  expect(toHighLevel()).toBe(calls);
  await world.passUntilSettled();
  expect(world.pushedTasks()).toHaveLength(1);
});

test('worker death on an exhausted day: the next worker makes no call till the next one', async () => {
  limited({
    'x-ratelimit-daily-remaining': '0',
    'x-ratelimit-limit-daily': '200000',
    'x-ratelimit-remaining': '99',
    'x-ratelimit-max': '100',
    'x-ratelimit-interval-milliseconds': '10000',
  });
  await world.pushTask();
  await world.until(notice('daily-limit'), 'the notice');
  const calls = toHighLevel();
  await world.kill();
  await stir();
  await world.advance(60 * 60_000);
  await stir();
  expect(toHighLevel()).toBe(calls);
  await world.advance(24 * 60 * 60_000);
  await world.passUntilSettled();
  expect(world.pushedTasks()).toHaveLength(1);
});
