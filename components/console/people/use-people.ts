import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Payload, ReplyOf } from '../../../lib/messages/protocol.ts';
import { onSignal, send } from '../../../lib/messages/send.ts';
import type { PeopleCursor, PersonRowView } from '../../../lib/model/console-sync.ts';
import { type AppError, toAppError } from '../../../lib/model/errors.ts';
import { askOnce, earlyValue } from '../../early.ts';

export type PeopleQuestion = Omit<Payload<'people.view'>, 'after'>;

interface State {
  rows: PersonRowView[];
  /** Of the whole account; undefined until the first answer. */
  count?: number;
  now: number;
  after?: PeopleCursor;
  busy: boolean;
  error?: AppError;
  /** The first row of the store is another one than the first row shown. */
  news: boolean;
}
export interface People extends Omit<State, 'after'> {
  more: boolean;
  next: () => void;
  /** As much as is shown, from the top. */
  reload: () => void;
}

const EMPTY: State = { rows: [], now: 0, busy: true, news: false };
/** A pull writes many times a second. */
const REST_MS = 600;
/** More than these are not read again at once; what was there is brought up to date where the first page knows better. */
const PAGES_AGAIN = 4;

type Answer = ReplyOf<'people.view'>;
const ask = (question: PeopleQuestion, after?: PeopleCursor): Promise<Answer> => send('people.view', { ...question, after });

/** The same rows with what a newer page knows of them. */
function updated(rows: PersonRowView[], page: PersonRowView[]): PersonRowView[] {
  const newer = new Map(page.map((row) => [row.id, row]));
  return rows.map((row) => newer.get(row.id) ?? row);
}

const joined = (rows: PersonRowView[], page: PersonRowView[]): PersonRowView[] => {
  const known = new Set(rows.map(({ id }) => id));
  return [...rows, ...page.filter(({ id }) => !known.has(id))];
};

const shown = ({ rows, count, now, after }: Answer): Omit<State, 'busy' | 'error'> => ({ rows, count, now, after, news: false });

/** What is there before anything is asked: the answer to a question that went ahead of the page. */
function begun(question: PeopleQuestion): State {
  const early = earlyValue('people.view', question);
  return early ? { ...shown(early), busy: false } : EMPTY;
}

async function fromTop(question: PeopleQuestion, pages: number): Promise<Answer> {
  let all = await ask(question);
  for (let page = 1; page < pages && all.after; page += 1) {
    const next = await ask(question, all.after);
    all = { ...next, rows: joined(all.rows, next.rows) };
  }
  return all;
}

/** People of one side, page by page as they come into sight. What is shown does not jump when the store changes. */
export function usePeople(question: PeopleQuestion): People {
  const [state, setState] = useState(() => begun(question));
  const turn = useRef(0);
  const latest = useRef(state);
  latest.current = state;
  const key = JSON.stringify(question);
  const take = useCallback((work: Promise<Partial<State> | undefined>) => {
    const mine = ++turn.current;
    const put = (next: Partial<State>) => mine === turn.current && setState((before) => ({ ...before, busy: false, ...next }));
    setState((before) => ({ ...before, busy: true }));
    work.then(
      (next) => put({ error: undefined, ...next }),
      (error: unknown) => put({ error: toAppError(error) }),
    );
  }, []);
  const reload = useCallback(() => {
    const pages = Math.min(PAGES_AGAIN, Math.max(1, Math.ceil(latest.current.rows.length / 50)));
    take(fromTop(question, pages).then(shown));
  }, [key]);
  useLayoutEffect(() => {
    const first = begun(question);
    setState(first);
    latest.current = first;
    if (first.busy) take(askOnce('people.view', question).then(shown));
  }, [key]);
  useLayoutEffect(() => whenChanged(() => take(refreshed(question, latest.current))), [key]);
  const next = () => {
    const { after, busy } = latest.current;
    if (!after || busy) return;
    take(ask(question, after).then((page) => ({ ...page, rows: joined(latest.current.rows, page.rows), after: page.after })));
  };
  const { after, ...rest } = state;
  return { ...rest, more: after !== undefined, next, reload };
}

async function refreshed(question: PeopleQuestion, shown: State): Promise<Partial<State>> {
  const { rows, count, now, after } = await ask(question);
  if (shown.rows.length <= rows.length) return { rows, count, now, after, news: false };
  return { rows: updated(shown.rows, rows), count, now, news: rows[0] !== undefined && rows[0].id !== shown.rows[0]?.id };
}

/** Calls once for a burst of signals, after it. */
function whenChanged(work: () => void): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const stop = onSignal(({ signal }) => {
    if (signal !== 'store.changed' || resting) return;
    resting = setTimeout(() => {
      resting = undefined;
      work();
    }, REST_MS);
  });
  return () => {
    stop();
    clearTimeout(resting);
  };
}
