import type { Call, Reply, Route } from '../exchange.ts';
import type { BodyRules } from './body.ts';
import { answerList, type ListSpec, PAGE_PARAMS } from './list.ts';
import { answerRecord, demandMatch, recordFields, writtenRecord } from './record.ts';
import { notFound } from './refusal.ts';
import type { Area } from './scopes.ts';
import type { ClioState } from './state.ts';
import { type ApiCall, idParam } from './view.ts';

/** One API route with what it demands. `path` is the official one with `:name` segments, below `/api/v4`. */
export interface ApiRoute {
  id: string;
  method: string;
  path: string;
  areas: Area[];
  access: 'read' | 'write';
  /** Query parameters accepted; the contract test holds them against the official spec. */
  accepts: string[];
  body?: BodyRules;
  answer(call: ApiCall): Reply;
}

export const API_ROOT = '/api/v4';

/** The route as the shared router wants it. `guard` does authentication, limits and permissions, and builds the view. */
export function toRoute(route: ApiRoute, guard: (call: Call<ClioState>, route: ApiRoute) => ApiCall): Route<ClioState> {
  return {
    id: route.id,
    method: route.method,
    path: `${API_ROOT}${route.path}`,
    handle: (call) => {
      // The router takes whole segments, so a path parameter at the end still carries the official `.json`.
      const params = Object.entries(call.params).map(([name, value]) => [name, value.replace(/\.json$/, '')]);
      return route.answer(guard({ ...call, params: Object.fromEntries(params) }, route));
    },
  };
}

/** GET of a list. */
export function listRoute<T>(id: string, path: string, areas: Area[], spec: ListSpec<T>): ApiRoute {
  const accepts = [...Object.keys(spec.params), ...PAGE_PARAMS, ...(spec.ordered === false ? [] : ['order'])];
  return { id, method: 'GET', path, areas, access: 'read', accepts, answer: (call) => answerList(call, spec) };
}

type Row = { id: number; updated_at?: string };

/** GET of one record by `:id`. `extra` names query parameters beside `fields`. */
export function showRoute(
  id: string,
  path: string,
  areas: Area[],
  kind: string,
  rows: (call: ApiCall) => Row[],
  extra: string[] = [],
): ApiRoute {
  const answer = (call: ApiCall) => answerRecord(call, kind, found(call, kind, rows(call)), extra);
  return { id, method: 'GET', path, areas, access: 'read', accepts: ['fields', ...extra], answer };
}

/** The record that the path names, or a 404. */
export function found<T extends { id: number }>(call: ApiCall, kind: string, rows: T[]): T {
  const id = idParam(call);
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) throw notFound(`${kind} ${id}`);
  return row;
}

export interface WriteSpec<T> {
  /** Prefix of the route ids: `clio.tasks`. */
  id: string;
  kind: string;
  path: string;
  areas: Area[];
  /** The account's rows, and all of the sandbox's. */
  mine(call: ApiCall): T[];
  all(state: ClioState): T[];
  extra?: string[];
  createRules: BodyRules;
  updateRules: BodyRules;
  create(call: ApiCall): T;
  /** Gives the new values; may not change the row itself. */
  update(call: ApiCall, row: T): T;
  /** Takes the record away, or throws when it may not go; without it the row is simply removed. */
  remove?(call: ApiCall, row: T): void;
}

/** POST, PATCH and DELETE of one kind of record. */
export function writeRoutes<T extends Row>(spec: WriteSpec<T>): ApiRoute[] {
  const { kind, areas } = spec;
  const shared = { areas, access: 'write' as const, accepts: ['fields', ...(spec.extra ?? [])] };
  const create = (call: ApiCall): Reply => {
    const fields = recordFields(call, kind, spec.extra);
    const row = spec.create(call);
    spec.all(call.state).push(row);
    spec.mine(call).push(row);
    return writtenRecord(call, kind, row, fields, 201);
  };
  const update = (call: ApiCall): Reply => {
    const fields = recordFields(call, kind, spec.extra);
    const row = found(call, kind, spec.mine(call));
    demandMatch(call, kind, row);
    Object.assign(row, spec.update(call, row));
    return writtenRecord(call, kind, row, fields, 200);
  };
  const remove = (call: ApiCall): Reply => {
    const row = found(call, kind, spec.mine(call));
    demandMatch(call, kind, row);
    const all = spec.all(call.state);
    if (spec.remove) spec.remove(call, row);
    else all.splice(all.indexOf(row), 1);
    return { status: 204 };
  };
  return [
    { ...shared, id: `${spec.id}.create`, method: 'POST', path: `${spec.path}.json`, body: spec.createRules, answer: create },
    { ...shared, id: `${spec.id}.patch`, method: 'PATCH', path: `${spec.path}/:id`, body: spec.updateRules, answer: update },
    { ...shared, id: `${spec.id}.delete`, method: 'DELETE', path: `${spec.path}/:id`, accepts: [], answer: remove },
  ];
}
