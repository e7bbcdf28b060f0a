import { HIGHLEVEL } from '../highlevel/endpoints.ts';
import type { Connection } from '../model/connection.ts';
import type { Reader } from '../store/read.ts';
import { listKey } from '../store/rows.ts';
import { isWithin } from './fresh.ts';
import { type ReadPartsParts, readList } from './read-parts.ts';

export type ReadsParts = ReadPartsParts & { reader: Reader };

/** People, tags and calendars of a location change seldom; read again after this long. */
const OFFICE_FRESH = 10 * 60 * 1000;

type OfficeEntity = 'user' | 'tag' | 'calendar';

interface Named {
  id: string;
  name: string;
}

const row = (id: string, name: string): { id: string; value: Named } => ({ id, value: { id, name } });

async function isFresh({ reader, now }: ReadsParts, location: Connection, entity: OfficeEntity): Promise<boolean> {
  const last = await reader.readAt(listKey('highlevel', location.account, entity, ''));
  return last !== undefined && !last.problem && isWithin(last.at, now(), OFFICE_FRESH);
}

const READS: Record<OfficeEntity, (parts: ReadsParts, location: Connection) => Promise<unknown>> = {
  user: (parts, location) =>
    readList(parts, {
      connection: location,
      owner: '',
      entity: 'user',
      request: { endpoint: HIGHLEVEL.user.list, query: { locationId: location.account } },
      values: ({ users }) =>
        users
          .filter((one) => !one.deleted)
          .map((one) => row(one.id, one.name ?? [one.firstName, one.lastName].filter(Boolean).join(' '))),
    }),
  tag: (parts, location) =>
    readList(parts, {
      connection: location,
      owner: '',
      entity: 'tag',
      request: { endpoint: HIGHLEVEL.location.tags, params: { locationId: location.account } },
      values: ({ tags }) => tags.map((one) => row(one.id ?? one.name, one.name)),
    }),
  calendar: (parts, location) =>
    readList(parts, {
      connection: location,
      owner: '',
      entity: 'calendar',
      request: { endpoint: HIGHLEVEL.calendar.list, query: { locationId: location.account } },
      values: ({ calendars }) => calendars.map((one) => row(one.id, one.name)),
    }),
};

/** The location's own lists, those that are old. */
export async function readOffice(parts: ReadsParts, location: Connection): Promise<void> {
  const jobs: Promise<unknown>[] = [];
  for (const entity of ['user', 'tag', 'calendar'] as const) {
    if (!(await isFresh(parts, location, entity))) jobs.push(READS[entity](parts, location));
  }
  await Promise.all(jobs);
}

/** Names of the location's people by id, as last read. */
export async function authorsOf({ reader }: ReadsParts, location: Connection): Promise<Map<string, string>> {
  const users = await reader.list<Named>(listKey('highlevel', location.account, 'user', ''));
  return new Map(users.map((one) => [one.id, one.name]));
}
