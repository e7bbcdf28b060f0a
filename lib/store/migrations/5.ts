import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { RankrSchema, StoreName } from '../rows.ts';

type UpgradeTx = IDBPTransaction<RankrSchema, StoreName[], 'versionchange'>;

/** Version 5: pairs are found from the Clio side too, whoever's they are. IndexedDB fills the new index from the rows that are there. */
export function migrate5(_: IDBPDatabase<RankrSchema>, tx: UpgradeTx): void {
  tx.objectStore('pairs').createIndex('clio', ['entity', 'clioId']);
}
