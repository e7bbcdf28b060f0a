import type { SignedIn, SignInParts } from '../auth/oauth.ts';
import { signIn as runSignIn } from '../auth/oauth.ts';
import type { AppKeys, Provider } from '../auth/provider.ts';
import type { Tokens } from '../auth/tokens.ts';
import type { Credentials, Vault } from '../auth/vault.ts';
import type { Connection, Right } from '../model/connection.ts';
import { AppError, toAppError } from '../model/errors.ts';
import type { Region, System } from '../model/subject.ts';
import type { Connections, SettingsStore } from '../store/settings.ts';
import type { SignInStatus } from './sign-in-status.ts';

export interface ConnectParts {
  tokens: Tokens;
  vault: Vault;
  connections: Connections;
  settings: SettingsStore;
  status: SignInStatus;
  signIn: SignInParts;
  provider: (system: System) => Provider;
  /** Asks the system whose credentials these are; the draft's account may still be empty (Clio). */
  identify: (draft: Connection) => Promise<Connection>;
  checkRights: (connection: Connection) => Promise<Right[]>;
  now: () => number;
  /** After a connection was made or came back: read and send what waited. */
  connected: (connection: Connection) => void;
}

export interface SignInInput {
  system: System;
  region?: Region;
  clientId: string;
  clientSecret: string;
}

export interface Connecting {
  addToken(token: string, locationId: string): Promise<void>;
  /** Opens the sign-in window and returns; how it ended is in the status. */
  start(input: SignInInput): Promise<void>;
  reconnect(id: string): Promise<void>;
  check(id: string): Promise<void>;
  pair(clio: string, highlevel: string): Promise<void>;
  isChecking(id: string): boolean;
}

const draftOf = (system: System, account: string, now: number, rest: Partial<Connection>): Connection => ({
  id: `${system}:${account}`, system, account, name: account, method: 'oauth', state: 'ok', connectedAt: now, keyAt: now, ...rest,
});

export function createConnecting(parts: ConnectParts): Connecting {
  const { connections, vault, settings, status, now } = parts;
  const checking = new Set<string>();

  /** A single pair needs no question; from two on the person chooses. */
  const pairIfObvious = async (): Promise<void> => {
    const all = await connections.all();
    const clio = all.filter((one) => one.system === 'clio');
    const highlevel = all.filter((one) => one.system === 'highlevel');
    const pairs = await settings.get('pairs');
    if (clio.length !== 1 || highlevel.length !== 1 || pairs[clio[0]!.id]) return;
    await settings.set('pairs', { ...pairs, [clio[0]!.id]: highlevel[0]!.id });
  };

  const check = async (id: string): Promise<void> => {
    const connection = await connections.get(id);
    if (!connection || checking.has(id)) return;
    checking.add(id);
    await connections.patch(id, {});
    try {
      const rights = await parts.checkRights(connection);
      checking.delete(id);
      await connections.patch(id, { rights, rightsAt: now() });
    } finally {
      checking.delete(id);
    }
  };

  /** Proves the credentials by asking who they belong to, and only then keeps them: credentials first, so no connection is ever without. */
  const adopt = async (draft: Connection, credentials: Credentials): Promise<void> => {
    const release = parts.tokens.hold(draft.id, credentials);
    let known: Connection;
    try {
      known = await parts.identify(draft);
    } finally {
      release();
    }
    const old = await connections.get(known.id);
    await vault.put(known.id, credentials);
    await connections.put({ ...known, connectedAt: old?.connectedAt ?? known.connectedAt });
    await pairIfObvious();
    parts.connected(known);
    check(known.id).catch((cause) => console.warn('Rankr: permission check failed:', toAppError(cause).code));
  };

  const finish = async (input: SignInInput, { credentials, locationId }: SignedIn): Promise<void> => {
    if (input.system === 'highlevel') {
      if (!locationId) throw new AppError('wrong-location', { system: 'highlevel', about: 'no sub-account was chosen' });
      return adopt(draftOf('highlevel', locationId, now(), {}), credentials);
    }
    const region = input.region ?? 'us';
    return adopt(draftOf('clio', `${region}:0`, now(), { region }), credentials);
  };

  const run = async (input: SignInInput): Promise<void> => {
    const keys: AppKeys = { clientId: input.clientId, clientSecret: input.clientSecret, region: input.region };
    try {
      await finish(input, await runSignIn(parts.signIn, parts.provider(input.system), keys));
      await status.clear();
    } catch (cause) {
      await status.failed(input.system, toAppError(cause), now());
    }
  };

  const start = async (input: SignInInput): Promise<void> => {
    await status.open(input.system, now());
    void run(input);
  };

  return {
    start,
    check,
    isChecking: (id) => checking.has(id),
    addToken: (token, locationId) => adopt(draftOf('highlevel', locationId, now(), { method: 'token' }), { accessToken: token.trim() }),
    async reconnect(id) {
      const connection = await connections.get(id);
      const credentials = await vault.get(id);
      if (!connection || !credentials?.clientId || !credentials.clientSecret) throw new AppError('bad-credentials', { about: 'token' });
      await start({ system: connection.system, region: connection.region, clientId: credentials.clientId, clientSecret: credentials.clientSecret });
    },
    async pair(clio, highlevel) {
      if (!(await connections.get(clio)) || !(await connections.get(highlevel))) throw new AppError('not-connected');
      await settings.set('pairs', { ...(await settings.get('pairs')), [clio]: highlevel });
    },
  };
}
