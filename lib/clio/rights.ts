import type { Endpoint, Request } from '../http/endpoint.ts';
import type { RightProbe } from '../http/right.ts';
import { CLIO } from './endpoints.ts';

export { type Outcome, type RightProbe, verdict } from '../http/right.ts';

/** No Clio record has this id: they count up from 1. */
export const NO_RECORD = '0';
/** An ETag no record has: were the record there, the change would be refused as outdated. */
const NO_ETAG = '"rankr-permission-check"';

const read = (id: string, endpoint: Endpoint, query: Request['query'] = {}): RightProbe => ({
  id,
  access: 'read',
  scope: endpoint.scope,
  request: () => ({ endpoint, query: { fields: 'id', ...(endpoint.query?.includes('limit') && { limit: 1 }), ...query } }),
});

/**
 * A write probe changes (never makes) a record that does not exist, under an ETag that nothing has, to a value Clio has no word for:
 * three reasons to refuse, each enough. Doubt: should Clio look for the record before the right, a missing right would read as
 * `no such record`; its documentation of permissions suggests the right comes first (403 for the whole kind of record).
 */
const write = (id: string, endpoint: Endpoint, data: Record<string, unknown>): RightProbe => ({
  id,
  access: 'write',
  scope: endpoint.scope,
  request: () => ({ endpoint, params: { id: NO_RECORD }, query: { fields: 'id' }, body: { data }, ifMatch: NO_ETAG }),
});

/** Each right with its harmless call. */
export const CLIO_RIGHTS: readonly RightProbe[] = [
  read('clio.users.read', CLIO.user.whoAmI),
  read('clio.contacts.read', CLIO.contact.list),
  read('clio.matters.read', CLIO.matter.list),
  read('clio.tasks.read', CLIO.task.list),
  read('clio.notes.read', CLIO.note.list, { type: 'Contact' }),
  read('clio.calendars.read', CLIO.calendar.list),
  read('clio.custom-fields.read', CLIO.customField.list),
  write('clio.contacts.write', CLIO.contact.update, { type: 'RankrPermissionCheck' }),
  write('clio.tasks.write', CLIO.task.update, { status: 'rankr_permission_check' }),
  write('clio.notes.write', CLIO.note.update, { date: 'rankr_permission_check' }),
  write('clio.calendars.write', CLIO.entry.update, { start_at: 'rankr_permission_check' }),
];
