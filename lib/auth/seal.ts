import { AppError } from '../model/errors.ts';
import type { Database } from '../store/db.ts';
import type { Sealed, Sealer } from '../store/rows.ts';

/** Where the key lies in the store `keys`. */
export const SEAL = 'seal';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The key on the disk, if there is one. */
export const keptKey = (db: Database): Promise<CryptoKey | undefined> =>
  db.read(['keys'], (tx) => tx.objectStore('keys').get(SEAL));

/** A new sealing key, not kept yet: AES-GCM 256, not extractable. */
export const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** Seals with a given key; `context` is bound in, so that a sealed value can't be moved to another row. */
export async function sealWith(key: CryptoKey, value: unknown, context: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = encoder.encode(JSON.stringify(value));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: encoder.encode(context) }, key, plain);
  return { iv, data };
}

/**
 * Seals values for one database with the key kept there. It never makes one: a key comes with the first account (`createKeep`), or work
 * still on its way after "erase everything" would bring one back. `forget` drops the key from memory.
 */
export function createSealer(db: Database): Sealer & { forget(): void } {
  let key: Promise<CryptoKey | undefined> | undefined;
  const ready = async (): Promise<CryptoKey | undefined> => {
    key ??= keptKey(db);
    const asked = key;
    const found = await asked.catch(() => undefined);
    // Neither a failed look nor a missing key is remembered.
    if (!found && key === asked) key = undefined;
    return asked;
  };
  return {
    async seal(value, context): Promise<Sealed> {
      const secret = await ready();
      // No key, no account: whatever this is about was erased.
      if (!secret) throw new AppError('not-connected', { about: 'sealing key' });
      return sealWith(secret, value, context);
    },
    async open<T>(sealed: Sealed, context: string): Promise<T> {
      const secret = await ready();
      try {
        if (!secret) throw new Error('no sealing key');
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
