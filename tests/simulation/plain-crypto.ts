import type { Chance } from './random.ts';

/**
 * Stands in for WebCrypto: what is sealed stays readable, but bound to its context as the real one binds it, and every answer comes in a
 * fixed order (the real one answers from a thread pool, so that no seed would replay).
 */
export function plainCrypto(chance: () => Chance): Crypto {
  const bytes = new TextEncoder();
  const bound = (algorithm: { additionalData?: Uint8Array }) => algorithm.additionalData ?? new Uint8Array();
  const join = (head: Uint8Array, tail: Uint8Array) => {
    const whole = new Uint8Array(4 + head.length + tail.length);
    new DataView(whole.buffer).setUint32(0, head.length);
    whole.set(head, 4);
    whole.set(tail, 4 + head.length);
    return whole.buffer;
  };
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
    encrypt: async (algorithm: { additionalData?: Uint8Array }, _: unknown, data: Uint8Array) => join(bound(algorithm), data),
    async decrypt(algorithm: { additionalData?: Uint8Array }, _: unknown, data: ArrayBuffer) {
      const view = new Uint8Array(data);
      const length = new DataView(data).getUint32(0);
      const context = bound(algorithm);
      if (length !== context.length || context.some((byte, index) => byte !== view[4 + index]))
        throw new Error('bound elsewhere');
      return data.slice(4 + length);
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
