import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Endpoint } from '../../lib/http/endpoint.ts';
import { createClient } from '../../lib/http/send.ts';
import { AppError } from '../../lib/model/errors.ts';
import { CLIO_US, HL, json, parts } from './http-parts.ts';

const row = (more: Partial<Endpoint<{ id: string }>>): Endpoint<{ id: string }> => ({
  id: 'highlevel.thing.get',
  system: 'highlevel',
  method: 'GET',
  path: '/things/:id',
  version: '2021-07-28',
  scope: 'things.readonly',
  access: 'read',
  query: ['limit'],
  answer: z.object({ id: z.string() }),
  ...more,
});
const get = row({});
const create = row({ id: 'highlevel.thing.create', method: 'POST', path: '/things/', access: 'write', scope: 'things.write' });
const clioGet = row({ id: 'clio.thing.get', system: 'clio', path: '/things/:id.json', version: undefined });

const failure = async (promise: Promise<unknown>): Promise<AppError> => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
};
const answered = async (response: Response, endpoint = get) => {
  const { made } = parts(() => response);
  const connection = endpoint.system === 'clio' ? CLIO_US : HL;
  const error = await failure(
    createClient(made).call(connection, { endpoint, params: { id: 'a1' }, body: endpoint.access === 'write' ? {} : undefined }),
  );
  return { maybeDone: undefined, detail: undefined, code: error.code, ...error.facts };
};

describe('a call', () => {
  test('goes to the fixed host with version, token and no browser credentials', async () => {
    const { made, sent } = parts(() => json({ id: 'a1', unknown: 1 }, 200, { etag: '"e"' }));
    const answer = await createClient(made).call(HL, { endpoint: get, params: { id: 'a1' }, query: { limit: 5 } });
    expect(answer).toEqual({ data: { id: 'a1' }, status: 200, etag: '"e"' });
    const [one] = sent;
    expect(one?.url).toBe('https://services.leadconnectorhq.com/things/a1?limit=5');
    expect(Object.fromEntries(one?.headers ?? [])).toEqual({
      accept: 'application/json',
      authorization: 'Bearer token-1',
      version: '2021-07-28',
    });
    expect(one?.init).toMatchObject({ redirect: 'error', credentials: 'omit', cache: 'no-store', method: 'GET' });
  });

  test('to Clio goes to the region of the connection, with If-Match', async () => {
    for (const [region, host] of [
      ['us', 'app.clio.com'],
      ['eu', 'eu.app.clio.com'],
      ['ca', 'ca.app.clio.com'],
      ['au', 'au.app.clio.com'],
    ] as const) {
      const { made, sent } = parts(() => json({ id: 'a1' }));
      await createClient(made).call({ ...CLIO_US, region }, { endpoint: clioGet, params: { id: '12' }, ifMatch: '"tag"' });
      expect(sent[0]?.url).toBe(`https://${host}/api/v4/things/12.json`);
      expect(sent[0]?.headers.get('if-match')).toBe('"tag"');
      expect(sent[0]?.headers.has('version')).toBe(false);
    }
  });

  test.each([
    '../oauth/token',
    '..',
    'a/b',
    'a?x=1',
    'a#x',
    'a\r\nHost: evil.example',
    '%2e%2e',
    'https://evil.example',
    '',
    'é',
    'x'.repeat(65),
  ])('with the id %j never leaves', async (id) => {
    const { made, sent } = parts(() => json({ id: 'a1' }));
    const error = await failure(createClient(made).call(HL, { endpoint: get, params: { id } }));
    expect(error).toMatchObject({ code: 'invalid-request', facts: { about: 'id' } });
    expect(sent).toHaveLength(0);
  });

  test('with a query name that is not in the table, a foreign system or an unknown region never leaves', async () => {
    const { made, sent } = parts(() => json({ id: 'a1' }));
    const client = createClient(made);
    const params = { id: 'a1' };
    expect((await failure(client.call(HL, { endpoint: get, params, query: { access_token: 'x' } }))).facts.about).toBe(
      'access_token',
    );
    expect((await failure(client.call(CLIO_US, { endpoint: get, params }))).facts.about).toBe('system');
    const nowhere = { ...CLIO_US, region: '__proto__' as 'us' };
    expect((await failure(client.call(nowhere, { endpoint: clioGet, params }))).facts.about).toBe('region');
    expect(sent).toHaveLength(0);
  });
});

describe('an answer becomes the one error it means', () => {
  const hl = (message: unknown, status: number, more = {}) => json({ statusCode: status, message, ...more }, status);
  test.each([
    [
      'HighLevel scope',
      () => hl('The token is not authorized for this scope.', 401),
      get,
      { code: 'missing-scope', about: 'things.readonly' },
    ],
    ['HighLevel location', () => hl('The token does not have access to this location.', 403), get, { code: 'wrong-location' }],
    ['HighLevel version', () => hl('version header was not found.', 401), get, { code: 'invalid-request' }],
    ['HighLevel missing record, 400', () => hl('Contact not found', 400), get, { code: 'not-found', status: 400 }],
    ['404', () => hl('Cannot GET', 404), get, { code: 'not-found' }],
    [
      '422 of a read',
      () => hl(['limit must be a number', 'x'], 422),
      get,
      { code: 'invalid-request', detail: 'limit must be a number; x', maybeDone: undefined },
    ],
    ['422 of a create (issue 64)', () => hl(['odd'], 422), create, { code: 'invalid-request', maybeDone: true }],
    ['400 of a create', () => hl('bad', 400), create, { code: 'invalid-request', maybeDone: undefined }],
    [
      'duplicate',
      () =>
        hl('This location does not allow duplicated contacts.', 400, { meta: { contactId: 'abc123', matchingField: 'email' } }),
      create,
      { code: 'duplicate-contact', existingId: 'abc123' },
    ],
    ['500 of a read', () => hl('oops', 500), get, { code: 'server-error', maybeDone: undefined }],
    ['503 of a write', () => hl('oops', 503), create, { code: 'server-error', maybeDone: true, status: 503 }],
    [
      'HTML with status 200',
      () => new Response('<html>Sign in Jane Doe</html>'),
      get,
      { code: 'bad-answer', about: 'html', detail: undefined },
    ],
    [
      'truncated JSON of a write',
      () => new Response('{"id":"a'),
      create,
      { code: 'bad-answer', maybeDone: true, about: 'json', detail: undefined },
    ],
    ['a wrong shape', () => json({ id: 7 }), get, { code: 'bad-answer', about: 'id' }],
    [
      'Clio 403',
      () => json({ error: { type: 'Forbidden', message: 'No access' } }, 403),
      clioGet,
      { code: 'missing-scope', detail: 'No access' },
    ],
    ['Clio 412', () => json({ error: { type: 'X', message: 'changed' } }, 412), clioGet, { code: 'precondition-failed' }],
    ['Clio 404', () => json({ error: { type: 'X', message: 'gone' } }, 404), clioGet, { code: 'not-found' }],
    ['Clio 400', () => json({ error: { type: 'X', message: 'field' } }, 400), clioGet, { code: 'invalid-request' }],
  ])('%s', async (_, response, endpoint, expected) => {
    expect(await answered(response(), endpoint as typeof get)).toMatchObject(expected);
  });

  test('what the vendor says is cut to 300 characters', async () => {
    expect((await answered(hl('x'.repeat(999), 400))).detail).toHaveLength(300);
  });

  test('429 of HighLevel names the end of the interval and tells whoever listens', async () => {
    const limits: unknown[] = [];
    const headers = { 'x-ratelimit-interval-milliseconds': '10000', 'x-ratelimit-max': '100', 'x-ratelimit-remaining': '0' };
    const { made, time } = parts(() => json({ message: 'Too Many Requests' }, 429, headers), {
      onLimit: (_, limit) => limits.push(limit),
    });
    const error = await failure(createClient(made).call(HL, { endpoint: create, body: {} }));
    expect(error).toMatchObject({ code: 'rate-limited', facts: { until: time.now() + 10_125, status: 429 } });
    expect(error.facts.maybeDone).toBeUndefined();
    expect(limits).toEqual([{ kind: 'rate-limited', until: time.now() + 10_125 }]);
  });

  test('429 of Clio honours Retry-After to the millisecond', async () => {
    const { made, time } = parts(() => json({}, 429, { 'retry-after': '17' }));
    expect((await failure(createClient(made).call(CLIO_US, { endpoint: clioGet, params: { id: '1' } }))).facts.until).toBe(
      time.now() + 17_000,
    );
  });

  test('an exhausted day is a daily limit, and the next call does not leave', async () => {
    const { made, sent, time } = parts(() => json({}, 429, { 'x-ratelimit-daily-remaining': '0' }));
    const client = createClient(made);
    const error = await failure(client.call(HL, { endpoint: get, params: { id: 'a' } }));
    expect(error.code).toBe('daily-limit');
    expect(error.facts.until).toBeGreaterThan(time.now());
    expect((await failure(client.call(HL, { endpoint: get, params: { id: 'a' } }))).code).toBe('daily-limit');
    expect(sent).toHaveLength(1);
  });
});
