import { AppError, toAppError } from '../model/errors.ts';
import { type Answer, MESSAGES, type MessageType, type Party, type Payload, type ReplyOf } from './protocol.ts';
import { type Extension, partyOf, type Sender } from './sender.ts';

/** A checked sender. */
export interface From {
  party: Party;
  tabId: number;
  frameId: number;
  /** Origin of the Clio page, for `page`. */
  url: string;
}

export type Handlers = { [T in MessageType]: (payload: Payload<T>, from: From) => Promise<ReplyOf<T>> };

export interface ServeParts {
  extension: Extension;
  handlers: Handlers;
  /** A panel that has not been accepted (nonce) may only say hello. */
  isMounted: (tabId: number, frameId: number) => Promise<boolean>;
}

/** Refused before parsing: no message of ours is near this long; the console's longest is a file of rules. */
const LONGEST: Record<Party, number> = { page: 100_000, panel: 100_000, console: 2_000_000 };

const isType = (type: unknown): type is MessageType => typeof type === 'string' && Object.hasOwn(MESSAGES, type);

function tooLong(message: unknown, party: Party): boolean {
  try {
    return JSON.stringify(message).length > LONGEST[party];
  } catch {
    return true; // cyclic, or not data at all
  }
}

/**
 * The one listener. Every message is checked for who sent it, then for its shape; anything else is answered with an error and reaches no handler.
 * Resolves to undefined for messages that are not ours at all.
 */
export function createServer(parts: ServeParts): (message: unknown, sender: Sender) => Promise<Answer<MessageType>> | undefined {
  const refuse = (code: 'not-allowed' | 'bad-message'): Answer<MessageType> => ({ ok: false, error: { code, facts: {} } });

  const serve = async (message: unknown, sender: Sender): Promise<Answer<MessageType>> => {
    const party = partyOf(sender, parts.extension);
    if (!party) return refuse('not-allowed');
    if (tooLong(message, party)) return refuse('bad-message');
    const { type, payload } = message as { type?: unknown; payload?: unknown };
    if (!isType(type)) return refuse('bad-message');
    const rule = MESSAGES[type];
    if (!(rule.from as readonly Party[]).includes(party)) return refuse('not-allowed');
    const parsed = rule.payload.safeParse(payload);
    if (!parsed.success) return refuse('bad-message');
    const from: From = { party, tabId: sender.tab?.id ?? -1, frameId: sender.frameId ?? 0, url: sender.url ?? '' };
    if (party === 'panel' && type !== 'panel.hello' && !(await parts.isMounted(from.tabId, from.frameId)))
      return refuse('not-allowed');
    try {
      const handler = parts.handlers[type] as (payload: unknown, from: From) => Promise<ReplyOf<MessageType>>;
      return { ok: true, value: await handler(parsed.data, from) };
    } catch (cause) {
      const error = toAppError(cause);
      if (error.code === 'unexpected' && !(cause instanceof AppError)) console.error('Rankr: unexpected failure in', type, cause);
      return { ok: false, error: { code: error.code, facts: error.facts } };
    }
  };

  return (message, sender) => {
    if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
    return serve(message, sender);
  };
}
