import type { Clock } from '../exchange.ts';
import { fixedWindow, type Limit } from '../limits.ts';
import { type Behaviour, calmBehaviour, type Hostility, peace } from '../pages/behaviour.ts';
import { noDesk } from '../world/clio-desk.ts';
import type { ClioRows, ClioUser, Region } from '../world/types.ts';
import { CLIO_APP, CLIO_TOKEN_US } from './credentials.ts';
import { SCOPES, type Scope } from './scopes.ts';

export interface Token {
  value: string;
  region: Region;
  userId: number;
  scopes: Scope[];
  /** Milliseconds since 1970. */
  expiresAt: number;
}
export interface RefreshToken extends Omit<Token, 'expiresAt'> {
  clientId: string;
}
export interface Code extends RefreshToken {
  redirectUri: string;
  expiresAt: number;
}

export interface ClioState {
  rows: ClioRows;
  tokens: Map<string, Token>;
  refreshTokens: Map<string, RefreshToken>;
  codes: Map<string, Code>;
  /** The developer app's access permissions, chosen in Clio's portal rather than in the request. */
  appScopes: Scope[];
  /** Who is signed in to the pages of a region. */
  signedIn: Partial<Record<Region, number>>;
  limit: Limit;
  page: Behaviour;
  hostile: Hostility;
  cspReports: unknown[];
  serial: number;
}

export interface ClioOptions {
  /** True: 50 calls a minute and token, as in peak hours [Clio's rate limit documentation]. Otherwise never met by chance. */
  strictLimits?: boolean;
}

export const PEAK_PER_MINUTE = 50;
const WIDE_PER_MINUTE = 5000;
const FAR_AWAY = 10 * 365 * 24 * 60 * 60 * 1000;

/** A fresh state over a copy of the rows. */
export function createState(clock: Clock, options: ClioOptions): ClioState {
  const max = options.strictLimits ? PEAK_PER_MINUTE : WIDE_PER_MINUTE;
  return {
    rows: structuredClone(EMPTY),
    tokens: new Map(),
    refreshTokens: new Map(),
    codes: new Map(),
    appScopes: [...SCOPES],
    signedIn: {},
    limit: fixedWindow(clock, { max, ms: 60_000 }),
    page: calmBehaviour(),
    hostile: peace(),
    cspReports: [],
    serial: 0,
  };
}

const EMPTY: ClioRows = {
  accounts: [],
  users: [],
  contacts: [],
  matters: [],
  relationships: [],
  tasks: [],
  notes: [],
  calendarEntries: [],
  calendars: [],
  customFields: [],
  reminders: [],
  ...noDesk(),
};

/** Puts rows into the state and drops whatever happened before: tokens, limits, page behaviours. */
export function seed(state: ClioState, rows: ClioRows, clock: Clock, options: ClioOptions): void {
  Object.assign(state, createState(clock, options), { rows: structuredClone(rows) });
  const first = firstUser(state, 'us');
  if (!first) return;
  const token: Token = {
    value: CLIO_TOKEN_US,
    region: 'us',
    userId: first.id,
    scopes: [...SCOPES],
    expiresAt: clock.now() + FAR_AWAY,
  };
  state.tokens.set(token.value, token);
  state.refreshTokens.set(`${CLIO_TOKEN_US}-refresh`, { ...token, clientId: CLIO_APP.clientId });
}

/** The first user of a region's first account. */
export function firstUser(state: ClioState, region: Region): ClioUser | undefined {
  const accounts = state.rows.accounts.filter((account) => account.region === region).map(({ id }) => id);
  return state.rows.users.find((user) => user.enabled && user.account_id === accounts[0]);
}

/** Who sits before the pages of a region: the one signed in, else the first user. */
export function pageUser(state: ClioState, region: Region): ClioUser | undefined {
  const signedIn = state.rows.users.find((user) => user.id === state.signedIn[region]);
  return signedIn ?? firstUser(state, region);
}

/** The next free id. Clio's ids are unique across regions in a world. */
export function nextId(state: ClioState): number {
  const { accounts: _, ...tables } = state.rows;
  const highest = Object.values(tables).flatMap((rows) => rows.map(({ id }) => id));
  const parts = state.rows.contacts.flatMap((contact) =>
    [contact.email_addresses, contact.phone_numbers, contact.addresses, contact.web_sites].flatMap((list) =>
      list.map(({ id }) => id),
    ),
  );
  state.serial = Math.max(state.serial, highest.reduce(max, 0), parts.reduce(max, 0)) + 1;
  return state.serial;
}
const max = (a: number, b: number) => Math.max(a, b);

/** Clio's times: ISO 8601, whole seconds. */
export function stamp(clock: Clock): string {
  return `${new Date(clock.now()).toISOString().slice(0, 19)}Z`;
}
