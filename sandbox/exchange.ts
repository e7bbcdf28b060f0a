/** What every stand-in speaks: one request in, one reply out. Pure of sockets, so tests can call a stand-in directly. */

export interface Exchange {
  /** Production host name the caller meant, e.g. `services.leadconnectorhq.com`. */
  host: string;
  method: string;
  /** Path without the query, still percent-encoded per segment. */
  path: string;
  query: URLSearchParams;
  /** Lower-cased names. */
  headers: Record<string, string>;
  /** Parsed JSON or form body; undefined when there is none; the raw text when it is not parseable. */
  body: unknown;
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON; a string as it is (set content-type in headers). */
  body?: unknown;
}

/** One row of a stand-in's route table. `path` has `:name` segments; `fault` routes are named by `id`. */
export interface Route<S> {
  id: string;
  method: string;
  path: string;
  handle: (call: Call<S>) => Reply;
}

export interface Call<S> extends Exchange {
  params: Record<string, string>;
  state: S;
  clock: Clock;
}

/** The sandbox's movable clock: milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Moves the clock forward. */
  advance(ms: number): void;
  set(ms: number): void;
}
