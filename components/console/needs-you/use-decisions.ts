import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../../lib/messages/send.ts';
import { type AppError, toAppError } from '../../../lib/model/errors.ts';
import type { Decision } from './choices.ts';

/** How long a decision waits before it is sent (ms). No answer has a way back once it was carried out, so the way back comes before. */
export const HOLD_MS = 5000;

/** A decision that can still be taken back. `words`: what was chosen. */
export interface Held {
  item: string;
  label: string;
  words: string;
  decision: Decision;
}

export interface Decisions {
  /** Decided, and not gone from the view yet. */
  hidden: ReadonlySet<string>;
  held?: Held;
  failed?: { held: Held; error: AppError };
  decide: (held: Held) => void;
  /** Takes back what is held; answers with its item. */
  undo: () => string | undefined;
  dismiss: () => void;
}

async function carryOut(decision: Decision): Promise<void> {
  if (decision.do === 'answer') return void (await send('ask.answer', { key: decision.key, answer: decision.answer }));
  const writeId = decision.write;
  if (decision.do === 'retry') return void (await send('write.retry', { writeId }));
  if (decision.do === 'link') {
    const { link, highlevelId } = decision;
    // The link first: if that is refused, the write still says why it waits.
    const { done } = await send('people.act', { act: 'link', links: [link], highlevelId });
    const error = done.find(({ state }) => state === 'failed')?.error;
    if (error) throw Object.assign(new Error(error), { code: error, facts: {} });
  }
  await send('write.drop', { writeId });
}

interface Hold {
  held?: Held;
  hold: (next: Held) => void;
  /** Ends the wait; answers with what waited. */
  take: () => Held | undefined;
  /** Ends the wait and sends what waited. */
  commit: () => void;
}

/** One decision at a time waits a moment; time or leaving the page sends it. */
function useHold(sendOff: (held: Held) => void): Hold {
  const [held, setHeld] = useState<Held>();
  const waiting = useRef<{ held: Held; timer: ReturnType<typeof setTimeout> } | undefined>(undefined);
  const take = () => {
    const one = waiting.current;
    if (!one) return undefined;
    clearTimeout(one.timer);
    waiting.current = undefined;
    setHeld((now) => (now === one.held ? undefined : now));
    return one.held;
  };
  const commit = () => {
    const one = take();
    if (one) sendOff(one);
  };
  const hold = (next: Held) => {
    setHeld(next);
    waiting.current = { held: next, timer: setTimeout(commit, HOLD_MS) };
  };
  useEffect(() => {
    addEventListener('pagehide', commit);
    return () => {
      removeEventListener('pagehide', commit);
      commit();
    };
  }, []);
  return { held, hold, take, commit };
}

/**
 * One decision at a time waits a moment; the next one, leaving the page, or time sends it. What was sent stays hidden until `view`, the
 * newest answer of the store, no longer shows it. One that fails comes back with its reason.
 */
export function useDecisions(view: unknown, again: () => void): Decisions {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState<{ held: Held; error: AppError }>();
  const settled = useRef<string[]>([]);
  const show = (keys: string[]) => setHidden((before) => new Set([...before].filter((key) => !keys.includes(key))));
  const { held, hold, take, commit } = useHold((one) => {
    carryOut(one.decision).then(
      () => {
        settled.current.push(one.item);
        again();
      },
      (error: unknown) => {
        show([one.item]);
        setFailed({ held: one, error: toAppError(error) });
      },
    );
  });
  useEffect(() => {
    show(settled.current.splice(0));
  }, [view]);
  const decide = (next: Held) => {
    commit();
    setFailed(undefined);
    setHidden((before) => new Set([...before, next.item]));
    hold(next);
  };
  const undo = () => {
    const one = take();
    if (one) show([one.item]);
    return one?.item;
  };
  return { hidden, held, failed, decide, undo, dismiss: () => setFailed(undefined) };
}
