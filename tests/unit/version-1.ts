import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { newKey, sealWith } from '../../lib/auth/seal.ts';
import type { WriteState } from '../../lib/model/operation.ts';
import { migrate1 } from '../../lib/store/migrations/1.ts';
import { clio, location } from './store-parts.ts';

/** A disk as version 1 left it: its own migration, its own shapes of rows, its own sealing contexts, written out here word by word. */
export const LINK = 'us:1|7|LOC';
export const STATES: WriteState[] = ['queued', 'sending', 'unknown', 'needs-you', 'failed', 'done'];
export const link1 = {
  key: LINK,
  ...{ clioAccount: 'us:1', clioId: '7', locationId: 'LOC', highlevelId: 'h7', by: 'match', at: 5 },
  reasons: [{ code: 'same-email', tone: 'good', value: 'ana@example.com' }],
  base: { firstName: 'Ana', email: 'ana@example.com' },
};
export const TOKENS = { accessToken: 'a', refreshToken: 'ra', expiresAt: 9 };
export const RECORD = { id: '7', name: 'Ana Silva', emails: [{ value: 'ana@example.com', primary: true }] };

type Seal = (value: unknown, context: string) => ReturnType<typeof sealWith>;

const writes = (seal: Seal) =>
  Promise.all(
    STATES.map(async (state, index) => {
      const op = 'highlevel.task.create';
      const act = `act-${index}`;
      const sealed = await seal({ label: `Task ${index}`, input: { title: `Call ${index}` } }, `outbox|${act}|${op}`);
      return {
        ...{ op, act, sealed, state, kind: 'task.push', connection: 'highlevel:LOC', key: 'highlevel|LOC|h7', link: LINK },
        ...{ attempts: index, checks: 0, queuedAt: 10 + index, nextAt: 10 + index },
      };
    }),
  );

export async function openVersion1(name: string) {
  return openDB(name, 1, { upgrade: (db) => migrate1(db as never) });
}

/** Writes one of everything; returns the open connection. */
export async function version1(name: string) {
  const db = await openVersion1(name);
  const key = await newKey();
  const seal: Seal = (value, context) => sealWith(key, value, context);
  const record = { system: 'clio', account: 'us:1', entity: 'contact', id: '7', readAt: 3 };
  const recordKey = 'clio|us:1|contact|7';
  const pair = { link: LINK, entity: 'task', at: 4 };
  const { by: _, reasons: __, base: ___, at: ____, ...plain } = link1;
  await db.put('keys', key, 'seal');
  for (const one of [clio('us:1'), location('LOC')]) {
    await db.put('connections', one);
    await db.put('vault', { id: one.id, sealed: await seal(TOKENS, `vault|${one.id}`) });
  }
  await db.put('settings', { 'clio:us:1': 'highlevel:LOC' }, 'pairs');
  await db.put('settings', { highlevel: true, clio: false }, 'writing');
  await db.put('records', { ...record, key: recordKey, list: 'clio|us:1|contact|of|', sealed: await seal(RECORD, recordKey) });
  await db.put('links', { ...plain, sealed: await seal(link1, `link|${LINK}`) });
  await db.put('pairs', { ...pair, key: `${LINK}|task|51`, clioId: '51', highlevelId: 't51' });
  await db.put('pairs', { ...pair, key: `${LINK}|note|61`, entity: 'note', clioId: '61', highlevelId: 'n61' });
  const change = { system: 'clio', entity: 'contact', id: '7', origin: 'view', at: 3 };
  await db.add('changes', { ...change, after: await seal(RECORD, recordKey) });
  const known = `person|${LINK}`;
  await db.put('known', { key: known, sealed: await seal({ kind: 'sure' }, `known|${known}`) });
  await db.put('reads', { key: recordKey, at: 3 });
  for (const row of await writes(seal)) await db.add('outbox', row);
  return db;
}
