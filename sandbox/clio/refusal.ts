import type { Reply } from '../exchange.ts';

/** An error that carries the reply to send. Thrown anywhere below `handle`, turned into the reply there. */
export interface Refusal extends Error {
  reply: Reply;
}

/**
 * Makes an API error in Clio's shape `{error: {type, message}}` [official spec, schema Error].
 * Doubt: the spec fixes the shape only. Of the type names `ArgumentError` (422 for deep offsets) is in Clio's paging
 * documentation; the others are ours, so a client must decide by status, never by type.
 */
export function refusal(status: number, type: string, message: string, headers?: Record<string, string>): Refusal {
  return Object.assign(new Error(message), { reply: { status, headers, body: { error: { type, message } } } });
}

export const notFound = (what: string) => refusal(404, 'NotFound', `${what} not found`);
export const badRequest = (message: string) => refusal(400, 'BadRequest', message);
export const unprocessable = (message: string) => refusal(422, 'UnprocessableEntity', message);
export const argumentError = (message: string) => refusal(422, 'ArgumentError', message);
export const forbidden = (message: string) => refusal(403, 'Forbidden', message);

/** The OAuth error shape, which API calls with a bad token answer as well [Clio support, "Expired API access token"]. */
export function oauthRefusal(status: number, error: string, description: string): Refusal {
  return Object.assign(new Error(description), { reply: { status, body: { error, error_description: description } } });
}

/** The reply inside a refusal; anything else that was thrown is a bug and goes on. */
export function replyOf(thrown: unknown): Reply {
  if (thrown instanceof Error && 'reply' in thrown) return (thrown as Refusal).reply;
  throw thrown;
}
