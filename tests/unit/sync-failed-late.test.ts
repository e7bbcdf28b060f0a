import { beforeEach, expect, test } from 'vitest';
import { AppError } from '../../lib/model/errors.ts';
import type { NewWrite } from '../../lib/model/outbox.ts';
import { failed } from '../../lib/sync/conclude.ts';
import type { Job, JobParts } from '../../lib/sync/job.ts';
import { createOutbox, type Outbox } from '../../lib/sync/outbox.ts';
import { createStorage, location } from './store-parts.ts';

const row: NewWrite = {
  ...{ op: 'highlevel.note.create', connection: 'highlevel:LOC', key: 'k', act: 'a', kind: 'note.add', link: 'us:1|7|LOC' },
  body: { label: 'A note', input: { contactId: 'h7', text: 'A note' } },
};
let outbox: Outbox;
let parts: JobParts;

beforeEach(async () => {
  const { db, sealer, keep, apply } = createStorage();
  await keep(location('LOC'), { accessToken: 'b' }, 0);
  outbox = createOutbox(db, sealer, () => undefined);
  await outbox.enqueue([row], 1);
  parts = { outbox, apply, now: () => 1_000, random: () => 0 } as Partial<JobParts> as JobParts;
});

const job = async (): Promise<Job> => ({ write: await outbox.get(1), action: {}, input: {} }) as Partial<Job> as Job;
const refused = new AppError('rate-limited', { until: 60_000 });

test('a row that another worker has sent meanwhile stays done, whatever this one failed over', async () => {
  const read = await job();
  await outbox.patch(1, { state: 'done', doneAt: 900 });
  await failed(parts, read, refused);
  expect(await outbox.get(1)).toMatchObject({ state: 'done', doneAt: 900 });
});

test('a row that failed on its own way waits for its time', async () => {
  await failed(parts, await job(), refused);
  expect(await outbox.get(1)).toMatchObject({ state: 'queued', nextAt: 60_000, failures: 1 });
  const sent = await job();
  await outbox.patch(1, { state: 'sending' });
  await failed(parts, { ...sent, sent: true }, refused);
  expect(await outbox.get(1)).toMatchObject({ state: 'queued', failures: 2, error: { code: 'rate-limited' } });
});
