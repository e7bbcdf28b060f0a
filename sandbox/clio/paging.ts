import type { ListSpec } from './list.ts';
import { argumentError, badRequest } from './refusal.ts';
import type { View } from './view.ts';

export interface Paging {
  query: URLSearchParams;
  limit: number;
  /** True: by id, unlimited and unmoved by records that vanish. False: by offset, which shifts when they do. */
  cursor: boolean;
  /** Cursor: the record before which or after which the page lies. */
  from?: { after?: number; before?: number };
  offset: number;
  order: string;
  descending: boolean;
}
export interface Page<T> {
  rows: T[];
  links: Record<string, URLSearchParams>;
}

/** Offset paging ends here [Clio's paging documentation: beyond it, 422 ArgumentError]. */
const OFFSET_CEILING = 10_000;

/** Reads `limit`, `order`, `offset` and `page_token`. A list in `id(asc)` order without an offset is paged by cursor. */
export function readPaging(query: URLSearchParams, orders: string[]): Paging {
  const limit = whole(query.get('limit') ?? '200', 'limit');
  if (limit < 1 || limit > 200) throw argumentError('limit must be between 1 and 200');
  const asked = query.get('order') ?? 'id(asc)';
  const [, order = '', way] = /^([a-z_.]+)\((asc|desc)\)$/.exec(asked) ?? [];
  if (order !== 'id' && !orders.includes(order)) throw badRequest(`order cannot be ${asked}`);
  const token = query.get('page_token');
  const paging = { query, limit, order, descending: way === 'desc', offset: 0 };
  if (token !== null) {
    if (asked !== 'id(asc)' || query.has('offset')) throw badRequest('page_token goes with order=id(asc) and without offset');
    return { ...paging, cursor: true, from: readToken(token) };
  }
  const offset = whole(query.get('offset') ?? '0', 'offset');
  if (offset + limit > OFFSET_CEILING && offset > 0) throw argumentError(`offset paging ends at ${OFFSET_CEILING} records`);
  return { ...paging, offset, cursor: asked === 'id(asc)' && !query.has('offset') };
}

function whole(text: string, name: string): number {
  if (!/^\d+$/.test(text)) throw badRequest(`${name} must be a whole number`);
  return Number(text);
}

function readToken(token: string): { after?: number; before?: number } {
  const [, way, id] = /^(after|before):(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? [];
  if (!id) throw badRequest('page_token is invalid');
  return way === 'after' ? { after: Number(id) } : { before: Number(id) };
}

/** One page by id. The links carry the id to go on from, so deleted records shift nothing. */
export function cursorPage<T>(found: T[], paging: Paging, spec: ListSpec<T>): Page<T> {
  const sorted = [...found].sort((a, b) => spec.idOf(a) - spec.idOf(b));
  const { after, before } = paging.from ?? {};
  const from = sorted.filter(
    (row) => (after === undefined || spec.idOf(row) > after) && (before === undefined || spec.idOf(row) < before),
  );
  const rows = before === undefined ? from.slice(0, paging.limit) : from.slice(-paging.limit);
  const first = rows[0] && spec.idOf(rows[0]);
  const last = rows.length > 0 ? spec.idOf(rows.at(-1)!) : undefined;
  const link = (way: string, id: number) => {
    const query = new URLSearchParams(paging.query);
    query.set('page_token', Buffer.from(`${way}:${id}`).toString('base64url'));
    return query;
  };
  const links: Record<string, URLSearchParams> = {};
  if (first !== undefined && sorted.some((row) => spec.idOf(row) < first)) links.previous = link('before', first);
  if (last !== undefined && sorted.some((row) => spec.idOf(row) > last)) links.next = link('after', last);
  return { rows, links };
}

/** One page by offset, in any order. */
export function offsetPage<T>(found: T[], paging: Paging, spec: ListSpec<T>, view: View): Page<T> {
  const key = paging.order === 'id' ? spec.idOf : (spec.orders?.[paging.order] ?? spec.idOf);
  const way = paging.descending ? -1 : 1;
  const sorted = [...found].sort((a, b) => way * compare(key(a, view), key(b, view)) || spec.idOf(a) - spec.idOf(b));
  const { limit, offset } = paging;
  const link = (at: number) => {
    const query = new URLSearchParams(paging.query);
    query.set('offset', String(at));
    return query;
  };
  const links: Record<string, URLSearchParams> = {};
  if (offset > 0) links.previous = link(Math.max(0, offset - limit));
  if (offset + limit < sorted.length) links.next = link(offset + limit);
  return { rows: sorted.slice(offset, offset + limit), links };
}

function compare(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b);
}
