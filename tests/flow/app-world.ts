import 'fake-indexeddb/auto';
import { type App, createApp } from '../../lib/app.ts';
import type { Answer, MessageType, Payload, ReplyOf, Signal } from '../../lib/messages/protocol.ts';
import type { PanelView, Screen } from '../../lib/model/panel.ts';
import type { Subject } from '../../lib/model/subject.ts';
import { createDatabase, type Database } from '../../lib/store/db.ts';
import { CLIO_APP } from '../../sandbox/clio/credentials.ts';
import { HL_APP, HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { cast } from '../../sandbox/world/cast.ts';

const ROOT = 'chrome-extension://rankr-test/';
const REDIRECT = 'https://rankr-test.chromiumapp.org/';
const CLIO = 'https://app.clio.com';
const START = Date.parse('2026-11-22T17:00:00Z');
const TAB = 7;
const never = <T>(): Promise<T> => new Promise(() => undefined);

/** The real app on the sandbox's plain ports, with a clock, a disk (fake-indexeddb) and a browser that the test holds in its hands. */
export async function createAppWorld(options: { strictLimits?: boolean } = {}) {
  const sandbox = await startSandbox({ plain: true, now: START, strictLimits: options.strictLimits ?? false });
  const database = `rankr-${crypto.randomUUID()}`;
  const session = new Map<string, unknown>();
  const signals: Signal[] = [];
  const tabSignals: Signal[] = [];
  const sleepers = new Set<{ at: number; wake: () => void }>();
  const state = { online: true, alarm: undefined as number | undefined, timeZone: 'America/Vancouver', consent: 'allow' as 'allow' | 'deny' | 'close' | 'forge' };
  const consentUrls: string[] = [];
  let life = { dead: false };
  let locked = false;

  const plainUrl = (url: string): string =>
    url.replace('https://services.leadconnectorhq.com', sandbox.plain?.highlevel ?? '').replace('https://marketplace.gohighlevel.com', sandbox.plain?.highlevel ?? '').replace(CLIO, sandbox.plain?.clio ?? '');

  const fetchFor = (mine: { dead: boolean }) => async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
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

  /** A dead worker's disk calls neither happen nor answer. */
  const mortal = (db: Database, mine: { dead: boolean }): Database => {
    const guard = <A extends unknown[], R>(work: (...args: A) => Promise<R>) => async (...args: A): Promise<R> => {
      if (mine.dead) return never();
      const value = await work(...args);
      return mine.dead ? never() : value;
    };
    return { read: guard(db.read) as Database['read'], write: guard(db.write) as Database['write'], close: db.close, destroy: db.destroy };
  };

  /** Clicks through the stand-in's consent page, as launchWebAuthFlow's window would be. */
  const consentTo = async (url: string): Promise<string | undefined> => {
    consentUrls.push(url);
    if (state.consent === 'close') throw new Error('The user did not approve access.');
    const asked = new URL(url);
    const given = asked.searchParams.get('state') ?? '';
    if (state.consent === 'deny') return `${REDIRECT}?error=access_denied&state=${given}`;
    if (state.consent === 'forge') return `${REDIRECT}?code=stolen&state=${'0'.repeat(64)}`;
    return approve(asked);
  };
  const approve = async (asked: URL): Promise<string> => {
    const page = await fetch(plainUrl(asked.href));
    const html = await page.text();
    const form = /<form[^>]*action="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? asked.pathname;
    const fields = new URLSearchParams();
    for (const [, tag] of html.matchAll(/<input([^>]*)>/g)) {
      const name = /name="([^"]*)"/.exec(tag ?? '')?.[1];
      const value = /value="([^"]*)"/.exec(tag ?? '')?.[1] ?? '';
      if (name && !fields.has(name)) fields.set(name, value.replaceAll('&amp;', '&'));
    }
    const button = /<button[^>]*(?:id="(?:connect|allow)")[^>]*>/.exec(html)?.[0] ?? '';
    const name = /name="([^"]*)"/.exec(button)?.[1];
    if (name) fields.set(name, /value="([^"]*)"/.exec(button)?.[1] ?? '');
    const target = new URL(form, plainUrl(asked.href));
    const isGet = /<form[^>]*method="get"/.test(html);
    if (isGet) target.search = fields.toString();
    const done = await fetch(target, isGet ? { redirect: 'manual' } : { method: 'POST', body: fields, redirect: 'manual' });
    return done.headers.get('location') ?? '';
  };

  const start = (): App => {
    life = { dead: false };
    locked = false;
    const mine = life;
    return createApp({
      db: mortal(createDatabase(database), mine),
      fetch: fetchFor(mine) as typeof fetch,
      now: sandbox.clock.now,
      sleep: (ms, signal) =>
        new Promise((resolve, reject) => {
          const sleeper = { at: sandbox.clock.now() + ms, wake: () => !mine.dead && resolve() };
          sleepers.add(sleeper);
          signal?.addEventListener('abort', () => {
            sleepers.delete(sleeper);
            reject(signal.reason);
          });
        }),
      random: () => 0.5,
      newId: () => crypto.randomUUID(),
      online: () => state.online,
      timeZone: () => state.timeZone,
      session: {
        get: async (keys) => Object.fromEntries(keys.filter((key) => session.has(key)).map((key) => [key, session.get(key)])),
        set: async (values) => void Object.entries(values).forEach(([key, value]) => session.set(key, structuredClone(value))),
        remove: async (keys) => void keys.forEach((key) => session.delete(key)),
      },
      clearAreas: async () => session.clear(),
      alarms: { set: async (at) => void (state.alarm = at), clear: async () => void (state.alarm = undefined) },
      exclusive: async (work) => {
        if (locked) return;
        locked = true;
        await work().finally(() => {
          if (mine === life) locked = false;
        });
      },
      launchAuth: consentTo,
      redirectUri: () => REDIRECT,
      missingHosts: async () => [],
      door: { broadcast: (signal) => void signals.push(signal), toTab: (_, signal) => void tabSignals.push(signal), openConsole: async () => undefined },
      extension: { id: 'rankr-test', root: ROOT, clioOrigins: [CLIO, 'https://ca.app.clio.com', 'https://eu.app.clio.com', 'https://au.app.clio.com'] },
    });
  };
  let app = start();

  const senders = {
    page: { id: 'rankr-test', url: `${CLIO}/nc/`, origin: CLIO, frameId: 0, tab: { id: TAB } },
    panel: { id: 'rankr-test', url: `${ROOT}panel.html`, frameId: 4, tab: { id: TAB } },
    console: { id: 'rankr-test', url: `${ROOT}console.html`, frameId: 0, tab: { id: 9 } },
  };
  const answerTo = async <T extends MessageType>(from: keyof typeof senders, type: T, payload: Payload<T>): Promise<Answer<T>> =>
    (await app.receive({ type, payload }, senders[from])) as Answer<T>;
  /** Sends as one of our parties; throws what the screen would show. */
  const say = async <T extends MessageType>(from: keyof typeof senders, type: T, payload: Payload<T>): Promise<ReplyOf<T>> => {
    const answer = await answerTo(from, type, payload);
    if (!answer.ok) throw Object.assign(new Error(answer.error.code), answer.error);
    return answer.value;
  };
  const view = (): Promise<PanelView> => say('panel', 'panel.view', {});

  /** Waits (in real time, briefly) until something holds; the clock stands still meanwhile. */
  const until = async <R>(what: () => Promise<R | undefined | false> | R | undefined | false, label = 'it'): Promise<R> => {
    for (let tries = 0; tries < 400; tries += 1) {
      const value = await what();
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`waited in vain for ${label}`);
  };
  const screen = async <K extends Screen['kind']>(kind: K): Promise<Extract<Screen, { kind: K }>> => {
    let last: Screen | undefined;
    return until(async () => {
      last = (await view()).screen;
      return last.kind === kind ? (last as Extract<Screen, { kind: K }>) : undefined;
    }, `screen ${kind}`).catch((error) => {
      throw new Error(`${error.message}; it is ${JSON.stringify(last)}`);
    });
  };

  return {
    sandbox, cast, state, signals, tabSignals, consentUrls, session, database, say, answerTo, view, until, screen,
    receive: (message: unknown, sender: object) => app.receive(message, sender),
    /** Moves the one clock; what sleeps wakes, and an alarm that is due rings. */
    async advance(ms: number) {
      sandbox.clock.advance(ms);
      for (const sleeper of [...sleepers].filter((one) => one.at <= sandbox.clock.now())) {
        sleepers.delete(sleeper);
        sleeper.wake();
      }
      if (state.alarm !== undefined && state.alarm <= sandbox.clock.now()) {
        state.alarm = undefined;
        await app.wake();
      }
    },
    wake: () => app.wake(),
    /** The worker dies on the spot; a new one starts on the same disk. */
    async kill() {
      life.dead = true;
      app = start();
      await app.start();
    },
    async connect() {
      await say('console', 'connection.add-token', { token: HL_PIT_FULL, locationId: cast.locations.main });
      await say('console', 'connection.sign-in', { system: 'clio', region: 'us', clientId: CLIO_APP.clientId, clientSecret: CLIO_APP.clientSecret });
      await until(async () => (await say('console', 'connections.view', {})).connections.length === 2, 'two connections');
    },
    async allowWriting() {
      await say('console', 'writing.set', { system: 'highlevel', on: true });
      await say('console', 'writing.set', { system: 'clio', on: true });
    },
    signInToHighLevel: () => say('console', 'connection.sign-in', { system: 'highlevel', clientId: HL_APP.clientId, clientSecret: HL_APP.clientSecret }),
    async open(subject: Omit<Subject, 'region'>): Promise<string> {
      await say('page', 'subject.report', { subject: { region: 'us', ...subject } });
      if (!session.has(`panel.${TAB}`)) {
        const { nonce } = await say('page', 'panel.mount', {});
        await say('panel', 'panel.hello', { nonce });
      }
      return `us:${subject.kind}:${subject.id}`;
    },
    async openContact(clioId: number): Promise<string> {
      return this.open({ kind: 'contact', id: String(clioId) });
    },
    /** Nothing waits and nothing is on its way. */
    async settled() {
      await until(async () => (await view()).waiting.every((write) => write.state === 'failed' || write.state === 'needs-you'), 'an empty outbox');
    },
    async close() {
      life.dead = true;
      await sandbox.close();
    },
  };
}

export type AppWorld = Awaited<ReturnType<typeof createAppWorld>>;
