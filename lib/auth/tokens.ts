import type { TokenAnswer } from '../http/token-answer.ts';
import type { Connection } from '../model/connection.ts';
import { AppError } from '../model/errors.ts';
import { askFor } from './ask.ts';
import type { Provider, TokenRequest } from './provider.ts';
import { type Refreshing, type RefreshParts, refreshOnce } from './refresh.ts';
import type { Credentials } from './vault.ts';

export type TokensParts = RefreshParts;

export interface Tokens {
  /** A usable access token. `refused` is the one an answer 401 spoke of. Throws `signed-out` or `refresh-refused` once the connection needs a person. */
  token(connection: Connection, refused?: string): Promise<string>;
  /** Uses credentials that are not stored yet, while a sign-in finds out whose they are. */
  hold(connectionId: string, credentials: Credentials): () => void;
  /** Trades a code or refresh token; throws AppError. */
  ask(provider: Provider, request: TokenRequest): Promise<TokenAnswer>;
}

/** Refreshed this long before the end, so that no call leaves with a token that dies on the way. */
const EARLY = 5 * 60 * 1000;

/** The stored token of a connection, refreshed where it is time. */
async function storedToken(
  parts: TokensParts,
  refreshing: Refreshing,
  connection: Connection,
  refused?: string,
): Promise<string> {
  const running = refreshing.get(connection.id);
  if (running) return running;
  const stored = await parts.connections.get(connection.id);
  if (stored?.state === 'reconnect') throw new AppError(stored.reason ?? 'signed-out', { system: connection.system });
  const credentials = await parts.vault.get(connection.id);
  if (!credentials || !stored) throw new AppError('not-connected', { system: connection.system });
  // Another caller may have refreshed while this one's answer was on the way.
  if (refused && credentials.accessToken !== refused) return credentials.accessToken;
  if (refused) return refreshOnce(parts, refreshing, connection, { ...credentials, expiresAt: 0 });
  const soon = credentials.expiresAt !== undefined && credentials.expiresAt - parts.now() < EARLY;
  return soon ? refreshOnce(parts, refreshing, connection, credentials) : credentials.accessToken;
}

export function createTokens(parts: TokensParts): Tokens {
  const held = new Map<string, Credentials>();
  const refreshing: Refreshing = new Map();
  return {
    ask: (provider, request) => askFor(parts, provider, request),
    hold(connectionId, credentials) {
      held.set(connectionId, credentials);
      return () => held.delete(connectionId);
    },
    async token(connection, refused) {
      const trial = held.get(connection.id);
      if (!trial) return storedToken(parts, refreshing, connection, refused);
      if (refused) throw new AppError('bad-credentials', { system: connection.system });
      return trial.accessToken;
    },
  };
}
