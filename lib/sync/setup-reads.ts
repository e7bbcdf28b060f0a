import { clioRequests } from '../clio/requests.ts';
import { HIGHLEVEL } from '../highlevel/endpoints.ts';
import type { Entity } from '../model/change.ts';
import type { Connection } from '../model/connection.ts';
import { listKey } from '../store/rows.ts';
import { isWithin } from './fresh.ts';
import { type ReadsParts, readOffice } from './office-reads.ts';
import { readList } from './read-parts.ts';

/** Users, calendars and custom fields change seldom; read again after this long. */
const FRESH = 10 * 60 * 1000;

const row = <T extends { id: string }>(value: T) => ({ id: value.id, value });
const text = (id: string | number): string => String(id);

async function isFresh({ reader, now }: ReadsParts, { system, account }: Connection, entity: Entity): Promise<boolean> {
  const last = await reader.readAt(listKey(system, account, entity, ''));
  return last !== undefined && !last.problem && isWithin(last.at, now(), FRESH);
}

const CLIO_READS = {
  user: (parts: ReadsParts, connection: Connection) =>
    readList(parts, {
      connection,
      owner: '',
      entity: 'user',
      request: clioRequests.users(),
      values: ({ data }) => data.map((one) => row({ id: text(one.id), name: one.name ?? text(one.id) })),
    }),
  calendar: (parts: ReadsParts, connection: Connection) =>
    readList(parts, {
      connection,
      owner: '',
      entity: 'calendar',
      request: clioRequests.calendars(),
      values: ({ data }) => data.map((one) => row({ id: text(one.id), name: one.name ?? text(one.id) })),
    }),
  'custom-field': (parts: ReadsParts, connection: Connection) =>
    readList(parts, {
      connection,
      owner: '',
      entity: 'custom-field',
      request: clioRequests.customFields('contact'),
      values: ({ data }) =>
        data
          .filter((one) => !one.deleted)
          .map((one) =>
            row({
              id: text(one.id),
              name: one.name ?? text(one.id),
              type: one.field_type ?? undefined,
              options: one.picklist_options
                ?.filter((option) => !option.deleted_at)
                .map((option) => ({ id: text(option.id), name: option.option ?? '' })),
            }),
          ),
    }),
} as const;

const readHighLevelFields = (parts: ReadsParts, connection: Connection) =>
  readList(parts, {
    connection,
    owner: '',
    entity: 'custom-field',
    request: {
      endpoint: HIGHLEVEL.location.customFields,
      params: { locationId: connection.account },
      query: { model: 'contact' },
    },
    values: ({ customFields }) =>
      customFields.map(({ id, name, dataType, picklistOptions }) =>
        row({
          id,
          name: name ?? id,
          type: dataType ?? undefined,
          // Options have no ids of their own: the words are the value [doc].
          options: picklistOptions?.map((option) => ({ id: option, name: option })),
        }),
      ),
  });

/** What the settings of two-way sync are chosen from: users, calendars and custom fields of both accounts, those that are old. */
export async function readSetup(parts: ReadsParts, clio: Connection, location: Connection): Promise<void> {
  const jobs: Promise<unknown>[] = [];
  for (const entity of ['user', 'calendar', 'custom-field'] as const)
    if (clio.state === 'ok' && !(await isFresh(parts, clio, entity))) jobs.push(CLIO_READS[entity](parts, clio));
  if (location.state === 'ok') {
    jobs.push(readOffice(parts, location));
    if (!(await isFresh(parts, location, 'custom-field'))) jobs.push(readHighLevelFields(parts, location));
  }
  await Promise.all(jobs);
}
