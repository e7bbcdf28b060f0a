import { createFrameArea, type FrameArea } from './frame.ts';
import { createHost, type Host } from './host.ts';
import { createLayout, type Layout } from './layout.ts';
import { type Area, loadPlace, type Place, type Side, savePlace } from './place.ts';
import { applyStyles, CSS } from './styles.ts';
import { createTab, type Tab } from './tab.ts';
import type { Words } from './words.ts';

export interface LauncherParts {
  window: Window;
  area: Area;
  words: Words;
  /** Asks leave to mount; answers the frame's URL with its one-time nonce. */
  mount: () => Promise<string>;
  /**
   * Tells that no panel is open here: from then on nothing is read for this tab. `hidden` when the launcher was hidden as well. Answers
   * whether the launcher is hidden in this tab.
   */
  closed: (now: { hidden?: true }) => Promise<{ hidden: boolean }>;
  /** Aborts when the script has to go. */
  signal: AbortSignal;
}

export interface Launcher {
  /** Opens or closes; brings a hidden launcher back. */
  toggle(): void;
  close(): void;
  dock(side: Side): void;
}

/**
 * Puts the launcher into the page, and the panel too when it was left open. A new document begins without a panel, and says so: the
 * tab's former one may have gone with its panel open, and no script is sure of a last word.
 */
export async function createLauncher(parts: LauncherParts): Promise<Launcher | undefined> {
  const [place, { hidden }] = await Promise.all([loadPlace(parts.area), tellClosed(parts)]);
  return parts.signal.aborted ? undefined : assemble(parts, place, hidden);
}

const tellClosed = (parts: LauncherParts, now: { hidden?: true } = {}): Promise<{ hidden: boolean }> =>
  // Without a background there is nobody who could read anything for this tab.
  parts.closed(now).catch(() => ({ hidden: false }));

/** What is on the stage, and how it stands. */
interface Stage {
  parts: LauncherParts;
  state: Place & { hidden: boolean; gone: boolean };
  host: Host;
  layout: Layout;
  tab: Tab;
  frame: FrameArea;
  box: HTMLElement;
  /** Who had the page's focus before the panel opened. */
  before: Element | null;
  /** Counts openings, so that a late nonce finds that it is late. */
  turn: number;
}

function assemble(parts: LauncherParts, place: Place, hidden: boolean): Launcher {
  const { window, signal } = parts;
  const stage = build(parts, place, hidden);
  applyStyles(stage.host.root, CSS);
  stage.box.append(stage.tab.element, stage.frame.element);
  stage.host.root.append(stage.box);
  paint(stage);
  window.addEventListener('resize', () => paint(stage), { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && comeBack(stage), { signal });
  signal.addEventListener('abort', () => retire(stage));
  // It was left open: shown again, but the page keeps the focus.
  if (place.open && !hidden) open(stage, false);
  return { toggle: () => toggle(stage), close: () => close(stage), dock: (side) => change(stage, { side }, true) };
}

function build(parts: LauncherParts, place: Place, hidden: boolean): Stage {
  const { window, words, signal } = parts;
  const { document } = window;
  const host = createHost(document, {
    // Before it is back: a frame put in again would load a spent nonce.
    onTaken: () => stage.frame.clear(),
    onBack: () => stage.state.open && void load(stage, false),
    onGone: () => retire(stage),
    signal,
  });
  const tab = createTab(document, words, {
    onToggle: () => toggle(stage),
    onHide: () => hide(stage),
    onMove: (top, done) => change(stage, { top }, done),
    onLeave: () => leave(stage),
  });
  const frame = createFrameArea(document, words, {
    onWidth: (width, done) => change(stage, { width }, done),
    onDragging: (dragging) => stage.box.classList.toggle('dragging', dragging),
    onLost: () => close(stage),
    onLeave: () => leave(stage),
  });
  const layout = createLayout(window, host.keep);
  const state = { ...place, open: false, hidden, gone: false };
  const stage: Stage = { parts, state, host, layout, tab, frame, box: document.createElement('div'), before: null, turn: 0 };
  return stage;
}

const paint = ({ state, layout, box, frame, tab }: Stage) => {
  if (state.gone) return;
  const beside = state.open && layout.make(state.side, state.width);
  if (!state.open) layout.restore();
  box.classList.toggle('left', state.side === 'left');
  box.classList.toggle('over', state.open && !beside);
  box.style.setProperty('--width', `${state.width}px`);
  box.style.setProperty('--at', state.open ? `${state.width}px` : '0px');
  frame.element.hidden = !state.open;
  tab.element.hidden = state.hidden;
  tab.paint(state);
  frame.paint(state);
};

const change = (stage: Stage, part: Partial<Place>, remember: boolean) => {
  Object.assign(stage.state, part);
  paint(stage);
  if (remember) savePlace(stage.parts.area, part);
};

async function load(stage: Stage, focus: boolean): Promise<void> {
  const { frame, state, parts } = stage;
  stage.turn += 1;
  const mine = stage.turn;
  frame.clear();
  const url = await parts.mount().catch(() => undefined);
  // Closed, opened again or gone meanwhile: the nonce is left to lapse.
  if (mine !== stage.turn || !state.open || parts.signal.aborted) return;
  if (url) frame.show(url);
  else frame.fail();
  if (focus) frame.focus();
}

const open = (stage: Stage, byPerson: boolean) => {
  if (stage.state.open || stage.state.gone) return;
  const focused = stage.parts.window.document.activeElement;
  stage.before = focused === stage.host.element ? null : focused;
  stage.state.hidden = false;
  change(stage, { open: true }, byPerson);
  void load(stage, byPerson);
};

const close = (stage: Stage) => {
  if (!stage.state.open) return;
  stage.turn += 1;
  void tellClosed(stage.parts);
  const focused = stage.parts.window.document.activeElement === stage.host.element;
  stage.frame.clear();
  change(stage, { open: false }, true);
  if (focused) stage.tab.focus();
};

const toggle = (stage: Stage) => (stage.state.open ? close(stage) : open(stage, true));

/** In this tab, over its reloads, until the shortcut opens the panel again. (The toolbar button opens the console, wherever it is pressed.) */
const hide = (stage: Stage) => {
  close(stage);
  stage.state.hidden = true;
  void tellClosed(stage.parts, { hidden: true });
  paint(stage);
};

/** Out of the browser's memory of former pages: meanwhile the tab showed another one, which told of itself. */
const comeBack = (stage: Stage) => {
  if (stage.state.gone) return;
  if (stage.state.open) void load(stage, false);
  else void tellClosed(stage.parts);
};

/** Back to where the person was in the page. */
const leave = ({ before, host, parts }: Stage) => {
  const inside = host.root.activeElement as HTMLElement | null;
  if (before instanceof HTMLElement && before !== parts.window.document.body && before.isConnected) before.focus();
  else inside?.blur();
};

/** The end: the page is as it was, and nothing happens any more. */
const retire = ({ parts, state, layout, frame }: Stage) => {
  if (state.open) void tellClosed(parts);
  state.open = false;
  state.gone = true;
  frame.clear();
  layout.restore();
};
