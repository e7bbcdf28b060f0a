import type { Context } from '../catalog/define.ts';
import type { Connection } from '../model/connection.ts';
import type { Drain } from '../sync/drain.ts';
import type { ReadsParts } from '../sync/office-reads.ts';
import { createPlanner } from '../sync/plan.ts';
import { createPull, type Pull } from '../sync/pull.ts';
import type { Reconcile } from '../sync/reconcile.ts';
import { readPairs, syncPairs } from '../sync/sync-pairs.ts';
import { createEngine, type Engine } from './engine.ts';
import type { Network } from './network.ts';
import type { AppParts } from './parts.ts';
import { createRules, type Rules } from './rules-run.ts';
import type { Stores } from './stores.ts';
import { createWatch } from './watch.ts';

export interface TwoWayParts {
  app: AppParts;
  stores: Stores;
  network: Network;
  drain: Drain;
  context: (connection: Connection) => Context;
  failed: (error: unknown) => void;
}

export interface TwoWay {
  engine: Engine;
  pull: Pull;
  rules: Rules;
  reconcile: Reconcile;
}

/** Everything that keeps both systems equal, in the order of a turn. */
export function createTwoWay({ app, stores, network, drain, context, failed }: TwoWayParts): TwoWay {
  const { now, newId, exclusive } = app;
  const { syncReader, mounts } = stores;
  const reads: ReadsParts = { client: network.client, apply: stores.apply, reader: stores.reader, now };
  const known = { ...stores, now, newId, context };
  const rules = createRules({ ...known, failed });
  const pairs = async () => readPairs(stores, await rules.isOn(), now());
  const pull = createPull({ ...reads, syncReader, pairs, isClioOpen: mounts.anyTab, meter: network.limiter.meter });
  const { vanish, reconcile } = createWatch(app, stores, network, context, pairs);
  const engine = createEngine({
    stages: [pull, vanish, createPlanner(known)],
    rules,
    reconcile,
    drain,
    isOn: async () => (await syncPairs(stores)).length > 0 || (await rules.isOn()),
    exclusive: (work) => exclusive(work, 'sync'),
    failed,
  });
  return { engine, pull, rules, reconcile };
}
