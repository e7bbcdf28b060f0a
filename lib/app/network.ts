import type { Provider } from '../auth/provider.ts';
import { createTokens } from '../auth/tokens.ts';
import { clioProvider } from '../clio/auth.ts';
import { highlevelProvider } from '../highlevel/auth.ts';
import { createLimiter, type LimiterParts } from '../http/limiter.ts';
import { createClient } from '../http/send.ts';
import type { Remembered } from '../http/window.ts';
import type { SessionArea } from '../messages/mounts.ts';
import type { System } from '../model/subject.ts';
import { quietly } from './door.ts';
import type { AppParts } from './parts.ts';
import type { Stores } from './stores.ts';

export const providerOf = (system: System): Provider => (system === 'clio' ? clioProvider : highlevelProvider);

/** A worker that wakes must know of the pause it was stopped in. In memory of the browser: a limit says nothing about a client, and is over by the next start. */
function limitMemory(session: SessionArea, changed: () => void): Pick<LimiterParts, 'remember' | 'recall'> {
  const keyOf = (id: string) => `limit.${id}`;
  return {
    remember: (id, state) => void session.set({ [keyOf(id)]: state }).catch(() => undefined),
    recall: async (id) => {
      const state = (await session.get([keyOf(id)]))[keyOf(id)] as Remembered | undefined;
      if (state) changed();
      return state;
    },
  };
}

export type Network = ReturnType<typeof createNetwork>;

/** The way out: tokens, the budget of calls, the client. */
export function createNetwork(parts: AppParts, { vault, connections, changed }: Stores) {
  const { fetch, now, online, sleep, random } = parts;
  const limiter = createLimiter({ now, sleep, random, ...limitMemory(parts.session, changed) });
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
      quietly(connections.patch(connection.id, { state: 'reconnect', reason: code, since: now() }));
    },
  });
  return { limiter, tokens, client };
}
