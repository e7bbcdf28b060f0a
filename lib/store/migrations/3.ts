import type { IDBPDatabase } from 'idb';
import type { RankrSchema } from '../rows.ts';

/** Version 3: rules, their versions, their runs and their backfills. Nothing of the versions before is touched. */
export function migrate3(db: IDBPDatabase<RankrSchema>): void {
  db.createObjectStore('rules', { keyPath: 'id' });
  db.createObjectStore('ruleVersions', { keyPath: ['rule', 'version'] });
  const runs = db.createObjectStore('runs', { keyPath: 'id' });
  runs.createIndex('once', 'once');
  runs.createIndex('rule', ['rule', 'at']);
  runs.createIndex('record', ['rule', 'record', 'at']);
  runs.createIndex('state', 'state');
  runs.createIndex('acts', 'acts', { multiEntry: true });
  db.createObjectStore('backfills', { keyPath: 'id' });
}
