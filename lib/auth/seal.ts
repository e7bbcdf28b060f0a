import { AppError } from '../model/errors.ts';
import type { Database } from '../store/db.ts';
import type { Sealed, Sealer } from '../store/rows.ts';

/** Where the keys lie in the store `keys`: one seals rows, the other makes look-up hashes. */
export const SEAL = 'seal';
export const HASH = 'hash';
type KeyName = typeof SEAL | typeof HASH;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The key on the disk, if there is one. */
export const keptKey = (db: Database, name: KeyName = SEAL): Promise<CryptoKey | undefined> =>
  db.read(['keys'], (tx) => tx.objectStore('keys').get(name));

/** A new sealing key, not kept yet: AES-GCM 256, not extractable. */
export const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** A new hashing key, not kept yet: HMAC-SHA-256, not extractable. */
export const newHashKey = (): Promise<CryptoKey> => crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);

/** The hashing key; a database of the first version is given one, unless its sealing key (and so every account) is gone. */
async function hashKey(db: Database): Promise<CryptoKey | undefined> {
  const kept = await keptKey(db, HASH);
  if (kept) return kept;
  const fresh = await newHashKey();
  return db.write(
    ['keys'],
    async (tx) => {
      const keys = tx.objectStore('keys');
      const found = await keys.get(HASH);
      if (found || !(await keys.get(SEAL))) return found;
      await keys.put(fresh, HASH);
      return fresh;
    },
    true,
  );
}

/** Looks once and remembers what it found; neither a failed look nor a missing key is remembered. */
function remembered(look: () => Promise<CryptoKey | undefined>) {
  let key: Promise<CryptoKey | undefined> | undefined;
  return {
    async get(): Promise<CryptoKey | undefined> {
      key ??= look();
      const asked = key;
      const found = await asked.catch(() => undefined);
      if (!found && key === asked) key = undefined;
      return asked;
    },
    forget: () => {
      key = undefined;
    },
  };
}

/** No key, no account: whatever this is about was erased. */
function given(key: CryptoKey | undefined): CryptoKey {
  if (!key) throw new AppError('not-connected', { about: 'sealing key' });
  return key;
}

/** 12 bytes say enough: among 100,000 people a chance meeting is not to be expected. */
const shortened = (mac: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(mac, 0, 12)))
    .replaceAll('+', '-')
    .replaceAll('/', '_');

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
  const sealing = remembered(() => keptKey(db));
  const hashing = remembered(() => hashKey(db));
  return {
    seal: async (value, context) => sealWith(given(await sealing.get()), value, context),
    hash: async (value) => shortened(await crypto.subtle.sign('HMAC', given(await hashing.get()), encoder.encode(value))),
    async open<T>(sealed: Sealed, context: string): Promise<T> {
      const secret = await sealing.get();
      try {
        if (!secret) throw new Error('no sealing key');
        const plain = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: sealed.iv, additionalData: encoder.encode(context) },
          secret,
          sealed.data,
        );
        return JSON.parse(decoder.decode(plain)) as T;
      } catch (cause) {
        throw new AppError('storage-unavailable', { about: 'sealed', detail: 'sealed row could not be opened' }, cause);
      }
    },
    forget: () => {
      sealing.forget();
      hashing.forget();
    },
  };
}
