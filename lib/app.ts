import { createActs } from './app/acts.ts';
import { createChoices } from './app/choices.ts';
import { createConnecting } from './app/connect.ts';
import { createErase } from './app/erase.ts';
import { createHandlers, type Door } from './app/handlers.ts';
import { checkRights, identify } from './app/identify.ts';
import { createAccounts } from './app/scene.ts';
import { type Alarms, createSchedule } from './app/schedule.ts';
import { createSignInStatus } from './app/sign-in-status.ts';
import { createTokens } from './auth/tokens.ts';
import { createSealer, createVault } from './auth/vault.ts';
import type { Context } from './catalog/define.ts';
import { actionOf } from './catalog/index.ts';
import { clioProvider } from './clio/auth.ts';
import { phoneCountryOf } from './clio/regions.ts';
import { highlevelProvider } from './highlevel/auth.ts';
import { createLimiter } from './http/limiter.ts';
import { createClient } from './http/send.ts';
import { createMounts, type SessionArea } from './messages/mounts.ts';
import type { Extension, Sender } from './messages/sender.ts';
import { createServer } from './messages/serve.ts';
import type { Connection } from './model/connection.ts';
import { toAppError } from './model/errors.ts';
import type { System } from './model/subject.ts';
import { createApply } from './store/apply.ts';
import type { Database } from './store/db.ts';
import { createReader } from './store/read.ts';
import { createConnections, createSettings } from './store/settings.ts';
import { createDrain } from './sync/drain.ts';
import { createLookup } from './sync/lookup.ts';
import { createOutbox } from './sync/outbox.ts';

/** The world outside, as arguments: a simulated clock, network and disk can stand in for each. */
export interface AppParts {
  db: Database;
  fetch: typeof globalThis.fetch;
  now: () => number;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** 0..1 */
  random: () => number;
  newId: () => string;
  online: () => boolean;
  timeZone: () => string;
  session: SessionArea;
  /** Clears storage.session and storage.local. */
  clearAreas: () => Promise<void>;
  alarms: Alarms;
  /** Runs `work` unless this browser runs it already (a Web Lock). */
  exclusive: (work: () => Promise<void>) => Promise<void>;
  launchAuth: (url: string) => Promise<string | undefined>;
  redirectUri: () => string;
  missingHosts: () => Promise<string[]>;
  door: Door;
  extension: Extension;
}

export interface App {
  /** The one message listener; undefined for what is not ours. */
  receive: (message: unknown, sender: Sender) => Promise<unknown> | undefined;
  /** Once, when the worker starts: what an earlier one left open can't be finished any more. */
  start: () => Promise<void>;
  /** After an alarm, or when the network came back. */
  wake: () => Promise<void>;
  tabClosed: (tabId: number) => Promise<void>;
}

const WEEK = 7 * 24 * 60 * 60 * 1000;

const contextOf = ({ system, account, timeZone, country, region }: Connection): Context => ({
  account,
  timeZone: timeZone ?? 'UTC',
  country: country ?? (system === 'clio' ? phoneCountryOf(region ?? 'us') : 'US'),
});

/** Signals come in bursts; one is enough for all changes of a turn. */
function createBell(ring: () => void): () => void {
  let pending = false;
  return () => {
    if (pending) return;
    pending = true;
    queueMicrotask(() => {
      pending = false;
      ring();
    });
  };
}

/** The one file that knows every part. Builds, connects, starts nothing by itself. */
export function createApp(parts: AppParts): App {
  const { db, now, door, session } = parts;
  const changed = createBell(() => door.broadcast({ signal: 'store.changed' }));
  const sealer = createSealer(db);
  const vault = createVault(db, sealer);
  const connections = createConnections(db, changed);
  const settings = createSettings(db, changed);
  const reader = createReader(db, sealer);
  const apply = createApply(db, sealer, changed);
  const outbox = createOutbox(db, sealer, changed);
  const mounts = createMounts(session);
  const status = createSignInStatus(session, changed);
  const accounts = createAccounts(connections, settings);
  const limiter = createLimiter(parts);
  const provider = (system: System) => (system === 'clio' ? clioProvider : highlevelProvider);
  const tokens = createTokens({ vault, connections, provider: ({ system }) => provider(system), fetch: parts.fetch, now, online: parts.online });
  const client = createClient({
    fetch: parts.fetch, now, sleep: parts.sleep, random: parts.random, online: parts.online, limiter,
    token: tokens.token,
    onLimit: changed,
    onError: (connection, { code }) => {
      // A fresh token was refused as well: a person has to sign in again.
      if (code === 'signed-out') void connections.patch(connection.id, { state: 'reconnect', reason: code, since: now() });
    },
  });
  const lookup = createLookup({ client, apply, reader, now, clioOf: accounts.clioOf, locationOf: accounts.locationOf });
  const keyOf = (op: string, input: unknown, connection: Connection): string => actionOf(op)?.key(input, contextOf(connection)) ?? op;
  const drain = createDrain({
    outbox, apply, client, now, random: parts.random, exclusive: parts.exclusive, connection: connections.get, context: contextOf, action: actionOf,
    mayWrite: async ({ system }) => (await settings.get('writing'))[system],
    finished: async ({ link, op }) => {
      const known = await reader.link(link);
      // What the answer told is stored already; a contact made or adopted is read whole, with whatever HighLevel added to it.
      if (known && op.startsWith('highlevel.contact.')) await lookup.refreshPerson(known);
    },
  });
  const failed = (cause: unknown): void => console.error('Rankr: the outbox could not run:', toAppError(cause).code);
  const schedule = createSchedule({ outbox, drain, alarms: parts.alarms, sleep: parts.sleep, now, failed });
  const wakeUp = (): void => void schedule.run();
  const connecting = createConnecting({
    tokens, vault, connections, settings, status, provider, now,
    signIn: { tokens, launch: parts.launchAuth, redirectUri: parts.redirectUri, now },
    identify: (draft) => identify(client, draft),
    checkRights: (connection) => checkRights(client, connection),
    connected: wakeUp,
  });
  const erase = createErase({ db, vault, connections, settings, forgetKey: sealer.forget, clearAreas: parts.clearAreas, changed });
  const view = { accounts, reader, settings, outbox, meter: limiter.meter, online: parts.online, now, timeZone: parts.timeZone };
  const clicks = { ...view, mounts, newId: parts.newId, drain: wakeUp };
  const handlers = {
    ...createActs(clicks, keyOf),
    ...createChoices({ ...clicks, apply, lookup, connecting }, keyOf, connections.get),
    ...createHandlers({
      ...view, connections, connecting, erase, lookup, mounts, schedule, door,
      console: {
        connections, settings, outbox, status, isChecking: connecting.isChecking, redirectUri: parts.redirectUri, clioTabRegion: mounts.region,
        missingHosts: parts.missingHosts, now,
      },
    }),
  };
  return {
    receive: createServer({ extension: parts.extension, handlers, isMounted: mounts.isMounted }),
    async start() {
      await status.interrupted(now());
      await outbox.prune(now() - WEEK).catch(failed);
      await schedule.run();
    },
    wake: schedule.run,
    tabClosed: mounts.forget,
  };
}
