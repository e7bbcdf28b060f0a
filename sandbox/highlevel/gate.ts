import type { Clock, Exchange, Reply } from '../exchange.ts';
import { assertLocation } from './contact-store.ts';
import type { HlToken } from './credentials.ts';
import { errorReply, isRefusal, refuse, refuseWith } from './errors.ts';
import { tooMany } from './limits.ts';
import type { HlCall, HlRoute } from './route.ts';
import type { HighLevelState } from './state.ts';
import { bodyProblems, queryProblems } from './validate.ts';

/** Runs one API call through all checks in HighLevel's order: token, limits, version, token kind, scope, location, values, then the route. */
export function runRoute(
  state: HighLevelState,
  clock: Clock,
  exchange: Exchange,
  route: HlRoute,
  params: Record<string, string>,
): Reply {
  let headers: Record<string, string> = {};
  try {
    const token = tokenOf(state, clock, exchange);
    const key = limitKey(token);
    const over = state.limits.take(key);
    headers = state.limits.headers(key);
    if (over) refuseWith(tooMany(headers));
    checkVersion(state, exchange, route);
    checkRights(token, route);
    const call: HlCall = { ...exchange, params, state, clock, token };
    checkLocation(call);
    checkValues(call, route);
    const body = route.handle(call);
    return { status: route.status ?? 200, headers, body: asVersion(state, body) };
  } catch (error) {
    if (isRefusal(error)) return { ...error.reply, headers: { ...headers, ...error.reply.headers } };
    throw error;
  }
}

/** Calls count per app and location (per app and company for an agency's token). */
export const limitKey = (token: HlToken) => `${token.appId}@${token.locationId ?? token.companyId}`;

function tokenOf(state: HighLevelState, clock: Clock, exchange: Exchange): HlToken {
  const [scheme, value = ''] = (exchange.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !value) refuse(401, 'Invalid JWT');
  const found = state.tokens.find((row) => row.token === value);
  if (!found) refuse(401, value.startsWith('pit-') ? 'Invalid Private Integration token' : 'Invalid JWT');
  // The words are the specs' UnauthorizedDTO example; real texts vary, the status does not.
  if (found.expiresAt !== undefined && found.expiresAt <= clock.now()) refuse(401, 'Invalid token: access token is invalid');
  return found;
}

// Both texts are reported of the live API. 401, not 400: a client that refreshes its token on every 401 would loop here.
function checkVersion(state: HighLevelState, exchange: Exchange, route: HlRoute): void {
  const version = exchange.headers.version;
  if (!version) refuse(401, 'version header was not found.');
  const published = ['2021-04-15', '2021-07-28', '2023-02-21', 'v3'];
  if (version === 'v3' && state.quirks.v3) return;
  const allowed = state.settings.strictVersions ? [route.version] : published;
  if (!allowed.includes(version)) refuse(401, 'version header is invalid');
}

function checkRights(token: HlToken, route: HlRoute): void {
  const access = route.access ?? 'location';
  const kind = token.userType === 'Company' ? 'agency' : 'location';
  if (access !== 'both' && access !== kind) refuse(401, "Token's user type mismatch!");
  // A few operations name no scope: any token of the right kind may call them.
  if (route.scope && !token.scopes.includes(route.scope)) refuse(401, 'The token is not authorized for this scope.');
}

/** A location named in the path, the query or the body must be the token's. */
function checkLocation(call: HlCall): void {
  const body = call.body as { locationId?: unknown } | undefined;
  const inBody = typeof body === 'object' && body !== null ? body.locationId : undefined;
  for (const named of [call.params.locationId, call.query.get('locationId'), inBody]) {
    if (typeof named === 'string' && named) assertLocation(call, named);
  }
}

function checkValues(call: HlCall, route: HlRoute): void {
  const problems = queryProblems(route.query ?? {}, call.query);
  if (route.multipart) return void (problems.length && refuse(422, problems));
  if (typeof call.body === 'string') refuse(400, 'Unexpected token in JSON');
  if (!route.checksOwnBody && route.method !== 'GET') problems.push(...bodyProblems(route.body ?? {}, call.body));
  if (problems.length) refuse(422, problems);
}

// v3 answers `succeeded` beside the older misspelling.
function asVersion(state: HighLevelState, body: unknown): unknown {
  if (!state.quirks.v3 || typeof body !== 'object' || body === null || !('succeded' in body)) return body;
  return { ...body, succeeded: body.succeded };
}

/** What an unknown path answers. */
export const noRoute = (exchange: Exchange): Reply => errorReply(404, `Cannot ${exchange.method} ${exchange.path}`);
