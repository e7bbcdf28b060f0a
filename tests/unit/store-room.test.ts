import { expect, test } from 'vitest';
import { createApply } from '../../lib/store/apply.ts';
import { watchDatabase } from '../../lib/store/room.ts';
import type { StoreName } from '../../lib/store/rows.ts';
import { storageError } from '../../lib/store/transaction.ts';
import { clio, createStorage, location } from './store-parts.ts';

const KEY = 'us:1|7|LOC';
const link = { key: KEY, clioAccount: 'us:1', clioId: '7', locationId: 'LOC', highlevelId: 'h7', by: 'match', at: 1 } as const;
const person = { key: 'clio|us:1|contact|7', system: 'clio', account: 'us:1', id: '7', changedAt: 1 } as const;
const write = {
  op: 'x',
  connection: 'highlevel:LOC',
  key: 'k',
  act: 'a',
  kind: 'sync',
  link: KEY,
  body: { label: '', input: 1 },
};
const cursor = (key: string) => ({ key, value: 1, at: 1, nextAt: 2 });

/** One of everything on a disk that then is full until `emptied` stores hold nothing. */
async function full(emptied: StoreName, newcomers: string[] = []) {
  const storage = createStorage();
  await storage.keep(clio('us:1'), { accessToken: 'a' }, 0);
  await storage.keep(location('LOC'), { accessToken: 'b' }, 0);
  const body = { label: 'Ana', offers: [] };
  await storage.apply(
    {
      at: 1,
      records: ['7', '8'].map((id) => ({ system: 'clio', account: 'us:1', entity: 'contact', id, value: id })),
      seen: [person.key],
      links: [{ put: { ...link, reasons: [], base: {} } }],
      pairs: [{ key: `${KEY}|task|5`, link: KEY, entity: 'task', clioId: '5', highlevelId: 't', at: 1 }],
      people: { put: [{ ...person, brief: { name: 'Ana', kind: 'person' }, emails: [], phones: [], words: ['ana'] }] },
      cursors: [cursor('clio.contacts|us:1'), cursor('highlevel.contacts|LOC'), cursor('clio.tasks|us:1')],
      readers: [{ name: 'sync', seq: 1 }],
      dirty: [`contact;${KEY}`, ...newcomers].map((key) => ({ key, at: 1 })),
      asks: [{ put: { key: 'q', kind: 'match', clioAccount: 'us:1', locationId: 'LOC', body } }],
      activity: [{ at: 1, kind: 'write', by: 'click', outcome: 'done', body: { label: 'Ana' } }],
    },
    'pull',
  );
  const left = async () => (await storage.rows())[emptied] ?? 0;
  const db = watchDatabase(
    {
      ...storage.db,
      write: async (stores, work, strict) => {
        if (strict && (await left())) throw storageError(new DOMException('', 'QuotaExceededError'));
        return storage.db.write(stores, work, strict);
      },
    },
    () => undefined,
  );
  const apply = createApply(db, storage.sealer, storage.eras, () => undefined);
  const before = await storage.rows();
  await apply({ at: 9, enqueue: [write] }, 'write');
  return { storage, before, after: await storage.rows() };
}

test('a planned write on a full disk costs what can be read again, and nothing else', async () => {
  const { storage, before, after } = await full('people');
  expect(await storage.keys('cursors')).toEqual(['clio.tasks|us:1']);
  const { records: _, reads: __, people: ___, ...kept } = before;
  // The second of two changes is still to be seen by the reader `sync`.
  expect(after).toEqual({ ...kept, changes: 1, cursors: 1, outbox: 1 });
  expect(await storage.keys('changes')).toEqual([2]);
});

test('the index stays where the records gave room enough; the contact lists are walked again, for who is not linked yet', async () => {
  const { storage, before, after } = await full('records');
  const { records: _, reads: __, ...kept } = before;
  expect(after).toEqual({ ...kept, changes: 1, cursors: 1, outbox: 1 });
  expect(await storage.keys('cursors')).toEqual(['clio.tasks|us:1']);
});

test('new people who wait to be looked for stay: what was seen of them is told no second time', async () => {
  const { storage, after } = await full('reads', ['new;clio;us:1;8', 'new;highlevel;LOC;nobody']);
  expect(await storage.keys('records')).toEqual(['clio|us:1|contact|8']);
  expect(after.dirty).toBe(3);
});

test('a list whose reading began before a full disk cost its place begins anew, and is not taken for read', async () => {
  const { storage } = await full('records');
  const [clioList, highlevelList] = ['clio.contacts|us:1', 'highlevel.contacts|LOC'].map(cursor);
  await storage.apply({ at: 10, cursors: [{ ...clioList!, after: true }, highlevelList!] }, 'pull');
  expect(await storage.keys('cursors')).toEqual(['clio.tasks|us:1', 'highlevel.contacts|LOC']);
  await storage.apply({ at: 11, cursors: [{ ...highlevelList!, after: true, nextAt: 5 }] }, 'pull');
  expect(await storage.keys('cursors')).toEqual(['clio.tasks|us:1', 'highlevel.contacts|LOC']);
});
