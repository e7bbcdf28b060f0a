import { expect, test } from 'vitest';
import type { Link } from '../../lib/model/link.ts';
import { entriesAgain } from '../../lib/sync/pull-again.ts';
import type { PullParts } from '../../lib/sync/pull-parts.ts';
import type { SyncPair } from '../../lib/sync/sync-pairs.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const ON = Date.parse('2026-11-20T12:00:00Z');
const link = { key: 'us:1|7|loc', highlevelId: 'h' } as Link;
const pair = { clio: { account: 'us:1' }, choice: { since: ON, entities: { appointment: { direction: 'both' } } } } as SyncPair;
const again = async (value: object | undefined, whole?: number) => {
  const parts = {
    reader: { known: async () => (whole === undefined ? undefined : { highlevelId: 'h', at: whole }) },
    syncReader: { cursor: async (key: string) => (value ? { key, value, at: 1, nextAt: 9e15 } : undefined) },
    now: () => NOW,
  } as unknown as PullParts;
  return entriesAgain(parts, pair, link);
};

test('the first reading of a link sends the list of entries back to where two-way sync was switched on', async () => {
  const [row] = await again({ since: '2026-11-22T11:00:00.000Z', seen: { e1: 'x' }, walk: { pages: 1, last: 1 } });
  expect(row).toMatchObject({ key: 'clio.entries|us:1', nextAt: NOW });
  expect(row?.value).toEqual({ since: '2026-11-20T11:45:00.000Z', seen: {}, walk: undefined });
});

test('a list that goes back further still forgets what it has shown: an entry seen before its person was linked was passed by', async () => {
  const [row] = await again({ since: '2026-11-19T00:00:00.000Z', seen: { e1: 'x' } });
  expect(row).toMatchObject({ nextAt: NOW, value: { since: '2026-11-19T00:00:00.000Z', seen: {} } });
});

test('a first walk under way begins again', async () => {
  const [row] = await again({ start: '2026-11-19T00:00:00.000Z', walk: { pages: 2, last: 1, token: 'p3' } });
  expect(row?.value).toEqual({ start: '2026-11-19T00:00:00.000Z', seen: {}, since: undefined, walk: undefined });
});

test('nothing is sent back for a link that was read before, or before the list was ever asked for', async () => {
  expect(await again({ since: '2026-11-22T11:00:00.000Z' }, 5)).toEqual([]);
  expect(await again(undefined)).toEqual([]);
});
