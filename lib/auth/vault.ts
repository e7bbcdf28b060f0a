import { AppError } from '../model/errors.ts';
import type { Database } from '../store/db.ts';
import type { Sealed, Sealer } from '../store/rows.ts';

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

const SEAL = 'seal';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The sealing key: AES-GCM 256, made once, not extractable, kept by the browser in our own IndexedDB. */
async function sealingKey(db: Database): Promise<CryptoKey> {
  const kept = await db.read(['keys'], (tx) => tx.objectStore('keys').get(SEAL));
  if (kept) return kept;
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Two callers may race at first use: the first one stored wins, or sealed rows would be lost.
  return db.write(
    ['keys'],
    async (tx) => {
      const store = tx.objectStore('keys');
      const already = await store.get(SEAL);
      if (already) return already;
      await store.put(fresh, SEAL);
      return fresh;
    },
    true,
  );
}

/** Seals values for one database. `forget` drops the key from memory, for "erase everything". */
export function createSealer(db: Database): Sealer & { forget(): void } {
  let key: Promise<CryptoKey> | undefined;
  const ready = (): Promise<CryptoKey> => {
    key ??= sealingKey(db).catch((error) => {
      key = undefined;
      throw error;
    });
    return key;
  };
  return {
    async seal(value, context): Promise<Sealed> {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const plain = encoder.encode(JSON.stringify(value));
      const data = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: encoder.encode(context) },
        await ready(),
        plain,
      );
      return { iv, data };
    },
    async open<T>(sealed: Sealed, context: string): Promise<T> {
      const secret = await ready();
      try {
        const plain = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: sealed.iv, additionalData: encoder.encode(context) },
          secret,
          sealed.data,
        );
        return JSON.parse(decoder.decode(plain)) as T;
      } catch (cause) {
        throw new AppError('storage-unavailable', { detail: 'sealed row could not be opened' }, cause);
      }
    },
    forget: () => {
      key = undefined;
    },
  };
}

export interface Vault {
  get(id: string): Promise<Credentials | undefined>;
  /** Resolves once the credentials are on the disk: a rotated refresh token must never be only in memory. */
  put(id: string, credentials: Credentials): Promise<void>;
  remove(id: string): Promise<void>;
}

export function createVault(db: Database, sealer: Sealer): Vault {
  const context = (id: string) => `vault|${id}`;
  return {
    async get(id) {
      const row = await db.read(['vault'], (tx) => tx.objectStore('vault').get(id));
      return row && sealer.open<Credentials>(row.sealed, context(id));
    },
    async put(id, credentials) {
      const sealed = await sealer.seal(credentials, context(id));
      await db.write(['vault'], (tx) => tx.objectStore('vault').put({ id, sealed }), true);
    },
    remove: (id) => db.write(['vault'], (tx) => tx.objectStore('vault').delete(id), true),
  };
}
