import { describe, expect, test } from 'vitest';
import { clioProvider } from '../../lib/clio/auth.ts';
import { phoneCountryOf } from '../../lib/clio/regions.ts';
import { CLIO_RIGHTS, NO_RECORD } from '../../lib/clio/rights.ts';
import { REGIONS } from '../../lib/model/subject.ts';

describe('signing in to Clio', () => {
  const keys = { clientId: 'id', clientSecret: 'secret', redirectUri: 'https://x.chromiumapp.org/clio' };
  test('happens in the chosen region', () => {
    const hosts = REGIONS.map((region) => new URL(clioProvider.consentUrl({ ...keys, region, state: 'S' })).host);
    expect(hosts).toEqual(['app.clio.com', 'eu.app.clio.com', 'ca.app.clio.com', 'au.app.clio.com']);
    expect(REGIONS.map(phoneCountryOf)).toEqual(['US', 'GB', 'CA', 'AU']);
    expect(clioProvider.exchange({ ...keys, region: 'eu', code: 'C' })).toEqual({
      url: 'https://eu.app.clio.com/oauth/token',
      form: {
        client_id: 'id',
        client_secret: 'secret',
        grant_type: 'authorization_code',
        code: 'C',
        redirect_uri: keys.redirectUri,
      },
    });
    expect(clioProvider.consentUrl({ ...keys, region: 'us', state: 'S' })).not.toContain('secret');
  });
  test('a refresh answers without a new refresh token', () => {
    expect(clioProvider.read(200, '{"access_token":"A","expires_in":2592000,"token_type":"bearer"}')).toMatchObject({
      accessToken: 'A',
      refreshToken: undefined,
      expiresIn: 2_592_000,
    });
    expect(clioProvider.read(400, '{"error":"invalid_grant"}')).toMatchObject({ code: 'refresh-refused' });
  });
});

test("Clio's permission check changes only what cannot exist, under an ETag nothing has", () => {
  for (const probe of CLIO_RIGHTS.filter((one) => one.access === 'write')) {
    expect(probe.request('')).toMatchObject({
      endpoint: { method: 'PATCH' },
      params: { id: NO_RECORD },
      ifMatch: '"rankr-permission-check"',
    });
  }
});
