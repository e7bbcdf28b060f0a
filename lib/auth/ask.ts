import type { TokenAnswer } from '../http/token-answer.ts';
import { AppError } from '../model/errors.ts';
import type { Provider, TokenRequest } from './provider.ts';
import type { Credentials } from './vault.ts';

export interface AskParts {
  fetch: typeof globalThis.fetch;
  online: () => boolean;
}

const SECOND = 1000;
const PATIENCE = 20 * SECOND;

/** What to keep of an answer; `now` in milliseconds since 1970. */
export const credentialsOf = (answer: TokenAnswer, old: Partial<Credentials>, now: number): Credentials => ({
  ...old,
  accessToken: answer.accessToken,
  // Clio's refresh tokens are reusable and not repeated; HighLevel's rotate with each use [doc].
  refreshToken: answer.refreshToken ?? old.refreshToken,
  expiresAt: now + answer.expiresIn * SECOND,
  scope: answer.scope ?? old.scope,
});

/** Trades a code or refresh token at a token endpoint; throws AppError. */
export async function askFor(parts: AskParts, provider: Provider, { url, form }: TokenRequest): Promise<TokenAnswer> {
  let status: number;
  let text: string;
  try {
    const answer = await parts.fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { accept: 'application/json' },
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    });
    status = answer.status;
    text = await answer.text();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError(parts.online() ? 'network-lost' : 'offline', { system: provider.system }, cause);
  }
  const read = provider.read(status, text);
  if (read instanceof AppError) throw read;
  return read;
}
