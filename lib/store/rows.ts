import type { DBSchema } from 'idb';
import type { Entity, Origin } from '../model/change.ts';
import type { Connection } from '../model/connection.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { Lane } from '../model/lane.ts';
import type { WriteRow } from '../model/outbox.ts';
import type { System } from '../model/subject.ts';
import type { ChildEntity } from '../model/sync.ts';
import type { ActivityStored, AskStored, CursorRow, DirtyRow, PersonRow } from './rows-sync.ts';
import type { BackfillRow, RuleRow, RuleVersionRow, RunRow } from './rules-rows.ts';
import type { Sealed } from './sealed.ts';

export type { ActivityStored, AskStored, CursorRow, DirtyRow, PersonBrief, PersonRow } from './rows-sync.ts';
export type { Sealed, Sealer } from './sealed.ts';

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
  /** `laneKey`; absent for what stands in no list by time, and in rows of before version 4 until they were gone through. */
  lane?: string;
  /** When it is due, was written, was seen to be done, or starts; ISO 8601 UTC or a day. */
  when?: string;
  /** The staff member it is of, as a keyed hash. */
  who?: string;
}

export interface LinkRow {
  key: string;
  clioAccount: string;
  clioId: string;
  locationId: string;
  highlevelId: string;
  sealed: Sealed;
}

/** A Clio task, note or calendar entry and its HighLevel twin. */
export interface PairRow {
  /** `linkKey|entity|clioId` */
  key: string;
  link: string;
  entity: ChildEntity;
  clioId: string;
  highlevelId: string;
  at: number;
  /** Where we made one of the two; absent where both were there before. */
  made?: System;
  /** `Agreed`, sealed to `pair|key`; absent until both sides were compared (rows of the first version too). */
  sealed?: Sealed;
}

export interface ChangeRow {
  seq?: number;
  system: System;
  /** Absent in rows of the first version, which can't be opened any more and are skipped by readers. */
  account?: string;
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
  /** Index `when` is [lane, when], `who` [lane, who, when]. */
  records: {
    key: string;
    value: RecordRow;
    indexes: { list: string; when: [string, string]; who: [string, string, string] };
  };
  links: { key: string; value: LinkRow; indexes: { highlevel: string } };
  pairs: { key: string; value: PairRow; indexes: { link: string; highlevel: [string, string]; clio: [string, string] } };
  changes: { key: number; value: ChangeRow };
  known: { key: string; value: KnownRow };
  reads: { key: string; value: ReadRow };
  /** Index `hash` is multi-entry; `changed` is [system, account, changedAt]; `link` is multi-entry. */
  people: { key: string; value: PersonRow; indexes: { hash: string; changed: [string, string, number]; link: string } };
  cursors: { key: string; value: CursorRow };
  /** Readers of the change log: the last `seq` each has seen. */
  readers: { key: string; value: { name: string; seq: number } };
  dirty: { key: string; value: DirtyRow; indexes: { at: number } };
  asks: { key: string; value: AskStored; indexes: { state: string; link: string; newest: [string, number] } };
  activity: { key: number; value: ActivityStored; indexes: { at: number; link: string; act: string } };
  rules: { key: string; value: RuleRow };
  ruleVersions: { key: [string, number]; value: RuleVersionRow };
  /** Index `rule` is [rule, at], `record` [rule, record, at]; `acts` is multi-entry. */
  runs: {
    key: number;
    value: RunRow;
    indexes: { once: string; rule: [string, number]; record: [string, string, number]; state: string; acts: string };
  };
  backfills: { key: string; value: BackfillRow };
  outbox: { key: number; value: WriteRow & { sealed: Sealed }; indexes: { state: string; act: string; link: string } };
}

const NAMES = [
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
  'people',
  'cursors',
  'readers',
  'dirty',
  'asks',
  'activity',
  'rules',
  'ruleVersions',
  'runs',
  'backfills',
  'outbox',
] as const;
export type StoreName = (typeof NAMES)[number];
export const STORE_NAMES: StoreName[] = [...NAMES];

export const recordKey = (system: System, account: string, entity: Entity, id: string): string =>
  `${system}|${account}|${entity}|${id}`;
/** The list of one entity under one contact (or under a location, with an empty owner). */
export const listKey = (system: System, account: string, entity: Entity, owner: string): string =>
  `${system}|${account}|${entity}|of|${owner}`;
/** A list over all people of one account, by time. */
export const laneKey = (system: System, account: string, lane: Lane): string => `${system}|${account}|${lane}`;
