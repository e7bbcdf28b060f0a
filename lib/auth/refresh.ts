import type { TokenAnswer } from '../http/token-answer.ts';
import type { Connection } from '../model/connection.ts';
import { AppError, toAppError } from '../model/errors.ts';
import type { Connections } from '../store/settings.ts';
import { type AskParts, askFor, credentialsOf } from './ask.ts';
import type { Provider } from './provider.ts';
import type { Credentials, Vault } from './vault.ts';

export interface RefreshParts extends AskParts {
  vault: Vault;
  connections: Connections;
  provider: (connection: Connection) => Provider;
  now: () => number;
}

/** By connection: what every caller meanwhile waits for. */
export type Refreshing = Map<string, Promise<string>>;

/** Without network the present token is used as long as it lasts at least this long. */
const STILL_GOOD = 30_000;

async function lost(parts: RefreshParts, connection: Connection, old: Credentials, error: AppError): Promise<never> {
  const { connections, vault, now } = parts;
  const present = await vault.get(connection.id);
  // Somebody signed in again meanwhile: the refusal speaks of credentials that are gone.
  if (present?.accessToken === old.accessToken)
    await connections.patch(connection.id, { state: 'reconnect', reason: error.code, since: now() });
  throw error;
}

async function refresh(parts: RefreshParts, connection: Connection, old: Credentials): Promise<string> {
  const provider = parts.provider(connection);
  const { clientId, clientSecret, refreshToken, redirectUri } = old;
  if (!refreshToken || !clientId || !clientSecret)
    return lost(parts, connection, old, new AppError('signed-out', { system: connection.system }));
  const input = { clientId, clientSecret, refreshToken, redirectUri: redirectUri ?? '', region: connection.region };
  let answer: TokenAnswer;
  try {
    answer = await askFor(parts, provider, provider.refresh(input));
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code === 'refresh-refused' || error.code === 'bad-credentials') return lost(parts, connection, old, error);
    // No network, but the present token may still be good: use it to its end.
    if ((old.expiresAt ?? 0) > parts.now() + STILL_GOOD) return old.accessToken;
    throw error;
  }
  const fresh = credentialsOf(answer, old, parts.now());
  // Stored before first use: a rotated refresh token that is only in memory dies with the worker.
  const kept = await parts.vault.renew(connection.id, old, fresh);
  if (!kept) throw new AppError('not-connected', { system: connection.system });
  return kept.accessToken;
}

/** A fresh access token, asked for once however many want it. */
export function refreshOnce(
  parts: RefreshParts,
  refreshing: Refreshing,
  connection: Connection,
  old: Credentials,
): Promise<string> {
  const running = refreshing.get(connection.id);
  if (running) return running;
  const fresh = refresh(parts, connection, old).finally(() => refreshing.delete(connection.id));
  refreshing.set(connection.id, fresh);
  return fresh;
}
