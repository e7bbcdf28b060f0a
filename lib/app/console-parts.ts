import type { Meter } from '../http/limiter.ts';
import type { Connection } from '../model/connection.ts';
import type { StorageProblem } from '../model/storage.ts';
import type { Apply } from '../store/apply.ts';
import type { Database } from '../store/db.ts';
import type { Reader } from '../store/read.ts';
import type { SyncReader } from '../store/read-sync.ts';
import type { Sealer } from '../store/rows.ts';
import type { RulesStore } from '../store/rules-store.ts';
import type { Connections, SettingsStore } from '../store/settings.ts';
import type { Outbox } from '../sync/outbox.ts';

/** What the console's pages on two-way sync are made from. */
export interface SyncViewParts {
  db: Database;
  sealer: Sealer;
  connections: Connections;
  settings: SettingsStore;
  reader: Reader;
  syncReader: SyncReader;
  outbox: Outbox;
  rules: Pick<RulesStore, 'all'>;
  apply: Apply;
  meter: (connection: Connection) => Meter;
  storage: () => StorageProblem | undefined;
  now: () => number;
  timeZone: () => string;
}

/** A Clio account and the location chosen for it, signed in or not. */
export interface ChosenPair {
  clio: Connection;
  location: Connection;
}

export async function chosenPairs({
  connections,
  settings,
}: Pick<SyncViewParts, 'connections' | 'settings'>): Promise<ChosenPair[]> {
  const [all, pairs] = await Promise.all([connections.all(), settings.get('pairs')]);
  const byId = new Map(all.map((one) => [one.id, one]));
  return Object.entries(pairs).flatMap(([one, other]) => {
    const [clio, location] = [byId.get(one), byId.get(other)];
    return clio && location ? [{ clio, location }] : [];
  });
}
