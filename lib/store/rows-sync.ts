import type { ActivityRow } from '../model/activity.ts';
import type { Ask } from '../model/ask.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { System } from '../model/subject.ts';
import type { Sealed } from './sealed.ts';

/**
 * The contact index of one side: everybody the account knows, linked or not. E-mail, phone and name stand in it as keyed hashes only
 * (`e:`, `p:` whole values; `n:` the first three letters of each word of the name), the rest is sealed.
 */
export interface PersonRow {
  /** recordKey of the contact. */
  key: string;
  system: System;
  account: string;
  id: string;
  hashes: string[];
  /** linkKeys it stands in. */
  links: string[];
  /** When the record was last changed in its system (ms since 1970), for the order of lists. */
  changedAt: number;
  /** `PersonBrief`, sealed to `person|key`. */
  sealed: Sealed;
}

export interface PersonBrief {
  name: string;
  kind: 'person' | 'company';
  email?: string;
  phone?: string;
  city?: string;
  tags?: string[];
  /** When the record was made in its system (ms since 1970); absent where that was not told. */
  createdAt?: number;
}

/** Where a source of changes has got to. Plain: times, page tokens and ids only. */
export interface CursorRow {
  /** Source id and account, e.g. `clio.contacts|us:1`. */
  key: string;
  value: unknown;
  /** Milliseconds since 1970 of the last good read, and before which it is left alone. */
  at: number;
  nextAt: number;
  failures?: number;
  problem?: ErrorCode;
}

/** Something two-way sync has to look at (again). Keys: lib/sync/dirty.ts. */
export interface DirtyRow {
  key: string;
  /** Not before this time (ms since 1970). */
  at: number;
  /** Marked while it was being looked at: a change of `mark` means it must stay. */
  mark: number;
  /** How often it was decided anew without coming to rest. */
  tries?: number;
}

export type AskStored = Omit<Ask, 'body'> & { sealed: Sealed };
export type ActivityStored = ActivityRow & { sealed: Sealed };
