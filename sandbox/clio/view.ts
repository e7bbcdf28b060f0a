import type { Call, Clock, Exchange } from '../exchange.ts';
import { noDesk } from '../world/clio-desk.ts';
import type { ClioAccount, ClioDeskRows, ClioRows, ClioUser, Region } from '../world/types.ts';
import { badRequest, forbidden, oauthRefusal } from './refusal.ts';
import { CLIO_HOSTS, regionOf } from './regions.ts';
import { type Area, allows } from './scopes.ts';
import type { Look } from './shapes.ts';
import type { ClioState, Token } from './state.ts';

/** What one caller may see, and who that is. `rows` holds the account's rows only; `state.rows` is everything. */
export interface View extends Look {
  state: ClioState;
  clock: Clock;
  user: ClioUser;
  account: ClioAccount;
  region: Region;
}

/** One API call with its view. */
export interface ApiCall extends Call<ClioState> {
  view: View;
}

/** The bearer token of a request, if there is one. */
export function bearer(exchange: Exchange): string | undefined {
  return /^Bearer (\S+)$/i.exec(exchange.headers.authorization ?? '')?.[1];
}

const badToken = () =>
  oauthRefusal(401, 'invalid_token', 'The access token provided is expired, revoked, malformed or invalid for other reasons.');

/** The token of a call. Unknown, expired, or of another region: 401, which is how a token meets a region it does not belong to. */
export function readToken(state: ClioState, clock: Clock, exchange: Exchange): Token {
  const value = bearer(exchange);
  if (!value) throw oauthRefusal(401, 'unauthorized', 'An access token is required.');
  const token = state.tokens.get(value);
  if (!token || token.expiresAt <= clock.now() || token.region !== regionOf(exchange.host)) throw badToken();
  return token;
}

/** Throws 403 when the token's permissions do not reach. */
export function demand(token: Token, areas: readonly Area[], access: 'read' | 'write'): void {
  if (!allows(token.scopes, areas, access)) throw forbidden('User is forbidden from taking that action');
}

/** The view of a user. */
export function viewOf(state: ClioState, clock: Clock, userId: number): View {
  const user = state.rows.users.find(({ id }) => id === userId);
  const account = state.rows.accounts.find(({ id }) => id === user?.account_id);
  if (!user || !account || !user.enabled) throw badToken();
  return { state, clock, user, account, region: account.region, rows: rowsOf(state.rows, account) };
}

type Mine = <T extends { account_id: number }>(list: T[]) => T[];
function deskOf(rows: ClioRows, mine: Mine): ClioDeskRows {
  const tables = Object.keys(noDesk()) as (keyof ClioDeskRows)[];
  return Object.fromEntries(
    tables.map((name) => [name, mine(rows[name] as { account_id: number }[])]),
  ) as unknown as ClioDeskRows;
}

function rowsOf(rows: ClioRows, account: ClioAccount): ClioRows {
  const mine = <T extends { account_id: number }>(list: T[]) => list.filter((row) => row.account_id === account.id);
  const matters = mine(rows.matters);
  const matterIds = new Set(matters.map(({ id }) => id));
  return {
    accounts: [account],
    users: mine(rows.users),
    contacts: mine(rows.contacts),
    matters,
    relationships: rows.relationships.filter((row) => matterIds.has(row.matter_id)),
    tasks: mine(rows.tasks),
    notes: mine(rows.notes),
    calendarEntries: mine(rows.calendarEntries),
    calendars: mine(rows.calendars),
    customFields: mine(rows.customFields),
    reminders: mine(rows.reminders ?? []),
    ...deskOf(rows, mine),
  };
}

/** A numeric id from the path. */
export function idParam(call: ApiCall, name = 'id'): number {
  const text = call.params[name] ?? '';
  if (!/^\d+$/.test(text)) throw badRequest(`${name} must be a number`);
  return Number(text);
}

/** Full address of an API path, on the host the caller used. */
export const apiUrl = (view: View, path: string, query: URLSearchParams) =>
  `https://${CLIO_HOSTS[view.region]}${path}${query.size ? `?${query}` : ''}`;
