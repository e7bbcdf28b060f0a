import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { RankrSchema, StoreName } from '../rows.ts';

type UpgradeTx = IDBPTransaction<RankrSchema, StoreName[], 'versionchange'>;

/**
 * Version 4: lists over all people by time. What a row is listed by stands in its sealed part, which can't be opened in here (WebCrypto can't be
 * awaited in an upgrade), and an unchanged record is never written again. So rows stay as they are, and `unlaned` says from which key on
 * lib/store/lanes still has to go through them; without rows of before there is nothing to go through.
 */
export function migrate4(_: IDBPDatabase<RankrSchema>, tx: UpgradeTx, from = 0): void {
  const records = tx.objectStore('records');
  records.createIndex('when', ['lane', 'when']);
  records.createIndex('who', ['lane', 'who', 'when']);
  tx.objectStore('asks').createIndex('newest', ['state', 'at']);
  if (from) tx.objectStore('settings').put('', 'unlaned');
}
