import { beforeEach, expect, test } from 'vitest';
import { createErase } from '../../lib/app/erase.ts';
import type { Link } from '../../lib/model/link.ts';
import { listKey, recordKey } from '../../lib/store/rows.ts';
import { clio, createStorage, location, type Storage } from './store-parts.ts';

const linkOf = (clioAccount: string, locationId: string): Link => ({
  key: `${clioAccount}|7|${locationId}`,
  clioAccount,
  clioId: '7',
  locationId,
  highlevelId: 'h',
  by: 'person',
  reasons: [],
  at: 1,
  base: {},
});

let storage: Storage;
let erase: (id: string) => Promise<void>;
const none = async (): Promise<void> => undefined;

/** Two accounts whose names begin alike, each with one of everything. */
beforeEach(async () => {
  storage = createStorage();
  const { db, eras, keep, sealer, apply } = storage;
  erase = createErase({ db, eras, forgetKey: sealer.forget, clearAreas: none, changed: () => undefined }).connection;
  // The rule "one account a region" is younger than some disks: the second account is put there as such a disk has it.
  await keep(clio('us:1'), { accessToken: 'a' }, eras.mark());
  await keep(location('LOC'), { accessToken: 'b' }, eras.mark());
  await db.write(['connections'], (tx) => tx.objectStore('connections').put(clio('us:12')));
  for (const account of ['us:1', 'us:12']) {
    const link = linkOf(account, 'LOC');
    const record = { system: 'clio', account, entity: 'contact', id: '1', value: { name: account } } as const;
    await apply(
      {
        at: 1,
        records: [record],
        seen: [recordKey('clio', account, 'contact', '1')],
        lists: [{ key: listKey('clio', account, 'task', '7'), ids: [] }],
        links: [{ put: link }],
        pairs: [{ key: `${link.key}|task|5`, link: link.key, entity: 'task', clioId: '5', highlevelId: 'h', at: 1 }],
        known: [
          { key: `subject|${account}|contact|7`, value: {} },
          { key: `person|${link.key}`, value: { refused: [] } },
          { key: `hint|us|contact|${account === 'us:1' ? 1 : 2}`, value: { names: 'of clients' } },
        ],
      },
      'view',
    );
  }
});

test('erasing us:1 takes nothing of us:12', async () => {
  await erase('clio:us:1');
  expect(await storage.keys('records')).toEqual(['clio|us:12|contact|1']);
  expect(await storage.keys('reads')).toEqual(['clio|us:12|contact|1', 'clio|us:12|task|of|7']);
  expect(await storage.keys('links')).toEqual(['us:12|7|LOC']);
  expect(await storage.keys('pairs')).toEqual(['us:12|7|LOC|task|5']);
  expect(await storage.keys('connections')).toEqual(['clio:us:12', 'highlevel:LOC']);
});

test('what was read from the page goes with any account', async () => {
  await erase('clio:us:1');
  expect(await storage.keys('known')).toEqual(['person|us:12|7|LOC', 'subject|us:12|contact|7']);
});

test('a record whose id is an account’s name is not of that account', async () => {
  const record = { system: 'highlevel', account: 'LOC', entity: 'contact', id: 'us:1', value: {} } as const;
  await storage.apply({ at: 2, records: [record], seen: ['highlevel|LOC|contact|us:1'] }, 'view');
  await erase('clio:us:1');
  expect(await storage.keys('records')).toContain('highlevel|LOC|contact|us:1');
  expect(await storage.keys('reads')).toContain('highlevel|LOC|contact|us:1');
});

test('erasing a location takes its links and its choice, and leaves the Clio records', async () => {
  await erase('highlevel:LOC');
  expect(await storage.rows()).toEqual({
    keys: 2,
    vault: 1,
    connections: 2,
    records: 2,
    known: 2,
    reads: 4,
    changes: 2,
    settings: 1,
  });
  expect(await storage.db.read(['settings'], (tx) => tx.objectStore('settings').get('pairs'))).toEqual({});
});

test('an answer of us:1 that arrives after it was erased leaves nothing, although us:12 is there', async () => {
  await erase('clio:us:1');
  const before = await storage.rows();
  const link = linkOf('us:1', 'LOC');
  await storage.apply(
    {
      at: 3,
      records: [{ system: 'clio', account: 'us:1', entity: 'contact', id: '9', value: {} }],
      seen: ['clio|us:1|contact|9'],
      problems: [{ key: 'clio|us:1|contact|8', code: 'not-found' }],
      links: [{ put: link }],
      pairs: [{ key: `${link.key}|note|5`, link: link.key, entity: 'note', clioId: '5', highlevelId: 'h', at: 1 }],
      known: [
        { key: 'subject|us:1|contact|9', value: {} },
        { key: `person|${link.key}`, value: {} },
      ],
    },
    'view',
  );
  expect(await storage.rows()).toEqual(before);
});

test('an account erased while another one’s answer is being sealed does not cost that answer', async () => {
  const record = { system: 'highlevel', account: 'LOC', entity: 'contact', id: 'new', value: {} } as const;
  const applied = storage.apply({ at: 4, records: [record] }, 'view');
  await Promise.all([applied, erase('clio:us:1')]);
  expect(await storage.keys('records')).toContain('highlevel|LOC|contact|new');
});
