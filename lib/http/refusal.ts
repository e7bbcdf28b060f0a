import { AppError, type ErrorCode, type ErrorFacts } from '../model/errors.ts';
import type { Endpoint } from './endpoint.ts';
import { retryAfter } from './retry.ts';

/** An answer as it came in. */
export interface RawAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** The vendor's own words, at most 300 characters, whatever shape they come in. */
export function vendorWords(text: string): string | undefined {
  const body = parsed(text);
  const found =
    wordsIn(body?.error_description) ?? wordsIn(body?.message) ?? wordsIn(body?.error) ?? (body ? undefined : tagless(text));
  return found?.slice(0, 300) || undefined;
}

const wordsIn = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  // HighLevel's 422 carries a list, Clio's error an object.
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join('; ') || undefined;
  if (typeof value === 'object' && value !== null) return wordsIn((value as { message?: unknown }).message);
  return undefined;
};
const tagless = (text: string) =>
  text
    .slice(0, 2000)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** A refusing answer (anything but 2xx) as the one error it means. `until`: the limiter's knowledge, for 429. */
export function refusalOf(
  endpoint: Endpoint,
  answer: RawAnswer,
  now: number,
  limit?: { daily: boolean; until: number },
): AppError {
  const { status } = answer;
  const words = vendorWords(answer.text);
  const write = endpoint.access === 'write';
  const facts: ErrorFacts = { system: endpoint.system, status, detail: words };
  if (status === 429) {
    const until = limit?.until ?? retryAfter(answer.headers, now);
    return new AppError(limit?.daily ? 'daily-limit' : 'rate-limited', { ...facts, until });
  }
  if (status >= 500)
    return new AppError('server-error', { ...facts, until: retryAfter(answer.headers, now), ...(write && { maybeDone: true }) });
  if (status < 400) return new AppError('bad-answer', { ...facts, ...(write && { maybeDone: true }) });
  const code = endpoint.system === 'highlevel' ? highlevelCode(status, words ?? '') : clioCode(status);
  if (code === 'missing-scope') facts.about = endpoint.scope;
  if (code === 'duplicate-contact') facts.existingId = existingId(answer.text);
  // A create answered with 422 may exist all the same [issue 64 of the vendor's API docs].
  if (endpoint.system === 'highlevel' && status === 422 && write && endpoint.method === 'POST') facts.maybeDone = true;
  return new AppError(code, facts);
}

/** HighLevel says several things with one status; the texts are in its spec's examples and its users' reports, so they are read loosely. */
function highlevelCode(status: number, words: string): ErrorCode {
  if (status === 401) {
    if (/not authorized for this scope|user type mismatch/i.test(words)) return 'missing-scope';
    if (/version header/i.test(words)) return 'invalid-request';
    return /access to this location/i.test(words) ? 'wrong-location' : 'signed-out';
  }
  if (status === 403) return /scope/i.test(words) ? 'missing-scope' : 'wrong-location';
  if (status === 400 && /duplicate/i.test(words)) return 'duplicate-contact';
  if (status === 404 || (status === 400 && /not\s?found|does not exist|no longer exists/i.test(words))) return 'not-found';
  return status === 412 ? 'precondition-failed' : 'invalid-request';
}

function clioCode(status: number): ErrorCode {
  if (status === 401) return 'signed-out';
  // 403: the app's permissions or the person's own rights in Clio [doc].
  if (status === 403) return 'missing-scope';
  if (status === 404 || status === 410) return 'not-found';
  return status === 412 ? 'precondition-failed' : 'invalid-request';
}

function existingId(text: string): string | undefined {
  const meta = parsed(text)?.meta;
  const id = typeof meta === 'object' && meta !== null ? (meta as { contactId?: unknown }).contactId : undefined;
  return typeof id === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(id) ? id : undefined;
}
