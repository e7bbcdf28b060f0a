import type { System } from '../model/subject.ts';
import { CONCERNS } from '../store/accounts-of.ts';
import { forgetCounts } from '../store/count-people.ts';
import type { Database } from '../store/db.ts';
import type { Eras } from '../store/eras.ts';
import { tellPeople } from '../store/put-links.ts';
import { type RankrSchema, STORE_NAMES, type StoreName } from '../store/rows.ts';
import { forgetChoices } from '../store/settings.ts';
import type { Tx } from '../store/transaction.ts';

export interface EraseParts {
  db: Database;
  /** Told before anything is deleted, so that work on its way keeps nothing afterwards. */
  eras: Eras;
  /** Drops the sealing key from memory. */
  forgetKey: () => void;
  /** Clears storage.session and storage.local. */
  clearAreas: () => Promise<void>;
  changed: () => void;
}

export interface Erase {
  /** One account: its credentials, every record, link, pair and decision of it, and its waiting writes. */
  connection(id: string): Promise<void>;
  /** Everything, the sealing key with it: what the disk may still hold of the rest can't be read any more. */
  everything(): Promise<void>;
}

type WriteTx = Tx<'readwrite'>;
const SYSTEMS: System[] = ['clio', 'highlevel'];

async function sweep<N extends StoreName>(
  tx: WriteTx,
  name: N,
  concerns: (row: RankrSchema[N]['value']) => boolean,
): Promise<void> {
  for (let at = await tx.objectStore(name).openCursor(); at; at = await at.continue()) {
    if (concerns(at.value as RankrSchema[N]['value'])) await at.delete();
  }
}

/** The index of the account, as ranges of keys (there may be 100,000), and the other side's entries that were linked to it. */
async function forgetPeople(tx: WriteTx, account: string): Promise<void> {
  for (const system of SYSTEMS) {
    await tx.objectStore('people').delete(IDBKeyRange.bound(`${system}|${account}|`, `${system}|${account}|\uffff`));
    await forgetCounts(tx, system, account);
  }
  for (const row of await tx.objectStore('links').getAll()) {
    if (CONCERNS.links(row, account)) await tellPeople(tx, row, undefined);
  }
}

async function eraseAccount(tx: WriteTx, id: string): Promise<void> {
  const account = id.slice(id.indexOf(':') + 1);
  await tx.objectStore('vault').delete(id);
  await tx.objectStore('connections').delete(id);
  await forgetPeople(tx, account);
  for (const name of Object.keys(CONCERNS) as (keyof typeof CONCERNS)[]) {
    await sweep(tx, name, (row) => CONCERNS[name](row as never, account));
  }
  await forgetChoices(tx, id);
}

export function createErase({ db, eras, forgetKey, clearAreas, changed }: EraseParts): Erase {
  return {
    async connection(id) {
      eras.erase(id);
      await db.write(STORE_NAMES, (tx) => eraseAccount(tx, id), true);
      changed();
    },
    async everything() {
      eras.erase();
      // One transaction: a browser that is killed here finds all of it or nothing at its next start.
      await db.write(STORE_NAMES, (tx) => Promise.all(STORE_NAMES.map((name) => tx.objectStore(name).clear())), true);
      forgetKey();
      await db.destroy();
      await clearAreas();
      changed();
    },
  };
}
