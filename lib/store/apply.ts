import type { Entity, Origin } from '../model/change.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { Link } from '../model/link.ts';
import type { WriteBody, WriteRow } from '../model/outbox.ts';
import type { System } from '../model/subject.ts';
import type { Database, Tx } from './db.ts';
import { type ChangeRow, type LinkRow, type PairRow, type RecordRow, recordKey, type Sealed, type Sealer, type StoreName } from './rows.ts';

export interface RecordIn {
  system: System;
  account: string;
  entity: Entity;
  id: string;
  value: unknown;
  /** listKey of the list it was read in. */
  list?: string;
}

/** Everything one answer changes, written in one transaction. */
export interface Batch {
  /** When the answer was read. */
  at: number;
  /** When the request left: rows written since then are newer than this answer and are kept. */
  since?: number;
  records?: RecordIn[];
  /** Lists read to the end: rows of theirs that are not named any more are gone. */
  lists?: { key: string; ids: string[] }[];
  /** recordKeys that no longer exist. */
  gone?: string[];
  /** Single records read (recordKeys), so that their age is known even when nothing changed. */
  seen?: string[];
  /** Lists or records that could not be read this time. */
  problems?: { key: string; code: ErrorCode }[];
  links?: { put?: Link; remove?: string }[];
  /** `value: undefined` forgets. */
  known?: { key: string; value: unknown }[];
  pairs?: PairRow[];
  /** Keys of pairs taken back. */
  unpair?: string[];
  writes?: { seq: number; patch: Partial<WriteRow>; body?: WriteBody }[];
}

const STORES: StoreName[] = ['connections', 'records', 'links', 'pairs', 'changes', 'known', 'reads', 'outbox'];

interface SealedRecord extends RecordIn {
  key: string;
  sealed: Sealed;
}

interface Prepared {
  records: SealedRecord[];
  links: { put?: LinkRow; remove?: string }[];
  known: { key: string; sealed?: Sealed }[];
  writes: { seq: number; patch: Partial<WriteRow>; sealed?: Sealed }[];
}

export const outboxContext = (row: { op: string; act: string }): string => `outbox|${row.act}|${row.op}`;

async function changedOnly(db: Database, sealer: Sealer, records: RecordIn[]): Promise<SealedRecord[]> {
  const keyed = records.map((one) => ({ ...one, key: recordKey(one.system, one.account, one.entity, one.id) }));
  const rows = await db.read(['records'], (tx) => Promise.all(keyed.map((one) => tx.objectStore('records').get(one.key))));
  const results = await Promise.all(
    keyed.map(async (one, index) => {
      const row = rows[index];
      const same = row && row.list === (one.list ?? row.list) && JSON.stringify(await sealer.open(row.sealed, one.key)) === JSON.stringify(one.value);
      return same ? undefined : { ...one, sealed: await sealer.seal(one.value, one.key) };
    }),
  );
  return results.filter((one) => one !== undefined);
}

// WebCrypto can't be awaited inside an IndexedDB transaction (it would commit itself), so all sealing is done before.
async function prepare(db: Database, sealer: Sealer, batch: Batch): Promise<Prepared> {
  const bodies = (batch.writes ?? []).filter((one) => one.body);
  const rows = bodies.length ? await db.read(['outbox'], (tx) => Promise.all(bodies.map((one) => tx.objectStore('outbox').get(one.seq)))) : [];
  return {
    records: await changedOnly(db, sealer, batch.records ?? []),
    links: await Promise.all(
      (batch.links ?? []).map(async ({ put, remove }) =>
        put
          ? {
              put: {
                key: put.key, clioAccount: put.clioAccount, clioId: put.clioId, locationId: put.locationId, highlevelId: put.highlevelId,
                sealed: await sealer.seal(put, `link|${put.key}`),
              },
            }
          : { remove },
      ),
    ),
    known: await Promise.all(
      (batch.known ?? []).map(async ({ key, value }) => (value === undefined ? { key } : { key, sealed: await sealer.seal(value, `known|${key}`) })),
    ),
    writes: await Promise.all(
      (batch.writes ?? []).map(async ({ seq, patch, body }) => {
        const row = body && rows[bodies.findIndex((one) => one.seq === seq)];
        return row ? { seq, patch, sealed: await sealer.seal(body, outboxContext(row)) } : { seq, patch };
      }),
    ),
  };
}

type WriteTx = Tx<'readwrite'>;

async function putRecords(tx: WriteTx, batch: Batch, records: SealedRecord[], log: (row: ChangeRow) => Promise<unknown>, origin: Origin): Promise<number> {
  const store = tx.objectStore('records');
  let count = 0;
  for (const { key, list, system, account, entity, id, sealed } of records) {
    const old = await store.get(key);
    if (old && batch.since !== undefined && old.readAt > batch.since) continue;
    await store.put({ key, list: list ?? old?.list, system, account, entity, id, sealed, readAt: batch.at });
    await log({ system, entity, id, before: old?.sealed, after: sealed, origin, at: batch.at });
    count += 1;
  }
  return count;
}

async function removeGone(tx: WriteTx, batch: Batch, log: (row: ChangeRow) => Promise<unknown>, origin: Origin): Promise<number> {
  const store = tx.objectStore('records');
  const gone: RecordRow[] = [];
  for (const { key, ids } of batch.lists ?? []) {
    const rows = await store.index('list').getAll(key);
    gone.push(...rows.filter((row) => !ids.includes(row.id) && !(batch.since !== undefined && row.readAt > batch.since)));
  }
  for (const key of batch.gone ?? []) {
    const row = await store.get(key);
    if (row) gone.push(row);
  }
  for (const row of gone) {
    await store.delete(row.key);
    await log({ system: row.system, entity: row.entity, id: row.id, before: row.sealed, origin, at: batch.at });
  }
  return gone.length;
}

async function putReads(tx: WriteTx, batch: Batch): Promise<void> {
  const reads = tx.objectStore('reads');
  for (const key of [...(batch.lists ?? []).map((one) => one.key), ...(batch.seen ?? [])]) await reads.put({ key, at: batch.at });
  for (const { key, code } of batch.problems ?? []) {
    const old = await reads.get(key);
    await reads.put({ key, at: old?.at ?? 0, problem: { code, at: batch.at } });
  }
}

async function putRest(tx: WriteTx, batch: Batch, prepared: Prepared): Promise<void> {
  for (const { put, remove } of prepared.links) {
    if (put) await tx.objectStore('links').put(put);
    if (remove) await tx.objectStore('links').delete(remove);
  }
  for (const { key, sealed } of prepared.known) {
    if (sealed) await tx.objectStore('known').put({ key, sealed });
    else await tx.objectStore('known').delete(key);
  }
  for (const pair of batch.pairs ?? []) await tx.objectStore('pairs').put(pair);
  for (const key of batch.unpair ?? []) await tx.objectStore('pairs').delete(key);
  for (const { seq, patch, sealed } of prepared.writes) {
    const row = await tx.objectStore('outbox').get(seq);
    // A row the user dropped meanwhile stays dropped.
    if (row) await tx.objectStore('outbox').put({ ...row, ...patch, ...(sealed ? { sealed } : {}) });
  }
}

/** What is left of a batch once an account was erased while its answer was on the way: nothing of that account comes back. */
function ofAccounts(batch: Batch, accounts: string[]): Batch {
  const ours = (key: string): boolean => accounts.some((account) => key.includes(account));
  return {
    ...batch,
    records: batch.records?.filter((one) => accounts.includes(one.account)),
    lists: batch.lists?.filter((one) => ours(one.key)),
    seen: batch.seen?.filter(ours),
    problems: batch.problems?.filter((one) => ours(one.key)),
    links: batch.links?.filter(({ put }) => !put || (accounts.includes(put.clioAccount) && accounts.includes(put.locationId))),
    // Hints belong to a page, not to an account; with no account left they go too.
    known: batch.known?.filter((one) => ours(one.key) || (one.key.startsWith('hint|') && accounts.length > 0)),
    pairs: batch.pairs?.filter((one) => ours(one.key)),
  };
}

export type Apply = (batch: Batch, origin: Origin) => Promise<void>;

/**
 * The only writer of entity data: rows, lists, links and outbox progress of one answer in one transaction, each change in the log.
 * Strict durability where the outbox is touched. Calls run one after the other, so a comparison never sees half of another.
 */
export function createApply(db: Database, sealer: Sealer, changed: () => void): Apply {
  let last: Promise<unknown> = Promise.resolve();
  const run = async (batch: Batch, origin: Origin): Promise<void> => {
    const connected = (await db.read(['connections'], (tx) => tx.objectStore('connections').getAll())).map((one) => one.account);
    const prepared = await prepare(db, sealer, ofAccounts(batch, connected));
    await db.write(
      STORES,
      async (tx) => {
        const accounts = (await tx.objectStore('connections').getAll()).map((one) => one.account);
        if (connected.some((account) => !accounts.includes(account))) return;
        const log = (row: ChangeRow) => tx.objectStore('changes').add(row);
        const left = ofAccounts(batch, accounts);
        await putRecords(tx, left, prepared.records, log, origin);
        await removeGone(tx, left, log, origin);
        await putReads(tx, left);
        await putRest(tx, left, prepared);
      },
      prepared.writes.length > 0,
    );
    changed();
  };
  return (batch, origin) => {
    const next = last.then(() => run(batch, origin));
    last = next.catch(() => undefined);
    return next;
  };
}
