import { afterEach, beforeEach, expect, test } from 'vitest';
import { HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import { createMarisolWorld, type MarisolWorld } from './marisol.ts';

const SECOND = 1000;
const DAILY = {
  'x-ratelimit-daily-remaining': '0',
  'x-ratelimit-limit-daily': '200000',
  'x-ratelimit-remaining': '99',
  'x-ratelimit-max': '100',
  'x-ratelimit-interval-milliseconds': '10000',
};
let world: MarisolWorld;
beforeEach(async () => {
  world = await createMarisolWorld();
});
afterEach(() => world.close());

test('429 from HighLevel with rate limit headers only: nothing is sent in that window and nothing is lost', async () => {
  world.sandbox.faults.play({
    fault: 'rateLimited',
    route: 'highlevel.create-task',
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-max': '100', 'x-ratelimit-interval-milliseconds': '10000' },
  });
  await world.pushTask();
  await world.until(async () => (await world.view()).notices.some((notice) => notice.kind === 'rate-limited'), 'the notice');
  const limited = world.sandbox.clock.now();
  const calls = world.sandbox.ledger.entries({ host: 'services.leadconnectorhq.com' }).length;
  await world.advance(3 * SECOND);
  expect(world.sandbox.ledger.entries({ host: 'services.leadconnectorhq.com' }).length).toBe(calls);
  await world.passUntilSettled();
  expect(world.pushedTasks()).toHaveLength(1);
  expect(world.sandbox.clock.now()).toBeGreaterThan(limited);
});

test('offline, then online: the queue drains and says so meanwhile', async () => {
  world.state.online = false;
  await world.pushTask();
  expect((await world.view()).notices.map((notice) => notice.kind)).toContain('offline');
  expect((await world.view()).waiting).toHaveLength(1);
  await world.advance(3 * 24 * 60 * 60 * SECOND);
  expect(world.pushedTasks()).toHaveLength(0);
  world.state.online = true;
  await world.wake();
  await world.passUntilSettled();
  expect(world.pushedTasks()).toHaveLength(1);
});

test('browser restarted with a queued write: the alarm is set again and it is sent', async () => {
  world.state.online = false;
  await world.pushTask();
  world.state.alarm = undefined;
  world.session.clear();
  world.state.online = true;
  await world.kill();
  await world.until(() => world.pushedTasks().length === 1);
});

test('daily budget exhausted: the write stays queued with a notice and goes the next day', async () => {
  world.sandbox.faults.play({
    fault: 'rateLimited',
    route: 'highlevel.create-task',
    headers: DAILY,
  });
  await world.pushTask();
  await world.until(async () => (await world.view()).notices.some((notice) => notice.kind === 'daily-limit'), 'the notice');
  await world.advance(60 * SECOND);
  expect(world.pushedTasks()).toHaveLength(0);
  await world.advance(24 * 60 * 60 * SECOND);
  await world.passUntilSettled();
  expect(world.pushedTasks()).toHaveLength(1);
});

test('a write held for a sign-in leaves no alarm, whatever woke the worker, and goes out after the sign-in', async () => {
  world.sandbox.control('highlevel.revokeToken', { token: HL_PIT_FULL });
  await world.pushTask();
  await world.screen('reconnect');
  await world.until(() => world.state.alarm === undefined, 'the alarm to be cleared');
  for (let passed = 0; passed < 10; passed += 1) {
    await world.advance(60 * SECOND);
    await world.wake();
    // One stands while the worker looks, in case it dies over it.
    expect(world.state.alarm).toBeUndefined();
  }
  expect(world.pushedTasks()).toHaveLength(0);
  const { token } = world.sandbox.control('highlevel.issueToken', { locationId: world.cast.locations.main }) as { token: string };
  await world.say('console', 'connection.add-token', { token, locationId: world.cast.locations.main });
  await world.until(() => world.pushedTasks().length === 1, 'the task to be sent');
});

test('what queues behind a write that waits for tomorrow does not ring the alarm before', async () => {
  world.sandbox.faults.play({ fault: 'rateLimited', route: 'highlevel.create-task', headers: DAILY });
  await world.pushTask();
  await world.until(async () => (await world.view()).notices.some((notice) => notice.kind === 'daily-limit'), 'the notice');
  const soon = world.sandbox.clock.now() + 60 * SECOND;
  await world.until(() => (world.state.alarm ?? 0) > soon, 'a late alarm');
  const set = world.alarms.length;
  await world.say('panel', 'task.add', { key: world.key, title: 'Behind it', due: '2026-12-01' });
  // The click itself asks for the least alarm, in case the worker dies over it.
  await world.until(() => world.alarms.length > set && (world.state.alarm ?? 0) > soon, 'the late alarm to be set again');
  expect((await world.view()).waiting).toHaveLength(2);
});
