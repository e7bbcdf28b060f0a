import 'fake-indexeddb/auto';
import { createKeep } from '../../lib/auth/keep.ts';
import { createSealer } from '../../lib/auth/seal.ts';
import { createVault } from '../../lib/auth/vault.ts';
import type { Connection } from '../../lib/model/connection.ts';
import { createApply } from '../../lib/store/apply.ts';
import { createDatabase } from '../../lib/store/db.ts';
import { createEras } from '../../lib/store/eras.ts';
import { createReader } from '../../lib/store/read.ts';
import { createSyncReader } from '../../lib/store/read-sync.ts';
import { STORE_NAMES, type StoreName } from '../../lib/store/rows.ts';

/** One worker's stores on a disk; two workers may share the disk. */
export function createStorage(name = `rankr-${crypto.randomUUID()}`, patience?: number) {
  const db = createDatabase(name, patience);
  const eras = createEras();
  const sealer = createSealer(db);
  const quiet = (): void => undefined;
  return {
    name,
    db,
    eras,
    sealer,
    keep: createKeep(db, eras, quiet),
    vault: createVault(db, sealer, eras),
    reader: createReader(db, sealer),
    syncReader: createSyncReader(db, sealer),
    apply: createApply(db, sealer, eras, quiet),
    /** How many rows each store has that has any. */
    async rows(): Promise<Partial<Record<StoreName, number>>> {
      const counts = await db.read(STORE_NAMES, (tx) => Promise.all(STORE_NAMES.map((one) => tx.objectStore(one).count())));
      return Object.fromEntries(STORE_NAMES.map((one, index) => [one, counts[index]]).filter(([, count]) => count));
    },
    keys: (store: StoreName) => db.read([store], (tx) => tx.objectStore(store).getAllKeys()),
  };
}

export type Storage = ReturnType<typeof createStorage>;

const rest = { method: 'oauth', state: 'ok', connectedAt: 0, keyAt: 0 } as const;
export const clio = (account: string): Connection => ({
  ...rest,
  id: `clio:${account}`,
  system: 'clio',
  account,
  name: account,
  region: account.split(':')[0] as Connection['region'],
});
export const location = (account: string): Connection => ({
  ...rest,
  id: `highlevel:${account}`,
  system: 'highlevel',
  account,
  name: account,
});
