import { onDrag } from './drag.ts';
import { clamp, TOP } from './place.ts';
import type { Words } from './words.ts';

export interface Tab {
  element: HTMLElement;
  focus(): void;
  paint(state: { open: boolean; top: number }): void;
}

export interface TabEvents {
  onToggle: () => void;
  onHide: () => void;
  /** A new place, as a part of the window's height; `done` when it is the last of a movement. */
  onMove: (top: number, done: boolean) => void;
  /** Escape: back to where the person was in the page. */
  onLeave: () => void;
}

/** The small tab at the edge: opens and closes the panel, moves up and down, can be hidden. */
export function createTab(document: Document, words: Words, events: TabEvents): Tab {
  const element = document.createElement('div');
  element.className = 'tab';
  const open = button(document, 'open', mark(document));
  const hide = button(document, 'hide', document.createTextNode('×'));
  hide.title = words.hide;
  hide.setAttribute('aria-label', words.hide);
  element.append(open, hide);
  let top: number = TOP.usual;

  const height = () => document.defaultView?.innerHeight || 1;
  onDrag(open, {
    threshold: 4,
    onMove: (event) => events.onMove(clamp((event.clientY - 22) / height(), TOP), false),
    onEnd: () => events.onMove(top, true),
  });
  open.addEventListener('click', events.onToggle);
  hide.addEventListener('click', events.onHide);
  element.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowUp' ? -TOP.step : event.key === 'ArrowDown' ? TOP.step : 0;
    if (step !== 0) events.onMove(clamp(top + step, TOP), true);
    else if (event.key === 'Escape') events.onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    element,
    focus: () => open.focus(),
    paint: (state) => {
      top = state.top;
      element.style.setProperty('--top', `${(top * 100).toFixed(2)}vh`);
      open.title = state.open ? words.close : words.open;
      open.setAttribute('aria-label', open.title);
      open.setAttribute('aria-expanded', String(state.open));
    },
  };
}

const button = (document: Document, name: string, content: Node) => {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = name;
  made.append(content);
  return made;
};

/** Two records side by side. */
const mark = (document: Document) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({
    width: '16',
    height: '16',
    viewBox: '0 0 16 16',
    fill: 'currentColor',
    'aria-hidden': 'true',
  })) {
    svg.setAttribute(name, value);
  }
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M2 3h5v10H2zM9 3h5v3H9zM9 8h5v5H9z');
  svg.append(path);
  return svg;
};
