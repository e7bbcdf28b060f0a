import { vi } from 'vitest';
import { createLauncher, type Launcher } from '../../entrypoints/clio.content/launcher.ts';
import type { Area } from '../../entrypoints/clio.content/place.ts';

const WORDS = { open: 'Open', close: 'Close', hide: 'Hide', panel: 'Panel', resize: 'Width', failed: 'Failed' };

/** The closed root can't be reached from outside; the test keeps it when it is attached. */
const roots = new WeakMap<Element, ShadowRoot>();
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function attachShadow(options) {
  const root = attach.call(this, options);
  roots.set(this, root);
  return root;
};

// Frames hold `about:blank`: nothing is fetched, and nothing is said about it.
const { settings } = (
  window as unknown as { happyDOM: { settings: { disableIframePageLoading: boolean; enableIframePageLoading: boolean } } }
).happyDOM;
settings.disableIframePageLoading = false;
settings.enableIframePageLoading = true;

export const memory = (items: Record<string, unknown> = {}): Area & { items: Record<string, unknown> } => ({
  items,
  get: async (keys) => Object.fromEntries(keys.filter((key) => key in items).map((key) => [key, items[key]])),
  set: async (more) => void Object.assign(items, more),
});

export const settle = () =>
  vi.waitFor(() => Promise.resolve(), { timeout: 10 }).then(() => new Promise((done) => setTimeout(done, 5)));

export interface Page {
  launcher: Launcher;
  stop: AbortController;
  mount: ReturnType<typeof vi.fn<() => Promise<string>>>;
  /** What the background was told: `{}` closed, `{ hidden: true }` hidden as well. */
  closed: ReturnType<typeof vi.fn<(now: { hidden?: true }) => Promise<{ hidden: boolean }>>>;
  area: ReturnType<typeof memory>;
  host: () => HTMLElement;
  find: <T extends HTMLElement = HTMLElement>(selector: string) => T;
  frames: () => HTMLIFrameElement[];
}

export async function pageWith(items: Record<string, unknown> = {}, width = 1400, hidden = false, mute = false): Promise<Page> {
  Object.defineProperty(window, 'innerWidth', { value: width, configurable: true });
  Object.defineProperty(window, 'innerHeight', { value: 800, configurable: true });
  const stop = new AbortController();
  let nonce = 0;
  const mount = vi.fn(async () => {
    nonce += 1;
    return `about:blank#${nonce}`;
  });
  const area = memory(items);
  const closed = vi.fn(async (_: { hidden?: true }) => {
    if (mute) throw new Error('nobody there');
    return { hidden };
  });
  const launcher = await createLauncher({ window, area, words: WORDS, mount, closed, signal: stop.signal });
  await settle();
  const host = () => document.querySelector<HTMLElement>('rankr-panel')!;
  const root = () => roots.get(host())!;
  return {
    launcher: launcher!,
    stop,
    mount,
    closed,
    area,
    host,
    find: <T extends HTMLElement>(selector: string) => root().querySelector<T>(selector)!,
    frames: () => [...root().querySelectorAll('iframe')],
  };
}

export const press = (element: HTMLElement, key: string) =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
export const pointer = (element: HTMLElement, type: string, at: { x?: number; y?: number }) =>
  element.dispatchEvent(new PointerEvent(type, { clientX: at.x ?? 0, clientY: at.y ?? 0, button: 0, bubbles: true }));
