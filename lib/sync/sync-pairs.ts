import type { Connection } from '../model/connection.ts';
import type { SyncChoice } from '../model/sync.ts';
import type { Connections, SettingsStore } from '../store/settings.ts';

/** A Clio account and its location, both signed in, with two-way sync switched on. */
export interface SyncPair {
  clio: Connection;
  location: Connection;
  choice: SyncChoice;
}

export interface SyncPairParts {
  connections: Connections;
  settings: SettingsStore;
}

/** The pairs that two-way sync works on now; none while everything is off or waits for a sign-in. */
export async function syncPairs({ connections, settings }: SyncPairParts): Promise<SyncPair[]> {
  const [all, pairs, choices] = await Promise.all([connections.all(), settings.get('pairs'), settings.get('sync')]);
  const usable = new Map(all.filter((one) => one.state !== 'reconnect').map((one) => [one.id, one]));
  return Object.entries(pairs).flatMap(([clioId, locationId]) => {
    const [clio, location, choice] = [usable.get(clioId), usable.get(locationId), choices[clioId]];
    return clio && location && choice?.on ? [{ clio, location, choice }] : [];
  });
}
