import { expect, test } from 'vitest';
import type { Write } from '../../lib/model/outbox.ts';
import { takenIds } from '../../lib/sync/taken.ts';

const pair = (clioId: string, highlevelId: string, at: number) => ({ clioId, highlevelId, at });
const stores = {
  outbox: { ofLink: async () => [{ seq: 2, body: { result: { id: 'hl-of-2' } } }] },
  reader: { pairs: async () => [pair('c1', 'hl1', 50), pair('c2', 'hl2', 150)] },
  syncReader: {
    pairsWith: async (_: string, __: string, ids: string[]) =>
      [
        { link: 'l', clioId: 'c1', highlevelId: 'hl1' },
        { link: 'other', clioId: 'c9', highlevelId: 'hl9' },
      ].filter(({ clioId }) => ids.includes(clioId)),
  },
} as unknown as Parameters<typeof takenIds>[0];
const write = (more: object): Write =>
  ({ seq: 1, op: 'clio.task.create', link: 'l', sentAt: 100, body: {}, ...more }) as unknown as Write;

test('a record that sync has copied since the row was sent may be the one the row made', async () => {
  expect(await takenIds(stores, write({}))).toEqual(['hl-of-2', 'c1', 'hl1']);
});

test('a push knows its own pair, and no other record is its own', async () => {
  expect(await takenIds(stores, write({ body: { pair: { entity: 'task', clioId: 'c1' } } }))).toEqual(['hl-of-2', 'c2', 'hl2']);
});

test("a record in the list that is somebody else's is not its own: Clio lists tasks without a matter for everybody", async () => {
  expect(await takenIds(stores, write({ sentAt: 0 }), ['c1', 'c9', 'c10'])).toEqual(['c9', 'hl-of-2']);
});

test('a record that was completed as soon as it was on the screen was made by somebody else than that click', async () => {
  const rows = [
    { seq: 2, op: 'highlevel.task.complete', body: { input: { taskId: 'hl5', completed: true }, result: { id: 'hl5' } } },
    { seq: 3, op: 'highlevel.task.create', body: { input: { contactId: 'hl7' }, result: { id: 'hl6' } } },
  ];
  const seen = { ...stores, outbox: { ofLink: async () => rows } } as unknown as typeof stores;
  expect(await takenIds(seen, write({ op: 'highlevel.task.create', sentAt: 0 }))).toEqual(['hl6']);
});
