import { MORE_CLIO } from '../../clio/endpoints/index.ts';
import { CLIO_ENDPOINTS } from '../../clio/endpoints.ts';
import { MORE_HIGHLEVEL } from '../../highlevel/endpoints/index.ts';
import { HIGHLEVEL_ENDPOINTS } from '../../highlevel/endpoints.ts';
import type { OpenEndpoint } from '../../http/endpoint-rows.ts';

const byId = new Map<string, OpenEndpoint>(
  [...HIGHLEVEL_ENDPOINTS, ...CLIO_ENDPOINTS, ...MORE_HIGHLEVEL, ...MORE_CLIO].map((one) => [one.id, one]),
);

/** Any endpoint of either system. */
export const endpointOf = (id: string | undefined): OpenEndpoint | undefined => byId.get(id ?? '');
