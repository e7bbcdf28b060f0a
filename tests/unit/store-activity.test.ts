import { beforeEach, expect, test, vi } from 'vitest';
import { activityPage } from '../../lib/app/activity-view.ts';
import type { Activity } from '../../lib/model/activity.ts';
import type { AskBody } from '../../lib/model/ask.ts';
import type { AskChange } from '../../lib/store/batch.ts';
import { prune } from '../../lib/store/prune.ts';
import { createSettings } from '../../lib/store/settings.ts';
import { clio, createStorage, location, type Storage } from './store-parts.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = 1000 * DAY;
const LINK = 'us:1|7|LOC';

let storage: Storage;
beforeEach(async () => {
  storage = createStorage();
  await storage.keep(clio('us:1'), { accessToken: 'a' }, 0);
  await storage.keep(location('LOC'), { accessToken: 'b' }, 0);
});

const row = (at: number, more: Partial<Activity> = {}): Omit<Activity, 'seq'> => ({
  ...{ at, kind: 'write', by: 'sync', outcome: 'done', body: { label: `at ${at}` } },
  ...more,
});
const log = (...rows: Omit<Activity, 'seq'>[]) => storage.apply({ at: 1, activity: rows }, 'write');
const labels = async (filter: Parameters<typeof storage.syncReader.activity>[0], before?: number, most = 10) =>
  (await storage.syncReader.activity(filter, before, most)).map((one) => one.body.label);

test('the log is read newest first, in pages, and by person, kind, outcome, cause and time', async () => {
  await log(
    row(1),
    row(2, { link: LINK }),
    row(3, { by: 'click' }),
    row(4, { link: LINK, outcome: 'kept' }),
    row(5, { kind: 'ask' }),
  );
  expect(await labels({})).toEqual(['at 5', 'at 4', 'at 3', 'at 2', 'at 1']);
  expect(await labels({}, 4, 2)).toEqual(['at 3', 'at 2']);
  expect(await labels({ link: LINK })).toEqual(['at 4', 'at 2']);
  expect(await labels({ link: LINK }, 4)).toEqual(['at 2']);
  expect(await labels({ link: LINK, outcome: 'kept', from: 3 })).toEqual(['at 4']);
  expect(await labels({ by: 'click' })).toEqual(['at 3']);
  expect(await labels({ kind: 'ask' }, undefined, 1)).toEqual(['at 5']);
  expect(await labels({ from: 2, to: 4 })).toEqual(['at 4', 'at 3', 'at 2']);
  expect(await labels({ from: 2, to: 4 }, 4, 1)).toEqual(['at 3']);
  expect(await labels({}, undefined, 0)).toEqual([]);
});

test('a rare row is found behind thousands in a few requests, and a short page asks for no more than its rows', async () => {
  await log(row(1, { by: 'click', link: LINK }), ...Array.from({ length: 3000 }, (_, index) => row(index + 2)));
  const [cursor, get] = [vi.spyOn(IDBObjectStore.prototype, 'openCursor'), vi.spyOn(IDBObjectStore.prototype, 'get')];
  const whole = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  expect(await labels({ by: 'click' })).toEqual(['at 1']);
  expect(whole.mock.calls.length).toBeLessThan(9);
  expect([cursor.mock.calls.length, get.mock.calls.length]).toEqual([0, 0]);
  whole.mockClear();
  expect(await labels({}, undefined, 8)).toHaveLength(8);
  const [range] = whole.mock.calls[0] as [IDBKeyRange];
  expect([whole.mock.calls.length, (range.upper as number) - (range.lower as number)]).toEqual([1, 8]);
  expect(await labels({ by: 'click', from: 0, to: 5000 })).toEqual(['at 1']);
  expect(await labels({ link: LINK })).toEqual(['at 1']);
  vi.restoreAllMocks();
});

test('figures are made from the readable part; names and values are sealed', async () => {
  await log(row(1, { body: { label: 'Marisol', before: { phone: '5550100' } } }), row(2), row(3));
  expect(await storage.syncReader.activityRows(2, 1), 'a clock that was put back').toEqual([]);
  expect(await labels({ from: 2, to: 1 }), 'days chosen the wrong way round').toEqual([]);
  expect(await storage.syncReader.activityRows(1, 2)).toEqual([
    { seq: 1, at: 1, kind: 'write', by: 'sync', outcome: 'done' },
    { seq: 2, at: 2, kind: 'write', by: 'sync', outcome: 'done' },
  ]);
});

test('the log is kept 90 days, or as long as somebody chose', async () => {
  const ages = [10, 40, 89, 91].map((days) => row(NOW - days * DAY, { body: { label: `${days}` } }));
  await log(...ages);
  await prune(storage.db, NOW);
  expect(await labels({})).toEqual(['89', '40', '10']);
  await createSettings(storage.db, () => undefined).update('keepDays', () => 30);
  await prune(storage.db, NOW + DAY);
  expect(await labels({})).toEqual(['10']);
});

test('a long log is cleared in steps, to the end', async () => {
  await log(...Array.from({ length: 1203 }, (_, index) => row(NOW - (index < 1200 ? 91 : 1) * DAY)));
  await prune(storage.db, NOW);
  expect((await storage.rows()).activity).toBe(3);
});

test('answers are never forgotten, closed questions are, open ones are not', async () => {
  const ask = (key: string, body: Partial<AskBody> = {}): AskChange => ({
    put: { key, kind: 'duplicate', clioAccount: 'us:1', locationId: '', body: { label: 'Ana', offers: [], ...body } },
  });
  const old = NOW - 200 * DAY;
  await storage.apply({ at: old, asks: [ask('open'), ask('yes', { answer: { offer: 'not-same' } }), ask('closed')] }, 'pull');
  await storage.apply({ at: old, asks: [{ close: 'closed' }] }, 'pull');
  expect(await storage.keys('asks')).toEqual(['closed', 'open', 'yes']);
  await prune(storage.db, NOW);
  expect(await storage.keys('asks')).toEqual(['open', 'yes']);
});

const contact = (id: string, value: unknown) => ({ system: 'clio', account: 'us:1', entity: 'contact', id, value }) as const;
const task = (id: string, value: unknown) => ({ system: 'highlevel', account: 'LOC', entity: 'task', id, value }) as const;
const entry = (id: string, value: unknown) => ({ system: 'clio', account: 'us:1', entity: 'calendar-entry', id, value }) as const;
const link = { key: LINK, clioAccount: 'us:1', clioId: '7', locationId: 'LOC', highlevelId: 'h7', by: 'match', at: 1 } as const;

test('changes a reader has still to see outlive their 30 days; once all have seen them they go', async () => {
  const old = NOW - 60 * DAY;
  await storage.apply({ at: old, records: [contact('7', 1), contact('8', 1), contact('9', 1)] }, 'pull');
  await storage.apply(
    {
      at: NOW,
      readers: [
        { name: 'sync', seq: 3 },
        { name: 'rules', seq: 1 },
      ],
    },
    'write',
  );
  await prune(storage.db, NOW);
  expect(await storage.keys('changes')).toEqual([2, 3]);
  await storage.apply({ at: NOW, readers: [{ name: 'rules', seq: 3 }] }, 'write');
  await prune(storage.db, NOW + DAY);
  expect(await storage.keys('changes')).toEqual([]);
  expect(await storage.keys('dirty')).toEqual([]);
});

test('beyond 20,000 rows what a reader will not hear of any more is marked dirty in its place', async () => {
  const { apply, db, keys } = storage;
  await apply({ at: NOW, links: [{ put: { ...link, reasons: [], base: {} } }], readers: [{ name: 'sync', seq: 1 }] }, 'write');
  const first = [contact('6', 1), contact('7', 1), contact('8', 1), task('t', 1), entry('c', 1)];
  await apply({ at: NOW, records: first }, 'pull');
  await apply({ at: NOW, gone: ['highlevel|LOC|task|t'] }, 'pull');
  await db.write(['changes'], async (tx) => {
    const more = { system: 'clio', account: 'us:1', entity: 'matter', id: 'm', origin: 'pull', at: NOW } as const;
    for (let count = 0; count < 20_000; count += 1) await tx.objectStore('changes').add(more);
  });
  await prune(db, NOW);
  expect((await storage.rows()).changes).toBe(20_000);
  const marks = ['child;clio;us:1;appointment;c', 'child;highlevel;LOC;task;t', `contact;${LINK}`, 'gone;highlevel;LOC;task;t'];
  expect(await keys('dirty')).toEqual(marks);
  expect(await storage.syncReader.dirtyAt()).toBe(NOW);
});

test('25,000 rows leave page by page, each once and newest first, while new ones are written', async () => {
  const sealed = await storage.sealer.seal({ label: 'one' }, 'activity|5||');
  await storage.db.write(['activity'], async (tx) => {
    const one = { at: 5, kind: 'write', by: 'sync', outcome: 'done', sealed } as const;
    await Promise.all(Array.from({ length: 25_000 }, () => tx.objectStore('activity').add(one)));
  });
  const parts = { syncReader: storage.syncReader, now: () => NOW, timeZone: () => 'UTC' } as never;
  const seqs: number[] = [];
  for (let before: number | undefined, first = true; first || before !== undefined; first = false) {
    const page = await activityPage(parts, { filter: {}, before });
    expect(page.rows.length).toBeLessThanOrEqual(1000);
    seqs.push(...page.rows.map(({ seq }) => seq!));
    before = page.before;
    await log(row(9));
  }
  expect(seqs).toEqual(Array.from({ length: 25_000 }, (_, index) => 25_000 - index));
}, 60_000);

test('the newest few of many questions are asked for by the index, and no other is read', async () => {
  const put = (at: number, more: Partial<AskChange['put']> = {}): AskChange => ({
    put: {
      key: `drift|${at}`,
      kind: 'drift',
      clioAccount: 'us:1',
      locationId: 'LOC',
      body: { label: `q${at}`, offers: ['seen'] },
      ...more,
    },
  });
  for (let at = 1; at <= 20; at += 1)
    await storage.apply({ at, asks: [put(at), put(at, { key: `match|${at}`, kind: 'match' })] }, 'pull');
  const answer: AskBody['answer'] = { offer: 'seen' };
  await storage.apply({ at: 30, asks: [put(20, { body: { label: 'q20', offers: ['seen'], answer } })] }, 'person');
  const [get, all] = [vi.spyOn(IDBObjectStore.prototype, 'get'), vi.spyOn(IDBObjectStore.prototype, 'getAll')];
  const rows = vi.spyOn(IDBIndex.prototype, 'getAll');
  const found = await storage.syncReader.asks('open', 3, 'drift|');
  expect(found.map(({ key }) => key)).toEqual(['drift|19', 'drift|18', 'drift|17']);
  expect(get.mock.calls.filter(([key]) => typeof key === 'string' && /^(drift|match)/.test(key))).toHaveLength(3);
  expect([all.mock.calls.length, rows.mock.calls.length]).toEqual([0, 0]);
  vi.restoreAllMocks();
  expect((await storage.syncReader.asks('open', 100)).length).toBe(39);
});
