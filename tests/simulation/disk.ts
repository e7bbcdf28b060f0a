import { createSealer } from '../../lib/auth/seal.ts';
import type { Link } from '../../lib/model/link.ts';
import type { Write } from '../../lib/model/outbox.ts';
import type { StoreName } from '../../lib/store/rows.ts';
import { createOutbox } from '../../lib/sync/outbox.ts';
import { createMemoryDisk } from './memory-disk.ts';

/** What lies on the disk of a history, opened. */
export async function openDisk(name: string) {
  const db = createMemoryDisk(name);
  const sealer = createSealer(db);
  const all = <T>(store: StoreName): Promise<T[]> => db.read([store], (tx) => tx.objectStore(store).getAll()) as Promise<never>;
  const outbox = createOutbox(db, sealer, () => undefined);
  const writes = async (): Promise<Write[]> => {
    const rows = await all<{ seq: number }>('outbox');
    return (await Promise.all(rows.map(({ seq }) => outbox.get(seq)))).filter((one) => one !== undefined);
  };
  const links = async (): Promise<Link[]> => {
    const rows = await all<{ key: string; sealed: never }>('links');
    return Promise.all(rows.map((row) => sealer.open<Link>(row.sealed, `link|${row.key}`)));
  };
  return { all, writes, links, sealer, close: db.close };
}

export type Disk = Awaited<ReturnType<typeof openDisk>>;
