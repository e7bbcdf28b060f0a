import type { Origin } from '../model/change.ts';
import { type Batch, ofAccounts } from './batch.ts';
import type { Database } from './db.ts';
import type { Eras } from './eras.ts';
import { type Prepared, prepare } from './prepare.ts';
import { withoutLinked } from './prepare-asks.ts';
import { putReads, putRecords, putRest, type Removed, removeGone } from './put.ts';
import { putSync, storesOf } from './put-sync.ts';
import type { ChangeRow, Sealer } from './rows.ts';
import type { Tx } from './transaction.ts';

export type Apply = (batch: Batch, origin: Origin) => Promise<void>;

type WriteTx = Tx<'readwrite'>;

const accountsIn = async (tx: Tx): Promise<string[]> => (await tx.objectStore('connections').getAll()).map((one) => one.account);

async function put(tx: WriteTx, batch: Batch, prepared: Prepared, origin: Origin, removed: Removed): Promise<void> {
  const log = (row: ChangeRow) => tx.objectStore('changes').add(row);
  await putRecords(tx, batch, prepared.records, log, origin, removed);
  await removeGone(tx, batch, log, origin, removed);
  await putReads(tx, batch);
  await putRest(tx, batch, prepared);
  await putSync(tx, batch, prepared);
}

interface ApplyParts {
  db: Database;
  sealer: Sealer;
  eras: Eras;
  removed: Removed;
}

/** False when an account was erased while the batch was being sealed: it is looked at again. */
async function attempt({ db, sealer, eras, removed }: ApplyParts, batch: Batch, origin: Origin): Promise<boolean> {
  const began = eras.mark();
  const connected = await db.read(['connections'], accountsIn, 'accounts');
  // Nothing of a batch is left without an account, and there is no key to seal it with.
  if (!connected.length) return true;
  const left = withoutLinked(ofAccounts(batch, connected));
  const prepared = await prepare(db, sealer, left).catch((error) => {
    // The key went with "erase everything" while this was being sealed.
    if (eras.erasedSince(began)) return undefined;
    throw error;
  });
  if (!prepared) return true;
  return db.write(
    ['connections', ...storesOf(left)],
    async (tx) => {
      // Erased and connected anew meanwhile: what was sealed before could not be opened any more.
      if (eras.erasedSince(began)) return true;
      const accounts = await accountsIn(tx as unknown as Tx);
      if (connected.some((account) => !accounts.includes(account))) return false;
      await put(tx, left, prepared, origin, removed);
      return true;
    },
    prepared.writes.length + prepared.enqueue.length > 0,
    ['connections'],
  );
}

/**
 * The only writer of entity data: rows, lists, links and outbox progress of one answer in one transaction, each change in the log.
 * Strict durability where the outbox is touched. Calls run one after the other, so a comparison never sees half of another.
 */
export function createApply(db: Database, sealer: Sealer, eras: Eras, changed: () => void): Apply {
  const parts: ApplyParts = { db, sealer, eras, removed: new Map() };
  let last: Promise<unknown> = Promise.resolve();
  const run = async (batch: Batch, origin: Origin): Promise<void> => {
    while (!(await attempt(parts, batch, origin)));
    changed();
  };
  return (batch, origin) => {
    const next = last.then(() => run(batch, origin));
    last = next.catch(() => undefined);
    return next;
  };
}
