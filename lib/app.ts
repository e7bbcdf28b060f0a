import { createBadge } from './app/badge.ts';
import { type Connecting, createConnecting } from './app/connect.ts';
import { logConnection } from './app/connection-log.ts';
import type { ConsoleParts } from './app/console-view.ts';
import { quietly } from './app/door.ts';
import { createErase } from './app/erase.ts';
import { createHandlers } from './app/handlers.ts';
import { checkRights, identify } from './app/identify.ts';
import { createNetwork, type Network, providerOf } from './app/network.ts';
import type { AppParts } from './app/parts.ts';
import { readPreferences, writePreferences } from './app/preferences.ts';
import { standBy, wakeful } from './app/schedule.ts';
import { createStores, type Stores } from './app/stores.ts';
import { createSyncing, keyOf, outboxFailed } from './app/syncing.ts';
import type { Sender } from './messages/sender.ts';
import { createServer } from './messages/serve.ts';
import { prune } from './store/prune.ts';

export type { AppParts } from './app/parts.ts';

export interface App {
  /** The one message listener; undefined for what is not ours. */
  receive: (message: unknown, sender: Sender) => Promise<unknown> | undefined;
  /** Once, when the worker starts: what an earlier one left open can't be finished any more. */
  start: () => Promise<void>;
  /** The browser has just installed us: opens the guide, once in the life of a profile. */
  installed: () => Promise<void>;
  /** After an alarm, or when the network came back. */
  wake: () => Promise<void>;
  tabClosed: (tabId: number) => Promise<void>;
  /** What no store knows has changed (the network, a permission): our pages ask again. */
  changed: () => void;
}

const WEEK = 7 * 24 * 60 * 60 * 1000;

function connectingOf(parts: AppParts, stores: Stores, { tokens, client }: Network, connected: () => void) {
  const { now, redirectUri, launchAuth } = parts;
  const { vault, connections, settings, status, keep, eras, apply } = stores;
  return createConnecting({
    tokens,
    vault,
    keep,
    eras,
    connections,
    settings,
    apply,
    status,
    provider: providerOf,
    now,
    signIn: { tokens, launch: launchAuth, redirectUri, now },
    identify: (draft) => identify(client, draft),
    checkRights: (connection) => checkRights(client, connection),
    connected(known) {
      quietly(logConnection(apply, known, now()));
      connected();
    },
  });
}

function eraseOf({ clearAreas }: AppParts, { db, eras, sealer, changed }: Stores) {
  return createErase({ db, eras, forgetKey: sealer.forget, clearAreas, changed });
}

function consoleOf(parts: AppParts, stores: Stores, { isChecking }: Connecting): ConsoleParts {
  const { redirectUri, missingHosts, now } = parts;
  return { ...stores, isChecking, redirectUri, missingHosts, now, clioTabRegion: stores.mounts.region };
}

/** The number on the icon, counted anew whenever something is stored. */
function badgeOf({ local, door, sleep }: AppParts, stores: Stores): () => void {
  const badge = createBadge({ ...stores, local, badge: door.badge, sleep });
  stores.onChanged(badge);
  return badge;
}

/** What an earlier worker left open can't be finished any more; what waits goes on; what is old goes. */
function startOf(parts: AppParts, { status, outbox, db }: Stores, awake: () => Promise<void>) {
  const { now } = parts;
  const begin = async (): Promise<void> => {
    await standBy(parts);
    await status.interrupted(now()).catch(outboxFailed);
    await outbox.prune(now() - WEEK).catch(outboxFailed);
  };
  let beginning: Promise<void> | undefined;
  return {
    async start(): Promise<void> {
      beginning = begin()
        .finally(() => {
          beginning = undefined;
        })
        .then(awake);
      await beginning;
      await prune(db, now()).catch(outboxFailed);
    },
    // The alarm that started this worker rings in it as well: one turn is enough for both.
    wake: (): Promise<void> => beginning ?? standBy(parts).then(awake),
  };
}

async function installed({ local, door }: AppParts): Promise<void> {
  // Firefox says "installed" of a temporary add-on at each start of the browser.
  if ((await readPreferences(local)).guide) return;
  await writePreferences(local, { guide: 'seen' });
  await door.openConsole();
}

/** The one place that knows every part. Builds, connects, starts nothing by itself. */
export function createApp(parts: AppParts): App {
  const { now } = parts;
  const stores = createStores(parts);
  const network = createNetwork(parts, stores);
  const badge = badgeOf(parts, stores);
  const { lookup, schedule, reconcile, signedIn, backOnline } = createSyncing(parts, stores, network);
  const connecting = connectingOf(parts, stores, network, () => void signedIn());
  const { mounts } = stores;
  const { online, timeZone, newId, door, local } = parts;
  // What waited for the network alone waits no longer.
  const { start, wake } = startOf(parts, stores, () => (online() ? backOnline() : schedule.run()));
  const outside = { online, timeZone, newId, door, now, local };
  const handlers = createHandlers({
    ...stores,
    ...outside,
    outbox: wakeful(stores.outbox, parts),
    lookup,
    schedule,
    reconcile,
    client: network.client,
    connecting,
    console: consoleOf(parts, stores, connecting),
    keyOf,
    erase: eraseOf(parts, stores),
    meter: network.limiter.meter,
    connectionOf: stores.connections.get,
    drain: () => void schedule.run(),
  });
  return {
    receive: createServer({ extension: parts.extension, handlers, isMounted: mounts.isMounted }),
    async start() {
      badge();
      await start();
    },
    installed: () => installed(parts),
    wake,
    tabClosed: mounts.forget,
    changed: stores.changed,
  };
}
