import type { Call, Clock, Exchange, Reply, Route } from '../exchange.ts';
import type { LimitReading } from '../limits.ts';
import { PAGE_ROUTES } from '../pages/routes.ts';
import { createRouter } from '../router.ts';
import type { StandIn } from '../stand-in.ts';
import type { ClioRows } from '../world/types.ts';
import { API_ROOT, type ApiRoute, toRoute } from './api-route.ts';
import { createControl } from './control.ts';
import { OAUTH_ROUTES } from './oauth.ts';
import { notFound, refusal, replyOf } from './refusal.ts';
import { CLIO_HOSTS } from './regions.ts';
import { REMINDER_ROUTES } from './reminders.ts';
import { DESK_ROUTES } from './routes-desk.ts';
import { PEOPLE_ROUTES } from './routes-people.ts';
import { WORK_ROUTES } from './routes-work.ts';
import { type ClioOptions, type ClioState, createState, seed } from './state.ts';
import { type ApiCall, bearer, demand, readToken, viewOf } from './view.ts';

/** Every API route; the contract test holds them against the official spec. */
export const API_ROUTES: readonly ApiRoute[] = [...PEOPLE_ROUTES, ...WORK_ROUTES, ...REMINDER_ROUTES];

const MINOR_VERSIONS = ['4.0.4', '4.0.5', '4.0.6', '4.0.7', '4.0.8', '4.0.9', '4.0.10', '4.0.11', '4.0.12', '4.0.13'];
const DEFAULT_VERSION = '4.0.9';

/** The pretended Clio Manage of all four regions: API v4, OAuth, and the pages. */
export function createClio(rows: ClioRows, clock: Clock, options: ClioOptions = {}): StandIn<ClioState, ClioRows> {
  const state = createState(clock, options);
  seed(state, rows, clock, options);
  const guard = (call: Call<ClioState>, route: ApiRoute): ApiCall => {
    if (!call.path.endsWith('.json')) throw notFound('Route');
    const token = readToken(state, clock, call);
    demand(token, route.areas, route.access);
    return { ...call, view: viewOf(state, clock, token.userId) };
  };
  const routes: Route<ClioState>[] = [
    ...[...API_ROUTES, ...DESK_ROUTES].map((route) => toRoute(route, guard)),
    ...OAUTH_ROUTES,
    ...PAGE_ROUTES,
  ];
  const router = createRouter(routes);
  const route = (exchange: Exchange): Reply => {
    const match = router.match(exchange);
    if (match) return match.route.handle({ ...exchange, params: match.params, state, clock });
    const methods = router.methodsAt(exchange.path);
    if (methods.length > 0) throw refusal(405, 'MethodNotAllowed', 'Method not allowed', { allow: methods.join(', ') });
    throw notFound('Route');
  };
  return {
    hosts: Object.values(CLIO_HOSTS),
    state,
    control: createControl(state, clock),
    handle: (exchange) =>
      exchange.path.startsWith(API_ROOT) ? api(state, clock, exchange, route) : guarded(() => route(exchange)),
    routeId: (exchange) => router.match(exchange)?.route.id,
    reset: (fresh) => seed(state, fresh, clock, options),
  };
}

/** An API call: counted before it is looked at; every answer tells the rate limit, every good one the version. */
function api(state: ClioState, clock: Clock, exchange: Exchange, route: (exchange: Exchange) => Reply): Reply {
  const value = bearer(exchange) ?? '';
  // Only tokens that exist have a budget; calls without one are refused by authentication, not by the limit.
  const reading = state.tokens.has(value) ? state.limit.take(value) : state.limit.peek(value);
  const version = exchange.headers['x-api-version'] ?? DEFAULT_VERSION;
  const reply = guarded(() => {
    if (!reading.allowed) throw tooMany(reading, clock);
    if (!MINOR_VERSIONS.includes(version)) throw refusal(410, 'Gone', `API version ${version} is not supported`);
    return route(exchange);
  });
  const versioned: Record<string, string> = reply.status < 400 ? { 'x-api-version': version } : {};
  return { ...reply, headers: { ...limitHeaders(reading), ...versioned, ...reply.headers } };
}

function guarded(answer: () => Reply): Reply {
  try {
    return answer();
  } catch (thrown) {
    return replyOf(thrown);
  }
}

/** `X-RateLimit-Reset` is a time in whole seconds since 1970, rounded up: after it the budget is whole again. */
function limitHeaders(reading: LimitReading): Record<string, string> {
  return {
    'x-ratelimit-limit': String(reading.max),
    'x-ratelimit-remaining': String(reading.remaining),
    'x-ratelimit-reset': String(Math.ceil(reading.resetAt / 1000)),
  };
}

function tooMany(reading: LimitReading, clock: Clock) {
  const seconds = Math.max(1, Math.ceil((reading.resetAt - clock.now()) / 1000));
  return refusal(429, 'RateLimited', 'Rate limit exceeded', { 'retry-after': String(seconds) });
}
