import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { sealWith } from '../../lib/auth/seal.ts';
import { migrate2 } from '../../lib/store/migrations/2.ts';
import { migrate3 } from '../../lib/store/migrations/3.ts';
import { migrate4 } from '../../lib/store/migrations/4.ts';
import { createStorage } from './store-parts.ts';
import { LINK, version1 } from './version-1.ts';

const STEPS = [migrate2, migrate3, migrate4] as ((...args: never[]) => void)[];
const ASK = { key: `conflict|${LINK}|contact|`, kind: 'conflict', clioAccount: 'us:1', locationId: 'LOC', link: LINK };
const BODY = { label: 'Ana', offers: ['clio', 'highlevel'] };

/** A disk as that version left it, word by word: what two-way sync had found out by then. */
async function left(version: 2 | 4): Promise<string> {
  const name = `rankr-${crypto.randomUUID()}`;
  (await version1(name)).close();
  const db = await openDB(name, version, {
    upgrade(one, from, _, tx) {
      for (const step of STEPS.slice(0, version - 1)) step(one as never, tx as never, from as never);
    },
  });
  const key = (await db.get('keys', 'seal')) as CryptoKey;
  await db.put('dirty', { key: `contact;${LINK}`, at: 20, mark: 3, tries: 1 });
  await db.put('cursors', { key: 'clio.contacts|us:1', value: { since: '2026-11-01T00:00:00.000Z' }, at: 9, nextAt: 12 });
  await db.put('readers', { name: 'sync', seq: 1 });
  await db.put('asks', { ...ASK, state: 'open', at: 5, sealed: await sealWith(key, BODY, `ask|${ASK.key}`) });
  for (const at of [6, 7]) {
    const sealed = await sealWith(key, { label: `Row ${at}` }, `activity|${at}|a${at}|highlevel.task.create`);
    const row = { at, kind: 'write', by: 'sync', outcome: 'done', act: `a${at}`, op: 'highlevel.task.create', link: LINK };
    await db.add('activity', { ...row, account: 'LOC', sealed });
  }
  const agreed = { base: { title: 'Call' }, written: { clio: {}, highlevel: {} } };
  const pair = { key: `${LINK}|task|52`, link: LINK, entity: 'task', clioId: '52', highlevelId: 't52', at: 8 };
  await db.put('pairs', { ...pair, made: 'highlevel', sealed: await sealWith(key, agreed, `pair|${pair.key}`) });
  if (version === 4) await db.put('backfills', { id: 'b1', rule: 'r1', version: 1, state: 'paused', done: 3 });
  db.close();
  return name;
}

test.each([2, 4] as const)(
  'what two-way sync knew under version %i is all there after the upgrade, and opens',
  async (version) => {
    const { syncReader, db } = createStorage(await left(version));
    expect(await syncReader.dirty(20, 9)).toEqual([{ key: `contact;${LINK}`, at: 20, mark: 3, tries: 1 }]);
    expect(await syncReader.cursor('clio.contacts|us:1')).toMatchObject({
      value: { since: '2026-11-01T00:00:00.000Z' },
      nextAt: 12,
    });
    expect(await syncReader.reader('sync')).toBe(1);
    expect(await syncReader.asks('open', 9)).toMatchObject([{ ...ASK, state: 'open', body: BODY }]);
    expect((await syncReader.activity({ link: LINK }, undefined, 9)).map(({ at, body }) => `${at} ${body.label}`)).toEqual([
      '7 Row 7',
      '6 Row 6',
    ]);
    const [pair] = await syncReader.pairsWith('clio', 'task', ['52']);
    expect(pair).toMatchObject({ made: 'highlevel', highlevelId: 't52' });
    expect(await syncReader.pair(`${LINK}|task|52`)).toMatchObject({ agreed: { base: { title: 'Call' } } });
    const backfills = await db.read(['backfills'], (tx) => tx.objectStore('backfills').getAllKeys());
    expect(backfills).toEqual(version === 4 ? ['b1'] : []);
  },
);
