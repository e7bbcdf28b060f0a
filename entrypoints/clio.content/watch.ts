import { type PageHint, type Subject, subjectKey } from '../../lib/model/subject.ts';
import { hintOf, isEmptyHint } from '../../lib/page/hints.ts';
import { subjectOf } from '../../lib/page/subject.ts';

export interface WatchParts {
  window: Window;
  /** Tells the background; answers whether a hint is wanted. */
  report: (subject: Subject) => Promise<{ wantHint: boolean }>;
  hint: (subject: Subject, hint: PageHint) => Promise<unknown>;
  signal: AbortSignal;
}

/** How often a report is tried while the background doesn't answer, and the first wait in milliseconds (doubled each time). */
const TRIES = { most: 4, wait: 500 };

/** Reports the record on screen whenever it changes, and what the page shows of it where that is wanted. */
export function watchPage({ window, report, hint, signal }: WatchParts): { again: () => void } {
  let current: string | undefined;
  let stop = new AbortController();
  /** The hint last seen: right after a navigation the page still shows the former record. */
  let seen: PageHint | undefined;
  signal.addEventListener('abort', () => stop.abort());

  const look = () => {
    const subject = subjectOf(window.location.href);
    if (!subject || subjectKey(subject) === current || signal.aborted) return;
    current = subjectKey(subject);
    stop.abort();
    stop = new AbortController();
    const stale = seen;
    seen = undefined;
    void tell(subject, stale, stop.signal);
  };
  const tell = async (subject: Subject, stale: PageHint | undefined, until: AbortSignal) => {
    const answer = await persist(() => report(subject), window, until);
    if (!answer?.wantHint || until.aborted || subject.kind === 'none') return;
    watchHint(window, until, (found) => {
      if (stale && found.name === stale.name) return;
      seen = found;
      hint(subject, found).catch(() => undefined);
    });
  };
  const again = () => {
    current = undefined;
    look();
  };
  onLocation(window, signal, look);
  // Back from the browser's memory of former pages: meanwhile the tab reported another record.
  window.addEventListener('pageshow', ({ persisted }) => persisted && again(), { signal });
  look();
  /** Reports once more: somebody opened the panel, so now a hint may be wanted. */
  return { again };
}

/** Tries again a few times: a background that is just being replaced answers a moment later. */
const persist = async <T>(act: () => Promise<T>, window: Window, until: AbortSignal): Promise<T | undefined> => {
  for (let tried = 0; tried < TRIES.most && !until.aborted; tried += 1) {
    try {
      return await act();
    } catch {
      await new Promise((resolve) => window.setTimeout(resolve, TRIES.wait * 2 ** tried));
    }
  }
  return undefined;
};

/** Every way a single-page app moves. A content script can't see `pushState`, so without the Navigation API (Firefox before 147) it looks. */
const onLocation = (window: Window, signal: AbortSignal, look: () => void) => {
  for (const type of ['hashchange', 'popstate']) window.addEventListener(type, look, { signal });
  const navigation = (window as { navigation?: EventTarget }).navigation;
  if (typeof navigation?.addEventListener === 'function') {
    navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  const timer = window.setInterval(look, 500);
  signal.addEventListener('abort', () => window.clearInterval(timer));
};

/** Quiet time after which the page counts as rendered, and the longest wait on a page that never rests (milliseconds). */
const QUIET = { rest: 300, most: 2000 };

/** Calls back with each new, non-empty hint, when the page has come to rest: a page half rendered shows two people at once. */
const watchHint = (window: Window, until: AbortSignal, onHint: (hint: PageHint) => void) => {
  let last = '';
  let timer: number | undefined;
  let since: number | undefined;
  const read = () => {
    timer = since = undefined;
    const hint = hintOf(window.document);
    const text = JSON.stringify(hint);
    if (isEmptyHint(hint) || text === last) return;
    last = text;
    onHint(hint);
  };
  const later = () => {
    since ??= window.performance.now();
    const waited = window.performance.now() - since;
    if (timer !== undefined && waited + QUIET.rest > QUIET.most) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(read, QUIET.rest);
  };
  const observer = new MutationObserver(later);
  observer.observe(window.document, { subtree: true, childList: true, characterData: true, attributeFilter: ['href'] });
  later();
  until.addEventListener('abort', () => {
    observer.disconnect();
    window.clearTimeout(timer);
  });
};
