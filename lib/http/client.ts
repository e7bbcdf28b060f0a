import type { Connection } from '../model/connection.ts';
import type { AppError } from '../model/errors.ts';
import type { Request } from './endpoint.ts';
import type { Limiter } from './limiter.ts';

/** What a good call brings. */
export interface Answered<A> {
  data: A;
  status: number;
  etag?: string;
}

export interface CallOptions {
  /** Interactive reads go first when calls are scarce. */
  priority?: 'interactive' | 'write' | 'background';
  signal?: AbortSignal;
}

/** The one way out. Throws AppError only; `facts.maybeDone` is set when a write may have been carried out. */
export interface Client {
  call<A>(connection: Connection, request: Request<A>, options?: CallOptions): Promise<Answered<A>>;
}

export interface ClientParts {
  /** The global fetch or a stand-in; given to ofetch's createFetch. */
  fetch: typeof globalThis.fetch;
  now: () => number;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** 0..1 */
  random: () => number;
  /** A usable access token. `refused` is the token an answer 401 spoke of: the provider refreshes once for all callers, or throws `signed-out`. */
  token: (connection: Connection, refused?: string) => Promise<string>;
  /** Told of every limit seen, for notices and meters. */
  onLimit?: (connection: Connection, limit: { kind: 'rate-limited' | 'daily-limit'; until: number }) => void;
  onError?: (connection: Connection, error: AppError) => void;
  /** `navigator.onLine`: tells `offline` from `network-lost`. Left out, every lost call is `network-lost`. */
  online?: () => boolean;
  /** Shared with whoever shows meters; made by the client when left out. */
  limiter?: Limiter;
}
