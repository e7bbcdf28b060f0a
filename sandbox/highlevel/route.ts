import type { Call } from '../exchange.ts';
import type { HlToken } from './credentials.ts';
import { refuse } from './errors.ts';
import type { HighLevelState } from './state.ts';
import type { Shape } from './validate.ts';

/** A call that has passed the gate: its token is known. */
export interface HlCall extends Call<HighLevelState> {
  token: HlToken;
}

/** Which tokens an operation takes: of a sub-account, of the agency, or both. */
export type Access = 'location' | 'agency' | 'both';

/** One row of the route table. `path` is the spec's, with `:name` for `{name}`. */
export interface HlRoute {
  /** For faults and the ledger, e.g. `highlevel.create-contact`. */
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  /** Name of the official file that holds the operation. */
  spec: string;
  /** The `Version` header it takes. */
  version: '2021-07-28' | '2021-04-15';
  scope: string;
  access?: Access;
  query?: Shape;
  body?: Shape;
  /** The handler checks the body itself (a quirk lives there). */
  checksOwnBody?: true;
  /** Takes a form with files instead of JSON; the handler looks into it. */
  multipart?: true;
  /** Success status, 200 unless the spec says otherwise. */
  status?: number;
  /** Gives back the success body. Refuses by `refuse`. */
  handle: (call: HlCall) => unknown;
}

/** Finds a row by id in the caller's location, or refuses as HighLevel does. */
export function need<T>(call: Pick<HlCall, 'state'>, found: T | undefined, what: string): T {
  if (found === undefined) refuse(call.state.settings.missingStatus, `${what} not found`);
  return found;
}

/** The page of a `skip`/`limit` list. */
export function page<T>(rows: T[], skip: number, limit: number): T[] {
  return rows.slice(skip, skip + limit);
}

/** A whole number from a query, or the default when absent. */
export function whole(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) refuse(422, [`${name} must be a number string`]);
  return value;
}
