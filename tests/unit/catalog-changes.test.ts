import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  changedContactsBody,
  eventsQuery,
  fromFoundTask,
  fromWireAppointment,
  fromWireContact,
  taskSearchBody,
} from '../../lib/highlevel/convert.ts';
import { HIGHLEVEL } from '../../lib/highlevel/endpoints.ts';
import { hlId } from '../../sandbox/world/ids.ts';
import { clioRequests, fromWire } from './catalog-reads.ts';
import { type ActionWorld, createActionWorld, rowOf } from './catalog-world.ts';

let world: ActionWorld;
beforeEach(async () => {
  world = await createActionWorld();
});
afterEach(() => world.close());

const now = () => new Date(world.sandbox.clock.now()).toISOString();
const here = () => world.cast.locations.main;

describe('what changed in HighLevel', () => {
  const change = (contactId: string, city: string) =>
    world.run('highlevel.contact.update', {
      contactId,
      values: { city },
      seen: { city: rowOf(world.rows().highlevel.contacts, contactId).city },
    });
  const changed = async (since: string, searchAfter?: unknown[], pageLimit?: number) =>
    (
      await world.call({
        endpoint: HIGHLEVEL.contact.search,
        body: changedContactsBody({ locationId: here(), since, searchAfter, pageLimit }),
      })
    ).contacts;

  test('is listed oldest change first, page by page, and only once the index knows it', async () => {
    const since = now();
    world.sandbox.clock.advance(60_000);
    const ids = [world.cast.ruth.highlevelId, world.cast.marisol.highlevelId, world.cast.claire.highlevelId];
    for (const id of ids) {
      expect((await change(id, 'Elsewhere')).outcome?.differs).toEqual([]);
      world.sandbox.clock.advance(1000);
    }
    world.sandbox.highlevel.state.settings.searchLagMs = 60_000;
    expect(await changed(since)).toEqual([]);
    world.sandbox.clock.advance(61_000);
    const first = await changed(since, undefined, 2);
    const rest = await changed(since, first.at(-1)?.searchAfter ?? [], 2);
    expect([...first, ...rest].map(({ id }) => id)).toEqual(ids);
    const read = fromWireContact(first[1]!, here());
    expect(read).toMatchObject({ customFields: { [hlId('field:case_type')]: 'Family' }, dnd: false });
    expect(Date.parse(read.updatedAt ?? '')).toBeGreaterThan(Date.parse(since));
  });

  test('tasks of all contacts come in pages', async () => {
    const search = async (skip: number) =>
      (
        await world.call({
          endpoint: HIGHLEVEL.location.taskSearch,
          params: { locationId: here() },
          body: taskSearchBody({ skip, limit: 3 }),
        })
      ).tasks.flatMap((row) => fromFoundTask(row, { account: here() }) ?? []);
    const [one, two] = [await search(0), await search(3)];
    expect(one).toHaveLength(3);
    expect(one[0]).toMatchObject({ system: 'highlevel', contactId: expect.any(String), due: { kind: 'time' } });
    expect(two.map(({ id }) => id)).not.toContain(one[2]?.id);
  });

  test('appointments of a calendar come for a window of time', async () => {
    const row = world.rows().highlevel.appointments.find(({ locationId }) => locationId === here())!;
    const at = Date.parse(row.startTime);
    const window = async (from: number, to: number) =>
      (
        await world.call({
          endpoint: HIGHLEVEL.calendar.events,
          query: eventsQuery({ locationId: here(), from, to, calendarId: row.calendarId }),
        })
      ).events.map((event) => fromWireAppointment(event, { account: here(), timeZone: 'UTC' }));
    expect(await window(at - 1, at + 1)).toContainEqual(
      expect.objectContaining({ id: row.id, contactId: row.contactId, startsAt: row.startTime, calendarId: row.calendarId }),
    );
    expect(await window(at + 1, at + 2)).not.toContainEqual(expect.objectContaining({ id: row.id }));
  });
});

describe('what changed in Clio', () => {
  test('is nothing after now, and then the records that changed', async () => {
    world.sandbox.clock.advance(60_000);
    const since = now();
    const lists = ['contacts', 'matters', 'tasks', 'contact notes', 'matter notes', 'entries'] as const;
    for (const list of lists) expect(await world.call(fromWire[list].request(since)), list).toMatchObject({ data: [] });
    world.sandbox.clock.advance(60_000);
    const at = `${now().slice(0, 19)}Z`;
    const { clio } = world.rows();
    const touched = {
      contacts: rowOf(clio.contacts, world.cast.marisol.clioId),
      matters: rowOf(clio.matters, world.cast.marisol.matterId),
      tasks: rowOf(clio.tasks, world.cast.marisol.tasks.records),
      'contact notes': rowOf(clio.notes, world.cast.marisol.notes.call),
      'matter notes': rowOf(clio.notes, world.cast.marisol.notes.strategy),
      entries: clio.calendarEntries.find(({ summary }) => summary === 'Custody hearing')!,
    };
    for (const list of lists) {
      touched[list].updated_at = at;
      const { data } = (await world.call(fromWire[list].request(since))) as { data: unknown[] };
      expect(data, list).toHaveLength(1);
      expect(fromWire[list].read(data[0]), list).toMatchObject({
        id: String(touched[list].id),
        updatedAt: new Date(at).toISOString(),
        etag: expect.any(String),
      });
    }
  });

  test('an entry comes with who attends, whose calendar it is on and when it reminds; one of a series says so', async () => {
    const { clio } = world.rows();
    const row = clio.calendarEntries.find(({ summary }) => summary === 'Custody hearing')!;
    const read = async () => fromWire.entries.read((await world.call(clioRequests.entry(String(row.id)))).data);
    expect(await read()).toMatchObject({
      attendees: row.attendees.map(({ id, type }) => ({ id: String(id), type })),
      calendarId: String(row.calendar_owner_id),
      reminders: [1440],
      matter: { id: String(row.matter_id) },
      allDay: false,
    });
    expect((await read())?.recurring).toBeUndefined();
    row.recurrence_rule = 'FREQ=WEEKLY';
    expect((await read())?.recurring).toBe(true);
  });

  test('users with their calendars, and picklists with their options, come for the mappings', async () => {
    const users = await world.call(clioRequests.users());
    expect(users.data.find(({ id }) => id === world.cast.users.priya.clioId)).toMatchObject({
      default_calendar_id: expect.any(Number),
    });
    expect((await world.call(clioRequests.calendars())).data.length).toBeGreaterThan(1);
    const fields = await world.call(clioRequests.customFields('contact'));
    expect(fields.data.flatMap(({ picklist_options }) => picklist_options ?? [])[0]).toMatchObject({
      option: expect.any(String),
    });
    expect(
      (await world.call({ endpoint: HIGHLEVEL.calendar.list, query: { locationId: here() } })).calendars.length,
    ).toBeGreaterThan(0);
    expect((await world.call({ endpoint: HIGHLEVEL.user.list, query: { locationId: here() } })).users.length).toBeGreaterThan(0);
  });
});
