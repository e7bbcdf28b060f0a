import type { Reply } from '../exchange.ts';
import { readFields, render } from './fields.ts';
import { cursorPage, offsetPage, readPaging } from './paging.ts';
import { badRequest } from './refusal.ts';
import { shapeOf } from './shapes.ts';
import { type ApiCall, apiUrl, type View } from './view.ts';

export type ParamType = 'id' | 'bool' | 'date' | 'time' | 'text' | readonly string[];
export interface Param<T> {
  type: ParamType;
  test(row: T, value: string, view: View): boolean;
}

/** What a list route offers beside `fields`, `limit`, `page_token` and `offset`. */
export interface ListSpec<T> {
  kind: string;
  rows(call: ApiCall): T[];
  /** Filters by query parameter; names ending in `[]` may be repeated and match any. */
  params: Record<string, Param<T>>;
  required?: string[];
  /** Sort keys besides `id`, ascending form. */
  orders?: Record<string, (row: T, view: View) => string | number | null>;
  idOf(row: T): number;
  /** False where the spec knows no `order` parameter. */
  ordered?: boolean;
}

export const PAGE_PARAMS = ['fields', 'limit', 'page_token', 'offset'];

/**
 * Answers a list: filter, order, page, render. Unknown parameters are refused. Clio's documentation does not say what the
 * real one does with them; the sandbox is strict, so that a misspelt filter never looks like a working one.
 */
export function answerList<T>(call: ApiCall, spec: ListSpec<T>): Reply {
  const { query, view } = call;
  const shape = shapeOf(spec.kind);
  const fields = readFields(query.get('fields'), shape);
  for (const name of new Set(query.keys())) {
    const known = name in spec.params || PAGE_PARAMS.includes(name) || (name === 'order' && spec.ordered !== false);
    if (!known) throw badRequest(`Unknown or unplayed parameter: ${name}`);
  }
  for (const name of spec.required ?? []) if (!query.get(name)) throw badRequest(`${name} is required`);
  const tests = Object.keys(spec.params)
    .filter((name) => query.has(name))
    .map((name) => testOf(name, query.getAll(name), spec.params[name]!, view));
  const found = spec.rows(call).filter((row) => tests.every((test) => test(row)));
  const paging = readPaging(query, spec.orders ? Object.keys(spec.orders) : []);
  const page = paging.cursor ? cursorPage(found, paging, spec) : offsetPage(found, paging, spec, view);
  const links = Object.fromEntries(Object.entries(page.links).map(([name, next]) => [name, apiUrl(view, call.path, next)]));
  return {
    status: 200,
    body: {
      data: page.rows.map((row) => render(shape, row, fields, view)),
      meta: { paging: links, records: found.length },
    },
  };
}

function testOf<T>(name: string, values: string[], param: Param<T>, view: View): (row: T) => boolean {
  for (const value of values) checkValue(name, value, param.type);
  return (row) => values.some((value) => param.test(row, value, view));
}

function checkValue(name: string, value: string, type: ParamType): void {
  const wrong = (expected: string) => badRequest(`${name} must be ${expected}, not "${value}"`);
  if (type === 'id' && !/^(\d+|null)$/.test(value)) throw wrong('an id');
  if (type === 'bool' && !/^(true|false)$/.test(value)) throw wrong('true or false');
  if (type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) throw wrong('a date');
  if (type === 'time' && !(/^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value)))) throw wrong('an ISO-8601 time');
  if (Array.isArray(type)) {
    // `status` of matters takes several, separated by commas [official spec].
    const values = name === 'status' ? value.split(',') : [value];
    if (!values.every((each) => type.includes(each))) throw wrong(`one of ${type.join(', ')}`);
  }
}

export const idIs = <T>(pick: (row: T, view: View) => number | null | undefined): Param<T> => ({
  type: 'id',
  test: (row, value, view) => (value === 'null' ? (pick(row, view) ?? null) === null : pick(row, view) === Number(value)),
});
export const boolIs = <T>(pick: (row: T, view: View) => boolean): Param<T> => ({
  type: 'bool',
  test: (row, value, view) => pick(row, view) === (value === 'true'),
});
export const wordIs = <T>(words: readonly string[], pick: (row: T) => string): Param<T> => ({
  type: words,
  test: (row, value) => value.split(',').some((each) => pick(row).toLowerCase() === each.toLowerCase()),
});
/**
 * "After a specific time" [official spec]: read as strictly after, the reading under which a client that polls without an
 * overlap loses records. Doubt: the real one may include the very second.
 */
export const after = <T>(pick: (row: T) => string): Param<T> => ({
  type: 'time',
  test: (row, value) => Date.parse(pick(row)) > Date.parse(value),
});
/** Literal, case-insensitive: `6045550123` does not find `(604) 555-0123`. */
export const contains = <T>(pick: (row: T, view: View) => (string | null | undefined)[]): Param<T> => ({
  type: 'text',
  test: (row, value, view) => pick(row, view).some((text) => text?.toLowerCase().includes(value.toLowerCase())),
});

interface Timed {
  id: number;
  created_at: string;
  updated_at: string;
}
/** The filters that nearly every list has. */
export const common = <T extends Timed>(): Record<string, Param<T>> => ({
  'ids[]': idIs((row) => row.id),
  created_since: after((row) => row.created_at),
  updated_since: after((row) => row.updated_at),
});
