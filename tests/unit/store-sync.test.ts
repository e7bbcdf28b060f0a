import { beforeEach, expect, test } from 'vitest';
import type { Ask, AskBody } from '../../lib/model/ask.ts';
import type { Link } from '../../lib/model/link.ts';
import type { NewWrite } from '../../lib/model/outbox.ts';
import type { PersonIn } from '../../lib/store/batch.ts';
import { createOutbox } from '../../lib/sync/outbox.ts';
import { clio, createStorage, location, type Storage } from './store-parts.ts';

const KEY = 'us:1|7|LOC';
const link: Link = {
  ...{ key: KEY, clioAccount: 'us:1', clioId: '7', locationId: 'LOC', highlevelId: 'h7', by: 'match', at: 1 },
  ...{ reasons: [], base: {} },
};
const agreed = { base: { email: 'a@example.com' }, written: { clio: {}, highlevel: { phone: '1' } } };
const pair = { key: `${KEY}|task|5`, link: KEY, entity: 'task', clioId: '5', highlevelId: 't5', at: 1 } as const;
const write: NewWrite = {
  ...{ op: 'highlevel.contact.update', connection: 'highlevel:LOC', key: 'highlevel|LOC|h7', act: 'a', kind: 'sync', link: KEY },
  ...{ by: 'sync', body: { label: 'Ana', input: { email: 'a@example.com' } } },
};
const person = (system: 'clio' | 'highlevel', id: string, more: Partial<PersonIn> = {}): PersonIn => {
  const account = system === 'clio' ? 'us:1' : 'LOC';
  const key = `${system}|${account}|contact|${id}`;
  const brief = { name: 'Ana Silva', kind: 'person' as const };
  return { key, system, account, id, changedAt: 1, brief, emails: [], phones: [], words: [], ...more };
};
const keyOf = (system: 'clio' | 'highlevel', id: string) => person(system, id).key;

let storage: Storage;
beforeEach(async () => {
  storage = createStorage();
  await storage.keep(clio('us:1'), { accessToken: 'a' }, 0);
  await storage.keep(location('LOC'), { accessToken: 'b' }, 0);
});

test('a planned write stands in the queue with the cursor, the base and the log of the same batch', async () => {
  const { apply, syncReader, db, sealer } = storage;
  await apply({ at: 5, links: [{ put: link }], dirty: [{ key: `contact;${KEY}`, at: 5 }] }, 'person');
  const [mark] = await syncReader.dirty(5, 10);
  const activity = { at: 9, kind: 'decision', by: 'sync', outcome: 'queued', link: KEY, body: { label: 'Ana' } } as const;
  const cursor = { key: 'clio.contacts|us:1', value: { since: 5 }, at: 9, nextAt: 60 };
  await apply(
    {
      at: 9,
      ...{ enqueue: [write], agreed: [{ link: KEY, only: 'h7', value: agreed }], activity: [activity], cursors: [cursor] },
      ...{ readers: [{ name: 'sync', seq: 4 }], clean: [{ key: mark!.key, mark: mark!.mark }] },
    },
    'write',
  );
  const [row] = await createOutbox(db, sealer, () => undefined).open();
  expect(row).toMatchObject({ ...write, seq: 1, state: 'queued', attempts: 0, checks: 0, queuedAt: 9, nextAt: 9 });
  expect(await storage.reader.link(KEY)).toEqual({ ...link, ...agreed });
  expect(await syncReader.activity({}, undefined, 5)).toEqual([{ ...activity, seq: 1 }]);
  expect(await syncReader.cursors()).toEqual([cursor]);
  expect(await syncReader.reader('sync')).toBe(4);
  expect(await syncReader.dirtyAt()).toBeUndefined();
});

test('only batches that touch the queue ask for strict durability', async () => {
  const asked: boolean[] = [];
  const { createApply } = await import('../../lib/store/apply.ts');
  const db = { ...storage.db, write: (...args: Parameters<typeof storage.db.write>) => asked.push(args[2] === true) };
  const apply = createApply(db as never, storage.sealer, storage.eras, () => undefined);
  const quick = new Promise((resolve) => setTimeout(resolve, 50));
  void apply({ at: 1, dirty: [{ key: `contact;${KEY}`, at: 1 }] }, 'pull');
  void apply({ at: 1, enqueue: [write] }, 'write');
  await quick;
  expect([asked[0], asked.at(-1)]).toEqual([false, true]);
});

test('a base goes on top of a link of the same batch, and not on one that is gone or leads elsewhere', async () => {
  const { apply, reader } = storage;
  await apply({ at: 1, links: [{ put: link }], agreed: [{ link: KEY, value: agreed }] }, 'person');
  expect(await reader.link(KEY)).toEqual({ ...link, ...agreed });
  await apply({ at: 2, agreed: [{ link: KEY, only: 'other', value: { ...agreed, base: {} } }] }, 'write');
  expect((await reader.link(KEY))?.base).toEqual(agreed.base);
  await apply(
    { at: 3, links: [{ put: { ...link, highlevelId: 'h8' } }], agreed: [{ link: KEY, only: 'h7', value: agreed }] },
    'person',
  );
  expect(await reader.link(KEY)).toEqual({ ...link, highlevelId: 'h8' });
  await apply({ at: 4, links: [{ remove: KEY }], agreed: [{ link: KEY, value: agreed }] }, 'person');
  expect(await reader.link(KEY)).toBeUndefined();
});

test('a pair keeps what both sides agreed on until it is given anew, or leads elsewhere', async () => {
  const { apply, syncReader } = storage;
  await apply({ at: 1, pairs: [{ ...pair, agreed }] }, 'write');
  await apply({ at: 2, pairs: [{ ...pair, at: 2 }] }, 'view');
  expect(await syncReader.pair(pair.key)).toEqual({ ...pair, at: 2, agreed });
  const other = { ...agreed, base: { title: 'New' } };
  await apply({ at: 3, pairs: [{ ...pair, agreed: other }] }, 'write');
  expect((await syncReader.pairsOfLink(KEY))[0]?.agreed).toEqual(other);
  await apply({ at: 4, pairs: [{ ...pair, highlevelId: 't6' }] }, 'write');
  expect(await syncReader.pair(pair.key)).toEqual({ ...pair, highlevelId: 't6' });
  await apply({ at: 5, unpair: [pair.key] }, 'person');
  expect(await syncReader.pairsOfHighLevel('task', 't6')).toEqual([]);
});

test('an earlier time wins, a mark made during a look survives it, also when a new worker made it', async () => {
  const key = `contact;${KEY}`;
  const { apply, syncReader, name } = storage;
  await apply({ at: 1, dirty: [{ key, at: 50, tries: 2 }] }, 'pull');
  await apply({ at: 1, dirty: [{ key, at: 90 }] }, 'pull');
  const [seen] = await syncReader.dirty(60, 10);
  expect(seen).toMatchObject({ key, at: 50, tries: 2 });
  await apply({ at: 2, dirty: [{ key, at: 20 }] }, 'view');
  await apply({ at: 3, clean: [{ key, mark: seen!.mark }] }, 'write');
  const [still] = await syncReader.dirty(60, 10);
  expect(still).toMatchObject({ key, at: 20 });
  await apply({ at: 4, clean: [{ key, mark: still!.mark }] }, 'write');
  expect(await syncReader.dirty(60, 10)).toEqual([]);
  await createStorage(name).apply({ at: 5, dirty: [{ key, at: 30 }] }, 'pull');
  await apply({ at: 6, clean: [seen!, still!].map(({ mark }) => ({ key, mark })) }, 'write');
  expect(await syncReader.dirtyAt()).toBe(30);
});

test('one batch may take a key off and put it on for later', async () => {
  const key = `contact;${KEY}`;
  const { apply, syncReader } = storage;
  await apply({ at: 1, dirty: [{ key, at: 10 }] }, 'pull');
  const [seen] = await syncReader.dirty(10, 10);
  await apply({ at: 2, clean: [{ key, mark: seen!.mark }], dirty: [{ key, at: 70, tries: 1 }] }, 'write');
  expect(await syncReader.dirty(10, 10)).toEqual([]);
  expect(await syncReader.dirtyAt()).toBe(70);
});

const body: AskBody = { label: 'Ana', fields: [{ id: 'email', clio: 'a', highlevel: 'b' }], offers: ['clio', 'highlevel'] };
const ask: Omit<Ask, 'state' | 'at'> = {
  ...{ key: `conflict|${KEY}|contact|`, kind: 'conflict', link: KEY, clioAccount: 'us:1', locationId: 'LOC', body },
};
const stored = async (): Promise<Partial<Ask>> => (await storage.syncReader.ask(ask.key)) ?? {};

test('a question is asked once: the same facts change nothing, whether it is open or answered', async () => {
  const { apply, syncReader } = storage;
  await apply({ at: 1, asks: [{ put: ask }] }, 'pull');
  await apply({ at: 2, asks: [{ put: ask }] }, 'pull');
  expect(await stored()).toEqual({ ...ask, state: 'open', at: 1 });
  expect(await syncReader.countAsks()).toBe(1);
  await apply({ at: 3, asks: [{ put: { ...ask, body: { ...body, answer: { offer: 'clio' } } } }] }, 'person');
  await apply({ at: 4, asks: [{ put: ask }] }, 'pull');
  expect(await stored()).toMatchObject({ state: 'answered', at: 1, answeredAt: 3, body: { ...body, answer: { offer: 'clio' } } });
  expect(await syncReader.countAsks()).toBe(0);
});

test('other facts ask anew, and so does a question that had been closed', async () => {
  const { apply, syncReader } = storage;
  const other = { ...ask, body: { ...body, fields: [{ id: 'email', clio: 'a', highlevel: 'c' }] } };
  await apply({ at: 1, asks: [{ put: { ...ask, body: { ...body, answer: { offer: 'clio' } } } }] }, 'person');
  expect(await stored()).toMatchObject({ state: 'answered', answeredAt: 1 });
  await apply({ at: 2, asks: [{ put: other }] }, 'pull');
  expect(await stored()).toEqual({ ...other, state: 'open', at: 2 });
  await apply({ at: 3, asks: [{ close: ask.key }] }, 'write');
  expect(await syncReader.asks('gone', 5)).toHaveLength(1);
  await apply({ at: 4, asks: [{ close: ask.key }] }, 'person');
  expect((await stored()).state).toBe('gone');
  await apply({ at: 5, asks: [{ put: other }] }, 'pull');
  expect(await syncReader.asksOfLink(KEY)).toMatchObject([{ state: 'open', at: 5 }]);
});

test('the index knows the links of each person, whichever comes first, and wherever they lead next', async () => {
  const { apply, syncReader } = storage;
  const links = async (system: 'clio' | 'highlevel', id: string) => (await syncReader.person(keyOf(system, id)))?.links;
  await apply({ at: 1, people: { put: [person('clio', '7')] } }, 'pull');
  await apply({ at: 2, links: [{ put: link }] }, 'person');
  await apply({ at: 3, people: { put: [person('highlevel', 'h7'), person('highlevel', 'h8')] } }, 'pull');
  expect([await links('clio', '7'), await links('highlevel', 'h7')]).toEqual([[KEY], [KEY]]);
  await apply({ at: 4, people: { put: [person('clio', '7', { changedAt: 9 })] } }, 'pull');
  await apply({ at: 5, links: [{ put: { ...link, highlevelId: 'h8' } }] }, 'person');
  expect(await Promise.all([links('clio', '7'), links('highlevel', 'h7'), links('highlevel', 'h8')])).toEqual([[KEY], [], [KEY]]);
  await apply({ at: 6, links: [{ put: link, ifAbsent: true }] }, 'pull');
  expect(await links('highlevel', 'h7')).toEqual([]);
  await apply({ at: 7, links: [{ remove: KEY }] }, 'person');
  expect([await links('clio', '7'), await links('highlevel', 'h8')]).toEqual([[], []]);
});

test('changes name their account and open for their reader; what is removed has no value after', async () => {
  const { apply, syncReader } = storage;
  const record = { system: 'clio', account: 'us:1', entity: 'note', id: '3', value: { text: 'of a client' } } as const;
  await apply({ at: 1, records: [record] }, 'view');
  await apply({ at: 2, gone: ['clio|us:1|note|3'] }, 'pull');
  expect(await syncReader.newestChange()).toBe(2);
  const { changes } = await syncReader.changes(0, 10);
  expect(changes.map(({ account, before, after }) => [account, before, after])).toEqual([
    ['us:1', undefined, record.value],
    ['us:1', record.value, undefined],
  ]);
  expect(await syncReader.changes(2, 10)).toEqual({ changes: [], last: 2 });
});
