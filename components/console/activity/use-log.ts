import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Payload } from '../../../lib/messages/protocol.ts';
import { onSignal, send } from '../../../lib/messages/send.ts';
import type { ActivityView } from '../../../lib/model/console-sync.ts';
import { type AppError, toAppError } from '../../../lib/model/errors.ts';

export type LogFilter = Payload<'activity.view'>['filter'];

export interface Log {
  /** All pages read so far, newest first; stays while the same filter is asked again. */
  view?: ActivityView;
  error?: AppError;
  /** What is shown belongs to the filter before. */
  stale: boolean;
  /** An older page is on its way. */
  busy: boolean;
  older: () => void;
  again: () => void;
}

interface State {
  key: string;
  view?: ActivityView;
  error?: AppError;
  busy: boolean;
}

const seqOf = (row: { seq?: number }): number => row.seq ?? 0;

/** A page laid over what is known: rows never change, so their number tells them apart. `more` is the oldest page's word. */
function laid(known: ActivityView | undefined, page: ActivityView, older: boolean): ActivityView {
  const newest = seqOf(known?.rows[0] ?? {});
  const gap = page.more && seqOf(page.rows.at(-1) ?? {}) > newest;
  // More came than a page holds, or everything was erased: it begins anew.
  if (!known?.rows.length || (!older && (gap || !page.rows.length))) return page;
  const rows = new Map([...known.rows, ...page.rows].map((row) => [seqOf(row), row]));
  return {
    ...page,
    rows: [...rows.values()].sort((a, b) => seqOf(b) - seqOf(a)),
    people: { ...known.people, ...page.people },
    more: older ? page.more : known.more,
  };
}

/** The log under a filter, page by page; the newest page is asked again whenever something changed. */
export function useLog(filter: LogFilter): Log {
  const key = JSON.stringify(filter);
  const current = useRef(key);
  current.current = key;
  const [state, setState] = useState<State>({ key, busy: false });
  const ask = useCallback(
    async (before?: number) => {
      const put = (change: (now: State) => Partial<State>) => {
        if (current.current !== key) return;
        setState((was) => {
          const now: State = was.key === key ? was : { key, busy: false };
          return { ...now, ...change(now) };
        });
      };
      if (before !== undefined) put(() => ({ busy: true }));
      const done = before === undefined ? {} : { busy: false };
      try {
        const page = await send('activity.view', { filter: JSON.parse(key) as LogFilter, before });
        put(({ view }) => ({ view: laid(view, page, before !== undefined), error: undefined, ...done }));
      } catch (error) {
        put(() => ({ error: toAppError(error), ...done }));
      }
    },
    [key],
  );
  useAsking(ask);
  const { view, error, busy } = state;
  const stale = state.key !== key;
  const older = () => {
    if (!stale) void ask(view?.rows.at(-1)?.seq);
  };
  return { view, error, stale, busy: busy && !stale, older, again: () => void ask() };
}

const BURST_MS = 300;

/** At once, and after a burst of signals once more. */
function useAsking(ask: () => Promise<void>): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onSignal(({ signal }) => {
      if (signal !== 'store.changed' || timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        void ask();
      }, BURST_MS);
    });
    void ask();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [ask]);
}
