import { describe, expect, it } from 'vitest';
import { CLIO_APP, CLIO_TOKEN_US as token } from '../../sandbox/clio/credentials.ts';
import type { Reply } from '../../sandbox/exchange.ts';
import { smallClio } from './sandbox-clio-rows.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests read answers freely.
const body = (reply: Reply): any => reply.body;
const EU = 'https://eu.app.clio.com/api/v4';
const WHO = '/api/v4/users/who_am_i.json';

describe('regions and rights', () => {
  it('shows each region its own rows, and a token belongs to one region', () => {
    const { call, clio } = smallClio();
    const eu = (clio.control.issueToken!({ region: 'eu' }) as { access_token: string }).access_token;
    expect(body(call('GET', `${EU}/contacts.json?fields=name`, { token: eu })).data).toEqual([{ name: 'Jonas Weber' }]);
    expect(call('GET', `${EU}/contacts/101.json`, { token: eu }).status).toBe(404);
    expect(call('GET', '/api/v4/contacts.json', { token: eu }).status).toBe(401);
    expect(call('GET', `${EU}/contacts.json`, { token }).status).toBe(401);
  });
  it('answers a missing right with 403 in the API shape, and a bad token with 401 in the OAuth shape', () => {
    const { call, clio } = smallClio();
    const issued = clio.control.issueToken!({ region: 'us', scopes: ['contacts:read'] }) as { access_token: string };
    const reader = issued.access_token;
    expect(call('GET', '/api/v4/contacts/101.json', { token: reader }).status).toBe(200);
    expect(call('GET', '/api/v4/tasks.json', { token: reader })).toMatchObject({
      status: 403,
      body: { error: { type: 'Forbidden' } },
    });
    expect(call('PATCH', '/api/v4/contacts/101.json', { token: reader, body: { data: { title: 'X' } } }).status).toBe(403);
    // Seeing a matter's client takes both rights.
    expect(call('GET', '/api/v4/matters/301/client.json', { token: reader }).status).toBe(403);
    expect(call('GET', WHO, { token: 'nonsense' })).toMatchObject({ status: 401, body: { error: 'invalid_token' } });
    clio.control.expireTokens!({});
    expect(call('GET', WHO, { token }).status).toBe(401);
  });
  it('expires a token by the clock and forgets a revoked one', () => {
    const { call, clio, clock } = smallClio();
    const { access_token } = clio.control.issueToken!({ region: 'us', expiresIn: 60 }) as { access_token: string };
    expect(call('GET', WHO, { token: access_token }).status).toBe(200);
    clock.advance(60_000);
    expect(call('GET', WHO, { token: access_token }).status).toBe(401);
    clio.control.revokeToken!({ token });
    expect(call('GET', WHO, { token }).status).toBe(401);
  });
  it('answers the version asked for, 410 for one it never had, 404 and 405 off the map', () => {
    const { call } = smallClio();
    expect(call('GET', WHO, { token }).headers!['x-api-version']).toBe('4.0.9');
    expect(call('GET', WHO, { token, headers: { 'x-api-version': '4.0.10' } }).headers!['x-api-version']).toBe('4.0.10');
    expect(call('GET', WHO, { token, headers: { 'x-api-version': '5' } }).status).toBe(410);
    expect(call('GET', '/api/v4/nonsense.json', { token }).status).toBe(404);
    expect(call('GET', '/api/v4/contacts/101', { token }).status).toBe(404);
    expect(call('DELETE', '/api/v4/contacts.json', { token }).status).toBe(405);
  });
});

describe('rate limit', () => {
  it('lets 50 calls a minute through, counts down in the headers, then says how long to wait', () => {
    const { call, clock } = smallClio({ strictLimits: true });
    const first = call('GET', WHO, { token });
    expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '50', 'x-ratelimit-remaining': '49' });
    for (let n = 0; n < 49; n += 1) call('GET', WHO, { token });
    clock.advance(20_000);
    const refused = call('GET', WHO, { token });
    expect(refused.status).toBe(429);
    expect(refused.headers).toMatchObject({ 'retry-after': '40', 'x-ratelimit-remaining': '0' });
    expect(Number(refused.headers!['x-ratelimit-reset']) * 1000).toBe(clock.now() + 40_000);
    clock.advance(40_000);
    expect(call('GET', WHO, { token }).status).toBe(200);
  });
  it('can be set, and used up from outside', () => {
    const { call, clio } = smallClio();
    clio.control.setLimits!({ perMinute: 10, used: 9 });
    expect(call('GET', WHO, { token }).headers!['x-ratelimit-remaining']).toBe('0');
    expect(call('GET', WHO, { token }).status).toBe(429);
  });
});

describe('OAuth', () => {
  const redirect_uri = 'https://abcdefghijklmnop.chromiumapp.org/clio';
  const client = { client_id: CLIO_APP.clientId, client_secret: CLIO_APP.clientSecret };
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: CLIO_APP.clientId,
    redirect_uri,
    state: 's1',
    redirect_on_decline: 'true',
  });
  const exchange = (code: string | null, extra: object = {}) => ({
    body: { ...client, grant_type: 'authorization_code', code, redirect_uri, ...extra },
  });
  const allow = (call: ReturnType<typeof smallClio>['call'], decision = 'allow', host = 'app.clio.com') => {
    const form = { ...Object.fromEntries(asked), decision };
    return new URL(call('POST', `https://${host}/oauth/authorize`, { body: form }).headers!.location!);
  };

  it('shows who lets what in, and answers a code with the state', () => {
    const { call } = smallClio();
    const page = call('GET', `/oauth/authorize?${asked}`);
    expect(page.body).toContain('Harbour &#38; Lane Law');
    expect(page.body).toMatch(/id="allow"[\s\S]*Allow access/);
    expect(page.body).toContain('id="decline"');
    const back = allow(call);
    expect(back.origin + back.pathname).toBe(redirect_uri);
    expect(back.searchParams.get('state')).toBe('s1');
    expect(back.searchParams.get('code')).toBeTruthy();
    expect(allow(call, 'decline').searchParams.get('error')).toBe('access_denied');
    expect(page.body).toContain('name="redirect_on_decline" value="true"');
    const untold = { ...Object.fromEntries(asked), decision: 'decline', redirect_on_decline: '' };
    expect(call('POST', '/oauth/authorize', { body: untold }).headers!.location).toBeUndefined();
  });
  it('never redirects to an address or for an app it does not know', () => {
    const { call } = smallClio();
    for (const [name, value] of [
      ['redirect_uri', 'https://evil.example/x'],
      ['redirect_uri', 'https://a.chromiumapp.org.evil.example/'],
      ['client_id', 'other'],
    ] as const) {
      const query = new URLSearchParams(asked);
      query.set(name, value);
      const reply = call('GET', `/oauth/authorize?${query}`);
      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.headers!.location).toBeUndefined();
    }
  });
  it('takes a code once, for thirty days of access, and a refresh token again and again', () => {
    const { call, clock } = smallClio();
    const code = allow(call).searchParams.get('code');
    const first = call('POST', '/oauth/token', exchange(code));
    expect(body(first)).toMatchObject({ token_type: 'bearer', expires_in: 2_592_000 });
    expect(call('GET', WHO, { token: body(first).access_token }).status).toBe(200);
    expect(call('POST', '/oauth/token', exchange(code))).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    clock.advance(2_592_000_000);
    expect(call('GET', WHO, { token: body(first).access_token }).status).toBe(401);
    const refresh = { body: { ...client, grant_type: 'refresh_token', refresh_token: body(first).refresh_token } };
    const renewed = [call('POST', '/oauth/token', refresh), call('POST', '/oauth/token', refresh)];
    for (const reply of renewed) expect(call('GET', WHO, { token: body(reply).access_token }).status).toBe(200);
  });
  it('refuses a wrong secret, address, region, an old code and an unknown grant', () => {
    const { call, clock } = smallClio();
    const code = () => allow(call).searchParams.get('code');
    const status = (sent: object, host = 'app.clio.com') => call('POST', `https://${host}/oauth/token`, sent).status;
    expect(status(exchange(code(), { client_secret: 'no' }))).toBe(401);
    expect(status(exchange(code(), { redirect_uri: 'https://other.chromiumapp.org/' }))).toBe(400);
    expect(status(exchange(code()), 'eu.app.clio.com')).toBe(400);
    expect(status(exchange(code(), { grant_type: 'password' }))).toBe(400);
    const old = code();
    clock.advance(11 * 60_000);
    expect(status(exchange(old))).toBe(400);
  });
  it('ends access on deauthorize, refresh token included', () => {
    const { call } = smallClio();
    const granted = body(call('POST', '/oauth/token', exchange(allow(call).searchParams.get('code'))));
    expect(call('POST', '/oauth/deauthorize', { token: granted.access_token }).status).toBe(200);
    expect(call('GET', WHO, { token: granted.access_token }).status).toBe(401);
    const refresh = { body: { ...client, grant_type: 'refresh_token', refresh_token: granted.refresh_token } };
    expect(call('POST', '/oauth/token', refresh)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });
});
