import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { hostGuard } from '../../lib/app/host-guard.ts';
import type { Endpoint } from '../../lib/http/endpoint.ts';
import { createClient } from '../../lib/http/send.ts';
import { HL, json, parts } from './http-parts.ts';

const create: Endpoint = {
  id: 'highlevel.thing.create',
  system: 'highlevel',
  method: 'POST',
  path: '/things/',
  version: '2021-07-28',
  scope: 'things.write',
  access: 'write',
  query: [],
  answer: z.object({ id: z.string() }),
};
const ORIGIN = 'https://services.leadconnectorhq.com';

/** A client behind the guard; `granted` answers each question about the host in turn, the last one for ever. */
function guarded(granted: (boolean | Error)[], answer: () => Promise<Response>) {
  const asked: string[] = [];
  let sent = 0;
  const fetch = hostGuard({
    fetch: () => {
      sent += 1;
      return answer();
    },
    isGranted: async (origin) => {
      const now = granted[Math.min(asked.length, granted.length - 1)]!;
      asked.push(origin);
      if (now instanceof Error) throw now;
      return now;
    },
  });
  const client = createClient({ ...parts(() => json({})).made, fetch, online: () => true });
  const call = client.call(HL, { endpoint: create, body: {} });
  return {
    asked,
    sent: () => sent,
    outcome: call.then(
      (good) => good.data,
      (error) => ({ code: error.code, ...error.facts }),
    ),
  };
}
const lost = () => Promise.reject(new TypeError('NetworkError when attempting to fetch resource.'));

describe('a host that the person took from us', () => {
  test('gets no request, so nothing can have been done', async () => {
    const { outcome, sent, asked } = guarded([false], lost);
    expect(await outcome).toEqual({ code: 'host-access-missing', system: 'highlevel', about: ORIGIN });
    expect(sent()).toBe(0);
    expect(asked).toEqual([ORIGIN]);
  });

  test('while a write was under way leaves it possibly done', async () => {
    const { outcome, sent } = guarded([true, false], lost);
    expect(await outcome).toEqual({ code: 'host-access-missing', system: 'highlevel', about: ORIGIN, maybeDone: true });
    expect(sent()).toBe(1);
  });
});

describe('a host that we still have', () => {
  test('and that does not answer is a lost network', async () => {
    expect(await guarded([true], lost).outcome).toEqual({ code: 'network-lost', system: 'highlevel', maybeDone: true });
  });

  test('also when the browser can’t say', async () => {
    const { outcome } = guarded([new Error('no permissions here')], lost);
    expect(await outcome).toEqual({ code: 'network-lost', system: 'highlevel', maybeDone: true });
  });

  test('answers as ever', async () => {
    expect(await guarded([true], async () => json({ id: 'a' })).outcome).toEqual({ id: 'a' });
  });
});
