import type { Origin } from '../model/change.ts';
import { AppError } from '../model/errors.ts';
import type { Batch } from './batch.ts';
import type { Prepared, SealedRecord } from './prepare.ts';
import { putLink } from './put-links.ts';
import type { ChangeRow, RecordRow } from './rows.ts';
import type { Tx } from './transaction.ts';

type WriteTx = Tx<'readwrite'>;

/** When records were removed, by key: an answer that left before must not bring them back. */
export type Removed = Map<string, number>;

/** Written since the answer's request left. A time that is still to come was written under a wrong clock and counts for nothing. */
const isNewer = (at: number | undefined, { since, at: now }: Batch): boolean =>
  at !== undefined && since !== undefined && at > since && at <= now;

export async function putRecords(
  tx: WriteTx,
  batch: Batch,
  records: SealedRecord[],
  log: (row: ChangeRow) => Promise<unknown>,
  origin: Origin,
  removed: Removed,
): Promise<number> {
  let count = 0;
  for (const { key, list, system, account, entity, id, sealed, placed } of records) {
    const store = tx.objectStore('records');
    const old = await store.get(key);
    if (isNewer(old?.readAt ?? removed.get(key), batch)) continue;
    await store.put({ key, list: list ?? old?.list, system, account, entity, id, sealed, readAt: batch.at, ...placed });
    await log({ system, account, entity, id, before: old?.sealed, after: sealed, origin, at: batch.at });
    count += 1;
  }
  return count;
}

const whatOf = ({ system, account, entity, id }: RecordRow) => ({ system, account, entity, id });

export async function removeGone(
  tx: WriteTx,
  batch: Batch,
  log: (row: ChangeRow) => Promise<unknown>,
  origin: Origin,
  removed: Removed,
): Promise<number> {
  const { lists = [], gone: keys = [], lost = [] } = batch;
  if (!lists.length && !keys.length && !lost.length) return 0;
  const store = tx.objectStore('records');
  const gone: RecordRow[] = [];
  for (const { key, ids } of lists) {
    const rows = await store.index('list').getAll(key);
    gone.push(...rows.filter((row) => !ids.includes(row.id) && !isNewer(row.readAt, batch)));
  }
  for (const key of keys) {
    const row = await store.get(key);
    if (row) gone.push(row);
  }
  for (const key of lost) {
    const row = await store.get(key);
    // Told by us and not by a list: nobody has to look for it once more.
    if (row) await log({ ...whatOf(row), before: row.sealed, origin: 'person', at: batch.at });
  }
  for (const row of gone) {
    await store.delete(row.key);
    removed.set(row.key, batch.at);
    await log({ ...whatOf(row), before: row.sealed, origin, at: batch.at });
  }
  return gone.length;
}

export async function putReads(tx: WriteTx, batch: Batch): Promise<void> {
  const keys = [...(batch.lists ?? []).map((one) => one.key), ...(batch.seen ?? [])];
  for (const key of keys) await tx.objectStore('reads').put({ key, at: batch.at });
  for (const { key, code } of batch.problems ?? []) {
    const reads = tx.objectStore('reads');
    const old = await reads.get(key);
    await reads.put({ key, at: old?.at ?? 0, problem: { code, at: batch.at } });
  }
}

export async function putRest(tx: WriteTx, batch: Batch, prepared: Prepared): Promise<void> {
  for (const change of prepared.links) await putLink(tx, change);
  for (const { key, sealed } of prepared.known) {
    if (sealed) await tx.objectStore('known').put({ key, sealed, at: batch.at });
    else await tx.objectStore('known').delete(key);
  }
  for (const { seq, patch, sealed, seen } of prepared.writes) {
    const row = await tx.objectStore('outbox').get(seq);
    if (seen && row?.state !== seen) throw new AppError('changed-meanwhile');
    // A row the user dropped meanwhile stays dropped.
    if (row) await tx.objectStore('outbox').put({ ...row, ...patch, ...(sealed ? { sealed } : {}) });
  }
}
