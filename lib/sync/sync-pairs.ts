import type { Connection } from '../model/connection.ts';
import { noSync, type SyncChoice } from '../model/sync.ts';
import type { Connections, SettingsStore } from '../store/settings.ts';

/** A Clio account and its location, both signed in. */
export interface SyncPair {
  clio: Connection;
  location: Connection;
  choice: SyncChoice;
}

export interface SyncPairParts {
  connections: Connections;
  settings: SettingsStore;
}

/** Every Clio account with its location, both signed in, and what was chosen for them. */
export async function connectedPairs({ connections, settings }: SyncPairParts): Promise<SyncPair[]> {
  const [all, pairs, choices] = await Promise.all([connections.all(), settings.get('pairs'), settings.get('sync')]);
  const usable = new Map(all.filter((one) => one.state !== 'reconnect').map((one) => [one.id, one]));
  return Object.entries(pairs).flatMap(([clioId, locationId]) => {
    const [clio, location] = [usable.get(clioId), usable.get(locationId)];
    return clio && location ? [{ clio, location, choice: choices[clioId] ?? noSync() }] : [];
  });
}

/** The pairs that two-way sync works on now; none while everything is off or waits for a sign-in. */
export const syncPairs = async (parts: SyncPairParts): Promise<SyncPair[]> =>
  (await connectedPairs(parts)).filter(({ choice }) => choice.on);

/**
 * The pairs that are read: with a rule switched on, also those without two-way sync. Of them strangers made in the last hour are kept as
 * well, since a rule may be about new people; nothing is decided for them.
 */
export async function readPairs(parts: SyncPairParts, rulesOn: boolean, now: number): Promise<SyncPair[]> {
  if (!rulesOn) return syncPairs(parts);
  return (await connectedPairs(parts)).map(({ choice, ...pair }) => {
    if (choice.on) return { ...pair, choice };
    const contact = { ...choice.entities.contact, direction: 'both' as const };
    return { ...pair, choice: { ...choice, since: now - HOUR, entities: { ...choice.entities, contact } } };
  });
}
const HOUR = 60 * 60_000;
