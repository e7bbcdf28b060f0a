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
const _clioGet = row({ id: 'clio.thing.get', system: 'clio', path: '/things/:id.json', version: undefined });

const failure = async (promise: Promise<unknown>): Promise<AppError> => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
};
const _answered = async (response: Response, endpoint = get) => {
  const { made } = parts(() => response);
  const connection = endpoint.system === 'clio' ? CLIO_US : HL;
  const error = await failure(
    createClient(made).call(connection, { endpoint, params: { id: 'a1' }, body: endpoint.access === 'write' ? {} : undefined }),
  );
  return { maybeDone: undefined, detail: undefined, code: error.code, ...error.facts };
};

describe('no answer at all', () => {
  const lost = () => Promise.reject(new TypeError('Failed to fetch'));
  test('is network-lost, and a write may have been carried out', async () => {
    const { made } = parts(lost, { online: () => true });
    const client = createClient(made);
    expect(await failure(client.call(HL, { endpoint: create, body: {} }))).toMatchObject({
      code: 'network-lost',
      facts: { maybeDone: true },
    });
    expect((await failure(client.call(HL, { endpoint: get, params: { id: 'a' } }))).facts.maybeDone).toBeUndefined();
  });

  test('is offline when the browser says so; a call that began offline was not carried out', async () => {
    const { made } = parts(lost, { online: () => false });
    const error = await failure(createClient(made).call(HL, { endpoint: create, body: {} }));
    expect(error).toMatchObject({ code: 'offline', facts: { system: 'highlevel' } });
    expect(error.facts.maybeDone).toBeUndefined();
    let online = true;
    const cut = parts(
      () => {
        online = false;
        return lost();
      },
      { online: () => online },
    );
    expect(await failure(createClient(cut.made).call(HL, { endpoint: create, body: {} }))).toMatchObject({
      code: 'offline',
      facts: { maybeDone: true },
    });
  });

  test('within 25 seconds is a timeout', async () => {
    const { made, time } = parts(() => new Promise<Response>(() => {}));
    const failed = failure(createClient(made).call(HL, { endpoint: create, body: {} }));
    await time.pass(24_999);
    await time.pass(1);
    expect(await failed).toMatchObject({ code: 'timeout', facts: { maybeDone: true } });
  });

  test('because the caller turned away ends the call and troubles nobody', async () => {
    const errors: AppError[] = [];
    const { made, time } = parts(() => new Promise<Response>(() => {}), { onError: (_, error) => errors.push(error) });
    const away = new AbortController();
    const failed = failure(createClient(made).call(HL, { endpoint: get, params: { id: 'a' } }, { signal: away.signal }));
    await time.settle();
    away.abort();
    expect((await failed).code).toBe('subject-changed');
    expect(errors).toEqual([]);
  });

  test('leaves no token in the error', async () => {
    const { made } = parts(lost, { token: async () => 'canary-token' });
    const error = await failure(createClient(made).call(HL, { endpoint: get, params: { id: 'a' } }));
    const { inspect } = await import('node:util');
    expect(inspect(error, { depth: 10, showHidden: true, getters: true })).not.toContain('canary-token');
  });
});

describe('401', () => {
  const expired = () => json({ statusCode: 401, message: 'Invalid JWT' }, 401);

  test('asks once for a new token and sends once more', async () => {
    const asked: (string | undefined)[] = [];
    const { made, sent } = parts((one) => (one.headers.get('authorization') === 'Bearer new' ? json({ id: 'a' }) : expired()), {
      token: async (_, refused) => {
        asked.push(refused);
        return refused ? 'new' : 'old';
      },
    });
    expect((await createClient(made).call(HL, { endpoint: create, body: { x: 1 } })).data).toEqual({ id: 'a' });
    expect(asked).toEqual([undefined, 'old']);
    expect(sent.map((one) => one.body)).toEqual([{ x: 1 }, { x: 1 }]);
  });

  test('twice is signed-out', async () => {
    const { made, sent } = parts(expired, { token: async (_, refused) => (refused ? 'new' : 'old') });
    expect((await failure(createClient(made).call(HL, { endpoint: get, params: { id: 'a' } }))).code).toBe('signed-out');
    expect(sent).toHaveLength(2);
  });

  test('for a missing scope refreshes nothing', async () => {
    const asked: (string | undefined)[] = [];
    const { made } = parts(() => json({ message: 'The token is not authorized for this scope.' }, 401), {
      token: async (_, refused) => {
        asked.push(refused);
        return 'old';
      },
    });
    expect((await failure(createClient(made).call(HL, { endpoint: get, params: { id: 'a' } }))).code).toBe('missing-scope');
    expect(asked).toEqual([undefined]);
  });

  test('ten times at once names the refused token each time, and a single-flight provider refreshes once', async () => {
    let current = 'old';
    let refreshes = 0;
    let flight: Promise<string> | undefined;
    const refused: string[] = [];
    const { made, sent } = parts(
      async (one) => (one.headers.get('authorization') === 'Bearer new' ? json({ id: 'a' }) : expired()),
      {
        token: async (_, old) => {
          if (!old) return current;
          refused.push(old);
          if (old !== current) return current;
          flight ??= Promise.resolve().then(() => {
            refreshes += 1;
            current = 'new';
            return current;
          });
          return flight;
        },
      },
    );
    const client = createClient(made);
    await Promise.all(Array.from({ length: 10 }, () => client.call(HL, { endpoint: get, params: { id: 'a' } })));
    expect(refused).toEqual(Array(10).fill('old'));
    expect(refreshes).toBe(1);
    expect(sent).toHaveLength(20);
  });
});
