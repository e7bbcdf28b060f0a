import type { MessageType, Signal } from '../../lib/messages/protocol.ts';
import { AppError, type ErrorCode, type ErrorFacts } from '../../lib/model/errors.ts';
import type { PanelView } from '../../lib/model/panel.ts';

/** Stands in for lib/messages/send.ts: `vi.mock('../../lib/messages/send.ts', () => import('./panel-background.ts'))`. */
interface Background {
  view?: PanelView;
  /** Everything sent but the questions, oldest first. */
  sent: { type: MessageType; payload: unknown }[];
  refusals: Map<MessageType, { code: ErrorCode; facts?: ErrorFacts }>;
  /** Set to answer the question for the view by hand. */
  onView?: () => Promise<PanelView>;
  /** Set to keep acts unanswered until it resolves. */
  hold?: Promise<void>;
}

export const background: Background = { sent: [], refusals: new Map() };
const listeners = new Set<(signal: Signal) => void>();

export function resetBackground(): void {
  Object.assign(background, { view: undefined, sent: [], refusals: new Map(), onView: undefined, hold: undefined });
  listeners.clear();
}

export const signal = (one: Signal): void => {
  for (const listener of listeners) listener(one);
};

export async function send(type: MessageType, payload: unknown): Promise<unknown> {
  if (type === 'panel.view') return background.onView ? background.onView() : background.view;
  background.sent.push({ type, payload });
  await background.hold;
  const refusal = background.refusals.get(type);
  if (refusal) throw new AppError(refusal.code, refusal.facts);
  return type === 'panel.hello' ? { accepted: true } : { actId: 'act1' };
}

export function onSignal(listener: (signal: Signal) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The acts sent, without the greeting. */
export const acts = (): Background['sent'] => background.sent.filter(({ type }) => type !== 'panel.hello');
