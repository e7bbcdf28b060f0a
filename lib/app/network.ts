import type { Provider } from '../auth/provider.ts';
import { createTokens } from '../auth/tokens.ts';
import { clioProvider } from '../clio/auth.ts';
import { highlevelProvider } from '../highlevel/auth.ts';
import { createLimiter } from '../http/limiter.ts';
import { createClient } from '../http/send.ts';
import type { System } from '../model/subject.ts';
import type { AppParts } from './parts.ts';
import type { Stores } from './stores.ts';

export const providerOf = (system: System): Provider => (system === 'clio' ? clioProvider : highlevelProvider);

export type Network = ReturnType<typeof createNetwork>;

/** The way out: tokens, the budget of calls, the client. */
export function createNetwork(parts: AppParts, { vault, connections, changed }: Stores) {
  const { fetch, now, online, sleep, random } = parts;
  const limiter = createLimiter(parts);
  const tokens = createTokens({ vault, connections, provider: ({ system }) => providerOf(system), fetch, now, online });
  const client = createClient({
    fetch,
    now,
    sleep,
    random,
    online,
    limiter,
    token: tokens.token,
    onLimit: changed,
    onError: (connection, { code }) => {
      // A fresh token was refused as well: a person has to sign in again.
      if (code !== 'signed-out') return;
      void connections.patch(connection.id, { state: 'reconnect', reason: code, since: now() });
    },
  });
  return { limiter, tokens, client };
}
