import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { RankrSchema, StoreName } from '../rows.ts';

type UpgradeTx = IDBPTransaction<RankrSchema, StoreName[], 'versionchange'>;

/**
 * Version 2: what two-way sync remembers. Rows of version 1 stay as they are: links keep their base, pairs are without an agreed value
 * until both sides were compared, changes without an account are skipped by readers, the hashing key comes with its first use.
 */
export function migrate2(db: IDBPDatabase<RankrSchema>, tx: UpgradeTx): void {
  tx.objectStore('pairs').createIndex('highlevel', ['entity', 'highlevelId']);
  const people = db.createObjectStore('people', { keyPath: 'key' });
  people.createIndex('hash', 'hashes', { multiEntry: true });
  people.createIndex('changed', ['system', 'account', 'changedAt']);
  people.createIndex('link', 'links', { multiEntry: true });
  db.createObjectStore('cursors', { keyPath: 'key' });
  db.createObjectStore('readers', { keyPath: 'name' });
  db.createObjectStore('dirty', { keyPath: 'key' }).createIndex('at', 'at');
  const asks = db.createObjectStore('asks', { keyPath: 'key' });
  asks.createIndex('state', 'state');
  asks.createIndex('link', 'link');
  const activity = db.createObjectStore('activity', { keyPath: 'seq', autoIncrement: true });
  activity.createIndex('at', 'at');
  activity.createIndex('link', 'link');
  activity.createIndex('act', 'act');
}
