import type { Side } from './place.ts';

/** Below this much room beside the panel, Clio's page is unusable: the panel then lies over it. */
export const LEAST_BESIDE = 760;

/** A property of the inline style as it was: value and priority. */
type Kept = [name: string, value: string, priority: string];

export interface Layout {
  /** Makes room for the panel beside the page, or none when the window is too narrow. True when beside. */
  make(side: Side, width: number): boolean;
  /** Leaves the page's inline style exactly as it was found. */
  restore(): void;
}

const NAMES = ['width', 'min-width', 'margin-left', 'margin-right'];

/**
 * Shrinks the document's root. Bars that a page fixes to the window don't follow (nothing short of a frame moves those); then the other
 * side, a smaller width or closing helps. `keep` writes down what was found where a successor of this script can read it.
 */
export function createLayout(view: Window, keep: (found: string | null | undefined) => void): Layout {
  let before: string | null | undefined;
  let ours: string | null = null;
  let kept: Kept[] = [];
  let root: HTMLElement | undefined;
  let made = '';

  const restore = () => {
    if (!root) return;
    if (root.getAttribute('style') === ours) putBack(root, before ?? null);
    // The page changed its own inline style meanwhile: that stays, and only our properties go back.
    else for (const [name, value, priority] of kept) put(root, name, value, priority);
    root = undefined;
    keep(undefined);
  };

  const make = (side: Side, width: number): boolean => {
    const wanted = `${side} ${width} ${view.innerWidth}`;
    if (root && made === wanted && root.isConnected && root.getAttribute('style') === ours) return true;
    restore();
    made = wanted;
    if (view.innerWidth - width < LEAST_BESIDE) return false;
    const html = view.document.documentElement;
    before = html.getAttribute('style');
    kept = NAMES.map((name) => [name, html.style.getPropertyValue(name), html.style.getPropertyPriority(name)]);
    // All four, so that it holds for roots with a width, a least width or centring margins of their own.
    // The variable is in page.css, and goes with the extension.
    const room = `calc(${width}px * var(--rankr-room, 0))`;
    const values = [`calc(100% - ${room})`, '0px', side === 'left' ? room : '0px', side === 'right' ? room : '0px'];
    for (const [at, name] of NAMES.entries()) html.style.setProperty(name, values[at]!, 'important');
    ours = html.getAttribute('style');
    root = html;
    keep(before);
    return true;
  };
  return { make, restore };
}

const put = (root: HTMLElement, name: string, value: string, priority: string) =>
  value ? root.style.setProperty(name, value, priority) : root.style.removeProperty(name);

/** Puts an inline style back as a whole. */
export function putBack(root: HTMLElement, style: string | null): void {
  if (style === null) {
    root.removeAttribute('style');
    return;
  }
  // Through the object first: a strict page policy refuses the attribute, and then nothing was ever written in it by hand.
  root.style.cssText = style;
  if (root.getAttribute('style') !== style) root.setAttribute('style', style);
}
