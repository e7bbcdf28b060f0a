import { onDrag } from './drag.ts';
import { clamp, type Side, WIDTH } from './place.ts';
import type { Words } from './words.ts';

export interface FrameArea {
  element: HTMLElement;
  /** Shows the panel's page; a former one goes. */
  show(url: string): void;
  /** Says that there is nothing to show. */
  fail(): void;
  /** Removes the page. */
  clear(): void;
  focus(): void;
  paint(state: { side: Side; width: number }): void;
}

export interface FrameEvents {
  onWidth: (width: number, done: boolean) => void;
  /** True while the handle is dragged. */
  onDragging: (dragging: boolean) => void;
  /** The frame's document was replaced: whatever is in it now is not our panel. */
  onLost: () => void;
  onLeave: () => void;
}

/** The panel's place: the frame, the handle that resizes it, and a shield that keeps the frame from swallowing the drag. */
export function createFrameArea(document: Document, words: Words, events: FrameEvents): FrameArea {
  const element = document.createElement('section');
  element.className = 'panel';
  element.setAttribute('aria-label', words.panel);
  const handle = createHandle(document, words, events);
  const shield = document.createElement('div');
  shield.className = 'shield';
  element.append(handle.element, shield);
  let content: HTMLElement | undefined;
  const put = (next: HTMLElement | undefined) => {
    content?.remove();
    content = next;
    if (next) element.append(next);
  };
  return {
    element,
    show: (url) => put(createFrame(document, words, url, events.onLost)),
    fail: () => {
      const text = document.createElement('p');
      text.className = 'failed';
      text.setAttribute('role', 'alert');
      text.textContent = words.failed;
      put(text);
    },
    clear: () => put(undefined),
    focus: () => (content ?? handle.element).focus(),
    paint: handle.paint,
  };
}

const createFrame = (document: Document, words: Words, url: string, onLost: () => void) => {
  const frame = document.createElement('iframe');
  frame.title = words.panel;
  frame.referrerPolicy = 'no-referrer';
  let loads = 0;
  // The panel loads once and changes only its hash. A second document can't be looked into from here, so it is taken for a stranger's.
  frame.addEventListener('load', () => {
    if (!frame.isConnected) return;
    loads += 1;
    if (loads > 1) onLost();
  });
  frame.src = url;
  return frame;
};

const createHandle = (document: Document, words: Words, { onWidth, onDragging, onLeave }: FrameEvents) => {
  const element = document.createElement('div');
  const facts = {
    role: 'separator',
    'aria-orientation': 'vertical',
    'aria-label': words.resize,
    'aria-valuemin': WIDTH.least,
    'aria-valuemax': WIDTH.most,
    tabindex: 0,
  };
  for (const [name, value] of Object.entries(facts)) element.setAttribute(name, String(value));
  element.className = 'handle';
  let state: { side: Side; width: number } = { side: 'right', width: WIDTH.usual };
  const inner = () => document.defaultView?.innerWidth ?? 0;
  onDrag(element, {
    threshold: 1,
    onStart: () => onDragging(true),
    onMove: (event) => onWidth(clamp(Math.round(state.side === 'right' ? inner() - event.clientX : event.clientX), WIDTH), false),
    onEnd: () => {
      onDragging(false);
      onWidth(state.width, true);
    },
  });
  element.addEventListener('keydown', (event) => {
    const towards = event.key === 'ArrowLeft' ? 1 : event.key === 'ArrowRight' ? -1 : 0;
    if (towards !== 0) onWidth(clamp(state.width + WIDTH.step * (state.side === 'right' ? towards : -towards), WIDTH), true);
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const paint = (next: { side: Side; width: number }) => {
    state = next;
    element.setAttribute('aria-valuenow', String(next.width));
  };
  return { element, paint };
};
