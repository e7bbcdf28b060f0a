import type { Exchange, Reply } from './exchange.ts';

/** A control verb: takes the parsed JSON of one control call, gives JSON back. */
// biome-ignore lint/suspicious/noExplicitAny: each verb names its own arguments; the door passes parsed JSON.
export type Verb = (args: any) => unknown;

/** One pretended service. `handle` is its whole pipeline: auth, version header, limits, validation, route. */
export interface StandIn<S = unknown, R = never> {
  /** Production host names answered. */
  hosts: string[];
  handle(exchange: Exchange): Reply | Promise<Reply>;
  /** Name of the route a request would reach, e.g. `highlevel.create-contact`; undefined when none. Faults match on it. */
  routeId(exchange: Exchange): string | undefined;
  state: S;
  /** Own control verbs, e.g. `setQuirk`, `issueToken`, `revokeToken`, `expireTokens`, `setSearchLag`, `setLimits`. */
  control: Record<string, Verb>;
  /** Back to freshly seeded rows: tokens, quirks, limits and counters too. */
  reset(rows: R): void;
}

/** A stand-in whose types the core does not look into. */
// biome-ignore lint/suspicious/noExplicitAny: the core passes rows and state through without reading them.
export type AnyStandIn = StandIn<any, any>;
