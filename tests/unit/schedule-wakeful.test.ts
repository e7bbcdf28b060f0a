import { expect, test } from 'vitest';
import { wakeful } from '../../lib/app/schedule.ts';
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
