import type { Context, Outcome } from '../../lib/catalog/define.ts';
import { actionOf } from '../../lib/catalog/index.ts';
import type { Request } from '../../lib/http/endpoint.ts';
import { createClient } from '../../lib/http/send.ts';
import type { Connection } from '../../lib/model/connection.ts';
import { type AppError, toAppError } from '../../lib/model/errors.ts';
import type { System } from '../../lib/model/subject.ts';
import { CLIO_TOKEN_US } from '../../sandbox/clio/credentials.ts';
import { HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { cast } from '../../sandbox/world/cast.ts';

const START = Date.parse('2026-11-22T17:00:00Z');
/** The location's, in which HighLevel lists times without a zone. */
const ZONE = 'America/Vancouver';

export interface Run {
  refused?: 'changed' | 'done';
  error?: AppError;
  outcome?: Outcome;
  snapshot: string[];
  before: unknown;
}

/** The catalogue's actions against the stand-ins, sent as lib/sync sends them, with the real client and no disk. */
export async function createActionWorld() {
  const sandbox = await startSandbox({ plain: true, now: START, strictLimits: false });
  const origins = { clio: sandbox.plain?.clio ?? '', highlevel: sandbox.plain?.highlevel ?? '' };
  const client = createClient({
    fetch: ((url: string, init: RequestInit) =>
      fetch(
        String(url)
          .replace('https://app.clio.com', origins.clio)
          .replace('https://services.leadconnectorhq.com', origins.highlevel),
        init,
      )) as typeof fetch,
    now: sandbox.clock.now,
    // Nothing is waited for here, and no call is late.
    sleep: () => new Promise(() => undefined),
    random: () => 0.5,
    token: async ({ system }) => (system === 'clio' ? CLIO_TOKEN_US : HL_PIT_FULL),
  });
  const connections: Record<System, Connection> = {
    clio: connection('clio', `us:${cast.accounts.us}`),
    highlevel: connection('highlevel', cast.locations.main),
  };
  const contexts = (system: System): Context => ({ account: connections[system].account, timeZone: ZONE, country: 'CA' });
  const call = async <A>(request: Request<A>): Promise<A> => {
    const send = async () => (await client.call(connections[request.endpoint.system], request, { priority: 'write' })).data;
    // A fault cuts idle connections; a read that met one is simply repeated.
    return send().catch((error) =>
      request.endpoint.access === 'read' && error.code === 'network-lost' ? send() : Promise.reject(error),
    );
  };

  /** One attempt, as lib/sync/send makes it. */
  async function run(op: string, given: unknown): Promise<Run> {
    const action = actionOf(op);
    if (!action) throw new Error(`no action ${op}`);
    const input = action.input.parse(JSON.parse(JSON.stringify(given)));
    const context = contexts(action.system);
    const look = () => action.look && call(action.look(input, context));
    const fresh = action.lookFirst ? await look() : undefined;
    const result: Run = { snapshot: [], before: undefined };
    if (action.lookFirst) {
      result.refused = action.refuse?.(input, fresh, context);
      if (result.refused) return result;
      result.snapshot = action.snapshot?.(fresh) ?? [];
      result.before = action.before?.(input, fresh);
    }
    try {
      const outcome = action.outcome(input, await call(action.request(input, context, fresh)), context);
      const found = outcome.differs.length && action.find?.(input, await look(), result.snapshot, context);
      result.outcome = found && found !== 'several' ? found : outcome;
    } catch (cause) {
      result.error = toAppError(cause);
    }
    return result;
  }

  /** The answer is lost after the record was written; then what reading finds of it. */
  async function lose(
    op: string,
    input: unknown,
    route: string,
    meanwhile: () => void = () => undefined,
  ): Promise<Outcome | 'several' | undefined> {
    sandbox.faults.play({ route, fault: 'resetAfter' });
    const { error, snapshot } = await run(op, input);
    if (!error?.facts.maybeDone) throw new Error(`nothing was lost: ${error?.code}`);
    sandbox.clock.advance(60_000);
    meanwhile();
    const action = actionOf(op);
    const context = contexts(action?.system ?? 'clio');
    return action?.find?.(input, await call(action.look?.(input, context) as Request), snapshot, context);
  }

  /** Takes an action back by the operation that it names. */
  async function undo(op: string, input: unknown, done: Run): Promise<Run> {
    const back = actionOf(op)?.undo?.(input, { id: done.outcome?.id ?? '' }, done.before);
    if (!back) throw new Error(`${op} has no way back`);
    return run(back.op, back.input);
  }

  const rows = () => ({ clio: sandbox.clio.state.rows, highlevel: sandbox.highlevel.state.rows });
  return { sandbox, cast, run, lose, undo, call, rows, contexts, close: () => sandbox.close() };
}

const connection = (system: System, account: string): Connection => ({
  ...{ id: `${system}:${account}`, system, name: system, account, method: 'token', state: 'ok' },
  ...{ connectedAt: 0, keyAt: 0, timeZone: ZONE, ...(system === 'clio' && { region: 'us' as const }) },
});

export type ActionWorld = Awaited<ReturnType<typeof createActionWorld>>;

/** The one row with this id. */
export function rowOf<T extends { id: string | number }>(rows: T[], id: string | number): T {
  const found = rows.find((row) => String(row.id) === String(id));
  if (!found) throw new Error(`no row ${id}`);
  return found;
}
