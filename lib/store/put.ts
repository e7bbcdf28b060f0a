import type { Origin } from '../model/change.ts';
import type { Batch } from './batch.ts';
import type { Prepared, SealedRecord } from './prepare.ts';
import type { ChangeRow, RecordRow } from './rows.ts';
import type { Tx } from './transaction.ts';

type WriteTx = Tx<'readwrite'>;

export async function putRecords(
  tx: WriteTx,
  batch: Batch,
  records: SealedRecord[],
  log: (row: ChangeRow) => Promise<unknown>,
  origin: Origin,
): Promise<number> {
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

export async function removeGone(
  tx: WriteTx,
  batch: Batch,
  log: (row: ChangeRow) => Promise<unknown>,
  origin: Origin,
): Promise<number> {
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

export async function putReads(tx: WriteTx, batch: Batch): Promise<void> {
  const reads = tx.objectStore('reads');
  for (const key of [...(batch.lists ?? []).map((one) => one.key), ...(batch.seen ?? [])]) await reads.put({ key, at: batch.at });
  for (const { key, code } of batch.problems ?? []) {
    const old = await reads.get(key);
    await reads.put({ key, at: old?.at ?? 0, problem: { code, at: batch.at } });
  }
}

export async function putRest(tx: WriteTx, batch: Batch, prepared: Prepared): Promise<void> {
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
