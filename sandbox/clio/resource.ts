import type { ClioRows } from '../world/types.ts';
import { type ApiRoute, listRoute, showRoute, writeRoutes } from './api-route.ts';
import { type BodyRules, type Data, readData } from './body.ts';
import type { ListSpec } from './list.ts';
import { notFound } from './refusal.ts';
import type { Area } from './scopes.ts';
import { byId } from './shape-parts.ts';
import { nextId, stamp } from './state.ts';
import type { ApiCall, View } from './view.ts';

interface Row {
  id: number;
  account_id: number;
  created_at: string;
  updated_at: string;
}

/** One kind of record, declared. Only the operations that have what they need come to be: `list`, `get`, `make`, `lay`, `gone`. */
export interface Resource<T extends Row> {
  /** `clio.bills`; the path is made of the last part unless told. */
  id: string;
  kind: string;
  path?: string;
  areas: Area[];
  table: keyof ClioRows;
  list?: Pick<ListSpec<T>, 'params' | 'orders' | 'required'> & { rows?: ListSpec<T>['rows'] };
  get?: true;
  /** Query parameters of writes beside `fields`. */
  extra?: string[];
  create?: BodyRules;
  update?: BodyRules;
  /** A new row, blank but for what a body cannot say. */
  make?(data: Data, view: View): T;
  /** Lays a body over a row: gives new values, changes nothing, throws when something is wrong. */
  lay?(row: T, data: Data, view: View): T;
  /** `true`: the row is simply removed. */
  gone?: true | ((call: ApiCall, row: T) => void);
}

/** The routes of a declared kind. */
export function resource<T extends Row>(spec: Resource<T>): ApiRoute[] {
  const { id, kind, areas, table, list, get, create = {}, update = {}, make, lay, gone } = spec;
  const path = spec.path ?? `/${id.split('.').at(-1)}`;
  const mine = (call: ApiCall) => call.view.rows[table] as unknown as T[];
  const written = (row: T, data: Data, view: View) => ({ ...(lay ? lay(row, data, view) : row), updated_at: stamp(view.clock) });
  const writes = writeRoutes<T>({
    ...{ id, kind, path, areas, mine, extra: spec.extra, createRules: create, updateRules: update },
    all: (state) => state.rows[table] as unknown as T[],
    create: (call) => {
      const data = readData(call.body, create, true);
      return written(make!(data, call.view), data, call.view);
    },
    update: (call, row) => written(row, readData(call.body, update, false), call.view),
    ...(typeof gone === 'function' ? { remove: gone } : {}),
  });
  const can: Record<string, unknown> = { POST: make, PATCH: spec.update, DELETE: gone };
  const ordered = list?.orders !== undefined;
  return [
    ...(list
      ? [listRoute(`${id}.list`, `${path}.json`, areas, { rows: mine, ...list, kind, ordered, idOf: (row) => row.id })]
      : []),
    ...(get ? [showRoute(`${id}.get`, `${path}/:id`, areas, kind, mine)] : []),
    ...writes.filter(({ method }) => can[method]),
  ];
}

/** What every new row has. */
export function newRow(view: View): Row {
  const now = stamp(view.clock);
  return { id: nextId(view.state), account_id: view.account.id, created_at: now, updated_at: now };
}

/** The row of a table by an id from a body, or 404. */
export function known<T extends { id: number }>(rows: T[], id: unknown, kind: string): T {
  const row = byId(rows, Number(id));
  if (!row) throw notFound(`${kind} ${id}`);
  return row;
}

/** The named values that a body gives, as they are. */
export function told(data: Data, ...names: string[]): Data {
  return Object.fromEntries(names.filter((name) => data[name] !== undefined).map((name) => [name, data[name]]));
}
