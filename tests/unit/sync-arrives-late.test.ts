import { beforeEach, expect, test } from 'vitest';
import type { Job, JobParts } from '../../lib/sync/job.ts';
import { createOutbox, type Outbox } from '../../lib/sync/outbox.ts';
import { settle } from '../../lib/sync/settle.ts';
import { createStorage, location } from './store-parts.ts';

const SECOND = 1000;
const SENT = 100 * SECOND;
let outbox: Outbox;
let now: number;

beforeEach(async () => {
  const { db, sealer, keep } = createStorage();
  await keep(location('LOC'), { accessToken: 'b' }, 0);
  outbox = createOutbox(db, sealer, () => undefined);
  const row = { op: 'x', connection: 'highlevel:LOC', key: 'k', act: 'a', kind: 'note.add', link: 'us:1|7|LOC' };
  await outbox.enqueue([{ ...row, body: { label: 'A note', input: 1 } }], 1);
  await outbox.patch(1, { state: 'unknown', attempts: 1, sentAt: SENT, nextAt: SENT });
});

/** Looks for what was sent, and finds nothing; how long it is waited for now (ms), or that it may be sent again. */
async function lookAt(at: number): Promise<number | 'again'> {
  now = at;
  const action = { resend: 'check', look: () => ({}), find: () => undefined };
  const parts = {
    outbox,
    now: () => now,
    taken: async () => [],
    client: { call: async () => ({ data: [] }) },
    mayWrite: async () => false,
  };
  await settle(
    parts as never as JobParts,
    { write: await outbox.get(1), action, connection: { system: 'highlevel' } } as never as Job,
  ).catch(() => undefined);
  const row = await outbox.get(1);
  return row?.state === 'unknown' ? row.nextAt - now : 'again';
}

test('a request that the limiter kept is waited for until it can have arrived', async () => {
  expect(await lookAt(SENT + 36 * SECOND)).toBe(9 * SECOND);
  expect(await lookAt(SENT + 45 * SECOND)).toBe('again');
});

test('a machine that slept with it waits from its waking on, and once', async () => {
  expect(await lookAt(SENT + 8 * 3600 * SECOND)).toBe(45 * SECOND);
  expect(await lookAt(now + 45 * SECOND)).toBe('again');
});

test('so does one that slept between two looks', async () => {
  expect(await lookAt(SENT + 10 * SECOND)).toBe(35 * SECOND);
  expect(await lookAt(SENT + 8 * 3600 * SECOND)).toBe(45 * SECOND);
  expect(await lookAt(now + 45 * SECOND)).toBe('again');
});
