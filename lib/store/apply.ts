import type { Origin } from '../model/change.ts';
import { type Batch, ofAccounts } from './batch.ts';
import type { Database } from './db.ts';
import { prepare } from './prepare.ts';
import { putReads, putRecords, putRest, removeGone } from './put.ts';
import type { ChangeRow, Sealer, StoreName } from './rows.ts';

const STORES: StoreName[] = ['connections', 'records', 'links', 'pairs', 'changes', 'known', 'reads', 'outbox'];

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
