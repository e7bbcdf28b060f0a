import type { IDBPDatabase } from 'idb';
import type { RankrSchema } from '../rows.ts';

/** Version 1: the first stores. Later steps add files beside this one; a released step is never edited. */
export function migrate1(db: IDBPDatabase<RankrSchema>): void {
  db.createObjectStore('keys');
  db.createObjectStore('vault', { keyPath: 'id' });
  db.createObjectStore('connections', { keyPath: 'id' });
  db.createObjectStore('settings');
  db.createObjectStore('records', { keyPath: 'key' }).createIndex('list', 'list');
  db.createObjectStore('links', { keyPath: 'key' }).createIndex('highlevel', ['locationId', 'highlevelId']);
  db.createObjectStore('pairs', { keyPath: 'key' }).createIndex('link', 'link');
  db.createObjectStore('changes', { keyPath: 'seq', autoIncrement: true });
  db.createObjectStore('known', { keyPath: 'key' });
  db.createObjectStore('reads', { keyPath: 'key' });
  const outbox = db.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true });
  outbox.createIndex('state', 'state');
  outbox.createIndex('act', 'act');
  outbox.createIndex('link', 'link');
}
