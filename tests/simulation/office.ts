import type { Exchange, Reply } from '../../sandbox/exchange.ts';
import type { Clio, HighLevel } from '../../sandbox/stand-ins.ts';

/** What people do by hand in Clio and HighLevel, through the same doors as everybody, under tokens and budgets of their own. */
export interface Office {
  clio(method: string, path: string, body?: unknown, query?: Record<string, string>): unknown;
  highlevel(method: string, path: string, body?: unknown): unknown;
}

const JSON_TYPE = { 'content-type': 'application/json' };

function spoken(reply: Reply | Promise<Reply>, what: string): unknown {
  if (reply instanceof Promise) throw new Error('the stand-ins answer at once');
  if (reply.status >= 400) throw new Error(`${what}: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body;
}

export function createOffice(clio: Clio, highlevel: HighLevel, locationId: string): Office {
  // A token of its own for each call: the firm's tokens may be made to run out all together.
  const clioToken = () =>
    (clio.control.issueToken as (args: unknown) => { access_token: string })({ region: 'us', expiresIn: 60 }).access_token;
  const highlevelToken = (highlevel.control.issueToken as (args: unknown) => { token: string })({ locationId }).token;
  const exchange = (host: string, method: string, path: string, body: unknown, headers: Record<string, string>): Exchange => ({
    host,
    method,
    path,
    query: new URLSearchParams(),
    headers: { ...JSON_TYPE, ...headers },
    body,
  });
  return {
    clio(method, path, body, query = {}) {
      const call = exchange('app.clio.com', method, `/api/v4${path}`, body, { authorization: `Bearer ${clioToken()}` });
      for (const [name, value] of Object.entries(query)) call.query.set(name, value);
      return spoken(clio.handle(call), `${method} ${path}`);
    },
    highlevel(method, path, body) {
      const version = path.startsWith('/calendars') ? '2021-04-15' : '2021-07-28';
      const call = exchange('services.leadconnectorhq.com', method, path, body, {
        authorization: `Bearer ${highlevelToken}`,
        version,
      });
      return spoken(highlevel.handle(call), `${method} ${path}`);
    },
  };
}
