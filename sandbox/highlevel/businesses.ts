import { assertLocation } from './contact-store.ts';
import { type HlCall, type HlRoute, need, page, whole } from './route.ts';

function businessOf(call: HlCall) {
  const found = call.state.rows.businesses.find((row) => row.id === call.params.businessId);
  const business = need(call, found, 'Business');
  assertLocation(call, business.locationId);
  return business;
}

function list(call: HlCall) {
  const { query, state } = call;
  const rows = state.rows.businesses.filter((row) => row.locationId === query.get('locationId'));
  return { businesses: page(rows, whole(query, 'skip', 0), whole(query, 'limit', 100)) };
}

const shared = { spec: 'businesses', version: '2021-07-28', scope: 'businesses.readonly', method: 'GET' } as const;

export const businessRoutes: HlRoute[] = [
  {
    ...shared,
    id: 'highlevel.list-businesses',
    path: '/businesses/',
    query: { locationId: { kind: 'string', required: true }, limit: { kind: 'string' }, skip: { kind: 'string' } },
    handle: list,
  },
  {
    ...shared,
    id: 'highlevel.get-business',
    path: '/businesses/:businessId',
    handle: (call) => ({ business: businessOf(call) }),
  },
];
