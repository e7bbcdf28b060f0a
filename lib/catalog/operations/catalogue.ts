import type { Operation } from '../operation.ts';
import { OPERATIONS } from './index.ts';
import { RELAY_TRIGGERS } from './relay.ts';

/** The whole catalogue as people see it: what works, and what waits for a relay. The background needs the first part only. */
export const CATALOGUE: readonly Operation[] = [...OPERATIONS, ...RELAY_TRIGGERS];
