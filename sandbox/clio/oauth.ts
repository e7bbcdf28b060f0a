import { createHash } from 'node:crypto';
import type { Call, Clock, Reply, Route } from '../exchange.ts';
import type { Region } from '../world/types.ts';
import { consentPage, declinedPage, refusedPage } from './consent.ts';
import { ACCESS_SECONDS, CLIO_APP, CLIO_REDIRECTS } from './credentials.ts';
import { oauthRefusal } from './refusal.ts';
import { regionOf } from './regions.ts';
import { type ClioState, type Code, pageUser, type RefreshToken, type Token } from './state.ts';
import { bearer } from './view.ts';

const CODE_MS = 10 * 60 * 1000;

/** A new opaque value. Counted rather than random, so that a run can be repeated. */
function mint(state: ClioState, kind: string, region: Region): string {
  state.serial += 1;
  const digest = createHash('sha256').update(`${kind}:${region}:${state.serial}`).digest('base64url');
  return `${state.serial}-${digest}`;
}

/** Gives out an access token. */
export function issueToken(
  state: ClioState,
  clock: Clock,
  grant: Omit<Token, 'value' | 'expiresAt'>,
  seconds = ACCESS_SECONDS,
): Token {
  const { region, userId, scopes } = grant;
  const token = { value: mint(state, 'access', region), region, userId, scopes, expiresAt: clock.now() + seconds * 1000 };
  state.tokens.set(token.value, token);
  return token;
}

/** Gives out a refresh token: reusable, without an end [Clio's authorization documentation]. */
export function issueRefreshToken(state: ClioState, grant: Omit<RefreshToken, 'value'>): RefreshToken {
  const { region, userId, scopes, clientId } = grant;
  const token = { value: mint(state, 'refresh', region), region, userId, scopes, clientId };
  state.refreshTokens.set(token.value, token);
  return token;
}

type Form = Record<string, string | undefined>;
const formOf = (call: Call<ClioState>): Form => (typeof call.body === 'object' && call.body !== null ? (call.body as Form) : {});
const registered = (uri: string | null | undefined) => CLIO_REDIRECTS.some((pattern) => pattern.test(uri ?? ''));

/** The consent page. A wrong app or redirect address is shown to the person and never redirected to. */
function authorize(call: Call<ClioState>): Reply {
  const region = regionOf(call.host)!;
  const asked = Object.fromEntries(call.query) as Form;
  if (asked.client_id !== CLIO_APP.clientId) return refusedPage(401, 'This application is not known in this region.');
  if (!registered(asked.redirect_uri)) return refusedPage(400, 'The redirect address is not registered for this application.');
  if (asked.response_type !== 'code') return back(asked, { error: 'unsupported_response_type' });
  const user = pageUser(call.state, region);
  const account = call.state.rows.accounts.find(({ id }) => id === user?.account_id);
  if (!user || !account) return refusedPage(403, 'Nobody has an account in this region.');
  return consentPage({ user, account, scopes: call.state.appScopes, asked });
}

/**
 * The pressed button: back to the app with a code, or with `access_denied`. The latter only when the app asked for it with
 * `redirect_on_decline=true` [Clio's authorization documentation]; the older support article knows no such condition.
 */
function decide(call: Call<ClioState>): Reply {
  const region = regionOf(call.host)!;
  const form = formOf(call);
  if (form.client_id !== CLIO_APP.clientId || !registered(form.redirect_uri))
    return refusedPage(400, 'The request has gone stale.');
  if (form.decision !== 'allow') {
    return form.redirect_on_decline === 'true' ? back(form, { error: 'access_denied' }) : declinedPage();
  }
  const user = pageUser(call.state, region)!;
  const code: Code = {
    ...{ value: mint(call.state, 'code', region), region, userId: user.id, scopes: [...call.state.appScopes] },
    ...{ clientId: form.client_id, redirectUri: form.redirect_uri ?? '', expiresAt: call.clock.now() + CODE_MS },
  };
  call.state.codes.set(code.value, code);
  return back(form, { code: code.value });
}

function back(form: Form, result: Record<string, string>): Reply {
  const url = new URL(form.redirect_uri ?? '');
  for (const [name, value] of Object.entries(result)) url.searchParams.set(name, value);
  if (form.state) url.searchParams.set('state', form.state);
  return { status: 302, headers: { location: url.href, 'cache-control': 'no-store' }, body: '' };
}

/** Exchanges a code, or a refresh token, for an access token. */
function token(call: Call<ClioState>): Reply {
  const form = formOf(call);
  if (form.client_id !== CLIO_APP.clientId || form.client_secret !== CLIO_APP.clientSecret) {
    throw oauthRefusal(401, 'invalid_client', 'Client authentication failed.');
  }
  if (form.grant_type === 'authorization_code') return exchangeCode(call, form);
  if (form.grant_type === 'refresh_token') return refresh(call, form);
  throw oauthRefusal(400, 'unsupported_grant_type', 'The grant type is not supported.');
}

const invalidGrant = () =>
  oauthRefusal(
    400,
    'invalid_grant',
    'The provided authorization grant is invalid, expired, revoked, or was issued to another client.',
  );

function exchangeCode(call: Call<ClioState>, form: Form): Reply {
  const code = call.state.codes.get(form.code ?? '');
  // One use only, and a failed one counts: a code that was seen with a wrong address has leaked.
  call.state.codes.delete(form.code ?? '');
  if (!code || code.expiresAt <= call.clock.now() || code.region !== regionOf(call.host)) throw invalidGrant();
  if (code.redirectUri !== form.redirect_uri) throw invalidGrant();
  const refreshToken = issueRefreshToken(call.state, code);
  return tokenReply(issueToken(call.state, call.clock, code), refreshToken.value);
}

// Doubt: whether a refresh answers the refresh token once more. It does not rotate, so the sandbox leaves it out:
// a client that stores `undefined` over its old one is found here rather than at a customer's.
function refresh(call: Call<ClioState>, form: Form): Reply {
  const old = call.state.refreshTokens.get(form.refresh_token ?? '');
  if (!old || old.region !== regionOf(call.host)) throw invalidGrant();
  return tokenReply(issueToken(call.state, call.clock, old));
}

function tokenReply(access: Token, refreshToken?: string): Reply {
  const body = { token_type: 'bearer', access_token: access.value, expires_in: ACCESS_SECONDS };
  return {
    status: 200,
    headers: { 'cache-control': 'no-store' },
    body: refreshToken ? { ...body, refresh_token: refreshToken } : body,
  };
}

/** Ends the app's access for the token's user: the access token and its refresh tokens. */
function deauthorize(call: Call<ClioState>): Reply {
  const value = bearer(call) ?? '';
  const found = call.state.tokens.get(value);
  if (!found || found.region !== regionOf(call.host)) throw oauthRefusal(401, 'invalid_token', 'The access token is not known.');
  revokeUser(call.state, found);
  return { status: 200, body: {} };
}

/** Takes all tokens of one user in one region away. */
export function revokeUser(state: ClioState, who: { region: Region; userId: number }): void {
  for (const held of [state.tokens, state.refreshTokens]) {
    for (const [value, entry] of held) if (entry.region === who.region && entry.userId === who.userId) held.delete(value);
  }
}

export const OAUTH_ROUTES: Route<ClioState>[] = [
  { id: 'clio.oauth.authorize', method: 'GET', path: '/oauth/authorize', handle: authorize },
  { id: 'clio.oauth.decide', method: 'POST', path: '/oauth/authorize', handle: decide },
  { id: 'clio.oauth.token', method: 'POST', path: '/oauth/token', handle: token },
  { id: 'clio.oauth.deauthorize', method: 'POST', path: '/oauth/deauthorize', handle: deauthorize },
];
