import { beforeEach, expect, test } from 'vitest';
import { prune } from '../../lib/store/prune.ts';
import type { ChangeRow } from '../../lib/store/rows.ts';
import { clio, createStorage, location, type Storage } from './store-parts.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = 1000 * DAY;
const OLD = NOW - 91 * DAY;

let storage: Storage;
beforeEach(async () => {
  storage = createStorage();
  await storage.keep(clio('us:1'), { accessToken: 'a' }, 0);
  await storage.keep(location('LOC'), { accessToken: 'b' }, 0);
});

const logged = (ages: number[]) =>
  storage.db.write(['changes'], async (tx) => {
    for (const age of ages) {
      const row: ChangeRow = { system: 'clio', entity: 'contact', id: '1', origin: 'view', at: NOW - age };
      await tx.objectStore('changes').add(row);
    }
  });
const count = async (): Promise<number> => (await storage.rows()).changes ?? 0;
const contact = (id: string, list?: string) => ({
  system: 'clio' as const,
  account: 'us:1',
  entity: 'contact' as const,
  id,
  value: { id },
  list,
});

test('the log forgets what is older than 30 days, in batches', async () => {
  await logged([...Array(1200).fill(31 * DAY), ...Array(7).fill(29 * DAY)]);
  await prune(storage.db, NOW);
  expect(await count()).toBe(7);
});

test('the log keeps its newest 20,000 rows', async () => {
  await logged(Array(20_600).fill(DAY));
  await prune(storage.db, NOW);
  expect(await count()).toBe(20_000);
  expect((await storage.keys('changes'))[0]).toBe(601);
});

test('records, reads and decisions nobody looked at for 90 days go; what was looked at since stays, changed or not', async () => {
  const { apply } = storage;
  const key = (id: string) => `clio|us:1|contact|${id}`;
  const list = 'clio|us:1|contact|of|7';
  await apply({ at: OLD, records: [contact('old'), contact('same'), contact('listed', list)], seen: [key('old')] }, 'view');
  await apply({ at: OLD, known: [{ key: 'subject|us:1|contact|old', value: {} }] }, 'view');
  await apply(
    { at: NOW - DAY, records: [contact('same')], seen: [key('same')], lists: [{ key: list, ids: ['listed'] }] },
    'view',
  );
  await apply({ at: NOW - DAY, known: [{ key: 'subject|us:1|contact|new', value: {} }] }, 'view');
  await prune(storage.db, NOW);
  expect(await storage.keys('records')).toEqual([key('listed'), key('same')]);
  expect(await storage.keys('reads')).toEqual([list, key('same')]);
  expect(await storage.keys('known')).toEqual(['subject|us:1|contact|new']);
});

test('links, pairs, accounts and the outbox stay however old they are', async () => {
  const link = { key: 'us:1|7|LOC', clioAccount: 'us:1', clioId: '7', locationId: 'LOC', highlevelId: 'h' };
  const pair = { key: `${link.key}|task|5`, link: link.key, entity: 'task', clioId: '5', highlevelId: 'h', at: OLD } as const;
  const put = { ...link, by: 'person', reasons: [], at: OLD, base: {} } as const;
  await storage.apply({ at: OLD, links: [{ put: { ...put, reasons: [] } }], pairs: [pair] }, 'view');
  await storage.db.write(['outbox'], (tx) => tx.objectStore('outbox').add({ state: 'queued', queuedAt: OLD } as never));
  await prune(storage.db, NOW);
  expect(await storage.rows()).toEqual({ keys: 2, vault: 2, connections: 2, settings: 2, links: 1, pairs: 1, outbox: 1 });
});

test('a decision of the first version, without a time, is given one and goes 90 days later', async () => {
  const sealed = await storage.sealer.seal({}, 'known|subject|us:1|contact|1');
  await storage.db.write(['known'], (tx) => tx.objectStore('known').put({ key: 'subject|us:1|contact|1', sealed }));
  await prune(storage.db, NOW);
  expect(await storage.keys('known')).toHaveLength(1);
  await prune(storage.db, NOW + 91 * DAY);
  expect(await storage.keys('known')).toHaveLength(0);
});

test('it is done once a day, and writes nothing where no account is', async () => {
  await prune(storage.db, NOW);
  await logged([40 * DAY]);
  await prune(storage.db, NOW + DAY / 2);
  expect(await count()).toBe(1);
  await prune(storage.db, NOW + DAY);
  expect(await count()).toBe(0);
  const empty = createStorage();
  await prune(empty.db, NOW);
  expect(await empty.rows()).toEqual({});
});
