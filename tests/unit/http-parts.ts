import type { ClientParts } from '../../lib/http/client.ts';
import type { Connection } from '../../lib/model/connection.ts';

/** A clock that only moves when told; sleepers wake in order of time. */
export function fakeTime(start = 1_800_000_000_000) {
  let now = start;
  let sleepers: { at: number; wake: () => void }[] = [];
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return {
    now: () => now,
    sleep: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((wake, stop) => {
        const sleeper = { at: now + ms, wake };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((one) => one !== sleeper);
          stop(signal.reason);
        });
      }),
    settle,
    /** The clock is put back; who sleeps goes on sleeping as long as before. */
    putBack(ms: number) {
      now -= ms;
      for (const one of sleepers) one.at -= ms;
    },
    async pass(ms: number) {
      const end = now + ms;
      for (;;) {
        await settle();
        const next = sleepers.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = Math.max(now, next.at);
        sleepers = sleepers.filter((one) => one !== next);
        next.wake();
      }
      now = end;
      await settle();
    },
  };
}

export const HL: Connection = {
  id: 'highlevel:LOC1',
  system: 'highlevel',
  name: 'Harbor Law',
  account: 'LOC1',
  method: 'oauth',
  state: 'ok',
  connectedAt: 0,
  keyAt: 0,
};
export const CLIO_US: Connection = { ...HL, id: 'clio:us:1', system: 'clio', account: 'us:1', region: 'us' };

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export interface Sent {
  url: string;
  method: string;
  headers: Headers;
  body: unknown;
  init: RequestInit;
}

/** Parts of a client whose network is a function; `sent` is all that left. */
export function parts(reply: (sent: Sent, count: number) => Response | Promise<Response>, more: Partial<ClientParts> = {}) {
  const time = fakeTime();
  const sent: Sent[] = [];
  const made: ClientParts = {
    fetch: (async (input: RequestInfo | URL, init: RequestInit = {}) => {
      const one: Sent = {
        url: String(input),
        method: init.method ?? 'GET',
        headers: new Headers(init.headers),
        body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
        init,
      };
      sent.push(one);
      const { signal } = init;
      return await Promise.race([
        reply(one, sent.length),
        new Promise<never>((_, stop) => signal?.addEventListener('abort', () => stop(new DOMException('aborted', 'AbortError')))),
      ]);
    }) as typeof globalThis.fetch,
    now: time.now,
    sleep: time.sleep,
    random: () => 0.5,
    token: async () => 'token-1',
    ...more,
  };
  return { made, sent, time };
}
