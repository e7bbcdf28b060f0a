import { byId, columns, etagField, one } from './shape-parts.ts';
import type { AnyShape } from './shapes.ts';

export type Plain = AnyShape['plain'];
export type Inner = AnyShape['nested'];

/** A shape of columns answered as they are stored, with id, etag and times; the rest by name. */
export function table(kind: string, names: string, plain: Plain = {}, nested: Inner = {}): AnyShape {
  const own = columns<Record<string, unknown>>(...names.split(/\s+/).filter(Boolean), 'id', 'created_at', 'updated_at');
  return { kind, plain: { ...own, ...etagField(kind), ...plain }, nested };
}

/** The user that a column names. */
export const userOf = <T>(pick: (row: T) => number | null) => one<T>('User', (row, look) => byId(look.rows.users, pick(row)));
