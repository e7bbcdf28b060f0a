// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { HL_AGENCY_TOKEN, HL_APP } from '../../sandbox/highlevel/credentials.ts';
import { A, B, MARY, setUp } from './sandbox-highlevel-rows.ts';

const get = `/contacts/${MARY}`;
const create = (email: string) => ({ body: { locationId: A, firstName: 'X', email } });

describe('sign-in', () => {
  const redirect = 'https://abcdefghijklmnop.chromiumapp.org/highlevel';
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const asked = {
    response_type: 'code',
    client_id: HL_APP.clientId,
    redirect_uri: redirect,
    scope: 'contacts.readonly',
    state: 's"1',
  };
  const host = 'marketplace.gohighlevel.com';

  function signIn() {
    const parts = setUp();
    const decide = (decision: string, more = {}) =>
      parts.ask('GET', '/oauth/chooselocation/decide', { host, query: { ...asked, decision, locationId: A, ...more } });
    const token = (more: Record<string, string>) =>
      parts.ask('POST', '/oauth/token', {
        headers: form,
        token: null,
        version: null,
        body: { client_id: HL_APP.clientId, client_secret: HL_APP.clientSecret, ...more },
      });
    const code = () => new URL(decide('connect').headers.location!).searchParams.get('code')!;
    const first = () =>
      token({ grant_type: 'authorization_code', code: code(), user_type: 'Location', redirect_uri: redirect }).body;
    return { ...parts, decide, token, code, first };
  }

  test('the consent page lists the sub-accounts and the scopes in words, and escapes what it is given', () => {
    const { ask } = signIn();
    for (const path of ['/v2/oauth/chooselocation', '/oauth/chooselocation']) {
      const { status, body } = ask('GET', path, { host, query: asked });
      expect(status).toBe(200);
      expect(body).toContain(`data-location-id="${A}"`);
      expect(body).toContain(`data-location-id="${B}"`);
      expect(body).toContain('View contacts');
      expect(body).toContain('value="s&quot;1"');
    }
  });

  test.each([
    [{ client_id: 'nobody' }, /No app/],
    [{ redirect_uri: 'https://evil.example/x.chromiumapp.org/' }, /redirect URL/],
    [{ redirect_uri: 'https://evil.example/?.chromiumapp.org/' }, /redirect URL/],
    [{ scope: 'payments/orders.write' }, /scopes/],
    [{ response_type: 'token' }, /response type/],
  ])('the consent page refuses %j on a page, with no redirect', (wrong, words) => {
    const { ask, decide } = signIn();
    const page = ask('GET', '/v2/oauth/chooselocation', { host, query: { ...asked, ...wrong } });
    expect(page.status).toBe(400);
    expect(page.body).toMatch(words);
    expect(decide('connect', wrong)).toMatchObject({ status: 400 });
  });

  test('cancel goes back with access_denied and the state', () => {
    const back = new URL(signIn().decide('cancel').headers.location!);
    expect(Object.fromEntries(back.searchParams)).toEqual({ error: 'access_denied', state: 's"1' });
  });

  test('a code gives tokens for the chosen location and scopes, once', () => {
    const { ask, token, code } = signIn();
    const grant = { grant_type: 'authorization_code', code: code(), user_type: 'Location', redirect_uri: redirect };
    const { body } = token(grant);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 86_399,
      userType: 'Location',
      locationId: A,
      scope: 'contacts.readonly',
    });
    expect(ask('GET', get, { token: body.access_token }).status).toBe(200);
    expect(ask('POST', '/contacts/', { token: body.access_token, ...create('q@example.com') }).status).toBe(401);
    expect(token(grant)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  test('a code dies after ten minutes, with a wrong secret nothing is given, and JSON is no form', () => {
    const { ask, token, code, wait } = signIn();
    const old = code();
    wait(600_000);
    expect(token({ grant_type: 'authorization_code', code: old }).body.error).toBe('invalid_grant');
    expect(token({ client_secret: 'x', grant_type: 'authorization_code', code: code() }).body.error).toBe('invalid_client');
    expect(token({ grant_type: 'password' }).body.error).toBe('unsupported_grant_type');
    const json = ask('POST', '/oauth/token', { headers: { 'content-type': 'application/json' }, body: { code: code() } });
    expect(json).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });

  test('a refresh rotates: the old refresh token is dead at once, the new one works', () => {
    const { ask, token, first } = signIn();
    const one = first();
    const two = token({ grant_type: 'refresh_token', refresh_token: one.refresh_token, user_type: 'Location' }).body;
    expect(two.refresh_token).not.toBe(one.refresh_token);
    expect(ask('GET', get, { token: two.access_token }).status).toBe(200);
    expect(token({ grant_type: 'refresh_token', refresh_token: one.refresh_token })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    expect(token({ grant_type: 'refresh_token', refresh_token: two.refresh_token }).status).toBe(200);
  });

  test('an access token dies after a day, at expireTokens and at revokeToken', () => {
    const { ask, token, first, wait, control } = signIn();
    const one = first();
    wait(86_398_000);
    expect(ask('GET', get, { token: one.access_token }).status).toBe(200);
    wait(1_000);
    expect(ask('GET', get, { token: one.access_token }).status).toBe(401);
    const two = token({ grant_type: 'refresh_token', refresh_token: one.refresh_token }).body;
    control.expireTokens!({});
    expect(ask('GET', get, { token: two.access_token }).status).toBe(401);
    const three = token({ grant_type: 'refresh_token', refresh_token: two.refresh_token }).body;
    control.revokeToken!({ token: three.access_token });
    expect(ask('GET', get, { token: three.access_token }).status).toBe(401);
    expect(token({ grant_type: 'refresh_token', refresh_token: three.refresh_token }).body.error).toBe('invalid_grant');
  });

  test('the agency token is traded for a location token', () => {
    const { ask } = signIn();
    const body = { companyId: 'comp00000000000000AA', locationId: B };
    const { access_token } = ask('POST', '/oauth/locationToken', { token: HL_AGENCY_TOKEN, headers: form, body }).body;
    expect(ask('GET', `/locations/${B}`, { token: access_token }).body.location.id).toBe(B);
    expect(ask('GET', `/locations/${A}`, { token: access_token }).status).toBe(403);
  });
});
