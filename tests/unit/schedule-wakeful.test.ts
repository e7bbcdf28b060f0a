import { expect, test, vi } from 'vitest';
import { createSchedule, type ScheduleParts, wakeful } from '../../lib/app/schedule.ts';
import type { Outbox } from '../../lib/sync/outbox.ts';

test('the alarm stands before a click is on the disk, so that a worker that dies in between is woken to send it', async () => {
  const done: string[] = [];
  const outbox = {
    enqueue: async () => {
      done.push('queued');
      return [1];
    },
    retry: async () => {
      done.push('due again');
      return true;
    },
  } as unknown as Outbox;
  const alarms = { set: async (at: number) => void done.push(`alarm ${at}`), clear: async () => undefined };
  const clicks = wakeful(outbox, { alarms, now: () => 1_000 });
  expect(await clicks.enqueue([], 1_000)).toEqual([1]);
  expect(await clicks.retry(1, 1_000)).toBe(true);
  expect(done).toEqual(['alarm 31000', 'queued', 'alarm 31000', 'due again']);
});

const scheduleOf = (done: string[], parts: Partial<ScheduleParts> = {}) =>
  createSchedule({
    outbox: { nextAt: async () => undefined } as unknown as Outbox,
    drain: { run: async () => void done.push('sent') } as unknown as ScheduleParts['drain'],
    engine: { turn: async () => void done.push('read'), nextAt: async () => undefined } as unknown as ScheduleParts['engine'],
    alarms: { set: async (at) => void done.push(`alarm ${at}`), clear: async () => void done.push('no alarm') },
    usable: async () => {
      done.push('asked the disk');
      return [];
    },
    sleep: () => new Promise(() => undefined),
    now: () => 1_000,
    keepTime: async () => undefined,
    failed: () => undefined,
    ...parts,
  });

test('the alarm that woke a worker is spent: the next one stands before anything is read, and goes once nothing waits', async () => {
  const done: string[] = [];
  await scheduleOf(done).run();
  expect(done).toEqual(['alarm 31000', 'sent', 'read', 'asked the disk', 'no alarm']);
});

test('a round that ends while another is under way leaves its alarm alone', async () => {
  const done: string[] = [];
  const waiting: (() => void)[] = [];
  const engine = {
    turn: () => new Promise<void>((resolve) => void waiting.push(resolve)),
    nextAt: async () => undefined,
  } as unknown as ScheduleParts['engine'];
  const schedule = scheduleOf(done, { engine });
  const [first, second] = [schedule.run(), schedule.run()];
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  waiting[0]?.();
  await first;
  expect(done).not.toContain('no alarm');
  waiting[1]?.();
  await second;
  expect(done.at(-1)).toBe('no alarm');
});
