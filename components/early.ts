import type { MessageType, Payload, ReplyOf } from '../lib/messages/protocol.ts';
import { onSignal, send } from '../lib/messages/send.ts';

interface Early {
  answer: Promise<unknown>;
  /** The answer once it is there. */
  value?: unknown;
}

/** For so long (milliseconds) an early answer is as good as a new one. */
const HOLDS_MS = 1500;
const asked = new Map<string, Early>();
const keyOf = (type: string, payload: unknown): string => `${type} ${JSON.stringify(payload)}`;

/** After any signal they may be of before it. */
function watch(): void {
  const forget = () => {
    stop();
    clearTimeout(timer);
    asked.clear();
  };
  const stop = onSignal(forget);
  const timer = setTimeout(forget, HOLDS_MS);
}

/** Asks before the code that will show the answer is there: the store answers while that is on its way. Asked twice, sent once. */
export function askEarly<T extends MessageType>(type: T, payload: Payload<T>): Promise<ReplyOf<T>> {
  const known = asked.get(keyOf(type, payload));
  if (known) return known.answer as Promise<ReplyOf<T>>;
  if (!asked.size) watch();
  const answer = send(type, payload);
  const early: Early = { answer };
  asked.set(keyOf(type, payload), early);
  answer.then(
    (value) => Object.assign(early, { value }),
    // Whoever shows it hears of it; the next question is a new one.
    () => asked.delete(keyOf(type, payload)),
  );
  return answer;
}

/** An answer that is here already, to be painted at once. */
export const earlyValue = <T extends MessageType>(type: T, payload: Payload<T>): ReplyOf<T> | undefined =>
  asked.get(keyOf(type, payload))?.value as ReplyOf<T> | undefined;

/** The answer to the early question if the same was asked, else to a new one. */
export const askOnce = <T extends MessageType>(type: T, payload: Payload<T>): Promise<ReplyOf<T>> =>
  (asked.get(keyOf(type, payload))?.answer as Promise<ReplyOf<T>> | undefined) ?? send(type, payload);
