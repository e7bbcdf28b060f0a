import type { Party } from './protocol.ts';

/** What the browser tells of a sender; the parts both browsers have. */
export interface Sender {
  id?: string;
  url?: string;
  origin?: string;
  frameId?: number;
  tab?: { id?: number; url?: string };
}

export interface Extension {
  id: string;
  /** `chrome-extension://…/` or `moz-extension://…/` */
  root: string;
  clioOrigins: readonly string[];
}

const originOf = (url: string | undefined): string | undefined => {
  try {
    return url === undefined ? undefined : new URL(url).origin;
  } catch {
    return undefined;
  }
};

/** Origin of an extension page: `URL.origin` is "null" for these schemes in some engines, so the front of the address is compared instead. */
const isOurPage = (sender: Sender, extension: Extension, page: string): boolean => {
  const url = sender.url ?? '';
  // A page under `CSP: sandbox` gives our frame the origin "null" [seen]: refused.
  if (sender.origin === 'null') return false;
  return (
    url === `${extension.root}${page}` ||
    url.startsWith(`${extension.root}${page}#`) ||
    url.startsWith(`${extension.root}${page}?`)
  );
};

/**
 * Who is speaking. `sender.tab` is set for the embedded panel as well, so the kind is told by address and frame [seen in both browsers].
 * Everything else (another extension, a page, a frame of a page) is nobody.
 */
export function partyOf(sender: Sender, extension: Extension): Party | undefined {
  if (sender.id !== extension.id) return undefined;
  if (isOurPage(sender, extension, 'console.html'))
    return sender.frameId === undefined || sender.frameId === 0 ? 'console' : undefined;
  if (isOurPage(sender, extension, 'panel.html'))
    return sender.tab?.id !== undefined && sender.frameId !== 0 && sender.frameId !== undefined ? 'panel' : undefined;
  const origin = originOf(sender.url);
  const fromClio =
    origin !== undefined && extension.clioOrigins.includes(origin) && (sender.origin === undefined || sender.origin === origin);
  return fromClio && sender.frameId === 0 && sender.tab?.id !== undefined ? 'page' : undefined;
}
