import { type App, createApp } from '../../lib/app.ts';
import type { Answer, MessageType, Payload, ReplyOf } from '../../lib/messages/protocol.ts';
import type { PanelView, Screen } from '../../lib/model/panel.ts';
import type { Subject } from '../../lib/model/subject.ts';
import { CLIO_APP } from '../../sandbox/clio/credentials.ts';
import { HL_APP, HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import { type SandboxOptions, startSandbox } from '../../sandbox/server.ts';
import { cast } from '../../sandbox/world/cast.ts';
import { CLIO, createFakeBrowser, type Life, ROOT } from './fake-browser.ts';

const START = Date.parse('2026-11-22T17:00:00Z');
const TAB = 7;

/** `beside`: the browser of a colleague, who works on the same Clio and HighLevel. */
type WorldOptions = Pick<SandboxOptions, 'strictLimits' | 'world'> & { beside?: Awaited<ReturnType<typeof startSandbox>> };

/** The real app on the sandbox's plain ports, in a browser that the test holds in its hands. */
export async function createAppWorld({ beside, ...options }: WorldOptions = {}) {
  const sandbox =
    beside ?? (await startSandbox({ plain: true, now: START, ...options, strictLimits: options.strictLimits ?? false }));
  const browser = createFakeBrowser(sandbox);
  let life: Life = { dead: false };
  const start = (): App => {
    life = { dead: false };
    return createApp(browser.partsFor(life));
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
    ...browser,
    sandbox,
    cast,
    say,
    answerTo,
    view,
    until,
    screen,
    receive: (message: unknown, sender: object) => app.receive(message, sender),
    /** Moves the one clock; what sleeps wakes, and an alarm that is due rings. */
    async advance(ms: number) {
      sandbox.clock.advance(ms);
      browser.wakeSleepers();
      if (browser.state.alarm !== undefined && browser.state.alarm <= sandbox.clock.now() + browser.state.skew) {
        browser.state.alarm = undefined;
        await app.wake();
      }
    },
    wake: () => app.wake(),
    closeTab: () => app.tabClosed(TAB),
    /** The worker dies, and no other starts. */
    die() {
      life.dead = true;
    },
    /** The worker dies on the spot; a new one starts on the same disk. */
    async kill() {
      life.dead = true;
      app = start();
      await app.start();
    },
    async connect() {
      await say('console', 'connection.add-token', { token: HL_PIT_FULL, locationId: cast.locations.main });
      await say('console', 'connection.sign-in', {
        system: 'clio',
        region: 'us',
        clientId: CLIO_APP.clientId,
        clientSecret: CLIO_APP.clientSecret,
      });
      await until(async () => (await say('console', 'connections.view', {})).connections.length === 2, 'two connections');
    },
    async allowWriting() {
      await say('console', 'writing.set', { system: 'highlevel', on: true });
      await say('console', 'writing.set', { system: 'clio', on: true });
    },
    signInToHighLevel: () =>
      say('console', 'connection.sign-in', { system: 'highlevel', clientId: HL_APP.clientId, clientSecret: HL_APP.clientSecret }),
    async open(subject: Omit<Subject, 'region'>): Promise<string> {
      await say('page', 'subject.report', { subject: { region: 'us', ...subject } });
      if (!browser.session.has(`panel.${TAB}`)) {
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
      await until(
        async () => (await view()).waiting.every((write) => write.state === 'failed' || write.state === 'needs-you'),
        'an empty outbox',
      );
    },
    async close() {
      life.dead = true;
      await sandbox.close();
    },
  };
}

export type AppWorld = Awaited<ReturnType<typeof createAppWorld>>;
