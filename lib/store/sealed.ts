/** AES-GCM output. The row's key is bound in as additional data, so a sealed value can't be moved to another row. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

export interface Sealer {
  seal(value: unknown, context: string): Promise<Sealed>;
  open<T>(sealed: Sealed, context: string): Promise<T>;
  /** HMAC-SHA-256 under a key of its own, base64url, shortened to 16 characters: look-up keys that say nothing to a reader of the disk. */
  hash(value: string): Promise<string>;
}
