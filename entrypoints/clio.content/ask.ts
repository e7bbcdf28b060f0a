import { browser } from 'wxt/browser';
import type { Answer, MessageType, Payload, ReplyOf } from '../../lib/messages/protocol.ts';

/**
 * Sends a message to the background; throws when it is gone or refuses. As lib/messages/send, without the table of errors: nothing here
 * reads which error it was, and every byte is loaded into each of Clio's pages.
 */
export async function ask<T extends MessageType>(type: T, payload: Payload<T>): Promise<ReplyOf<T>> {
  const answer = (await browser.runtime.sendMessage({ type, payload })) as Answer<T> | undefined;
  if (!answer?.ok) throw new Error(type);
  return answer.value;
}
