import { useEffect, useRef } from 'preact/hooks';
import { send } from '../../lib/messages/send.ts';
import type { PanelView } from '../../lib/model/panel.ts';

/** How often what is on screen is read again while somebody can see it (milliseconds). */
const EVERY = 60_000;
/** The least time before something is read again by itself, so that a limit that won't end does not make a storm. */
const LEAST = 2_000;

const isSeen = (): boolean => document.visibilityState === 'visible';
const read = (key: string): void => void send('panel.refresh', { key }).catch(() => undefined);
/** Nobody came back to it: where two-way sync is on, most of it is fresh without us. */
const readInTime = (key: string): void => void send('panel.refresh', { key, timed: true }).catch(() => undefined);

/**
 * Keeps the person on screen fresh: reads again each minute, when the tab comes back to the front and when the network is back, never for a
 * tab that nobody sees.
 * A refused or failed reading says so through the view itself.
 */
export function useFresh(key: string, isRecord: boolean): void {
  useEffect(() => {
    if (!isRecord) return;
    const again = () => {
      if (isSeen()) read(key);
    };
    const timer = setInterval(() => isSeen() && readInTime(key), EVERY);
    document.addEventListener('visibilitychange', again);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', again);
      window.removeEventListener('online', again);
    };
  }, [key, isRecord]);
}

/**
 * When a pause asked for by a vendor is over and what it kept from being read may be read (milliseconds since 1970, the background's clock);
 * undefined when nothing was kept from being read.
 */
export function pauseEnd({ screen, notices }: PanelView): number | undefined {
  if (screen.kind === 'error')
    // Without a time (the worker was restarted and forgot it) one try shows how things stand.
    return screen.code === 'rate-limited' || screen.code === 'daily-limit' ? (screen.until ?? 0) : undefined;
  const isWhole = screen.kind === 'person' && !screen.person.unread.length && !notices.some(({ kind }) => kind === 'stale');
  if (screen.kind !== 'person' || isWhole) return undefined;
  const ends = notices.flatMap((one) => (one.kind === 'rate-limited' || one.kind === 'daily-limit' ? [one.until] : []));
  return ends.length ? Math.max(...ends) : undefined;
}

/** Reads once more when the pause is over. Hidden then, it is read when the tab comes back (useFresh). */
export function useReadAfter(key: string, end: number | undefined, clock: () => number): void {
  const now = useRef(clock);
  now.current = clock;
  useEffect(() => {
    if (end === undefined) return;
    const timer = setTimeout(() => isSeen() && read(key), Math.max(LEAST, end - now.current()));
    return () => clearTimeout(timer);
  }, [key, end]);
}

/** Screens that wait for somebody to sign in. */
const HELD: ReadonlySet<string> = new Set(['not-connected', 'connecting', 'reconnect']);

/** Reads as soon as a sign-in that kept everything from being read is there, wherever it was done: nobody has to come back to this tab. */
export function useReadOnceSignedIn(view: PanelView | undefined): void {
  const wasHeld = useRef(false);
  const isHeld = view !== undefined && HELD.has(view.screen.kind);
  const key = view !== undefined && view.subject.kind !== 'none' ? view.key : undefined;
  useEffect(() => {
    if (wasHeld.current && !isHeld && key !== undefined) read(key);
    wasHeld.current = isHeld;
  }, [isHeld, key]);
}
