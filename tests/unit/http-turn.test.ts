import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Endpoint } from '../../lib/http/endpoint.ts';
import { createClient } from '../../lib/http/send.ts';
import { AppError } from '../../lib/model/errors.ts';
import { HL, json, parts } from './http-parts.ts';

const get: Endpoint<{ id: string }> = {
  id: 'highlevel.thing.get',
  system: 'highlevel',
  method: 'GET',
  path: '/things/:id',
  version: '2021-07-28',
  scope: 'things.readonly',
  access: 'read',
  query: [],
  answer: z.object({ id: z.string() }),
};
const refused = (call: Promise<unknown>): Promise<AppError> =>
  call.then(
    () => Promise.reject(),
    (error) => error,
  );

test('an account that is erased while a call waits for its turn: nothing more leaves with its token', async () => {
  let erased = false;
  const token = async () => {
    if (erased) throw new AppError('not-connected');
    return 'token-1';
  };
  const { made, sent, time } = parts(() => json({}, 429, {}), { token });
  const client = createClient(made);
  await refused(client.call(HL, { endpoint: get, params: { id: 'a' } }));
  const waiting = refused(client.call(HL, { endpoint: get, params: { id: 'b' } }));
  await time.pass(5_000);
  erased = true;
  await time.pass(10_000);
  expect((await waiting).code).toBe('not-connected');
  expect(sent).toHaveLength(1);
});

test('a token that was renewed while a call waited for its turn is the one it leaves with', async () => {
  let count = 0;
  const { made, sent, time } = parts((_, count) => (count === 1 ? json({}, 429, {}) : json({ id: 'b' })), {
    token: async () => `token-${count}`,
  });
  const client = createClient(made);
  await refused(client.call(HL, { endpoint: get, params: { id: 'a' } }));
  const waiting = client.call(HL, { endpoint: get, params: { id: 'b' } });
  await time.pass(5_000);
  count += 1;
  await time.pass(10_000);
  await waiting;
  expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer token-0', 'Bearer token-1']);
});
