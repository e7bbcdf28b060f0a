import type { OpenEndpoint } from '../../http/endpoint-rows.ts';
import { CALENDAR_ROWS } from './calendars.ts';
import { CONTACT_ROWS } from './contacts.ts';
import { OFFICE_ROWS } from './office.ts';
import { SALES_ROWS } from './sales.ts';
import { TALK_ROWS } from './talk.ts';

/** HighLevel's endpoints that only the catalogue of operations uses; those the panel and the sync use stand in ../endpoints.ts. */
export const MORE_HIGHLEVEL: readonly OpenEndpoint[] = [
  ...CONTACT_ROWS,
  ...SALES_ROWS,
  ...TALK_ROWS,
  ...CALENDAR_ROWS,
  ...OFFICE_ROWS,
];
