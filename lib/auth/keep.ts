import type { Connection } from '../model/connection.ts';
import { AppError } from '../model/errors.ts';
import type { Database } from '../store/db.ts';
import type { Eras } from '../store/eras.ts';
import type { Sealed } from '../store/rows.ts';
import { pairSingles } from '../store/settings.ts';
import type { Tx } from '../store/transaction.ts';
import { HASH, keptKey, newHashKey, newKey, SEAL, sealWith } from './seal.ts';
import { type Credentials, vaultContext } from './vault.ts';

/**
 * Keeps a proved account: credentials, connection and, with the first one, the keys, all or nothing. `mark` is when the sign-in began.
 * Throws `region-taken`, and `sign-in-interrupted` when the account or everything was erased since.
 */
export type Keep = (connection: Connection, credentials: Credentials, mark: number) => Promise<void>;

interface Kept {
  connection: Connection;
  sealed: Sealed;
  key: CryptoKey;
  hashKey: CryptoKey;
}

async function put(tx: Tx<'readwrite'>, { connection, sealed, key, hashKey }: Kept): Promise<void> {
  const { id, system, region } = connection;
  const all = await tx.objectStore('connections').getAll();
  // A Clio page tells its region and not its account, so two of one region could not be told apart on screen.
  if (system === 'clio' && all.some((one) => one.system === 'clio' && one.region === region && one.id !== id))
    throw new AppError('region-taken', { system });
  const connectedAt = all.find((one) => one.id === id)?.connectedAt ?? connection.connectedAt;
  const keys = tx.objectStore('keys');
  await keys.put(key, SEAL);
  // Hashes are looked up later: the first key stays.
  if (!(await keys.get(HASH))) await keys.put(hashKey, HASH);
  await tx.objectStore('vault').put({ id, sealed });
  await tx.objectStore('connections').put({ ...connection, connectedAt });
  await pairSingles(tx);
}

export function createKeep(db: Database, eras: Eras, changed: () => void): Keep {
  /** False when somebody else kept a key meanwhile: what was sealed with ours could not be opened. */
  const attempt = async (connection: Connection, credentials: Credentials, mark: number): Promise<boolean> => {
    const { id, system } = connection;
    const old = await keptKey(db);
    const key = old ?? (await newKey());
    const hashKey = await newHashKey();
    const sealed = await sealWith(key, credentials, vaultContext(id));
    return db.write(
      ['keys', 'vault', 'connections', 'settings'],
      async (tx) => {
        if (eras.erasedSince(mark, id)) throw new AppError('sign-in-interrupted', { system });
        if (!old && (await tx.objectStore('keys').get(SEAL))) return false;
        await put(tx, { connection, sealed, key, hashKey });
        return true;
      },
      true,
    );
  };
  return async (connection, credentials, mark) => {
    while (!(await attempt(connection, credentials, mark)));
    changed();
  };
}
