import type { Link } from '../model/link.ts';
import type { Database } from './db.ts';
import type { PairRow, ReadRow, Sealer } from './rows.ts';

/** Reading side of the store: opens sealed rows, knows no wire and no rule. */
export interface Reader {
  record<T>(key: string): Promise<T | undefined>;
  list<T>(key: string): Promise<T[]>;
  link(key: string): Promise<Link | undefined>;
  /** Every Clio person this HighLevel contact is linked to (more than one is a warning). */
  linksOfHighLevel(locationId: string, highlevelId: string): Promise<Link[]>;
  pairs(link: string): Promise<PairRow[]>;
  known<T>(key: string): Promise<T | undefined>;
  /** When a list or record was last read; undefined if never. */
  readAt(key: string): Promise<ReadRow | undefined>;
}

export function createReader(db: Database, sealer: Sealer): Reader {
  return {
    async record<T>(key: string) {
      const row = await db.read(['records'], (tx) => tx.objectStore('records').get(key));
      return row && sealer.open<T>(row.sealed, row.key);
    },
    async list<T>(key: string) {
      const rows = await db.read(['records'], (tx) => tx.objectStore('records').index('list').getAll(key));
      return Promise.all(rows.map((row) => sealer.open<T>(row.sealed, row.key)));
    },
    async link(key) {
      const row = await db.read(['links'], (tx) => tx.objectStore('links').get(key));
      return row && sealer.open<Link>(row.sealed, `link|${row.key}`);
    },
    async linksOfHighLevel(locationId, highlevelId) {
      const rows = await db.read(['links'], (tx) =>
        tx
          .objectStore('links')
          .index('highlevel')
          .getAll(IDBKeyRange.only([locationId, highlevelId])),
      );
      return Promise.all(rows.map((row) => sealer.open<Link>(row.sealed, `link|${row.key}`)));
    },
    pairs: (link) => db.read(['pairs'], (tx) => tx.objectStore('pairs').index('link').getAll(link)),
    async known<T>(key: string) {
      const row = await db.read(['known'], (tx) => tx.objectStore('known').get(key), key);
      return row && sealer.open<T>(row.sealed, `known|${key}`);
    },
    readAt: (key) => db.read(['reads'], (tx) => tx.objectStore('reads').get(key)),
  };
}
