import type { Context } from '../catalog/define.ts';
import type { Connection } from '../model/connection.ts';
import { createDuplicates } from '../sync/duplicates.ts';
import { createReconcile, type Reconcile } from '../sync/reconcile.ts';
import type { SyncPair } from '../sync/sync-pairs.ts';
import { createVanish, type Vanish } from '../sync/vanish.ts';
import type { Network } from './network.ts';
import type { AppParts } from './parts.ts';
import type { Stores } from './stores.ts';

/** What looks after records that are gone, there twice, or no longer equal. */
export function createWatch(
  { now, newId, random }: Pick<AppParts, 'now' | 'newId' | 'random'>,
  stores: Stores,
  { client }: Pick<Network, 'client'>,
  context: (connection: Connection) => Context,
  pairs: () => Promise<SyncPair[]>,
): { vanish: Vanish; reconcile: Reconcile } {
  const parts = { ...stores, now, newId, random, client, context };
  return {
    vanish: createVanish({ ...parts, pairs }),
    reconcile: createReconcile({ ...parts, duplicates: createDuplicates(parts) }),
  };
}
