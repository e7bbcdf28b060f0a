import { hash } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A HighLevel-like id (20 letters and digits), always the same for the same name. */
export function hlId(name: string): string {
  const bytes = hash('sha256', `highlevel:${name}`, 'buffer');
  return [...bytes.subarray(0, 20)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** A Clio-like id (10 digits), always the same for the same name, whatever rows stand beside it. */
export function clioId(name: string): number {
  return 1_000_000_000 + (hash('sha256', `clio:${name}`, 'buffer').readUInt32BE(0) % 900_000_000);
}
