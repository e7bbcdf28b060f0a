import type { DBSchema } from 'idb';
import type { Entity, Origin } from '../model/change.ts';
import type { Connection } from '../model/connection.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { WriteRow } from '../model/outbox.ts';
import type { System } from '../model/subject.ts';

/** AES-GCM output. The row's key is bound in as additional data, so a sealed value can't be moved to another row. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

export interface Sealer {
  seal(value: unknown, context: string): Promise<Sealed>;
  open<T>(sealed: Sealed, context: string): Promise<T>;
}

/** A record of either system. Ids and times are readable, everything else is sealed. */
export interface RecordRow {
  key: string;
  /** The list it belongs to (`listKey`), absent for records read alone. */
  list?: string;
  system: System;
  account: string;
  entity: Entity;
  id: string;
  sealed: Sealed;
  readAt: number;
}

export interface LinkRow {
  key: string;
  clioAccount: string;
  clioId: string;
  locationId: string;
  highlevelId: string;
  sealed: Sealed;
}

/** A Clio task or note and the HighLevel one made from it. */
export interface PairRow {
  /** `linkKey|entity|clioId` */
  key: string;
  link: string;
  entity: 'task' | 'note';
  clioId: string;
  highlevelId: string;
  at: number;
}

export interface ChangeRow {
  seq?: number;
  system: System;
  entity: Entity;
  id: string;
  before?: Sealed;
  after?: Sealed;
  origin: Origin;
  at: number;
}

/** What is known of a subject or a person beyond the records: the decision of matching, the choice on a matter, the last problem. */
export interface KnownRow {
  key: string;
  /** When it was last written; rows of the first version may be without. */
  at?: number;
  sealed: Sealed;
}

/** When a list or record was last read, or why it could not be. */
export interface ReadRow {
  key: string;
  at: number;
  problem?: { code: ErrorCode; at: number };
}

export interface RankrSchema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  vault: { key: string; value: { id: string; sealed: Sealed } };
  connections: { key: string; value: Connection };
  settings: { key: string; value: unknown };
  records: { key: string; value: RecordRow; indexes: { list: string } };
  links: { key: string; value: LinkRow; indexes: { highlevel: string } };
  pairs: { key: string; value: PairRow; indexes: { link: string } };
  changes: { key: number; value: ChangeRow };
  known: { key: string; value: KnownRow };
  reads: { key: string; value: ReadRow };
  outbox: { key: number; value: WriteRow & { sealed: Sealed }; indexes: { state: string; act: string; link: string } };
}

export type StoreName =
  | 'keys'
  | 'vault'
  | 'connections'
  | 'settings'
  | 'records'
  | 'links'
  | 'pairs'
  | 'changes'
  | 'known'
  | 'reads'
  | 'outbox';
export const STORE_NAMES: StoreName[] = [
  'keys',
  'vault',
  'connections',
  'settings',
  'records',
  'links',
  'pairs',
  'changes',
  'known',
  'reads',
  'outbox',
];

export const recordKey = (system: System, account: string, entity: Entity, id: string): string =>
  `${system}|${account}|${entity}|${id}`;
/** The list of one entity under one contact (or under a location, with an empty owner). */
export const listKey = (system: System, account: string, entity: Entity, owner: string): string =>
  `${system}|${account}|${entity}|of|${owner}`;
