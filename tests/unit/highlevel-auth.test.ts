import { describe, expect, test } from 'vitest';
import { HIGHLEVEL_SCOPES, highlevelProvider } from '../../lib/highlevel/auth.ts';
import { HIGHLEVEL_ENDPOINTS } from '../../lib/highlevel/endpoints.ts';
import { HIGHLEVEL_RIGHTS, NO_CONTACT, NO_ITEM, verdict } from '../../lib/highlevel/rights.ts';
import { AppError, type ErrorCode } from '../../lib/model/errors.ts';

const KEYS = { clientId: 'id', clientSecret: 'secret', redirectUri: 'https://x.chromiumapp.org/highlevel' };

describe('signing in to HighLevel', () => {
  test('asks at the consent page, and the secret stays at home', () => {
    const url = new URL(highlevelProvider.consentUrl({ ...KEYS, state: 'S' }));
    expect(url.origin + url.pathname).toBe('https://marketplace.gohighlevel.com/v2/oauth/chooselocation');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      redirect_uri: KEYS.redirectUri,
      client_id: 'id',
      scope: HIGHLEVEL_SCOPES.join(' '),
      state: 'S',
      loginWindowOpenMode: 'self',
    });
  });

  test('asks for every scope an endpoint needs, reading first, and for no other', () => {
    expect([...HIGHLEVEL_SCOPES].sort()).toEqual([...new Set(HIGHLEVEL_ENDPOINTS.map((one) => one.scope))].sort());
    const writes = HIGHLEVEL_SCOPES.map((scope) => scope.endsWith('.write'));
    expect(writes).toEqual([...writes].sort());
  });

  test('exchanges and refreshes as a sub-account', () => {
    expect(highlevelProvider.exchange({ ...KEYS, code: 'C' })).toEqual({
      url: 'https://services.leadconnectorhq.com/oauth/token',
      form: {
        client_id: 'id',
        client_secret: 'secret',
        grant_type: 'authorization_code',
        code: 'C',
        user_type: 'Location',
        redirect_uri: KEYS.redirectUri,
      },
    });
    expect(highlevelProvider.refresh({ ...KEYS, refreshToken: 'R' }).form).toMatchObject({
      grant_type: 'refresh_token',
      refresh_token: 'R',
      user_type: 'Location',
    });
  });

  const good = {
    access_token: 'A',
    refresh_token: 'R',
    expires_in: 86399,
    scope: 'contacts.readonly',
    userType: 'Location',
    locationId: 'LOC1',
  };
  test('reads the tokens', () => {
    expect(highlevelProvider.read(200, JSON.stringify(good))).toEqual({
      accessToken: 'A',
      refreshToken: 'R',
      expiresIn: 86399,
      scope: 'contacts.readonly',
      locationId: 'LOC1',
      userType: 'Location',
    });
  });

  test.each<[string, number, string, ErrorCode]>([
    ['an agency token', 200, JSON.stringify({ ...good, locationId: undefined, userType: 'Company' }), 'sign-in-refused'],
    [
      'a used refresh token',
      400,
      '{"error":"invalid_grant","error_description":"Invalid grant: refresh token is invalid"}',
      'refresh-refused',
    ],
    ['a wrong secret', 401, '{"error":"invalid_client","error_description":"bad"}', 'bad-credentials'],
    ['a page in front of the API', 200, '<html>', 'bad-answer'],
    ['a broken server', 503, '', 'server-error'],
    ['too many calls', 429, '{}', 'rate-limited'],
  ])('%s is an error, returned and not thrown', (_, status, text, code) => {
    expect(highlevelProvider.read(status, text)).toMatchObject({ code });
  });

  test('never quotes an answer that may hold tokens', () => {
    const error = highlevelProvider.read(200, '{"access_token":"canary","expires_in":"soon"}') as AppError;
    expect(JSON.stringify(error.facts)).not.toContain('canary');
  });
});

describe('the permission check of HighLevel', () => {
  test('never creates and never deletes, and writes only to records that cannot exist, with bodies that mean nothing', () => {
    for (const probe of HIGHLEVEL_RIGHTS.filter((one) => one.access === 'write')) {
      const { endpoint, params, body } = probe.request('LOC1');
      expect(endpoint.method).toBe('PUT');
      expect([NO_CONTACT, NO_ITEM]).toContain(Object.values(params ?? {})[0]);
      for (const value of Object.values(body as object)) expect(value).toEqual({ permission: 'check' });
    }
    for (const probe of HIGHLEVEL_RIGHTS.filter((one) => one.access === 'read'))
      expect(probe.request('LOC1').endpoint.access).toBe('read');
  });

  test('covers every scope that is asked for', () => {
    expect(new Set(HIGHLEVEL_RIGHTS.map((one) => one.scope))).toEqual(new Set(HIGHLEVEL_SCOPES));
  });

  test.each<[ErrorCode, number | undefined, string, string]>([
    ['invalid-request', 422, 'granted', '422 refused as invalid'],
    ['not-found', 400, 'granted', '400 no such record'],
    ['precondition-failed', 412, 'granted', '412 refused as outdated'],
    ['missing-scope', 401, 'missing', '401 not for this scope'],
    ['wrong-location', 403, 'missing', '403 not for this location'],
    ['server-error', 503, 'unknown', '503 server-error'],
    ['network-lost', undefined, 'unknown', 'network-lost'],
    ['invalid-request', undefined, 'unknown', 'not sent'],
    ['signed-out', 401, 'unknown', '401 signed-out'],
  ])('%s with %s proves: %s', (code, status, state, proof) => {
    expect(verdict({ error: new AppError(code, { status }) })).toEqual({ state, proof });
  });

  test('a good answer proves the right', () => {
    expect(verdict({ status: 200 })).toEqual({ state: 'granted', proof: '200' });
  });
});
