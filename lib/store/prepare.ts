import type { WriteState } from '../model/operation.ts';
import type { WriteRow } from '../model/outbox.ts';
import type { Batch, RecordIn } from './batch.ts';
import type { Database } from './db.ts';
import { doneAt, type Laned, laned } from './lanes.ts';
import { prepareAsks } from './prepare-asks.ts';
import { prepareLinks, type SealedLink } from './prepare-links.ts';
import { outboxContext, type PreparedSync, prepareSync } from './prepare-sync.ts';
import { type AskStored, recordKey, type Sealed, type Sealer } from './rows.ts';
import { prepareRuns } from './rules-batch.ts';
import type { RunRow } from './rules-rows.ts';

export { outboxContext } from './prepare-sync.ts';

export interface SealedRecord extends RecordIn {
  key: string;
  sealed: Sealed;
  placed: Laned;
}

/** A batch with everything sealed. */
export interface Prepared extends PreparedSync {
  records: SealedRecord[];
  links: SealedLink[];
  asks: AskStored[];
  runs: RunRow[];
  known: { key: string; sealed?: Sealed }[];
  writes: { seq: number; patch: Partial<WriteRow>; sealed?: Sealed; seen?: WriteState }[];
}

async function changedOnly(db: Database, sealer: Sealer, { records = [], at }: Batch): Promise<SealedRecord[]> {
  if (!records.length) return [];
  const keyed = records.map((one) => ({ ...one, key: recordKey(one.system, one.account, one.entity, one.id) }));
  const rows = await db.read(['records'], (tx) => Promise.all(keyed.map((one) => tx.objectStore('records').get(one.key))));
  const results = await Promise.all(
    keyed.map(async (one, index) => {
      const row = rows[index];
      const list = one.list ?? row?.list;
      // One that can't be opened any more is written anew.
      const old = row && (await sealer.open<object>(row.sealed, one.key).catch(() => undefined));
      if (row?.list === list && JSON.stringify(old) === JSON.stringify(one.value)) return undefined;
      const placed = await laned(sealer, { ...one, list }, one.value, doneAt(one.value ?? {}, old, row, at));
      return { ...one, placed, sealed: await sealer.seal(one.value, one.key) };
    }),
  );
  return results.filter((one) => one !== undefined);
}

/** Seals a batch. */
// WebCrypto can't be awaited inside an IndexedDB transaction (it would commit itself), so all sealing is done before.
export async function prepare(db: Database, sealer: Sealer, batch: Batch): Promise<Prepared> {
  const bodies = (batch.writes ?? []).filter((one) => one.body);
  const rows = bodies.length
    ? await db.read(['outbox'], (tx) => Promise.all(bodies.map((one) => tx.objectStore('outbox').get(one.seq))))
    : [];
  return {
    records: await changedOnly(db, sealer, batch),
    links: await prepareLinks(db, sealer, batch),
    asks: await prepareAsks(db, sealer, batch),
    runs: await prepareRuns(sealer, batch),
    ...(await prepareSync(sealer, batch)),
    known: await Promise.all(
      (batch.known ?? []).map(async ({ key, value }) =>
        value === undefined ? { key } : { key, sealed: await sealer.seal(value, `known|${key}`) },
      ),
    ),
    writes: await Promise.all(
      (batch.writes ?? []).map(async ({ body, ...one }) => {
        const row = body && rows[bodies.findIndex(({ seq }) => seq === one.seq)];
        return row ? { ...one, sealed: await sealer.seal(body, outboxContext(row)) } : one;
      }),
    ),
  };
}
