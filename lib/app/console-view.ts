import type { Connection } from '../model/connection.ts';
import type { ConnectionsView, ConnectionView } from '../model/console.ts';
import type { Region } from '../model/subject.ts';
import type { Connections, SettingsStore } from '../store/settings.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { SignInStatus } from './sign-in-status.ts';

type ConnectionsProblem = () => ConnectionsView['storage'];

export interface ConsoleParts {
  connections: Connections;
  settings: SettingsStore;
  outbox: Outbox;
  status: SignInStatus;
  isChecking: (id: string) => boolean;
  redirectUri: () => string;
  clioTabRegion: () => Promise<Region | undefined>;
  /** Origins the browser has not granted. */
  missingHosts: () => Promise<string[]>;
  /** What is wrong with the disk, if anything. */
  storage: ConnectionsProblem;
  now: () => number;
}

const DAY = 24 * 60 * 60 * 1000;

/** Everything the Connections page paints. */
export async function connectionsView(parts: ConsoleParts): Promise<ConnectionsView> {
  const [all, pairs, writing, signIn, clioTabRegion, missingHosts, waiting] = await Promise.all([
    parts.connections.all(),
    parts.settings.get('pairs'),
    parts.settings.get('writing'),
    parts.status.get(),
    parts.clioTabRegion(),
    parts.missingHosts(),
    parts.outbox.waiting(),
  ]);
  const now = parts.now();
  const partnersOf = (id: string) =>
    Object.entries(pairs).flatMap(([clio, highlevel]) => (clio === id ? [highlevel] : highlevel === id ? [clio] : []));
  const view = (connection: Connection): ConnectionView => ({
    ...connection,
    checking: parts.isChecking(connection.id),
    keyAgeDays: Math.floor((now - connection.keyAt) / DAY),
    pairedWith: partnersOf(connection.id).flatMap((id) => all.filter((one) => one.id === id).map(({ name }) => ({ id, name }))),
  });
  return {
    now,
    connections: all.map(view).sort((a, b) => a.connectedAt - b.connectedAt),
    pairs: Object.entries(pairs).map(([clio, highlevel]) => ({ clio, highlevel })),
    writing,
    redirectUrl: parts.redirectUri(),
    clioTabRegion,
    signIn,
    missingHosts,
    waiting,
    storage: parts.storage(),
  };
}
