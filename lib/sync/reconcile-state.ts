import type { ReconcileView } from '../model/console-sync.ts';
import type { Reader } from '../store/read.ts';
import type { Duplicates } from './duplicates.ts';
import { knownKeys } from './known.ts';
import type { PlanParts } from './plan-parts.ts';
import type { SyncPair } from './sync-pairs.ts';

/** How far the reconciliation of one pair has got, and what the last one found. */
export interface Reconciling {
  last?: ReconcileView;
  run?: ReconcileRun;
}
/** `after`: key of the last link that was compared; absent while the readings are not done. */
export interface ReconcileRun {
  since: number;
  done: number;
  of: number;
  after?: string;
  so: Omit<ReconcileView, 'at'>;
}

const reconcileKey = (clioAccount: string, locationId: string): string => knownKeys.subject(clioAccount, 'reconcile', locationId);

/** How it is kept, as a row of `known`. */
export const reconcilingRow = ({ clio, location }: SyncPair, value: Reconciling) => ({
  key: reconcileKey(clio.account, location.account),
  value,
});

export const reconcilingOf = async (reader: Reader, clioAccount: string, locationId: string): Promise<Reconciling> =>
  (await reader.known<Reconciling>(reconcileKey(clioAccount, locationId))) ?? {};

export interface ReconcileParts extends PlanParts {
  duplicates: Duplicates;
  /** 0..1 */
  random: () => number;
}
