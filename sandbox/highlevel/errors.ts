import { randomUUID } from 'node:crypto';
import type { Reply } from '../exchange.ts';

/** Thrown by route handlers to end a call with HighLevel's error shape; the pipeline turns it into the reply. */
export interface Refusal extends Error {
  reply: Reply;
}

const NAMES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  422: 'Unprocessable Entity',
};

/** HighLevel's error body: `{statusCode, message, error?, traceId}`; a 422 carries a list of messages. */
export function errorReply(status: number, message: string | string[], extra: Record<string, unknown> = {}): Reply {
  const error = NAMES[status];
  return { status, body: { statusCode: status, message, ...(error ? { error } : {}), ...extra, traceId: randomUUID() } };
}

/** Ends the call with an error. */
export function refuse(status: number, message: string | string[], extra: Record<string, unknown> = {}): never {
  throw refusal(errorReply(status, message, extra));
}

/** Ends the call with a reply of another shape (OAuth errors have their own). */
export function refuseWith(reply: Reply): never {
  throw refusal(reply);
}

function refusal(reply: Reply): Refusal {
  return Object.assign(new Error(`refused with ${reply.status}`), { reply });
}

/** Tells a refusal from a bug. */
export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Error && 'reply' in value;
}
