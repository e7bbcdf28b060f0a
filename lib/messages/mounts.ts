import type { Region, Subject } from '../model/subject.ts';

/** The part of `browser.storage.session` used here: memory of the browser, closed to content scripts in both browsers [seen]. */
export interface SessionArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface Mounts {
  /** A one-time nonce for the tab's content script to hand to the frame it makes. One at a time a tab; brings a hidden launcher back. */
  issue(tabId: number, now: number): Promise<string>;
  /** Consumes the nonce; true when it was this tab's, unused and fresh. */
  accept(tabId: number, frameId: number, nonce: string, now: number): Promise<boolean>;
  isMounted(tabId: number, frameId: number): Promise<boolean>;
  setSubject(tabId: number, subject: Subject): Promise<void>;
  subject(tabId: number): Promise<Subject | undefined>;
  /** Is a Clio tab open? One that went elsewhere counts until it is closed. */
  anyTab(): Promise<boolean>;
  /** True while the tab's panel is mounted: only then is anything read for it. */
  isOpen(tabId: number): Promise<boolean>;
  /** No panel is mounted in the tab, and none that was on its way will be. */
  closed(tabId: number): Promise<void>;
  /** The launcher was hidden in this tab. */
  hide(tabId: number): Promise<void>;
  isHidden(tabId: number): Promise<boolean>;
  /** Region of the Clio tab last seen. */
  setRegion(region: Region): Promise<void>;
  region(): Promise<Region | undefined>;
  forget(tabId: number): Promise<void>;
}

const LIFETIME = 30_000;

/** One after the other: a nonce offered twice at once must not be found unused twice, and a hello that comes late must not outlive a close. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

const newNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const nonceKey = (nonce: string) => `nonce.${nonce}`;
const panelKey = (tabId: number) => `panel.${tabId}`;
/** The nonce that the tab was given last. */
const givenKey = (tabId: number) => `given.${tabId}`;
const subjectKey = (tabId: number) => `subject.${tabId}`;
const hiddenKey = (tabId: number) => `hidden.${tabId}`;

/** The Clio tabs that have spoken. */
function createTabs(session: SessionArea) {
  const all = async (): Promise<number[]> => ((await session.get(['tabs'])).tabs as number[] | undefined) ?? [];
  return {
    any: async () => (await all()).length > 0,
    add: async (tabId: number) => session.set({ tabs: [...new Set([...(await all()), tabId])] }),
    async remove(tabId: number) {
      const others = (await all()).filter((one) => one !== tabId);
      await (others.length ? session.set({ tabs: others }) : session.remove(['tabs']));
    },
  };
}

const oneOf =
  (session: SessionArea) =>
  async (key: string): Promise<unknown> =>
    (await session.get([key]))[key];

/** What is remembered of a tab as it was told. */
function marksOf(session: SessionArea): Pick<Mounts, 'hide' | 'isHidden' | 'setRegion' | 'region' | 'subject'> {
  const one = oneOf(session);
  return {
    hide: (tabId) => session.set({ [hiddenKey(tabId)]: true }),
    isHidden: async (tabId) => (await one(hiddenKey(tabId))) === true,
    setRegion: (region) => session.set({ region }),
    region: async () => (await one('region')) as Region | undefined,
    subject: async (tabId) => (await one(subjectKey(tabId))) as Subject | undefined,
  };
}

/** Keeps which frame of which tab is our panel, in storage.session so that a worker's death does not orphan an open panel. */
export function createMounts(session: SessionArea): Mounts {
  const inTurn = createQueue();
  const one = oneOf(session);
  const tabs = createTabs(session);
  /** What the tab holds of a panel: its frame, and the nonce for the next one. */
  const panelKeys = async (tabId: number): Promise<string[]> => {
    const given = (await one(givenKey(tabId))) as string | undefined;
    return [panelKey(tabId), givenKey(tabId), ...(given ? [nonceKey(given)] : [])];
  };

  return {
    ...marksOf(session),
    anyTab: tabs.any,
    issue: (tabId, now) =>
      inTurn(async () => {
        const nonce = newNonce();
        await session.remove([...(await panelKeys(tabId)), hiddenKey(tabId)]);
        await session.set({ [nonceKey(nonce)]: { tabId, until: now + LIFETIME }, [givenKey(tabId)]: nonce });
        return nonce;
      }),
    accept: (tabId, frameId, nonce, now) =>
      inTurn(async () => {
        const issued = (await one(nonceKey(nonce))) as { tabId: number; until: number } | undefined;
        await session.remove([nonceKey(nonce)]);
        if (!issued || issued.tabId !== tabId || issued.until < now) return false;
        await session.set({ [panelKey(tabId)]: frameId });
        return true;
      }),
    isMounted: async (tabId, frameId) => (await one(panelKey(tabId))) === frameId,
    isOpen: async (tabId) => (await one(panelKey(tabId))) !== undefined,
    closed: (tabId) => inTurn(async () => session.remove(await panelKeys(tabId))),
    setSubject: (tabId, subject) =>
      inTurn(() => Promise.all([session.set({ [subjectKey(tabId)]: subject }), tabs.add(tabId)]).then(() => undefined)),
    forget: (tabId) =>
      inTurn(async () => {
        await session.remove([...(await panelKeys(tabId)), subjectKey(tabId), hiddenKey(tabId)]);
        await tabs.remove(tabId);
      }),
  };
}
