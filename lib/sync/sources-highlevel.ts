import { fromFoundTask, fromWireAppointment, fromWireContact } from '../highlevel/convert.ts';
import { HIGHLEVEL } from '../highlevel/endpoints.ts';
import { changedContactsBody, eventsQuery, taskSearchBody } from '../highlevel/search.ts';
import { AppError } from '../model/errors.ts';
import { listKey } from '../store/rows.ts';
import { hints } from './pull-hint.ts';
import { keepHighLevelContact } from './pull-keep.ts';
import { EVERYTHING, MINUTE, minutes, near, type Source } from './source.ts';

const PAGE = 500;
const TASKS = 100;
const PEOPLE = 100;

/** Where the walk through linked people and their tasks stands. */
interface TaskToken {
  after?: string;
  skip: number;
}

const BACKGROUND = { priority: 'background' } as const;

export const HIGHLEVEL_SOURCES: Source[] = [
  {
    id: 'highlevel.contacts',
    system: 'highlevel',
    every: minutes(1, 15),
    // The index lags behind the records by seconds; "a few" is all the vendor says.
    overlap: 2 * MINUTE,
    async page(keeping, from = EVERYTHING, token) {
      const { parts, of } = keeping;
      const { account } = of.connection;
      const body = changedContactsBody({
        locationId: account,
        since: from,
        searchAfter: token as unknown[] | undefined,
        pageLimit: PAGE,
      });
      const { data } = await parts.client.call(of.connection, { endpoint: HIGHLEVEL.contact.search, body }, BACKGROUND);
      const rows = data.contacts.map((wire) => {
        const contact = fromWireContact(wire, account);
        return { id: wire.id, changedAt: contact.updatedAt, keep: () => keepHighLevelContact(keeping, contact) };
      });
      const last = data.contacts.at(-1)?.searchAfter ?? undefined;
      if (rows.length < PAGE) return { rows };
      if (!last?.length || JSON.stringify(last) === JSON.stringify(token))
        throw new AppError('bad-answer', { system: 'highlevel', about: 'searchAfter' });
      return { rows, next: last };
    },
  },
  {
    id: 'highlevel.tasks',
    system: 'highlevel',
    every: minutes(1, 15),
    async page({ parts, of, now }, _, token) {
      const { after, skip } = (token as TaskToken | undefined) ?? { skip: 0 };
      const { account } = of.connection;
      const links = await parts.syncReader.links(after, PEOPLE);
      const contactIds = links.filter((one) => one.locationId === account).map((one) => one.highlevelId);
      const following = links.length < PEOPLE ? undefined : { after: links.at(-1)?.key, skip: 0 };
      if (!contactIds.length) return { rows: [], next: following };
      const body = taskSearchBody({ contactIds, skip, limit: TASKS });
      const request = { endpoint: HIGHLEVEL.location.taskSearch, params: { locationId: account }, body };
      const { data } = await parts.client.call(of.connection, request, BACKGROUND);
      const tasks = data.tasks.flatMap((wire) => fromFoundTask(wire, { account }) ?? []);
      const change = await hints(parts, of, 'task', tasks, now);
      return { rows: [], change, next: data.tasks.length < TASKS ? following : { after, skip: skip + TASKS } };
    },
  },
  {
    id: 'highlevel.events',
    system: 'highlevel',
    every: minutes(5, 30),
    async page({ parts, of, now }, _, token = 0) {
      const { account, timeZone = 'UTC' } = of.connection;
      const calendars = await parts.reader.list<{ id: string }>(listKey('highlevel', account, 'calendar', ''));
      const place = token as number;
      const calendar = calendars[place];
      if (!calendar) return { rows: [] };
      const query = eventsQuery({ locationId: account, ...near(now), calendarId: calendar.id });
      const { data } = await parts.client.call(of.connection, { endpoint: HIGHLEVEL.calendar.events, query }, BACKGROUND);
      const events = data.events.flatMap((wire) => fromWireAppointment(wire, { account, timeZone }) ?? []);
      return {
        rows: [],
        change: await hints(parts, of, 'appointment', events, now),
        next: place + 1 < calendars.length ? place + 1 : undefined,
      };
    },
  },
];
