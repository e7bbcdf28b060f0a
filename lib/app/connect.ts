import { type SignedIn, type SignInParts, signIn } from '../auth/oauth.ts';
import type { AppKeys, Provider } from '../auth/provider.ts';
import type { Vault } from '../auth/vault.ts';
import type { Connection } from '../model/connection.ts';
import { AppError, toAppError } from '../model/errors.ts';
import type { Region, System } from '../model/subject.ts';
import type { Apply } from '../store/apply.ts';
import type { SettingsStore } from '../store/settings.ts';
import { type AdoptParts, adopt, type Checking, check } from './adopt.ts';
import type { SignInStatus } from './sign-in-status.ts';

export interface ConnectParts extends AdoptParts {
  vault: Vault;
  settings: SettingsStore;
  apply: Apply;
  status: SignInStatus;
  signIn: SignInParts;
  provider: (system: System) => Provider;
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

type State = ConnectParts & { checking: Checking };

const draftOf = (system: System, account: string, now: number, rest: Partial<Connection>): Connection => ({
  id: `${system}:${account}`,
  system,
  account,
  name: account,
  method: 'oauth',
  state: 'ok',
  connectedAt: now,
  keyAt: now,
  ...rest,
});

async function finish(parts: State, input: SignInInput, { credentials, locationId }: SignedIn, mark: number): Promise<void> {
  if (input.system === 'highlevel') {
    if (!locationId) throw new AppError('wrong-location', { system: 'highlevel', about: 'no sub-account was chosen' });
    return adopt(parts, parts.checking, { draft: draftOf('highlevel', locationId, parts.now(), {}), credentials, mark });
  }
  const region = input.region ?? 'us';
  return adopt(parts, parts.checking, { draft: draftOf('clio', `${region}:0`, parts.now(), { region }), credentials, mark });
}

async function run(parts: State, input: SignInInput, mark: number): Promise<void> {
  const keys: AppKeys = { clientId: input.clientId, clientSecret: input.clientSecret, region: input.region };
  try {
    await finish(parts, input, await signIn(parts.signIn, parts.provider(input.system), keys), mark);
    await parts.status.clear();
  } catch (cause) {
    await parts.status.failed(input.system, toAppError(cause), parts.now());
  }
}

async function start(parts: State, input: SignInInput): Promise<void> {
  const mark = parts.eras.mark();
  await parts.status.open(input.system, parts.now());
  void run(parts, input, mark);
}

async function reconnect(parts: State, id: string): Promise<void> {
  const connection = await parts.connections.get(id);
  const { clientId, clientSecret } = (await parts.vault.get(id)) ?? {};
  if (!connection || !clientId || !clientSecret) throw new AppError('bad-credentials', { about: 'token' });
  await start(parts, { system: connection.system, region: connection.region, clientId, clientSecret });
}

/** Two-way sync with the former location ends, and Activity says so. */
async function pair({ settings, connections, apply, now }: State, clio: string, highlevel: string): Promise<void> {
  const wasOn = await settings.pair(clio, highlevel);
  const chosen = wasOn ? await connections.get(clio) : undefined;
  if (!chosen) return;
  const { account, name } = chosen;
  const row = { at: now(), kind: 'setting', by: 'person', system: 'clio', account, outcome: 'done', why: 'sync-off' } as const;
  await apply({ at: now(), activity: [{ ...row, body: { label: name } }] }, 'person');
}

/** Makes, renews, checks and pairs connections. */
export function createConnecting(given: ConnectParts): Connecting {
  const parts: State = { ...given, checking: new Set() };
  return {
    start: (input) => start(parts, input),
    check: (id) => check(parts, parts.checking, id),
    isChecking: (id) => parts.checking.has(id),
    addToken: (token, locationId) =>
      adopt(parts, parts.checking, {
        draft: draftOf('highlevel', locationId, parts.now(), { method: 'token' }),
        credentials: { accessToken: token.trim() },
        mark: parts.eras.mark(),
      }),
    reconnect: (id) => reconnect(parts, id),
    pair: (clio, highlevel) => pair(parts, clio, highlevel),
  };
}
