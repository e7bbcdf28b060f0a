import type { HlUser } from '../world/types.ts';
import { refuse } from './errors.ts';
import { type HlCall, type HlRoute, page, whole } from './route.ts';
import type { Field } from './validate.ts';

function userView({ locationIds, ...user }: HlUser) {
  return { ...user, extension: '', roles: { type: 'account', role: 'user', locationIds, restrictSubAccount: false } };
}

function visible(call: HlCall): HlUser[] {
  const { state, token } = call;
  const own = state.rows.locations.filter((row) => row.companyId === token.companyId).map((row) => row.id);
  const locations = token.userType === 'Location' ? [token.locationId ?? ''] : own;
  return state.rows.users.filter((user) => user.locationIds.some((id) => locations.includes(id)));
}

function search(call: HlCall) {
  const { query, token } = call;
  if (query.get('companyId') !== token.companyId) refuse(403, 'The token does not have access to this company.');
  const wanted = query.get('query')?.toLowerCase();
  const ids = query.get('ids')?.split(',');
  const locationId = query.get('locationId');
  const rows = visible(call).filter(
    (user) =>
      (!wanted || `${user.name} ${user.email}`.toLowerCase().includes(wanted)) &&
      (!ids || ids.includes(user.id)) &&
      (!locationId || user.locationIds.includes(locationId)),
  );
  const users = page(rows, whole(query, 'skip', 0), whole(query, 'limit', 25));
  return { users: users.map((user) => ({ ...userView(user), deleted: false })), count: rows.length };
}

function list(call: HlCall) {
  const locationId = call.query.get('locationId') ?? '';
  const users = visible(call).filter((user) => user.locationIds.includes(locationId));
  return { users: users.map((user) => ({ ...userView(user), deleted: false })) };
}

// A missing user is a 401 [issue 205]: not every 401 is a dead token.
function get(call: HlCall) {
  const user = visible(call).find((row) => row.id === call.params.userId);
  return user ? userView(user) : refuse(401, 'The user does not exist.');
}

const text: Field = { kind: 'string' };
const shared = { spec: 'users', version: '2021-07-28', scope: 'users.readonly', method: 'GET' } as const;

export const userRoutes: HlRoute[] = [
  {
    ...shared,
    id: 'highlevel.list-users',
    path: '/users/',
    query: { locationId: { kind: 'string', required: true } },
    handle: list,
  },
  {
    ...shared,
    access: 'both',
    id: 'highlevel.search-users',
    path: '/users/search',
    query: {
      companyId: { kind: 'string', required: true },
      query: text,
      skip: text,
      limit: text,
      locationId: text,
      type: text,
      role: text,
      ids: text,
      sort: text,
      sortDirection: text,
      enabled2waySync: { kind: 'boolean' },
    },
    handle: search,
  },
  { ...shared, access: 'both', id: 'highlevel.get-user', path: '/users/:userId', handle: get },
];
