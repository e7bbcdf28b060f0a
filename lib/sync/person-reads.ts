import { fromWireNote as fromClioNote } from '../clio/convert-note.ts';
import { fromWireTask as fromClioTask } from '../clio/convert-task.ts';
import { clioRequests } from '../clio/requests.ts';
import { fromWireAppointment, fromWireContact, fromWireNote, fromWireTask } from '../highlevel/convert.ts';
import { HIGHLEVEL } from '../highlevel/endpoints.ts';
import type { Connection } from '../model/connection.ts';
import { toAppError } from '../model/errors.ts';
import type { Link } from '../model/link.ts';
import type { Reader } from '../store/read.ts';
import { listKey, recordKey } from '../store/rows.ts';
import { readList, type ReadPartsParts } from './read-parts.ts';

/** People, tags and calendars of a location change seldom; read again after this long. */
const OFFICE_FRESH = 10 * 60 * 1000;

export interface PersonReads {
  /** The linked contact with its tasks, notes and appointments: four calls, and the location's own lists when they are old. */
  highlevel(location: Connection, link: Link, force: boolean): Promise<void>;
  /** The person's tasks and notes in Clio, and the matter's notes on a matter page. */
  clio(clio: Connection, clioId: string, matterId?: string): Promise<void>;
}

interface Named {
  id: string;
  name: string;
}

export function createPersonReads(parts: ReadPartsParts & { reader: Reader }): PersonReads {
  const { client, apply, reader, now } = parts;

  const isFresh = async (location: Connection, entity: 'user' | 'tag' | 'calendar'): Promise<boolean> => {
    const last = await reader.readAt(listKey('highlevel', location.account, entity, ''));
    return last !== undefined && !last.problem && now() - last.at < OFFICE_FRESH;
  };

  const office = async (location: Connection): Promise<void> => {
    const { account } = location;
    const jobs: Promise<unknown>[] = [];
    const list = { connection: location, owner: '' };
    if (!(await isFresh(location, 'user')))
      jobs.push(
        readList(parts, {
          ...list,
          entity: 'user',
          request: { endpoint: HIGHLEVEL.user.list, query: { locationId: account } },
          values: ({ users }) =>
            users
              .filter((one) => !one.deleted)
              .map((one) => ({ id: one.id, value: { id: one.id, name: one.name ?? [one.firstName, one.lastName].filter(Boolean).join(' ') } satisfies Named })),
        }),
      );
    if (!(await isFresh(location, 'tag')))
      jobs.push(
        readList(parts, {
          ...list,
          entity: 'tag',
          request: { endpoint: HIGHLEVEL.location.tags, params: { locationId: account } },
          values: ({ tags }) => tags.map((one) => ({ id: one.id ?? one.name, value: { id: one.id ?? one.name, name: one.name } satisfies Named })),
        }),
      );
    if (!(await isFresh(location, 'calendar')))
      jobs.push(
        readList(parts, {
          ...list,
          entity: 'calendar',
          request: { endpoint: HIGHLEVEL.calendar.list, query: { locationId: account } },
          values: ({ calendars }) => calendars.map((one) => ({ id: one.id, value: { id: one.id, name: one.name } satisfies Named })),
        }),
      );
    await Promise.all(jobs);
  };

  const contact = async (location: Connection, contactId: string): Promise<void> => {
    const key = recordKey('highlevel', location.account, 'contact', contactId);
    const since = now();
    try {
      const { data } = await client.call(location, { endpoint: HIGHLEVEL.contact.get, params: { contactId } }, { priority: 'interactive' });
      const value = fromWireContact(data.contact, location.account);
      await apply({ at: now(), since, records: [{ system: 'highlevel', account: location.account, entity: 'contact', id: contactId, value }], seen: [key] }, 'view');
    } catch (cause) {
      await apply({ at: now(), problems: [{ key, code: toAppError(cause).code }] }, 'view');
    }
  };

  const authors = async (location: Connection): Promise<Map<string, string>> => {
    const users = await reader.list<Named>(listKey('highlevel', location.account, 'user', ''));
    return new Map(users.map((one) => [one.id, one.name]));
  };

  return {
    async highlevel(location, link) {
      const { account } = location;
      const contactId = link.highlevelId;
      const params = { contactId };
      const where = { account, contactId };
      const list = { connection: location, owner: contactId };
      const ready = office(location);
      await Promise.all([
        ready,
        contact(location, contactId),
        readList(parts, {
          ...list,
          entity: 'task',
          request: { endpoint: HIGHLEVEL.task.list, params },
          values: ({ tasks }) => tasks.map((one) => ({ id: one.id, value: fromWireTask(one, where) })),
        }),
        readList(parts, {
          ...list,
          entity: 'note',
          request: { endpoint: HIGHLEVEL.note.list, params },
          values: async ({ notes }) => {
            await ready;
            const names = await authors(location);
            return notes.map((one) => ({ id: one.id, value: fromWireNote(one, where, names) }));
          },
        }),
        readList(parts, {
          ...list,
          entity: 'appointment',
          request: { endpoint: HIGHLEVEL.appointment.listOfContact, params },
          values: ({ events }) =>
            events.flatMap((one) => {
              const value = fromWireAppointment(one, { ...where, timeZone: location.timeZone ?? 'UTC' });
              return value ? [{ id: one.id, value }] : [];
            }),
        }),
      ]);
    },
    async clio(clio, clioId, matterId) {
      const where = { account: clio.account, contactId: clioId };
      await Promise.all([
        readList(parts, {
          connection: clio,
          entity: 'task',
          owner: clioId,
          request: clioRequests.tasksOfClient(clioId),
          values: ({ data }) => data.map((one) => ({ id: String(one.id), value: fromClioTask(one, where) })),
        }),
        readList(parts, {
          connection: clio,
          entity: 'note',
          owner: clioId,
          request: clioRequests.notesOfContact(clioId),
          values: ({ data }) => data.map((one) => ({ id: String(one.id), value: fromClioNote(one, where) })),
        }),
        matterId &&
          readList(parts, {
            connection: clio,
            entity: 'note',
            owner: `matter:${matterId}`,
            request: clioRequests.notesOfMatter(matterId),
            values: ({ data }) => data.map((one) => ({ id: String(one.id), value: fromClioNote(one, { account: clio.account }) })),
          }),
      ]);
    },
  };
}
