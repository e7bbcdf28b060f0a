import { appendFileSync } from 'node:fs';
import type { Exchange, Reply } from './exchange.ts';
import { struck } from './strike.ts';

/** One call as it goes to the ledger file: credentials are already struck out. */
export interface LedgerLine {
  /** Production host name, also when the call came in on a plain port. */
  host: string;
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  headers: Record<string, string>;
  body: unknown;
  /** 0 when the caller got no answer (socket destroyed, or still hanging). */
  status: number;
  response: unknown;
}

/** In memory each line also knows when it came (sandbox clock), which route it reached and which fault played. */
export interface LedgerEntry extends LedgerLine {
  n: number;
  at: number;
  routeId: string | undefined;
  fault: string | undefined;
  /** True when a stand-in ran, so rows may have changed even if the caller saw an error. */
  committed: boolean;
}

export interface LedgerFilter {
  host?: string;
  method?: string;
  /** Exact path, or a prefix ending in `*`. */
  path?: string;
  routeId?: string;
  status?: number;
  /** Only entries with a larger `n`. */
  after?: number;
}

export interface Ledger {
  record(exchange: Exchange, outcome: Outcome): LedgerEntry;
  entries(filter?: LedgerFilter): LedgerEntry[];
  clear(): void;
}

export interface Outcome {
  at: number;
  routeId?: string | undefined;
  fault?: string | undefined;
  committed: boolean;
  /** Absent when nothing is answered. */
  reply?: Reply | undefined;
}

/** Long pages are cut: the ledger is for calls, and a page's text is of no use in it. */
const TEXT_LIMIT = 20_000;

/** Keeps all calls in memory; with `file`, also appends one JSON line a call before the answer leaves. */
export function createLedger(file?: string): Ledger {
  const entries: LedgerEntry[] = [];
  let count = 0;
  return {
    record(exchange, outcome) {
      count += 1;
      const line = lineOf(exchange, outcome.reply);
      const entry: LedgerEntry = {
        ...line,
        n: count,
        at: outcome.at,
        routeId: outcome.routeId,
        fault: outcome.fault,
        committed: outcome.committed,
      };
      entries.push(entry);
      if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
      return entry;
    },
    entries: (filter = {}) => entries.filter((entry) => fits(entry, filter)),
    clear() {
      entries.length = 0;
    },
  };
}

function lineOf(exchange: Exchange, reply: Reply | undefined): LedgerLine {
  return {
    host: exchange.host,
    method: exchange.method,
    path: exchange.path,
    query: struck(queryObject(exchange.query)) as LedgerLine['query'],
    headers: struck(exchange.headers) as Record<string, string>,
    body: exchange.body === undefined ? null : struck(short(exchange.body)),
    status: reply?.status ?? 0,
    response: reply?.body === undefined ? null : struck(short(reply.body)),
  };
}

function queryObject(query: URLSearchParams): LedgerLine['query'] {
  const pairs: [string, string | string[]][] = [...new Set(query.keys())].map((key) => {
    const values = query.getAll(key);
    return [key, values.length === 1 ? (values[0] ?? '') : values];
  });
  return Object.fromEntries(pairs);
}

function short(body: unknown): unknown {
  return typeof body === 'string' && body.length > TEXT_LIMIT ? `${body.slice(0, TEXT_LIMIT)}…` : body;
}

function fits(entry: LedgerEntry, filter: LedgerFilter): boolean {
  if (filter.after !== undefined && entry.n <= filter.after) return false;
  if (filter.host !== undefined && entry.host !== filter.host) return false;
  if (filter.method !== undefined && entry.method !== filter.method.toUpperCase()) return false;
  if (filter.routeId !== undefined && entry.routeId !== filter.routeId) return false;
  if (filter.status !== undefined && entry.status !== filter.status) return false;
  if (filter.path === undefined) return true;
  return filter.path.endsWith('*') ? entry.path.startsWith(filter.path.slice(0, -1)) : entry.path === filter.path;
}
