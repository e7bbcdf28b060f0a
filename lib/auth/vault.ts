import type { Database } from '../store/db.ts';
import type { Eras } from '../store/eras.ts';
import type { Sealer } from '../store/rows.ts';

/** What signs us in. Stored sealed only; never leaves the background. */
export interface Credentials {
  accessToken: string;
  refreshToken?: string;
  /** Milliseconds since 1970; absent for a Private Integration Token, which has no end of its own. */
  expiresAt?: number;
  /** The firm's own app. */
  clientId?: string;
  clientSecret?: string;
  redirectUri?: string;
  scope?: string;
}

export interface Vault {
  get(id: string): Promise<Credentials | undefined>;
  /**
   * Replaces credentials that were refreshed and gives what is kept then: those newer ones that another sign-in put there meanwhile, or
   * nothing when the account was erased meanwhile. Resolves once they are on the disk: a rotated refresh token must never be only in memory.
   */
  renew(id: string, old: Credentials, fresh: Credentials): Promise<Credentials | undefined>;
}

/** What a row of the vault is sealed to. */
export const vaultContext = (id: string): string => `vault|${id}`;

const isSame = (a: Credentials, b: Credentials): boolean => a.accessToken === b.accessToken && a.refreshToken === b.refreshToken;

export function createVault(db: Database, sealer: Sealer, eras: Eras): Vault {
  const rowOf = (id: string) => db.read(['vault'], (tx) => tx.objectStore('vault').get(id), id);
  const get = async (id: string): Promise<Credentials | undefined> => {
    const row = await rowOf(id);
    return row && sealer.open<Credentials>(row.sealed, vaultContext(id));
  };
  /** True when kept; false when the row is another one by then, or gone. */
  const replace = async (id: string, old: Credentials, fresh: Credentials, began: number): Promise<boolean> => {
    const row = await rowOf(id);
    if (!row || !isSame(await sealer.open<Credentials>(row.sealed, vaultContext(id)), old)) return false;
    const sealed = await sealer.seal(fresh, vaultContext(id));
    return db.write(
      ['vault', 'connections'],
      async (tx) => {
        const vault = tx.objectStore('vault');
        const [now, connection] = [await vault.get(id), await tx.objectStore('connections').get(id)];
        // Sealing took a moment: the row must still be the one that was looked at (each sealing has an iv of its own).
        const isThere = now && connection && String(now.sealed.iv) === String(row.sealed.iv);
        if (!isThere || eras.erasedSince(began, id)) return false;
        await vault.put({ id, sealed });
        return true;
      },
      true,
    );
  };
  return {
    get,
    async renew(id, old, fresh) {
      const began = eras.mark();
      try {
        return (await replace(id, old, fresh, began)) ? fresh : await get(id);
      } catch (error) {
        // The key went with "erase everything" half way: that is no failure of the disk.
        if (eras.erasedSince(began)) return undefined;
        throw error;
      }
    },
  };
}
