import { createDatabase } from '../../lib/store/db.ts';
import type { RankrSchema, StoreName } from '../../lib/store/rows.ts';

export type OnDisk<S extends StoreName> = RankrSchema[S]['value'];

/** The rows of one store as they lie on the disk of a world, in the order of their keys; sealed parts stay sealed. */
export async function rowsOnDisk<S extends StoreName>(world: { database: string }, store: S): Promise<OnDisk<S>[]> {
  const db = createDatabase(world.database);
  const rows = await db.read([store], (tx) => tx.objectStore(store).getAll());
  await db.close();
  return rows as OnDisk<S>[];
}

/** The only write of a test's outbox, or the first one. */
export async function firstWrite(world: { database: string }): Promise<OnDisk<'outbox'>> {
  const [row] = await rowsOnDisk(world, 'outbox');
  if (!row) throw new Error('the outbox is empty');
  return row;
}

/** Real time, for what nobody announces: an answer held back by a fault, or that nothing happens. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
