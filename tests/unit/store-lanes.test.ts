import { expect, test } from 'vitest';
import { createLaning } from '../../lib/store/lanes.ts';
import { createLaneReader } from '../../lib/store/read-lanes.ts';
import type { Sealer } from '../../lib/store/sealed.ts';
import { clio, createStorage, location } from './store-parts.ts';
import { LINKED_3, version3 } from './version-3.ts';

const END = '\uffff';
const all = { from: '', to: END };

async function upgraded(contacts?: number) {
  const name = `rankr-${crypto.randomUUID()}`;
  await version3(name, contacts);
  return createStorage(name);
}
type Storage = ReturnType<typeof createStorage>;

const read = ({ db, sealer }: Storage) => createLaneReader(db, sealer);
const places = async (storage: Storage) => {
  const rows = await storage.db.read(['records'], (tx) => tx.objectStore('records').getAll());
  return Object.fromEntries(rows.filter(({ entity }) => entity !== 'contact').map(({ id, lane, when }) => [id, [lane, when]]));
};
const mark = ({ db }: Storage) => db.read(['settings'], (tx) => tx.objectStore('settings').get('unlaned'));

const PLACED = {
  late: ['clio|us:1|task', '2026-11-20'],
  done: ['clio|us:1|done', undefined],
  old: ['clio|us:1|note', '2026-01-02'],
  secret: ['clio|us:1|file', '2026-11-21'],
  call: ['highlevel|LOC|meeting', '2026-11-24T15:00:00.000Z'],
  off: [undefined, undefined],
};

test('the upgrade leaves rows of version 3 as they are; going through them once puts each where it belongs', async () => {
  const storage = await upgraded();
  expect(Object.values(await places(storage)).every(([lane]) => lane === undefined)).toBe(true);
  expect(await mark(storage)).toBe('');
  await createLaning(storage.db, storage.sealer)();
  expect(await places(storage)).toEqual(PLACED);
  expect(await mark(storage)).toBeUndefined();
  expect(await storage.reader.record('clio|us:1|task|late')).toMatchObject({ title: 'Late' });
  const tasks = await read(storage).listed(LINKED_3, 'clio', { lane: 'task', ...all }, 'next', 9);
  expect(tasks).toMatchObject([{ id: 'late', link: 'us:1|7|LOC', when: '2026-11-20', record: { title: 'Late' } }]);
  const meetings = await read(storage).listed(LINKED_3, 'highlevel', { lane: 'meeting', ...all }, 'next', 9);
  expect(meetings.map(({ id }) => id)).toEqual(['call']);
});

test('a worker that dies on the way leaves off where the next one goes on, and no row is opened twice', async () => {
  const storage = await upgraded(1200);
  let writes = 0;
  const dying: typeof storage.db = {
    ...storage.db,
    write: (...args) => (++writes > 2 ? Promise.reject(new Error('gone')) : storage.db.write(...args)),
  };
  await expect(createLaning(dying, storage.sealer)()).rejects.toThrow('gone');
  expect(await mark(storage)).toMatch(/^clio\|us:1\|contact\|/);
  let opened = 0;
  const open: Sealer['open'] = (...args) => {
    opened += 1;
    return storage.sealer.open(...args);
  };
  const counting: Sealer = { ...storage.sealer, open };
  const next = createLaning(storage.db, counting);
  await Promise.all([next(), next()]);
  expect(await places(storage)).toEqual(PLACED);
  expect(opened).toBe(6);
  await next();
  expect(opened).toBe(6);
});

test('what was written anew while its row was being opened keeps its new place', async () => {
  const storage = await upgraded();
  const record = { system: 'clio', account: 'us:1', entity: 'task', id: 'late', list: 'clio|us:1|task|of|7' } as const;
  let meanwhile: Promise<void> | undefined;
  const slow: Sealer = {
    ...storage.sealer,
    async open<T>(...args: Parameters<Sealer['open']>) {
      const value = await storage.sealer.open<T>(...args);
      meanwhile ??= storage.apply({ at: 9, records: [{ ...record, value: { title: 'Late', done: true } }] }, 'pull');
      await meanwhile;
      return value;
    },
  };
  await createLaning(storage.db, slow)();
  expect((await places(storage)).late).toEqual(['clio|us:1|done', new Date(9).toISOString()]);
});

test('a new disk has nothing to go through', async () => {
  const storage = createStorage();
  expect(await mark(storage)).toBeUndefined();
  await createLaning(storage.db, storage.sealer)();
  expect(await storage.rows()).toEqual({});
});

async function firm() {
  const storage = createStorage();
  for (const one of [clio('us:1'), location('LOC')]) await storage.keep(one, { accessToken: 'a' }, 0);
  const link = { key: 'us:1|7|LOC', clioAccount: 'us:1', clioId: '7', locationId: 'LOC', highlevelId: 'h7' } as const;
  await storage.apply({ at: 1, links: [{ put: { ...link, by: 'person', reasons: [], at: 1, base: {} } }] }, 'person');
  return storage;
}

const task = (id: string, value: object, side: 'clio' | 'highlevel' = 'clio') => {
  const [account, owner] = side === 'clio' ? ['us:1', '7'] : ['LOC', 'h7'];
  return { system: side, account, entity: 'task' as const, id, list: `${side}|${account}|task|of|${owner}`, value };
};

test('a task is done when it was seen to be; one that was done when first seen has no time', async () => {
  const storage = await firm();
  const open = [task('a', { done: false, assigneeId: '1' }), task('b', { done: false, assigneeId: 'u' }, 'highlevel')];
  await storage.apply({ at: 10, records: [...open, task('c', { done: true, assigneeId: '1' })] }, 'pull');
  const done = { done: true, updatedAt: '2026-11-20T10:00:00.000Z', assigneeId: '1' };
  await storage.apply({ at: 20, records: [task('a', done), task('b', { done: true, assigneeId: 'u' }, 'highlevel')] }, 'pull');
  const then = { a: ['clio|us:1|done', done.updatedAt], b: ['highlevel|LOC|done', new Date(20).toISOString()] };
  expect(await places(storage)).toEqual({ ...then, c: ['clio|us:1|done', undefined] });
  const later = [
    task('a', { ...done, title: 'New', updatedAt: '2026-11-21T10:00:00.000Z' }),
    task('c', { done: true, title: 'New' }),
  ];
  await storage.apply({ at: 30, records: later }, 'pull');
  expect(await places(storage)).toEqual({ ...then, c: ['clio|us:1|done', undefined] });
  const count = { lane: 'done', ...all } as const;
  expect(await read(storage).counted('clio', 'us:1', count)).toMatchObject([{ count: 1, record: { assigneeId: '1' } }]);
  await storage.apply({ at: 40, records: [task('a', { ...done, done: false })] }, 'pull');
  expect(await read(storage).counted('clio', 'us:1', count)).toEqual([]);
});

test('what a staff member did is counted by name or id without either being readable on the disk', async () => {
  const storage = await firm();
  const note = (id: string, authorName: string | undefined, at: string) => {
    const row = { system: 'clio', account: 'us:1', entity: 'note', id, list: 'clio|us:1|note|of|7' } as const;
    return { ...row, value: { text: 'x', at, authorName } };
  };
  const records = [
    ...['2026-11-01', '2026-11-20', '2026-11-22T09:00:00.000Z'].map((at, index) => note(`p${index}`, 'Priya Shah', at)),
    note('s', 'Sam Ode', '2026-11-21'),
    note('nobody', undefined, '2026-11-21'),
  ];
  await storage.apply({ at: 1, records }, 'pull');
  const stretch = { lane: 'note', from: '2026-11-10', to: '2026-11-22T10:00:00.000Z' } as const;
  const counted = await read(storage).counted<{ authorName: string }>('clio', 'us:1', stretch);
  expect(counted.map(({ count, record }) => [record.authorName, count]).sort()).toEqual([
    ['Priya Shah', 2],
    ['Sam Ode', 1],
  ]);
  const rows = await storage.db.read(['records'], (tx) => tx.objectStore('records').getAll());
  expect(JSON.stringify(rows.map(({ sealed: _, ...open }) => open))).not.toMatch(/Priya|Sam/);
});
