import { CLIO_TOKEN_US as token } from '../../sandbox/clio/credentials.ts';
import { cast } from '../../sandbox/world/cast.ts';
import { seedWorld } from '../../sandbox/world/seed.ts';
import { smallClio } from './sandbox-clio-rows.ts';

export const matter = { id: cast.marisol.matterId };

/** The Clio stand-in over the seed world, with a short way to call it. */
export function desk() {
  const { call, clio, clock } = smallClio({}, seedWorld(Date.parse('2026-11-21T12:00:00Z')).clio);
  const send = (method: string, path: string, data?: object, headers?: Record<string, string>) => {
    const reply = call(method, `/api/v4${path}`, { token, ...(data ? { body: { data } } : {}), ...(headers ? { headers } : {}) });
    // biome-ignore lint/suspicious/noExplicitAny: tests read answers freely.
    return { status: reply.status, headers: reply.headers ?? {}, data: (reply.body as any)?.data, body: reply.body as any };
  };
  return { send, rows: clio.state.rows, clock };
}
