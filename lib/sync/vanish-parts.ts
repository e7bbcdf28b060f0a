import type { Client } from '../http/client.ts';
import type { VanishFacts } from '../merge/vanish.ts';
import { toAppError } from '../model/errors.ts';
import type { Apply } from '../store/apply.ts';
import type { Batch } from '../store/batch.ts';
import type { Reader } from '../store/read.ts';
import type { SyncReader } from '../store/read-sync.ts';
import type { DirtyRow } from '../store/rows.ts';
import type { Dirty } from './dirty.ts';
import type { SyncPair } from './sync-pairs.ts';

export interface VanishParts {
  /** Pairs that are read: by two-way sync, or for rules. Without two-way sync nothing is asked. */
  pairs: () => Promise<SyncPair[]>;
  reader: Reader;
  syncReader: SyncReader;
  apply: Apply;
  client: Client;
  now: () => number;
}

export type Gone = Extract<Dirty, { kind: 'gone' }>;
export interface GoneRow extends DirtyRow {
  of: Gone;
  /** When it was first said to be gone; undefined at the first look. A mark may be made again and moved at any time, so this is kept apart. */
  noticedAt?: number;
}
export type Sweep = NonNullable<VanishFacts['sweep']>;

/** `again`: not before this time (ms since 1970). */
export type Verdict = { again: number } | { batch: Partial<Batch> };

/** So often a sweep of many is waited for; after that each is asked about, as the firm may have cleared its list. */
const SWEEPS = 6;

/** What is known when a row is looked at: the first look only notes the time, the second one reads. */
export const factsOf = (row: GoneRow, sweep: Sweep): VanishFacts => ({
  side: row.of.system,
  noticed: 'not-found',
  noticedAt: row.noticedAt ?? row.at,
  sweep: (row.tries ?? 0) > SWEEPS ? undefined : sweep,
});

/** Reads one record by its id. `undefined`: it is not there. Trouble that says nothing about it is thrown. */
export async function ifThere<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (cause) {
    if (toAppError(cause).code === 'not-found') return undefined;
    throw cause;
  }
}
