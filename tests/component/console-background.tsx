import { render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { Console } from '../../components/console/Console.tsx';
import { MESSAGES, type MessageType, type Payload, type ReplyOf, type Signal } from '../../lib/messages/protocol.ts';
import type { ConnectionsView } from '../../lib/model/console.ts';
import { AppError, type ErrorCode, type ErrorFacts } from '../../lib/model/errors.ts';

/** Stands in for lib/messages/send.ts. As strict as the real other end: wrong senders and payloads that don't parse are refused. */
interface Sent {
  type: MessageType;
  payload: unknown;
}
const state = {
  view: undefined as ConnectionsView | ErrorCode | undefined,
  sent: [] as Sent[],
  refusals: new Map<MessageType, AppError>(),
  holds: new Map<MessageType, Promise<void>>(),
  answers: new Map<MessageType, (payload: never) => unknown>(),
  listeners: new Set<(signal: Signal) => void>(),
};

export async function send(type: MessageType, payload: unknown): Promise<unknown> {
  const { from, payload: shape } = MESSAGES[type];
  if (!(from as string[]).includes('console')) throw new AppError('not-allowed');
  if (!shape.safeParse(payload).success) throw new AppError('bad-message', { about: type });
  if (type === 'connections.view') {
    if (typeof state.view === 'string') throw new AppError(state.view);
    return state.view ?? new Promise(() => {});
  }
  // The rail asks by itself; no test's click.
  if (type !== 'asks.count') state.sent.push({ type, payload });
  await state.holds.get(type);
  const refusal = state.refusals.get(type);
  if (refusal) throw refusal;
  return state.answers.get(type)?.(payload as never);
}

export function onSignal(listener: (signal: Signal) => void): () => void {
  state.listeners.add(listener);
  return () => state.listeners.delete(listener);
}

/** The test's hand on the background. */
export const background = {
  /** What `connections.view` answers from now on; with `signal` the page is told. An error code refuses, undefined never answers. */
  show(view: ConnectionsView | ErrorCode | undefined, signal = false): void {
    state.view = view;
    if (signal) for (const listener of state.listeners) listener({ signal: 'store.changed' });
  },
  refuse: (type: MessageType, code: ErrorCode, facts: ErrorFacts = {}) => state.refusals.set(type, new AppError(code, facts)),
  accept: (type: MessageType) => state.refusals.delete(type),
  /** Holds the answers to a message; returns the way to let them go. */
  hold(type: MessageType): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    state.holds.set(type, promise);
    return resolve;
  },
  /** What a message is answered with from now on: a value, or made from the payload. */
  answer<T extends MessageType>(type: T, value: ReplyOf<T> | ((payload: Payload<T>) => ReplyOf<T>)): void {
    const make = typeof value === 'function' ? (value as (payload: never) => unknown) : () => value;
    state.answers.set(type, make);
  },
  /** Tells the page that the store changed. */
  changed(): void {
    for (const listener of state.listeners) listener({ signal: 'store.changed' });
  },
  sent: (type?: MessageType): unknown[] => state.sent.filter((one) => !type || one.type === type).map((one) => one.payload),
  reset(): void {
    Object.assign(state, { view: undefined, sent: [] });
    state.refusals.clear();
    state.holds.clear();
    state.answers.clear();
    state.listeners.clear();
    location.hash = '';
  },
};

/** Opens the console on a view; `requestHosts` is the browser's answer to the question for host access. */
export function openConsole(
  view: ConnectionsView | ErrorCode | undefined,
  requestHosts = vi.fn(async (_origins: string[]) => true),
) {
  background.show(view);
  const user = userEvent.setup();
  const screen = render(<Console requestHosts={requestHosts} />);
  return { user, requestHosts, ...screen };
}
