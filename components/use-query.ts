import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MessageType, Payload, ReplyOf, Signal } from '../lib/messages/protocol.ts';
import { onSignal, send } from '../lib/messages/send.ts';
import { type AppError, toAppError } from '../lib/model/errors.ts';
import { askOnce, earlyValue } from './early.ts';

/** Signals come in bursts while a pull runs; one question answers them all. */
const BURST_MS = 50;

export interface Query<T extends MessageType> {
  /** The newest answer so far; stays while asking again and when asking fails. */
  value?: ReplyOf<T>;
  /** Why the newest question got no answer; gone with the next good one. */
  error?: AppError;
  again: () => void;
}

/**
 * Asks a message, and again on every signal that `wants` it. Answers are taken in the order of the questions: a late answer to an older
 * question never replaces a newer one. `type` and `payload` are taken once, on mounting.
 */
export function useQuery<T extends MessageType>(type: T, payload: Payload<T>, wants: (signal: Signal) => boolean): Query<T> {
  const [state, setState] = useState<Omit<Query<T>, 'again'>>(() => ({ value: earlyValue(type, payload) }));
  const asked = useRef(0);
  const answered = useRef(0);
  const question = useRef({ type, payload, wants });
  question.current.wants = wants;
  const again = useCallback(() => {
    const turn = ++asked.current;
    const take = (answer: (before: Omit<Query<T>, 'again'>) => Omit<Query<T>, 'again'>) => {
      if (turn <= answered.current) return;
      answered.current = turn;
      setState(answer);
    };
    const { type: what, payload: of } = question.current;
    (turn > 1 ? send : askOnce)(what, of).then(
      (value) => take(() => ({ value })),
      (error: unknown) => take((before) => ({ value: before.value, error: toAppError(error) })),
    );
  }, []);
  // Before the paint and not after it: the answer is a frame nearer.
  useLayoutEffect(() => {
    const rest = inBursts(again);
    const stop = onSignal((signal) => {
      if (question.current.wants(signal)) rest.ask();
    });
    if (!state.value) again();
    return () => {
      stop();
      rest.stop();
      answered.current = Number.POSITIVE_INFINITY;
    };
  }, [again]);
  return { ...state, again };
}

/** Asks at once, then at most once a burst; what came during the rest is asked at its end. */
function inBursts(again: () => void): { ask: () => void; stop: () => void } {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let missed = false;
  const ask = () => {
    missed = resting !== undefined;
    if (missed) return;
    resting = setTimeout(rested, BURST_MS);
    again();
  };
  const rested = () => {
    resting = undefined;
    if (missed) ask();
  };
  return { ask, stop: () => clearTimeout(resting) };
}
