import type { TokenAnswer } from '../http/token-answer.ts';
import type { Connection } from '../model/connection.ts';
import { AppError, toAppError } from '../model/errors.ts';
import type { Connections } from '../store/settings.ts';
import type { Provider, TokenRequest } from './provider.ts';
import type { Credentials, Vault } from './vault.ts';

export interface TokensParts {
  vault: Vault;
  connections: Connections;
  provider: (connection: Connection) => Provider;
  fetch: typeof globalThis.fetch;
  now: () => number;
  online: () => boolean;
}

export interface Tokens {
  /** A usable access token. `refused` is the one an answer 401 spoke of. Throws `signed-out` or `refresh-refused` once the connection needs a person. */
  token(connection: Connection, refused?: string): Promise<string>;
  /** Uses credentials that are not stored yet, while a sign-in finds out whose they are. */
  hold(connectionId: string, credentials: Credentials): () => void;
  /** Trades a code or refresh token; throws AppError. */
  ask(provider: Provider, request: TokenRequest): Promise<TokenAnswer>;
}

const SECOND = 1000;
/** Refreshed this long before the end, so that no call leaves with a token that dies on the way. */
const EARLY = 5 * 60 * SECOND;
const PATIENCE = 20 * SECOND;

export const credentialsOf = (answer: TokenAnswer, old: Partial<Credentials>, now: number): Credentials => ({
  ...old,
  accessToken: answer.accessToken,
  // Clio's refresh tokens are reusable and not repeated; HighLevel's rotate with each use [doc].
  refreshToken: answer.refreshToken ?? old.refreshToken,
  expiresAt: now + answer.expiresIn * SECOND,
  scope: answer.scope ?? old.scope,
});

async function askFor(parts: TokensParts, provider: Provider, { url, form }: TokenRequest): Promise<TokenAnswer> {
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
    throw new AppError(parts.online() ? 'network-lost' : 'offline', { system: provider.system }, cause);
  }
  const read = provider.read(status, text);
  if (read instanceof AppError) throw read;
  return read;
}

export function createTokens(parts: TokensParts): Tokens {
  const { vault, connections, now } = parts;
  const held = new Map<string, Credentials>();
  const refreshing = new Map<string, Promise<string>>();

  const lost = async (connection: Connection, error: AppError): Promise<never> => {
    await connections.patch(connection.id, { state: 'reconnect', reason: error.code, since: now() });
    throw error;
  };

  const refresh = async (connection: Connection, old: Credentials): Promise<string> => {
    const provider = parts.provider(connection);
    const { clientId, clientSecret, refreshToken, redirectUri } = old;
    if (!refreshToken || !clientId || !clientSecret) return lost(connection, new AppError('signed-out', { system: connection.system }));
    const input = { clientId, clientSecret, refreshToken, redirectUri: redirectUri ?? '', region: connection.region };
    let answer: TokenAnswer;
    try {
      answer = await askFor(parts, provider, provider.refresh(input));
    } catch (cause) {
      const error = toAppError(cause);
      if (error.code === 'refresh-refused' || error.code === 'bad-credentials') return lost(connection, error);
      // No network, but the present token may still be good: use it to its end.
      if ((old.expiresAt ?? 0) > now() + 30 * SECOND) return old.accessToken;
      throw error;
    }
    const fresh = credentialsOf(answer, old, now());
    // Stored before first use: a rotated refresh token that is only in memory dies with the worker.
    await vault.put(connection.id, fresh);
    return fresh.accessToken;
  };

  const refreshOnce = (connection: Connection, old: Credentials): Promise<string> => {
    const running = refreshing.get(connection.id);
    if (running) return running;
    const fresh = refresh(connection, old).finally(() => refreshing.delete(connection.id));
    refreshing.set(connection.id, fresh);
    return fresh;
  };

  return {
    ask: (provider, request) => askFor(parts, provider, request),
    hold(connectionId, credentials) {
      held.set(connectionId, credentials);
      return () => held.delete(connectionId);
    },
    async token(connection, refused) {
      const trial = held.get(connection.id);
      if (trial) {
        if (refused) throw new AppError('signed-out', { system: connection.system });
        return trial.accessToken;
      }
      const running = refreshing.get(connection.id);
      if (running) return running;
      const stored = await connections.get(connection.id);
      if (stored?.state === 'reconnect') throw new AppError(stored.reason ?? 'signed-out', { system: connection.system });
      const credentials = await vault.get(connection.id);
      if (!credentials || !stored) throw new AppError('not-connected', { system: connection.system });
      // Another caller may have refreshed while this one's answer was on the way.
      if (refused && credentials.accessToken !== refused) return credentials.accessToken;
      if (refused) return refreshOnce(connection, { ...credentials, expiresAt: 0 });
      const soon = credentials.expiresAt !== undefined && credentials.expiresAt - now() < EARLY;
      return soon ? refreshOnce(connection, credentials) : credentials.accessToken;
    },
  };
}
