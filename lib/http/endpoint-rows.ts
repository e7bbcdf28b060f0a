import * as z from 'zod/mini';
import type { System } from '../model/subject.ts';
import { valueAt } from '../model/value-at.ts';
import type { Endpoint } from './endpoint.ts';

/** An endpoint whose answer is shown or passed on as it came, not converted. */
export interface OpenEndpoint extends Endpoint {
  /** Dotted path in a good answer: what was read, or the id of what was written. */
  found?: string;
}

/**
 * Reads must have what was asked for at `found`. Writes only have to be an answer at all: one that was carried out and answered in
 * another shape must not become an "unknown" write for want of an id.
 */
const answerWith = (found: string | undefined, access: Endpoint['access']) =>
  z
    .unknown()
    .check(
      z.refine(
        (value) =>
          typeof value === 'object' && value !== null && (!found || access === 'write' || valueAt(value, found) !== undefined),
      ),
    );

/**
 * Endpoints from a table, id -> `METHOD PATH SCOPE FOUND QUERY,NAMES` (FOUND may be `-`). A text a row, as the background carries over a
 * hundred of them. Reading is what scopes ending in `readonly` (HighLevel) or `.read` (Clio) allow.
 */
export const endpointRows = (system: System, rows: Record<string, string>, version?: string): OpenEndpoint[] =>
  Object.entries(rows).map(([name, row]) => {
    const [method, path = '', scope = '', at = '-', query] = row.split(' ');
    const access = /read(only)?$/.test(scope) ? 'read' : 'write';
    const found = at === '-' ? undefined : at;
    return {
      id: `${system}.${name}`,
      system,
      method: method as Endpoint['method'],
      path,
      ...(version && { version }),
      scope,
      access,
      ...(query && { query: query.split(',') }),
      answer: answerWith(found, access),
      ...(found && { found }),
    };
  });
