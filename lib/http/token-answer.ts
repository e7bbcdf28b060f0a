import * as z from 'zod/mini';
import { AppError } from '../model/errors.ts';
import type { System } from '../model/subject.ts';
import { vendorWords } from './refusal.ts';

/** A token endpoint's good answer, both vendors. */
export interface TokenAnswer {
  accessToken: string;
  refreshToken?: string;
  /** Seconds. */
  expiresIn: number;
  scope?: string;
  locationId?: string;
  userType?: string;
}

const text = z.nullish(z.string());
const wire = z.object({
  access_token: z.string().check(z.minLength(1)),
  refresh_token: text,
  expires_in: z.number(),
  scope: text,
  locationId: text,
  userType: text,
});

/** Reads a token endpoint's answer: the tokens, or the error to throw. Never throws; never quotes the answer, which may hold tokens. */
export function readTokenAnswer(system: System, status: number, body: string): TokenAnswer | AppError {
  const value = json(body);
  if (status >= 200 && status < 300) {
    const checked = wire.safeParse(value);
    // A rotated refresh token may be lost with it: the old one may be used up.
    if (!checked.success) return new AppError('bad-answer', { system, status, maybeDone: true });
    const { access_token, refresh_token, expires_in, scope, locationId, userType } = checked.data;
    return {
      accessToken: access_token,
      refreshToken: refresh_token || undefined,
      expiresIn: expires_in,
      scope: scope ?? undefined,
      locationId: locationId || undefined,
      userType: userType ?? undefined,
    };
  }
  return refusal(system, status, body, (value as { error?: unknown } | undefined)?.error);
}

/** RFC 6749, 5.2: `invalid_client` is about id and secret, `invalid_grant` about the code or refresh token. */
function refusal(system: System, status: number, body: string, error: unknown): AppError {
  const facts = { system, status, detail: vendorWords(body) };
  if (status === 429) return new AppError('rate-limited', facts);
  if (status >= 500) return new AppError('server-error', { ...facts, maybeDone: true });
  const words = `${typeof error === 'string' ? error : ''} ${facts.detail ?? ''}`;
  if (/invalid[_ ]client|unauthorized_client/i.test(words)) return new AppError('bad-credentials', facts);
  if (/invalid[_ ]grant|refresh token|revoked/i.test(words) || status === 401) return new AppError('refresh-refused', facts);
  return new AppError('bad-credentials', facts);
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
