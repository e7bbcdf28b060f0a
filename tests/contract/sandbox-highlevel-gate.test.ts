// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { HL_AGENCY_TOKEN, HL_PIT_READONLY, HL_PIT_SECOND } from '../../sandbox/highlevel/credentials.ts';
import { A, B, MARY, OTHER, setUp } from './sandbox-highlevel-rows.ts';

const get = `/contacts/${MARY}`;

describe('the gate', () => {
  test.each([
    ['no Authorization', { token: null }, 401, 'Invalid JWT'],
    ['an unknown private token', { token: 'pit-00000000-0000-4000-8000-000000000000' }, 401, 'Invalid Private Integration token'],
    ['an unknown access token', { token: 'deadbeef' }, 401, 'Invalid JWT'],
    ['no Version', { version: null }, 401, 'version header was not found.'],
    ['a version of another product', { version: '2021-04-15' }, 401, 'version header is invalid'],
    ['a token of another location', { token: HL_PIT_SECOND }, 403, 'The token does not have access to this location.'],
    ['the agency token', { token: HL_AGENCY_TOKEN }, 401, "Token's user type mismatch!"],
  ])('%s is refused', (_, ask, status, message) => {
    const reply = setUp().ask('GET', get, ask);
    expect(reply.status).toBe(status);
    expect(reply.body).toMatchObject({ statusCode: status, message });
    expect(reply.body.traceId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a read-only token is refused every write, whether or not the body is good', () => {
    const { ask } = setUp();
    for (const body of [{ locationId: A, firstName: 'X' }, { nonsense: 1 }]) {
      const reply = ask('POST', '/contacts/', { token: HL_PIT_READONLY, body });
      expect(reply).toMatchObject({ status: 401, body: { message: 'The token is not authorized for this scope.' } });
    }
    // The other way round: with the right, a bad body is 422. The permission check of the extension rests on this pair.
    expect(ask('POST', '/contacts/', { body: { locationId: A, nonsense: 1 } }).status).toBe(422);
  });

  test('a contact of another location is 403, an unknown one 400 or, when told so, 404', () => {
    const { ask, control } = setUp();
    expect(ask('GET', `/contacts/${OTHER}`).status).toBe(403);
    expect(ask('GET', '/contacts/nobody')).toMatchObject({ status: 400, body: { message: 'Contact not found' } });
    control.setMissingStatus!({ status: 404 });
    expect(ask('GET', '/contacts/nobody').status).toBe(404);
    expect(ask('POST', '/contacts/', { body: { locationId: B } }).status).toBe(403);
  });

  test('unknown properties, wrong kinds and bad dates are 422 with a list of messages', () => {
    const { ask } = setUp();
    const task = { title: 'T', dueDate: 'next week', completed: 'no', priority: 1 };
    const reply = ask('POST', `${get}/tasks`, { body: task });
    expect(reply.status).toBe(422);
    expect(reply.body.message).toEqual([
      'property priority should not exist',
      'dueDate must be a valid ISO 8601 date string',
      'completed must be a boolean value',
    ]);
    expect(ask('GET', get, { query: { fields: 'id' } }).body.message).toEqual(['property fields should not exist']);
    expect(ask('PUT', get, { body: { locationId: A } }).body.message).toEqual(['property locationId should not exist']);
    expect(ask('PUT', get, { body: { phone: '12' } }).status).toBe(422);
  });

  test('an unknown path is 404 and a dead service 503 without JSON', () => {
    const { ask, control } = setUp();
    expect(ask('PUT', `${get}/appointments`).status).toBe(404);
    control.pretendDead!({});
    const dead = ask('GET', get);
    expect(dead.status).toBe(503);
    expect(dead.body).toMatch(/^upstream connect error/);
  });
});

test('the contact page behind a link shows the name as text, and 404 under another location', () => {
  const { ask, control, standIn } = setUp();
  control.patchContact!({ id: MARY, patch: { firstName: '<img src=x onerror=alert(1)>' } });
  const page = (location: string) =>
    ask('GET', `/v2/location/${location}/contacts/detail/${MARY}`, { host: 'app.gohighlevel.com' });
  expect(page(A).status).toBe(200);
  expect(page(A).body).toContain('&lt;img src=x onerror=alert(1)&gt; Okafor');
  expect(page(A).body).not.toContain('<img');
  expect(page(B).status).toBe(404);
  const exchange = { host: 'services.leadconnectorhq.com', method: 'POST', path: '/contacts/search' };
  expect(standIn.routeId({ ...exchange, query: new URLSearchParams(), headers: {}, body: undefined })).toBe(
    'highlevel.search-contacts',
  );
});

describe('rate limits', () => {
  test('the 101st call within ten seconds is 429 without Retry-After, and the window opens again', () => {
    const { ask, wait } = setUp();
    for (let n = 1; n <= 100; n += 1) expect(ask('GET', get).headers['X-RateLimit-Remaining']).toBe(String(100 - n));
    const over = ask('GET', get);
    expect(over.status).toBe(429);
    expect(Object.keys(over.headers).map((name) => name.toLowerCase())).not.toContain('retry-after');
    expect(over.headers).toMatchObject({
      'X-RateLimit-Limit-Daily': '200000',
      'X-RateLimit-Daily-Remaining': '199900',
      'X-RateLimit-Interval-Milliseconds': '10000',
      'X-RateLimit-Max': '100',
      'X-RateLimit-Remaining': '0',
    });
    wait(9_999);
    expect(ask('GET', get).status).toBe(429);
    wait(1);
    expect(ask('GET', get).status).toBe(200);
  });

  test('the budget is one location’s: another location still answers', () => {
    const { ask, control } = setUp();
    control.spend!({ calls: 100 });
    expect(ask('GET', get).status).toBe(429);
    expect(ask('GET', `/contacts/${OTHER}`, { token: HL_PIT_SECOND }).status).toBe(200);
  });

  test('a spent day is 429 until the next one, whoever spent it', () => {
    const { ask, control, wait } = setUp();
    control.setLimits!({ used: 199_999 });
    expect(ask('GET', get).headers['X-RateLimit-Daily-Remaining']).toBe('0');
    expect(ask('GET', get).status).toBe(429);
    wait(86_400_000);
    expect(ask('GET', get).status).toBe(200);
  });

  test('setLimits and strictLimits move the bounds', () => {
    const small = setUp();
    small.control.setLimits!({ burst: 2 });
    expect([1, 2, 3].map(() => small.ask('GET', get).status)).toEqual([200, 200, 429]);
    const trial = setUp();
    trial.control.setLimits!({ trial: true });
    expect(trial.ask('GET', get).headers).toMatchObject({ 'X-RateLimit-Max': '25', 'X-RateLimit-Limit-Daily': '10000' });
    const wide = setUp({ strictLimits: false });
    for (let n = 0; n < 150; n += 1) expect(wide.ask('GET', get).status).toBe(200);
  });
});
