import type { Meter } from '../http/limiter.ts';
import type { Connection } from '../model/connection.ts';
import type { Batch } from '../store/batch.ts';
import type { SyncReader } from '../store/read-sync.ts';
import type { ReadsParts } from './office-reads.ts';
import type { SyncPair } from './sync-pairs.ts';

export interface PullParts extends ReadsParts {
  syncReader: SyncReader;
  /** Pairs that two-way sync works on now. */
  pairs: () => Promise<SyncPair[]>;
  /** A Clio tab is open: somebody is at work. */
  isClioOpen: () => Promise<boolean>;
  meter: (connection: Connection) => Meter;
}

/** One account, and what it is synced with: a Clio account has one pair, a location may have several. */
export interface Of {
  connection: Connection;
  pairs: SyncPair[];
}

/** What rows of one page change. */
export type Change = Pick<Batch, 'records' | 'people' | 'dirty' | 'known'>;

/** Lists of several changes joined. */
export function joined(changes: Change[]): Change {
  const all = <K extends keyof Change>(name: K) => changes.flatMap((one) => (one[name] as never[] | undefined) ?? []);
  const people = changes.flatMap((one) => one.people ?? []);
  return {
    records: all('records'),
    dirty: all('dirty'),
    known: all('known'),
    people: { put: people.flatMap((one) => one.put ?? []), gone: people.flatMap((one) => one.gone ?? []) },
  };
}
