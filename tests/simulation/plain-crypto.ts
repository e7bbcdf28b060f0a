import type { Chance } from './random.ts';

/**
 * Stands in for WebCrypto: what is sealed stays readable, but bound to its context as the real one binds it, and every answer comes in a
 * fixed order (the real one answers from a thread pool, so that no seed would replay).
 */
export function plainCrypto(chance: () => Chance): Crypto {
  const bytes = new TextEncoder();
  const bound = (algorithm: { additionalData?: Uint8Array }) => algorithm.additionalData ?? new Uint8Array();
  const hex = (length: number) => Array.from({ length }, () => chance().below(16).toString(16)).join('');
  const digest = (data: Uint8Array): ArrayBuffer => {
    const out = new Uint32Array(8).fill(0x811c9dc5);
    data.forEach((byte, index) => {
      const slot = index % 8;
      out[slot] = Math.imul((out[slot] as number) ^ byte ^ index, 0x01000193);
    });
    // Every word depends on the whole.
    for (let round = 0; round < 16; round += 1)
      out[round % 8] = Math.imul((out[round % 8] as number) ^ (out[(round + 7) % 8] as number), 0x01000193);
    return out.buffer;
  };
  const asBytes = (data: ArrayBuffer | Uint8Array) => (data instanceof Uint8Array ? data : new Uint8Array(data));
  const subtle = {
    generateKey: async () => ({ type: 'secret', extractable: false }),
    importKey: async () => ({ type: 'secret', extractable: false }),
    // Kept as they are, side by side: nobody looks into what is sealed.
    encrypt: async (algorithm: { additionalData?: Uint8Array }, _: unknown, data: Uint8Array) => ({ to: bound(algorithm), data }),
    async decrypt(algorithm: { additionalData?: Uint8Array }, _: unknown, { to, data }: { to: Uint8Array; data: Uint8Array }) {
      if (Buffer.compare(to, bound(algorithm))) throw new Error('bound elsewhere');
      return data;
    },
    sign: async (_: unknown, __: unknown, data: Uint8Array) => digest(asBytes(data)),
    digest: async (_: unknown, data: Uint8Array) => digest(asBytes(data)),
  };
  return {
    subtle,
    getRandomValues: <T extends Uint8Array>(into: T): T => {
      for (let index = 0; index < into.length; index += 1) into[index] = chance().below(256);
      return into;
    },
    randomUUID: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
    encoder: bytes,
  } as unknown as Crypto;
}
