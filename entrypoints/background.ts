import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { hostGuard } from '../lib/app/host-guard.ts';
import { type App, type AppParts, createApp } from '../lib/app.ts';
import { CLIO_REGIONS } from '../lib/clio/regions.ts';
import type { Signal } from '../lib/messages/protocol.ts';
import type { Sender } from '../lib/messages/sender.ts';
import { createDatabase } from '../lib/store/db.ts';
import { rememberReads } from '../lib/store/remember.ts';

const clioOrigins = Object.values(CLIO_REGIONS).map(({ host }) => `https://${host}`);
const patternOf = (origin: string): string => `${origin}/*`;
const ORIGINS = ['https://services.leadconnectorhq.com', ...clioOrigins].map(patternOf);
const ALARM = 'outbox';

/** Nobody listening is no failure: a closed panel asks again when it opens. */
const unheard = (): undefined => undefined;
const toTab = (tabId: number, signal: Signal): void => void browser.tabs.sendMessage(tabId, signal).catch(unheard);

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

const isGranted = (pattern: string): Promise<boolean> => browser.permissions.contains({ origins: [pattern] });

async function missingHosts(): Promise<string[]> {
  const granted = await Promise.all(ORIGINS.map(isGranted));
  return ORIGINS.filter((_, index) => !granted[index]);
}

/** A tab that is open already can't be sent to a page without leave to see tabs, so a certain page has its own. */
const openConsole = async (page?: string): Promise<void> => {
  if (page) await browser.tabs.create({ url: browser.runtime.getURL(`/console.html#/${page}`) });
  else await browser.runtime.openOptionsPage();
};

// storage.session is newer than the polyfill's types; both browsers have it and it answers promises.
type Session = AppParts['session'] & { clear(): Promise<void> };
const sessionArea = (): Session => (browser.storage as unknown as { session: Session }).session;

/** As many things as need a person, on the icon; the colour of "needs you" (`--warn` of tokens.css). No permission is needed for it. */
function badge(count: number): void {
  const text = count > 99 ? '99+' : count ? String(count) : '';
  void browser.action.setBadgeBackgroundColor({ color: '#8f4700' }).catch(unheard);
  void browser.action.setBadgeText({ text }).catch(unheard);
}

/** To the console by the common channel; to the panels by their tabs, since Firefox gives a framed extension page nothing else (seen in 153). */
async function broadcast(signal: Signal): Promise<void> {
  browser.runtime.sendMessage(signal).catch(unheard);
  const tabs = await browser.tabs.query({ url: clioOrigins.map(patternOf) });
  for (const { id } of tabs) if (id !== undefined) toTab(id, signal);
}

/** What this browser keeps and when it wakes us. */
function keeping(): Pick<AppParts, 'db' | 'session' | 'local' | 'clearAreas' | 'alarms' | 'exclusive'> {
  const session = sessionArea();
  const db = rememberReads(createDatabase());
  return {
    db,
    session,
    local: browser.storage.local,
    clearAreas: async () => {
      await Promise.all([session.clear(), browser.storage.local.clear()]);
    },
    alarms: {
      set: async (at) => void browser.alarms.create(ALARM, { when: at }),
      clear: async () => void (await browser.alarms.clear(ALARM)),
    },
    exclusive: async (work, name = 'outbox') => {
      const ask = { ifAvailable: true };
      await navigator.locks.request(`rankr-${name}`, ask, async (lock) => {
        if (!lock) return;
        db.forget();
        await work();
      });
    },
  };
}

const realParts = (): AppParts => ({
  ...keeping(),
  fetch: hostGuard({ fetch: (input, init) => fetch(input, init), isGranted: (origin) => isGranted(patternOf(origin)) }),
  now: () => Date.now(),
  sleep,
  random: () => Math.random(),
  newId: () => crypto.randomUUID(),
  online: () => navigator.onLine,
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  launchAuth: (url) => browser.identity.launchWebAuthFlow({ url, interactive: true }),
  redirectUri: () => browser.identity.getRedirectURL(),
  missingHosts,
  door: { broadcast: (signal) => void broadcast(signal), toTab, openConsole, badge },
  extension: { id: browser.runtime.id, root: browser.runtime.getURL('/'), clioOrigins },
});

async function toggleHere(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id !== undefined) toTab(tab.id, { signal: 'launcher.toggle' });
}

/** Every listener before the first await: a worker woken by an event gets that event only if it listens at once. */
function listen(app: App): void {
  browser.runtime.onMessage.addListener((message, sender) => app.receive(message, sender as Sender));
  browser.runtime.onInstalled.addListener(({ reason }) => void (reason === 'install' && app.installed()));
  browser.runtime.onStartup.addListener(() => void app.wake());
  browser.alarms.onAlarm.addListener(({ name }) => void (name === ALARM && app.wake()));
  browser.action.onClicked.addListener(() => void openConsole());
  browser.tabs.onRemoved.addListener((tabId) => void app.tabClosed(tabId));
  browser.commands.onCommand.addListener(async (name) => {
    if (name === 'toggle-panel') await toggleHere();
  });
  listenToAccess(app);
}

/** What a person may give or take while we run: the network, and in Firefox every host. Waiting writes go out, and the screens tell. */
function listenToAccess(app: App): void {
  const back = (): void => {
    app.changed();
    void app.wake();
  };
  self.addEventListener('online', back);
  self.addEventListener('offline', app.changed);
  browser.permissions.onAdded.addListener(back);
  browser.permissions.onRemoved.addListener(app.changed);
}

export default defineBackground(() => {
  const app = createApp(realParts());
  listen(app);
  void app.start();
});
