import 'fake-indexeddb/auto';
import type { AppParts } from '../../lib/app.ts';
import type { Signal } from '../../lib/messages/protocol.ts';
import { AppError } from '../../lib/model/errors.ts';
import { createDatabase, type Database } from '../../lib/store/db.ts';
import type { startSandbox } from '../../sandbox/server.ts';
import { approve } from './consent.ts';

export const ROOT = 'chrome-extension://rankr-test/';
export const CLIO = 'https://app.clio.com';
const REDIRECT = 'https://rankr-test.chromiumapp.org/';
const OTHER_CLIOS = ['https://ca.app.clio.com', 'https://eu.app.clio.com', 'https://au.app.clio.com'];
const HIGHLEVEL = ['https://services.leadconnectorhq.com', 'https://marketplace.gohighlevel.com'];

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;
/** One worker's life. What a dead one awaits never comes. */
export interface Life {
  dead: boolean;
}
const never = <T>(): Promise<T> => new Promise(() => undefined);

/** A dead worker's disk calls neither happen nor answer. */
function mortal(db: Database, mine: Life): Database {
  const guard =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (mine.dead) return never();
      const value = await work(...args);
      return mine.dead ? never() : value;
    };
  const read = guard(db.read) as Database['read'];
  return { read, write: guard(db.write) as Database['write'], close: db.close, destroy: db.destroy };
}

/** A disk without room: as many writes to the outbox as asked for fail as the real database says it. */
const fillable = (db: Database, state: { failingWrites: number }): Database => ({
  ...db,
  write: async (stores, work, strict) => {
    if (!strict || !stores.includes('outbox') || state.failingWrites <= 0) return db.write(stores, work, strict);
    state.failingWrites -= 1;
    throw new AppError('storage-full');
  },
});

/** A browser that the test holds in its hands: network, disk, clock, alarms, sign-in window. It outlives its workers. */
export function createFakeBrowser(sandbox: Sandbox) {
  const database = `rankr-${crypto.randomUUID()}`;
  const session = new Map<string, unknown>();
  const signals: Signal[] = [];
  const tabSignals: Signal[] = [];
  /** Pages of the console that were opened; undefined for its first one. */
  const opened: (string | undefined)[] = [];
  const consentUrls: string[] = [];
  const alarms: number[] = [];
  const sleepers = new Set<{ at: number; wake: () => void }>();
  const state = {
    online: true,
    /** How far this computer's clock is ahead of the vendors' (ms). */
    skew: 0,
    /** How many writes to the outbox fail for want of room. */
    failingWrites: 0,
    alarm: undefined as number | undefined,
    timeZone: 'America/Vancouver',
    consent: 'allow' as 'allow' | 'deny' | 'close' | 'forge',
  };
  /** The worker that holds a lock, by the lock's name. */
  const holders = new Map<string, Life>();

  const plainUrl = (url: string): string =>
    HIGHLEVEL.reduce((left, host) => left.replace(host, sandbox.plain?.highlevel ?? ''), url).replace(
      CLIO,
      sandbox.plain?.clio ?? '',
    );

  const fetchOf =
    (mine: Life) =>
    async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      if (mine.dead) return never();
      if (!state.online) throw new TypeError('Failed to fetch');
      try {
        const answer = await fetch(plainUrl(String(input instanceof Request ? input.url : input)), init);
        const copy = new Response(await answer.text(), { status: answer.status, headers: answer.headers });
        return mine.dead ? never() : copy;
      } catch (error) {
        if (mine.dead) return never();
        throw error;
      }
    };

  const sleepOf =
    (mine: Life) =>
    (ms: number, signal?: AbortSignal): Promise<void> =>
      new Promise((resolve, reject) => {
        const sleeper = { at: sandbox.clock.now() + ms, wake: () => !mine.dead && resolve() };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        });
      });

  const consentTo = async (url: string): Promise<string | undefined> => {
    consentUrls.push(url);
    if (state.consent === 'close') throw new Error('The user did not approve access.');
    const asked = new URL(url);
    const given = asked.searchParams.get('state') ?? '';
    if (state.consent === 'deny') return `${REDIRECT}?error=access_denied&state=${given}`;
    if (state.consent === 'forge') return `${REDIRECT}?code=stolen&state=${'0'.repeat(64)}`;
    return approve(asked, plainUrl);
  };

  const area: AppParts['session'] = {
    get: async (keys) => Object.fromEntries(keys.filter((key) => session.has(key)).map((key) => [key, session.get(key)])),
    async set(values) {
      for (const [key, value] of Object.entries(values)) session.set(key, structuredClone(value));
    },
    async remove(keys) {
      for (const key of keys) session.delete(key);
    },
  };

  const local = new Map<string, unknown>();
  const localArea: NonNullable<AppParts['local']> = {
    get: async (keys) => Object.fromEntries(keys.filter((key) => local.has(key)).map((key) => [key, local.get(key)])),
    async set(values) {
      for (const [key, value] of Object.entries(values)) local.set(key, value);
    },
  };

  return {
    database,
    session,
    /** storage.local, which the pages and the launcher read too. */
    local,
    signals,
    tabSignals,
    opened,
    consentUrls,
    /** Every time an alarm was set for, in order. */
    alarms,
    state,
    /** What sleeps until now wakes. */
    wakeSleepers() {
      for (const sleeper of [...sleepers].filter((one) => one.at <= sandbox.clock.now())) {
        sleepers.delete(sleeper);
        sleeper.wake();
      }
    },
    /** The parts of one worker; those of a worker before it must be dead. */
    partsFor(mine: Life): AppParts {
      holders.clear();
      return {
        db: fillable(mortal(createDatabase(database), mine), state),
        fetch: fetchOf(mine) as typeof fetch,
        now: () => sandbox.clock.now() + state.skew,
        sleep: sleepOf(mine),
        random: () => 0.5,
        newId: () => crypto.randomUUID(),
        online: () => state.online,
        timeZone: () => state.timeZone,
        session: area,
        local: localArea,
        clearAreas: async () => {
          session.clear();
          local.clear();
        },
        alarms: {
          async set(at) {
            alarms.push(at);
            state.alarm = at;
          },
          async clear() {
            state.alarm = undefined;
          },
        },
        async exclusive(work, name = 'outbox') {
          if (holders.has(name)) return;
          holders.set(name, mine);
          await work().finally(() => {
            if (holders.get(name) === mine) holders.delete(name);
          });
        },
        launchAuth: consentTo,
        redirectUri: () => REDIRECT,
        missingHosts: async () => [],
        door: {
          broadcast: (signal) => void signals.push(signal),
          toTab: (_, signal) => void tabSignals.push(signal),
          openConsole: async (page) => void opened.push(page),
        },
        extension: { id: 'rankr-test', root: ROOT, clioOrigins: [CLIO, ...OTHER_CLIOS] },
      };
    },
  };
}
