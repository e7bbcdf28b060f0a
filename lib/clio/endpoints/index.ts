import type { OpenEndpoint } from '../../http/endpoint-rows.ts';
import { MATTER_ROWS } from './matters.ts';
import { OFFICE_ROWS } from './office.ts';
import { WORK_ROWS } from './work.ts';

/** Clio's endpoints that only the catalogue of operations uses; those the panel and the sync use stand in ../endpoints.ts. */
export const MORE_CLIO: readonly OpenEndpoint[] = [...MATTER_ROWS, ...WORK_ROWS, ...OFFICE_ROWS];
