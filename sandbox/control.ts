import { createServer } from 'node:http';
import type { MovableClock } from './clock.ts';
import type { FaultOrder, Faults } from './faults.ts';
import type { Ledger, LedgerFilter } from './ledger.ts';
import { type Listening, listen } from './listen.ts';
import { createSocketTable } from './sockets.ts';
import type { AnyStandIn, Verb } from './stand-in.ts';
import { parseBody, readExchange, send } from './wire.ts';

export interface ControlParts {
  clock: MovableClock;
  faults: Faults;
  ledger: Ledger;
  systems: Record<string, AnyStandIn>;
  reset(): void;
}

/** The verbs of the control door: the core's own, and each stand-in's as `highlevel.<verb>` and `clio.<verb>`. */
export function createVerbs(parts: ControlParts): Record<string, Verb> {
  const { clock, faults, ledger, systems } = parts;
  const verbs: Record<string, Verb> = {
    fault: (order: FaultOrder) => ({ id: faults.play(order) }),
    'clear-faults': (args: { id?: string } = {}) => {
      faults.clear(args.id);
      return faults.pending();
    },
    'release-faults': (args: { id?: string } = {}) => {
      faults.release(args.id);
      return faults.pending();
    },
    faults: () => faults.pending(),
    clock: (args: { advance?: number; set?: number | string } = {}) => moveClock(clock, args),
    reset: () => {
      parts.reset();
      return { reset: true };
    },
    ledger: (filter: LedgerFilter = {}) => ledger.entries(filter),
    state: (args: { system: string; table: string; where?: Record<string, unknown> }) => tableRows(systems, args),
  };
  for (const [name, standIn] of Object.entries(systems)) {
    for (const [verb, run] of Object.entries(standIn.control)) verbs[`${name}.${verb}`] = run;
  }
  return verbs;
}

/** Runs one verb by name; an unknown name is an error that lists what there is. */
export function runVerb(verbs: Record<string, Verb>, verb: string, args: unknown): unknown {
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!run) throw new TypeError(`no such verb: ${verb}; there are ${Object.keys(verbs).join(', ')}`);
  return run(args ?? {});
}

/** Serves the verbs on a loopback port of their own: `POST /{verb}` with JSON, answered with JSON. */
export async function startControlDoor(verbs: Record<string, Verb>, port = 0): Promise<Listening> {
  const server = createServer(async (request, response) => {
    const json = { 'content-type': 'application/json' };
    try {
      const exchange = await readExchange(request, 'control');
      if (exchange?.method !== 'POST') return send(response, 405, { ...json, allow: 'POST' }, '{"error":"use POST /{verb}"}');
      const args = typeof exchange.body === 'string' ? parseBody(exchange.body, 'application/json') : exchange.body;
      const result = await runVerb(verbs, decodeURIComponent(exchange.path.slice(1)), args);
      send(response, 200, json, JSON.stringify(result ?? null));
    } catch (error) {
      send(response, 400, json, JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
    }
  });
  return listen(server, createSocketTable(server), port);
}

function moveClock(clock: MovableClock, args: { advance?: number; set?: number | string }): { now: number; iso: string } {
  if (args.advance !== undefined) clock.advance(args.advance);
  if (args.set !== undefined) clock.set(typeof args.set === 'string' ? Date.parse(args.set) : args.set);
  return { now: clock.now(), iso: new Date(clock.now()).toISOString() };
}

function tableRows(
  systems: Record<string, AnyStandIn>,
  args: { system: string; table: string; where?: Record<string, unknown> },
): unknown[] {
  const standIn = systems[args.system];
  if (!standIn) throw new TypeError(`no such system: ${args.system}; there are ${Object.keys(systems).join(', ')}`);
  const tables = tablesOf(standIn.state);
  const rows = tables[args.table];
  if (!rows) throw new TypeError(`no such table: ${args.table}; there are ${Object.keys(tables).join(', ')}`);
  const wanted = Object.entries(args.where ?? {});
  return rows.filter((row) => wanted.every(([key, value]) => (row as Record<string, unknown>)[key] === value));
}

/** A stand-in may keep rows in arrays or maps, at the top of its state or under `rows`. */
export function tablesOf(state: unknown): Record<string, unknown[]> {
  const found: Record<string, unknown[]> = {};
  const add = (holder: unknown) => {
    for (const [key, value] of Object.entries(holder ?? {})) {
      if (Array.isArray(value)) found[key] = value;
      else if (value instanceof Map) found[key] = [...value.values()];
    }
  };
  add(state);
  add((state as { rows?: unknown } | undefined)?.rows);
  return found;
}
