/** Why the store can't be used, where the browser told: `facts.about` of a `storage-…` failure. Each has its words under `storage.`. */
export const STORAGE_WHYS = [
  /** Nothing may be kept: "Never remember history", or a private window. */
  'history-off',
  /** A newer Rankr wrote what is on the disk. */
  'newer-version',
  /** Site data is blocked, by the browser's settings or the firm's. */
  'data-blocked',
  /** The files can't be read or written. */
  'damaged',
  /** The room ran out while the store was brought up to date, or while it was opened. */
  'upgrade',
  'open',
  /** Another window keeps the version before open. */
  'blocked',
  /** It was closed under us, twice. */
  'closed',
  /** The key that sealed it is gone. */
  'sealed',
] as const;
export type StorageWhy = (typeof STORAGE_WHYS)[number];

/** What is wrong with the disk, as a page is told. */
export type StorageProblem = 'storage-full' | 'storage-unavailable' | StorageWhy;
