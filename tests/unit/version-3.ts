import { openDB } from 'idb';
import { sealWith } from '../../lib/auth/seal.ts';
import { migrate2 } from '../../lib/store/migrations/2.ts';
import { migrate3 } from '../../lib/store/migrations/3.ts';
import { link1, version1 } from './version-1.ts';

const place = { system: 'clio', account: 'us:1' };
const there = { system: 'highlevel', account: 'LOC' };

/** Records as version 3 kept them, word by word: nothing readable tells when they are due or whose they are. */
export const RECORDS_3 = [
  {
    ...place,
    entity: 'task',
    id: 'late',
    owner: '7',
    value: { title: 'Late', due: { kind: 'day', day: '2026-11-20' }, done: false },
  },
  {
    ...place,
    entity: 'task',
    id: 'done',
    owner: '7',
    value: { title: 'Done', due: { kind: 'day', day: '2026-11-19' }, done: true },
  },
  { ...place, entity: 'note', id: 'old', owner: '7', value: { text: 'old', at: '2026-01-02', authorName: 'Priya Shah' } },
  {
    ...place,
    entity: 'note',
    id: 'secret',
    owner: 'matter:9',
    value: { text: 'secret', at: '2026-11-21', authorName: 'Priya Shah' },
  },
  {
    ...there,
    entity: 'appointment',
    id: 'call',
    owner: 'h7',
    value: { title: 'Call', startsAt: '2026-11-24T15:00:00.000Z', status: 'confirmed', assigneeId: 'u1' },
  },
  {
    ...there,
    entity: 'appointment',
    id: 'off',
    owner: 'h7',
    value: { title: 'Off', startsAt: '2026-11-24T16:00:00.000Z', status: 'cancelled', assigneeId: 'u1' },
  },
] as const;

/** A disk as version 3 left it, grown from version 1, with many contacts among the records. */
export async function version3(name: string, contacts = 0): Promise<void> {
  (await version1(name)).close();
  const db = await openDB(name, 3, {
    upgrade(one, _, __, tx) {
      migrate2(one as never, tx as never);
      migrate3(one as never);
    },
  });
  const key = (await db.get('keys', 'seal')) as CryptoKey;
  for (const { owner, value, ...row } of RECORDS_3) {
    const list = `${row.system}|${row.account}|${row.entity}|of|${owner}`;
    const id = `${row.system}|${row.account}|${row.entity}|${row.id}`;
    await db.put('records', { ...row, key: id, list, sealed: await sealWith(key, value, id), readAt: 3 });
  }
  const contact = await sealWith(key, { id: '7', name: 'Ana' }, 'clio|us:1|contact|0');
  const tx = db.transaction('records', 'readwrite');
  for (let at = 0; at < contacts; at += 1)
    void tx.store.put({ ...place, entity: 'contact', id: `${at}`, key: `clio|us:1|contact|${at}`, sealed: contact, readAt: 3 });
  await tx.done;
  db.close();
}

export const LINKED_3 = { clio: link1.clioAccount, highlevel: link1.locationId };
