import { expect, test } from 'vitest';
import { isCopy, isMade, leftCreates } from '../../lib/app/rules-made.ts';
import type { Change } from '../../lib/model/change.ts';
import type { Write } from '../../lib/model/outbox.ts';
import type { PairOpen } from '../../lib/store/read-sync.ts';
import type { PairRow } from '../../lib/store/rows.ts';

const task = { title: 'Call the client', due: { kind: 'day', day: '2026-11-24' } };
const write = (more: object = {}): Write =>
  ({
    op: 'clio.task.create',
    connection: 'clio:us:1',
    sentAt: 5,
    body: { label: '', input: { values: { title: 'Call the client', done: false }, matterId: '4' } },
    ...more,
  }) as unknown as Write;
const change = (more: object = {}): Change =>
  ({
    system: 'clio',
    account: 'us:1',
    entity: 'task',
    id: '9',
    at: 7,
    origin: 'pull',
    after: task,
    ...more,
  }) as unknown as Change;

test('a record that is read before its own write has heard of it was made by us', () => {
  expect(isMade(change(), [write()])).toBe(true);
});

test('somebody else’s is not: other words, another account, another kind, or there before', () => {
  expect(isMade(change({ after: { ...task, title: 'Call the court' } }), [write()])).toBe(false);
  expect(isMade(change({ account: 'us:2' }), [write()])).toBe(false);
  expect(isMade(change({ entity: 'note', after: { body: 'Call the client' } }), [write()])).toBe(false);
  expect(isMade(change({ before: { ...task, title: 'Call' } }), [write()])).toBe(false);
  expect(isMade(change(), [])).toBe(false);
});

test('a person is told by their e-mail, else by their whole name: two Smiths on one day are two', () => {
  const create = write({ op: 'clio.contact.create', body: { input: { values: { firstName: 'Ann', lastName: 'Smith' } } } });
  const of = (after: object) => isMade(change({ entity: 'contact', after }), [create]);
  expect(of({ firstName: 'Ann', lastName: 'Smith' })).toBe(true);
  expect(of({ firstName: 'Bob', lastName: 'Smith' })).toBe(false);
  expect(of({ firstName: 'Ann', lastName: 'Smith', email: 'ann@other.example' })).toBe(false);
});

test('what has not left yet made nothing', async () => {
  const rows = [write(), write({ sentAt: undefined }), write({ op: 'clio.task.update' })];
  const outbox = { open: async () => rows, doneSince: async () => [] };
  expect(await leftCreates(outbox, [change()])).toEqual([rows[0]]);
  expect(await leftCreates(outbox, [change({ before: task })])).toEqual([]);
});

test('what was read before its write had heard of it is ours by its id, however late it is looked at', async () => {
  const ours = write({ state: 'done', body: { input: {}, result: { id: '9' } } });
  const asked: number[] = [];
  const outbox = {
    open: async () => [],
    doneSince: async (at: number) => {
      asked.push(at);
      return [ours];
    },
  };
  const creates = await leftCreates(outbox, [change(), change({ at: 8 })]);
  expect(asked).toEqual([7]);
  expect(isMade(change(), creates)).toBe(true);
  expect(isMade(change({ id: '10' }), creates)).toBe(false);
});

test('a copy that we made is ours for good, also when what was kept of it is read anew', async () => {
  const made = (system: 'clio' | 'highlevel') => {
    const row = { key: 'us:1|7|LOC|task|9', link: 'us:1|7|LOC', made: system } as PairRow;
    return { pairsWith: async () => [row], pair: async () => row as PairOpen };
  };
  expect(await isCopy(change(), made('clio'))).toBe(true);
  expect(await isCopy(change({ entity: 'calendar-entry' }), made('clio'))).toBe(true);
  // What it was copied from came about by somebody else.
  expect(await isCopy(change(), made('highlevel'))).toBe(false);
  expect(await isCopy(change({ before: task }), made('clio'))).toBe(false);
  expect(await isCopy(change({ entity: 'contact' }), made('clio'))).toBe(false);
  // The same number in another region is another record.
  expect(await isCopy(change({ account: 'eu:1' }), made('clio'))).toBe(false);
  expect(await isCopy(change(), { ...made('clio'), pairsWith: async () => [] })).toBe(false);
});
