import { browser } from 'wxt/browser';
import { AppError, type ErrorCode, type ErrorFacts } from '../model/errors.ts';
import type { Answer, MessageType, Payload, ReplyOf, Signal } from './protocol.ts';

/** Sends one message to the background. Resolves to its reply; throws AppError with the background's code, or `unexpected` when it is gone. */
export async function send<T extends MessageType>(type: T, payload: Payload<T>): Promise<ReplyOf<T>> {
  let answer: Answer<T> | undefined;
  try {
    answer = (await browser.runtime.sendMessage({ type, payload })) as Answer<T> | undefined;
  } catch (cause) {
    throw new AppError('unexpected', { detail: 'no background' }, cause);
  }
  if (!answer) throw new AppError('unexpected', { detail: 'no answer' });
  if (!answer.ok) throw new AppError(answer.error.code as ErrorCode, answer.error.facts as ErrorFacts);
  return answer.value;
}

/** Calls `listener` on every signal from the background; returns the way to stop. */
export function onSignal(listener: (signal: Signal) => void): () => void {
  const receive = (message: unknown): undefined => {
    if (typeof message === 'object' && message !== null && 'signal' in message) listener(message as Signal);
    return undefined;
  };
  browser.runtime.onMessage.addListener(receive);
  return () => browser.runtime.onMessage.removeListener(receive);
}
