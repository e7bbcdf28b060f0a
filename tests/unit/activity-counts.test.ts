import { expect, test } from 'vitest';
import { createActivityCounts } from '../../lib/app/activity-counts.ts';
import type { ActivityRow } from '../../lib/model/activity.ts';
import { rememberReads } from '../../lib/store/remember.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Sunday 22 November 2026, 10:00 UTC. */
const NOW = Date.UTC(2026, 10, 22, 10);
const LINK = 'ca:4410|101|locOne';

const row = (at: number, over: Partial<ActivityRow> = {}): ActivityRow => ({
  at,
  kind: 'write',
  by: 'sync',
  outcome: 'done',
  link: LINK,
  ...over,
});

/** A log of plain rows, and which spans of it were read. */
function world(rows: ActivityRow[]) {
  const read: [number, number][] = [];
  const tx = { objectStore: () => ({ count: async () => rows.length }) };
  const disk = { read: async (_: string[], work: (one: unknown) => unknown) => work(tx), write: async () => undefined };
  const db = rememberReads(disk as never);
  const parts = {
    db,
    syncReader: {
      async activityRows(from: number, to: number) {
        read.push([from, to]);
        return rows.filter(({ at }) => at >= from && at <= to);
      },
    },
  };
  /** The log was written to. */
  const write = () => db.write(['activity'], async () => undefined);
  return { counts: createActivityCounts(parts as never), rows, read, write };
}

test('days, people and locations are counted from the same rows, and what is about nobody in neither of the two', async () => {
  const { counts } = world([
    row(NOW, { entity: 'task' }),
    row(NOW - DAY, { outcome: 'failed', entity: 'task' }),
    row(NOW - DAY, { outcome: 'needs-you', link: 'ca:4410|102|locTwo' }),
    row(NOW - DAY, { outcome: 'kept', by: 'rule' }),
    row(NOW - 2 * DAY, { link: undefined, by: 'person', kind: 'setting' }),
    row(NOW - 7 * DAY, { entity: 'note' }),
  ]);
  const found = await counts(NOW, 'UTC', 7);
  expect(found.days.map(({ day, done, failed }) => `${day} ${done} ${failed}`).slice(-3)).toEqual([
    '2026-11-20 1 0',
    '2026-11-21 0 2',
    '2026-11-22 1 0',
  ]);
  expect(found.days).toHaveLength(7);
  expect(found.by).toEqual({ click: 0, sync: 3, rule: 1, reconcile: 0, person: 1 });
  expect(found.what).toEqual({ task: 1 });
  expect((await counts(NOW, 'UTC', 30)).what).toEqual({ task: 1, note: 1 });
  expect(Object.fromEntries(found.links)).toEqual({
    [LINK]: { done: 1, failed: 1 },
    'ca:4410|102|locTwo': { done: 0, failed: 1 },
  });
  expect(Object.fromEntries(found.locations)).toEqual({ locOne: { done: 1, failed: 1 }, locTwo: { done: 0, failed: 1 } });
  expect((await counts(NOW, 'UTC', 30)).days.at(-8), 'a longer look back').toMatchObject({ day: '2026-11-15', done: 1 });
});

test('a day begins when it begins for the user', async () => {
  const { counts } = world([row(Date.UTC(2026, 10, 21, 23)), row(Date.UTC(2026, 10, 22, 9))]);
  const days = (await counts(NOW, 'America/Vancouver', 7)).days;
  expect(days.slice(-2)).toEqual([
    { day: '2026-11-21', done: 1, failed: 0 },
    { day: '2026-11-22', done: 1, failed: 0 },
  ]);
});

test('days that are over are read once, today after each write, and all again once the log got shorter', async () => {
  const { counts, read, rows, write } = world([row(NOW), row(NOW - DAY)]);
  await counts(NOW, 'UTC', 7);
  await counts(NOW, 'UTC', 7);
  expect(read).toHaveLength(7);
  rows.push(row(NOW));
  await write();
  expect((await counts(NOW, 'UTC', 7)).days.at(-1)?.done).toBe(2);
  expect(read).toHaveLength(8);
  rows.splice(0, rows.length);
  await write();
  const found = await counts(NOW, 'UTC', 7);
  expect([found.days.at(-2)?.done, found.links.size]).toEqual([0, 0]);
});
