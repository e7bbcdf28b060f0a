import type { Region, Subject } from '../model/subject.ts';

/** The part of `browser.storage.session` used here: memory of the browser, closed to content scripts in both browsers [seen]. */
export interface SessionArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface Mounts {
  /** A one-time nonce for the tab's content script to hand to the frame it makes. */
  issue(tabId: number, now: number): Promise<string>;
  /** Consumes the nonce; true when it was this tab's, unused and fresh. */
  accept(tabId: number, frameId: number, nonce: string, now: number): Promise<boolean>;
  isMounted(tabId: number, frameId: number): Promise<boolean>;
  setSubject(tabId: number, subject: Subject): Promise<void>;
  subject(tabId: number): Promise<Subject | undefined>;
  /** True while the tab's panel is mounted: only then is anything read for it. */
  isOpen(tabId: number): Promise<boolean>;
  closed(tabId: number): Promise<void>;
  /** Region of the Clio tab last seen. */
  setRegion(region: Region): Promise<void>;
  region(): Promise<Region | undefined>;
  forget(tabId: number): Promise<void>;
}

const LIFETIME = 30_000;

/** Keeps which frame of which tab is our panel, in storage.session so that a worker's death does not orphan an open panel. */
export function createMounts(session: SessionArea): Mounts {
  const nonceKey = (nonce: string) => `nonce.${nonce}`;
  const panelKey = (tabId: number) => `panel.${tabId}`;
  const subjectKey = (tabId: number) => `subject.${tabId}`;
  const one = async (key: string): Promise<unknown> => (await session.get([key]))[key];

  return {
    async issue(tabId, now) {
      const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
      await session.set({ [nonceKey(nonce)]: { tabId, until: now + LIFETIME } });
      return nonce;
    },
    async accept(tabId, frameId, nonce, now) {
      const issued = (await one(nonceKey(nonce))) as { tabId: number; until: number } | undefined;
      await session.remove([nonceKey(nonce)]);
      if (!issued || issued.tabId !== tabId || issued.until < now) return false;
      await session.set({ [panelKey(tabId)]: frameId });
      return true;
    },
    isMounted: async (tabId, frameId) => (await one(panelKey(tabId))) === frameId,
    isOpen: async (tabId) => (await one(panelKey(tabId))) !== undefined,
    closed: (tabId) => session.remove([panelKey(tabId)]),
    setRegion: (region) => session.set({ region }),
    region: async () => (await one('region')) as Region | undefined,
    setSubject: (tabId, subject) => session.set({ [subjectKey(tabId)]: subject }),
    subject: async (tabId) => (await one(subjectKey(tabId))) as Subject | undefined,
    forget: (tabId) => session.remove([panelKey(tabId), subjectKey(tabId)]),
  };
}
