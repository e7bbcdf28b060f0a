import { beforeEach, expect, test, vi } from 'vitest';
import type { PersonIn } from '../../lib/store/batch.ts';
import { clio, createStorage, location, type Storage } from './store-parts.ts';

type Side = 'clio' | 'highlevel';

let storage: Storage;
beforeEach(async () => {
  storage = createStorage();
  await storage.keep(clio('us:1'), { accessToken: 'a' }, 0);
  await storage.keep(location('LOC'), { accessToken: 'b' }, 0);
});

function person(id: string, name: string, more: Partial<PersonIn> & { side?: Side } = {}): PersonIn {
  const { side = 'clio', ...rest } = more;
  const account = side === 'clio' ? 'us:1' : 'LOC';
  const words = name.toLowerCase().split(' ');
  return {
    ...{ key: `${side}|${account}|contact|${id}`, system: side, account, id, changedAt: 1 },
    ...{ brief: { name, kind: 'person' }, emails: [], phones: [], words },
    ...rest,
  };
}
const put = (...people: PersonIn[]) => storage.apply({ at: 9, people: { put: people } }, 'pull');
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
const like = async (look: Parameters<typeof storage.syncReader.peopleLike>[2], side: Side = 'clio') =>
  ids(await storage.syncReader.peopleLike(side, side === 'clio' ? 'us:1' : 'LOC', look));

test('people are found by e-mail, by phone, and by the beginnings of all words of a name', async () => {
  await put(
    person('1', 'Marisol Vega', { emails: ['m@example.com'], phones: ['+12125550100'] }),
    person('2', 'Mario Vega', { emails: ['vega@example.com'] }),
    person('3', 'Marisol Ortiz'),
    person('4', 'Marisol Vega', { side: 'highlevel', emails: ['m@example.com'] }),
  );
  expect(await like({ emails: ['m@example.com'] })).toEqual(['1']);
  expect(await like({ emails: ['m@example.com'] }, 'highlevel')).toEqual(['4']);
  expect(await like({ phones: ['+12125550100'] })).toEqual(['1']);
  expect(await like({ words: ['marisol', 'vega'] })).toEqual(['1', '2']);
  expect(await like({ words: ['marisol', 'quinn'] })).toEqual([]);
  expect(await like({ emails: ['vega@example.com', 'none'], words: ['ortiz'] })).toEqual(['2', '3']);
  expect(await like({})).toEqual([]);
  expect(await like({ emails: ['+12125550100'] })).toEqual([]);
});

test('nothing a client could be known by is readable on the disk, and equal e-mails of two accounts do not look equal', async () => {
  const values = { emails: ['m@example.com'], phones: ['+12125550100'] };
  const brief = { name: 'Marisol Vega', kind: 'person', email: 'm@example.com', city: 'Tulsa' } as const;
  await put(
    person('1', 'Marisol Vega', { ...values, brief }),
    person('2', 'Marisol Vega', { ...values, brief, side: 'highlevel' }),
  );
  const rows = await storage.db.read(['people'], (tx) => tx.objectStore('people').getAll());
  const text = JSON.stringify(rows.map((row) => ({ ...row, sealed: new TextDecoder().decode(row.sealed.data) })));
  expect(text).not.toMatch(/marisol|vega|example|5550100|tulsa/i);
  const [a = [], b = []] = rows.map((row) => row.hashes);
  expect(a).toHaveLength(4);
  expect(a.filter((hash) => b.includes(hash))).toEqual([]);
  for (const hash of a) expect(hash).toMatch(/^[epn]:[\w-]{16}$/);
  expect((await storage.syncReader.person('clio|us:1|contact|1'))?.brief).toEqual(brief);
});

test('what somebody was once called or reached by is not found any more, and an older answer changes nothing', async () => {
  await put(person('1', 'Marisol Vega', { emails: ['old@example.com'], changedAt: 5 }));
  await put(person('1', 'Marisol Ortiz', { emails: ['new@example.com'], changedAt: 6 }));
  await put(person('1', 'Marisol Vega', { emails: ['old@example.com'], changedAt: 5 }));
  expect(await like({ emails: ['old@example.com'] })).toEqual([]);
  expect(await like({ words: ['vega'] })).toEqual([]);
  expect(await like({ emails: ['new@example.com'] })).toEqual(['1']);
  await storage.apply({ at: 10, people: { gone: ['clio|us:1|contact|1'] } }, 'pull');
  expect(await like({ emails: ['new@example.com'] })).toEqual([]);
});

test('a name is found among thousands that begin alike, newest change first, and only as many are opened as it takes', async () => {
  const many = Array.from({ length: 1200 }, (_, index) => person(String(1000 + index), `Maria N${index}`, { changedAt: index }));
  await put(...many, person('9', 'Marisol Vega', { changedAt: 1 }), person('8', 'Marisol Quinn', { changedAt: 2 }));
  const named = (words: string[], most = 50, fits = (name: string) => name.toLowerCase().startsWith(words[0]!)) =>
    storage.syncReader.peopleNamed('clio', 'us:1', words, fits, most);
  expect((await named(['marisol'])).map(({ id }) => id)).toEqual(['8', '9']);
  expect((await named(['marisol', 'vega'])).map(({ id }) => id)).toEqual(['9']);
  const opened = vi.spyOn(storage.sealer, 'open');
  expect((await named(['mar'], 3)).map(({ id }) => id)).toEqual(['2199', '2198', '2197']);
  expect(opened.mock.calls.length).toBeLessThanOrEqual(200);
  vi.restoreAllMocks();
});

test('pages go from the newest change to the oldest, without a gap or a double where times are equal', async () => {
  const all = Array.from({ length: 23 }, (_, index) => person(String(100 + index), 'Ana', { changedAt: Math.floor(index / 5) }));
  await put(...all, person('1', 'Other', { side: 'highlevel', changedAt: 3 }));
  const seen: { changedAt: number; id: string }[] = [];
  for (;;) {
    const page = await storage.syncReader.people('clio', 'us:1', seen.at(-1), 4);
    seen.push(...page);
    if (page.length < 4) break;
  }
  expect(seen).toHaveLength(23);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(23);
  expect(seen.map((one) => one.changedAt)).toEqual([...seen.map((one) => one.changedAt)].sort((a, b) => b - a));
  expect(await storage.syncReader.countPeople('clio', 'us:1')).toBe(23);
  expect(await storage.syncReader.countPeople('clio', 'us:12')).toBe(0);
});

test('those linked to nobody are found behind as many as there are who are linked', async () => {
  const link = (clioId: string) => ({
    key: `us:1|${clioId}|LOC`,
    clioAccount: 'us:1',
    clioId,
    locationId: 'LOC',
    highlevelId: `h${clioId}`,
  });
  const linked = Array.from({ length: 300 }, (_, index) => person(String(index + 10), 'Ana', { changedAt: 100 + index }));
  await put(...linked, person('1', 'Zoe', { changedAt: 5 }), person('2', 'Zoe', { changedAt: 6 }));
  const links = linked.map(({ id }) => ({ ...link(id), by: 'person' as const, reasons: [], base: {}, at: 1 }));
  await storage.apply({ at: 9, links: links.map((put) => ({ put })) }, 'person');
  const opened = vi.spyOn(storage.sealer, 'open');
  const free = await storage.syncReader.people('clio', 'us:1', undefined, 50, true);
  expect(free.map(({ id }) => id)).toEqual(['2', '1']);
  expect(opened).toHaveBeenCalledTimes(2);
  vi.restoreAllMocks();
});

test('a page goes on rightly where its last person was changed or removed meanwhile', async () => {
  await put(...['1', '2', '3', '4'].map((id) => person(id, 'Ana', { changedAt: 7 })));
  const [, last] = await storage.syncReader.people('clio', 'us:1', undefined, 2);
  expect(last?.id).toBe('3');
  await put(person('3', 'Ana', { changedAt: 9 }));
  expect(ids(await storage.syncReader.people('clio', 'us:1', last, 5))).toEqual(['1', '2']);
  await storage.apply({ at: 9, people: { gone: ['clio|us:1|contact|3'] } }, 'pull');
  expect(ids(await storage.syncReader.people('clio', 'us:1', last, 5))).toEqual(['1', '2']);
});

test('a page and a search open as many rows as they answer with, however many there are', async () => {
  await put(...Array.from({ length: 2000 }, (_, index) => person(String(index), `Ana ${index}`, { changedAt: index })));
  await put(person('one', 'Zoe', { emails: ['zoe@example.com'], changedAt: 3000 }));
  const opened = vi.spyOn(storage.sealer, 'open');
  const whole = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  expect(await storage.syncReader.people('clio', 'us:1', { changedAt: 1000, id: '1000' }, 20)).toHaveLength(20);
  expect(await like({ emails: ['zoe@example.com'] })).toEqual(['one']);
  expect(opened).toHaveBeenCalledTimes(21);
  expect(whole).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

test('people of one account who share an e-mail or a phone are found as sets, in steps', async () => {
  await put(
    person('1', 'Ana', { emails: ['a@example.com'], phones: ['+1'] }),
    person('2', 'Ana', { emails: ['a@example.com'] }),
    person('3', 'Bea', { emails: ['b@example.com'], phones: ['+1'] }),
    person('4', 'Bea', { emails: ['c@example.com'] }),
    person('4', 'Bea', { emails: ['c@example.com'], side: 'highlevel' }),
  );
  const sharing = async (most: number) => {
    const found: string[][] = [];
    let after: string | undefined;
    do {
      const { sets, next } = await storage.syncReader.peopleSharing('clio', 'us:1', after, most);
      found.push(...sets);
      after = next;
    } while (after !== undefined);
    return found.map((set) => set.map((key) => key.split('|').at(-1)).join()).sort();
  };
  expect(await sharing(1000)).toEqual(['1,2', '1,3']);
  expect(await sharing(1)).toEqual(['1,2', '1,3']);
});
