import type { AnyAction, Context } from '../../lib/catalog/define.ts';
import { actionOf } from '../../lib/catalog/index.ts';
import { operationAction, operationOf } from '../../lib/catalog/operations/index.ts';
import { planOf, toRequest } from '../../lib/catalog/operations/request.ts';
import { type Values, validate } from '../../lib/catalog/operations/validate.ts';
import type { Request } from '../../lib/http/endpoint.ts';
import { createClient } from '../../lib/http/send.ts';
import type { Connection } from '../../lib/model/connection.ts';
import type { System } from '../../lib/model/subject.ts';
import { CLIO_TOKEN_US } from '../../sandbox/clio/credentials.ts';
import { HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { cast } from '../../sandbox/world/cast.ts';
import type { Example } from './catalogue-example.ts';

export const NOW = Date.parse('2026-11-22T17:00:00Z');
const DAY = 86_400_000;

/** The real client against the sandbox: an answer that does not fit its endpoint is an error here as it is in the product. */
export async function catalogueSandbox() {
  const sandbox = await startSandbox({ plain: true, now: NOW, strictLimits: false });
  const { highlevel = '', clio = '' } = sandbox.plain ?? {};
  let token = HL_PIT_FULL;
  const client = createClient({
    fetch: (input, init) =>
      fetch(String(input).replace('https://services.leadconnectorhq.com', highlevel).replace('https://app.clio.com', clio), init),
    now: () => sandbox.clock.now(),
    sleep: () => new Promise(() => undefined),
    random: () => 0,
    token: async ({ system }) => (system === 'clio' ? CLIO_TOKEN_US : token),
  });
  const connectionOf = (system: System): Connection => ({
    id: system,
    system,
    name: system,
    account: accountOf(system),
    ...(system === 'clio' && { region: 'us' as const }),
    method: 'token',
    state: 'ok',
    connectedAt: NOW,
    keyAt: NOW,
  });
  const call = async (request: Request): Promise<unknown> =>
    (await client.call(connectionOf(request.endpoint.system), request)).data;

  /** Checks the values, makes the request as the product does (a core action reads first), sends it. */
  async function run(id: string, example: Example): Promise<Ran> {
    const operation = operationOf(id);
    if (!operation || operation.system === 'local') throw new Error(`no operation ${id}`);
    const values = await example.values({ run, sandbox });
    const checked = validate(operation.fields, values);
    if (!checked.ok) throw new Error(`${id}: ${JSON.stringify(checked.errors)}`);
    token = example.token ?? HL_PIT_FULL;
    const context = contextOf(operation.system);
    const { op, input } = planOf(operation, checked.values, example.seen);
    const action = actionOf(op) ?? operationAction(op);
    if (action) return perform(action, input, context);
    const request = toRequest(operation, checked.values, context);
    if (!request) throw new Error(`${id}: neither an action nor a request`);
    return { request, answer: await call(request), id: '' };
  }

  async function perform(action: AnyAction, input: Values, context: Context): Promise<Ran> {
    const shape = action.input.safeParse(input);
    if (!shape.success) throw new Error(`${action.id}: ${JSON.stringify(shape.error.issues)}`);
    const read = action.lookFirst && action.look ? await call(action.look(shape.data, context)) : undefined;
    const refused = read === undefined ? undefined : action.refuse?.(shape.data, read, context);
    if (refused) throw new Error(`${action.id} was refused as ${refused}`);
    const request = action.request(shape.data, context, read);
    const answer = await call(request);
    return { request, answer, id: action.outcome(shape.data, answer, context).id };
  }

  return { sandbox, run, close: () => sandbox.close() };
}

export interface Ran {
  request: Request;
  answer: unknown;
  id: string;
}
export type Run = Awaited<ReturnType<typeof catalogueSandbox>>['run'];

const accountOf = (system: System): string => (system === 'clio' ? `us:${cast.accounts.us}` : cast.locations.main);
export const contextOf = (system: System): Context => ({
  account: accountOf(system),
  timeZone: 'America/Vancouver',
  country: 'CA',
});

/** An instant some days from the sandbox's now, at an hour (UTC). */
export const inDays = (days: number, hour = '18:00'): string =>
  `${new Date(NOW + days * DAY).toISOString().slice(0, 10)}T${hour}:00Z`;
