import { putBack } from './layout.ts';

/** The one element added to Clio's page. */
export const TAG = 'rankr-panel';
/** A page that takes the element away this often wins: its user must be able to work. */
const MOST_INSERTS = 10;

/** The root's inline style as found, kept on the element for a script that finds it orphaned; `-` when there was none. */
const FOUND = 'data-found';

export interface Host {
  element: HTMLElement;
  /** Closed: no page script has a way in. */
  root: ShadowRoot;
  keep(found: string | null | undefined): void;
}

export interface HostEvents {
  /** The page took the element away, and what was in a frame with it. Called before the element goes back in. */
  onTaken: () => void;
  /** It is back in. */
  onBack: () => void;
  /** The page won. */
  onGone: () => void;
  /** Aborts when the script has to go; the element goes with it. */
  signal: AbortSignal;
}

/** Removes what a former instance of this script left (Firefox ends it without a word when the extension is updated). */
export function clearOrphans(document: Document): void {
  for (const orphan of document.querySelectorAll<HTMLElement>(TAG)) {
    const found = orphan.getAttribute(FOUND);
    if (found !== null) putBack(document.documentElement, found === '-' ? null : found.slice(1));
    orphan.remove();
  }
}

export function createHost(document: Document, { onTaken, onBack, onGone, signal }: HostEvents): Host {
  const element = document.createElement(TAG);
  const root = element.attachShadow({ mode: 'closed' });
  let inserts = 0;
  const insert = () => {
    document.documentElement.append(element);
    raise(element);
  };
  const observer = new MutationObserver(() => {
    if (element.isConnected) return;
    if (inserts === MOST_INSERTS) {
      observer.disconnect();
      onGone();
      return;
    }
    inserts += 1;
    onTaken();
    insert();
    // The page may have put in a new root element.
    observer.observe(document.documentElement, { childList: true });
    onBack();
  });
  insert();
  observer.observe(document, { childList: true });
  observer.observe(document.documentElement, { childList: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    element.remove();
  });
  const keep = (found: string | null | undefined) =>
    found === undefined ? element.removeAttribute(FOUND) : element.setAttribute(FOUND, found === null ? '-' : `=${found}`);
  return { element, root, keep };
}

/**
 * Into the top layer, where no z-index of the page can cover it. A modal dialog of Clio's still comes above it and makes it inert, which
 * is right: the dialog is what the user has to answer. Without popovers the z-index has to do.
 */
const raise = (element: HTMLElement) => {
  if (typeof element.showPopover !== 'function') return;
  element.setAttribute('popover', 'manual');
  try {
    element.showPopover();
  } catch {
    // Not allowed while the document is inactive; it stays visible by its own style.
  }
};
