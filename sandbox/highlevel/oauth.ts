import { randomBytes } from 'node:crypto';
import type { Clock, Exchange, Reply } from '../exchange.ts';
import { ACCESS_SECONDS, type HlApp, type HlRefreshToken, type HlToken, REFRESH_MS } from './credentials.ts';
import { refuse, refuseWith } from './errors.ts';
import type { HlCall, HlRoute } from './route.ts';
import type { HighLevelState } from './state.ts';

type Form = Record<string, string | undefined>;
type Grant = Omit<HlRefreshToken, 'token' | 'expiresAt' | 'used'>;

/** Ends a token call with OAuth's error shape. The texts are those of the library the vendor's answers look like (a belief). */
function refuseOauth(status: number, error: string, description: string): never {
  return refuseWith({ status, body: { error, error_description: description } });
}

const secret = () => randomBytes(24).toString('hex');

/** `POST /oauth/token`: form-encoded, no Authorization, no Version. */
export function tokenReply(state: HighLevelState, clock: Clock, exchange: Exchange): Reply {
  const type = exchange.headers['content-type'] ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) {
    refuseOauth(400, 'invalid_request', 'Invalid request: content must be application/x-www-form-urlencoded');
  }
  const form = exchange.body as Form;
  const app = state.apps.find((row) => row.clientId === form.client_id && row.clientSecret === form.client_secret);
  if (!app) refuseOauth(401, 'invalid_client', 'Invalid client: client credentials are invalid');
  const grant = grantOf(state, clock, app, form);
  return { status: 200, body: issue(state, clock, grant) };
}

function grantOf(state: HighLevelState, clock: Clock, app: HlApp, form: Form): Grant {
  if (form.grant_type === 'authorization_code') return redeemCode(state, clock, app, form);
  if (form.grant_type === 'refresh_token') return redeemRefresh(state, clock, app, form);
  return refuseOauth(400, 'unsupported_grant_type', 'Unsupported grant type: `grant_type` is invalid');
}

function redeemCode(state: HighLevelState, clock: Clock, app: HlApp, form: Form): Grant {
  const found = state.codes.find((row) => row.code === form.code && row.clientId === app.clientId);
  // Single use: gone at the first try, also at a failing one.
  state.codes = state.codes.filter((row) => row !== found);
  if (!found) refuseOauth(400, 'invalid_grant', 'Invalid grant: authorization code is invalid');
  if (found.expiresAt <= clock.now()) refuseOauth(400, 'invalid_grant', 'Invalid grant: authorization code has expired');
  if (form.redirect_uri && form.redirect_uri !== found.redirectUri) {
    refuseOauth(400, 'invalid_grant', 'Invalid grant: redirect URI is invalid');
  }
  const location = state.rows.locations.find((row) => row.id === found.locationId);
  const user = state.rows.users.find((row) => row.locationIds.includes(found.locationId));
  const company = form.user_type === 'Company';
  return {
    clientId: app.clientId,
    userType: company ? 'Company' : 'Location',
    companyId: location?.companyId ?? '',
    locationId: company ? undefined : found.locationId,
    userId: user?.id ?? '',
    scopes: found.scopes,
  };
}

// Documented: "valid for a year unless they are used". The old one is dead at once; no grace period is promised.
function redeemRefresh(state: HighLevelState, clock: Clock, app: HlApp, form: Form): Grant {
  const found = state.refreshTokens.find((row) => row.token === form.refresh_token && row.clientId === app.clientId);
  if (!found || found.used) refuseOauth(400, 'invalid_grant', 'Invalid grant: refresh token is invalid');
  if (found.expiresAt <= clock.now()) refuseOauth(400, 'invalid_grant', 'Invalid grant: refresh token has expired');
  found.used = true;
  const { clientId, userType, companyId, locationId, userId, scopes } = found;
  return { clientId, userType, companyId, locationId, userId, scopes };
}

function issue(state: HighLevelState, clock: Clock, grant: Grant) {
  const { clientId, ...who } = grant;
  const access: HlToken = {
    ...who,
    token: secret(),
    kind: 'oauth',
    appId: clientId,
    expiresAt: clock.now() + ACCESS_SECONDS * 1000,
  };
  const refresh: HlRefreshToken = { ...grant, token: secret(), expiresAt: clock.now() + REFRESH_MS, used: false };
  state.tokens.push(access);
  state.refreshTokens.push(refresh);
  return {
    access_token: access.token,
    token_type: 'Bearer',
    expires_in: ACCESS_SECONDS,
    refresh_token: refresh.token,
    scope: grant.scopes.join(' '),
    userType: grant.userType,
    companyId: grant.companyId,
    ...(grant.locationId ? { locationId: grant.locationId } : {}),
    userId: grant.userId,
  };
}

/** An agency's token traded for one of its locations'. */
function locationToken(call: HlCall) {
  const { state, token, clock } = call;
  const { companyId, locationId } = call.body as { companyId: string; locationId: string };
  const location = state.rows.locations.find((row) => row.id === locationId && row.companyId === companyId);
  if (companyId !== token.companyId || !location) refuse(400, 'Location not found');
  const scopes = token.scopes.filter((scope) => !scope.startsWith('oauth.'));
  const access: HlToken = {
    ...token,
    token: secret(),
    kind: 'oauth',
    userType: 'Location',
    locationId,
    scopes,
    expiresAt: clock.now() + ACCESS_SECONDS * 1000,
  };
  state.tokens.push(access);
  const scope = scopes.join(' ');
  return {
    access_token: access.token,
    token_type: 'Bearer',
    expires_in: ACCESS_SECONDS,
    scope,
    locationId,
    userId: token.userId,
  };
}

export const oauthRoutes: HlRoute[] = [
  {
    spec: 'oauth',
    id: 'highlevel.location-token',
    method: 'POST',
    path: '/oauth/locationToken',
    version: '2021-07-28',
    scope: 'oauth.write',
    access: 'agency',
    body: { companyId: { kind: 'string', required: true }, locationId: { kind: 'string', required: true } },
    handle: locationToken,
  },
];
