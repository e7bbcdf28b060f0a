import { createHash } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A HighLevel-like id (20 letters and digits), always the same for the same name. */
export function hlId(name: string): string {
  const bytes = createHash('sha256').update(`highlevel:${name}`).digest();
  return [...bytes.subarray(0, 20)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** A Clio-like id (10 digits), always the same for the same name, whatever rows stand beside it. */
export function clioId(name: string): number {
  return 1_000_000_000 + (createHash('sha256').update(`clio:${name}`).digest().readUInt32BE(0) % 900_000_000);
}
