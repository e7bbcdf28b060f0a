// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { A, JOHN, MARY, setUp, USER } from './sandbox-highlevel-rows.ts';

const create = (ask: ReturnType<typeof setUp>['ask'], body: object) =>
  ask('POST', '/contacts/', { body: { locationId: A, ...body } });
const read = (ask: ReturnType<typeof setUp>['ask'], id: string) => ask('GET', `/contacts/${id}`).body.contact;

describe('what is written', () => {
  test('phones become E.164 by the location’s country, e-mails and tags lower case, names stay as typed', () => {
    const { ask } = setUp();
    const { contact } = create(ask, {
      firstName: 'ZOË',
      lastName: "O'Neil",
      email: 'Zoe@Example.COM',
      phone: '(212) 555-0177',
      tags: ['VIP', 'vip'],
    }).body;
    expect(contact).toMatchObject({
      firstName: 'ZOË',
      lastName: "O'Neil",
      email: 'zoe@example.com',
      phone: '+12125550177',
      tags: ['vip'],
    });
    expect(read(ask, contact.id)).toMatchObject({ name: "ZOË O'Neil", fullNameLowerCase: "zoë o'neil", country: 'US' });
    const british = create(ask, { firstName: 'B', phone: '020 7946 0018', country: 'GB' }).body.contact;
    expect(british.phone).toBe('+442079460018');
  });

  test('null and empty text clear a field, tags of an update replace all, custom fields merge', () => {
    const { ask, state } = setUp();
    ask('PUT', `/contacts/${MARY}`, {
      body: { city: null, address1: '', tags: ['Only'], customFields: [{ key: 'colour', field_value: 'red' }] },
    });
    const contact = read(ask, MARY);
    expect(contact).not.toHaveProperty('city');
    expect(contact).not.toHaveProperty('address1');
    expect(contact.tags).toEqual(['only']);
    expect(contact.customFields).toEqual([{ id: 'fldONE00000000000001', value: 'red' }]);
    expect(state.rows.tags.map((tag) => tag.name)).toEqual(['client', 'only']);
  });

  test('additional e-mails can be read, as objects, and not written; second phones neither', () => {
    const { ask } = setUp();
    expect(read(ask, MARY).additionalEmails).toEqual([{ email: 'mary.old@example.com' }]);
    expect(read(ask, MARY)).not.toHaveProperty('additionalPhones');
    for (const name of ['additionalEmails', 'additionalPhones']) {
      const reply = ask('PUT', `/contacts/${MARY}`, { body: { [name]: ['x@example.com'] } });
      expect(reply).toMatchObject({ status: 422, body: { message: [`property ${name} should not exist`] } });
    }
  });

  test.each([
    [{ email: 'MARY@example.com' }, 'email', MARY],
    [{ email: 'mary.old@example.com' }, 'email', MARY],
    [{ phone: '212-555-0124' }, 'phone', JOHN],
  ])('a second contact with %j is refused with the owner’s id', (body, matchingField, contactId) => {
    const { ask, control, state } = setUp();
    const reply = create(ask, { firstName: 'Twin', ...body });
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({
      message: 'This location does not allow duplicated contacts.',
      meta: { contactId, matchingField },
    });
    expect(state.rows.contacts).toHaveLength(3);
    control.setCreateDuplicates!({ allowed: true });
    expect(create(ask, { firstName: 'Twin', ...body }).status).toBe(201);
  });

  test('the duplicate search finds an owner by e-mail or phone at once, null for nobody, 400 without a key', () => {
    const { ask } = setUp();
    const find = (more: Record<string, string>) =>
      ask('GET', '/contacts/search/duplicate', { query: { locationId: A, ...more } });
    expect(find({ email: 'Mary@example.com' }).body.contact.id).toBe(MARY);
    expect(find({ number: '(212) 555-0124' }).body.contact.id).toBe(JOHN);
    expect(find({ email: 'nobody@example.com' }).body.contact).toBeNull();
    expect(find({})).toMatchObject({ status: 400, body: { message: 'Pass at least one of number, email query parameter' } });
  });

  test('an update may not take another contact’s e-mail but may repeat its own', () => {
    const { ask } = setUp();
    expect(ask('PUT', `/contacts/${JOHN}`, { body: { email: 'mary@example.com' } }).status).toBe(400);
    expect(ask('PUT', `/contacts/${JOHN}`, { body: { email: 'john@example.com' } }).status).toBe(200);
  });

  test('a task lives through create, update, complete and delete, its due date in UTC', () => {
    const { ask } = setUp();
    const all = `/contacts/${JOHN}/tasks`;
    const made = ask('POST', all, {
      body: { title: 'Send', dueDate: '2026-04-01T10:00:00+02:00', completed: false, assignedTo: USER },
    });
    expect(made).toMatchObject({ status: 201, body: { task: { dueDate: '2026-04-01T08:00:00.000Z', contactId: JOHN } } });
    const one = `${all}/${made.body.task.id}`;
    expect(ask('PUT', one, { body: { title: 'Send it' } }).body.task).toMatchObject({
      title: 'Send it',
      assignedTo: USER,
      completed: false,
    });
    expect(ask('PUT', `${one}/completed`, { body: { completed: true } }).body.task.completed).toBe(true);
    expect(ask('GET', `/contacts/${MARY}/tasks/${made.body.task.id}`).status).toBe(400);
    expect(ask('DELETE', one).body).toEqual({ succeded: true });
    expect(ask('GET', all).body.tasks).toEqual([]);
  });

  test('an edited note keeps its date: only the text tells', () => {
    const { ask, wait } = setUp();
    const note = `/contacts/${MARY}/notes/notONE00000000000001`;
    const before = ask('GET', note).body.note;
    wait(60_000);
    expect(ask('PUT', note, { body: { body: 'Now by phone' } }).body.note).toEqual({ ...before, body: 'Now by phone' });
  });

  test('a deleted contact takes its tasks and notes along', () => {
    const { ask, state } = setUp();
    expect(ask('DELETE', `/contacts/${MARY}`).body).toEqual({ succeded: true });
    expect([state.rows.tasks, state.rows.notes, state.rows.appointments]).toEqual([[], [], []]);
    expect(ask('GET', `/contacts/${MARY}/tasks`).status).toBe(400);
  });

  test('the deprecated list pages only when both halves of the cursor are given', () => {
    const { ask } = setUp();
    const list = (more: Record<string, string>) =>
      ask('GET', '/contacts/', { query: { locationId: A, limit: '1', ...more } }).body;
    const first = list({});
    expect(first.contacts[0].id).toBe(JOHN);
    const { startAfter, startAfterId } = first.meta;
    expect(list({ startAfterId }).contacts[0].id).toBe(JOHN);
    expect(list({ startAfterId, startAfter: String(startAfter) }).contacts[0].id).toBe(MARY);
  });
});

describe('appointments', () => {
  const calendars = { version: '2021-04-15' };

  test('times are the location’s: without a zone in a contact’s list, with an offset elsewhere', () => {
    const { ask } = setUp();
    const [listed] = ask('GET', `/contacts/${MARY}/appointments`).body.events;
    expect(listed.startTime).toBe('2026-03-12 10:00:00');
    const { event } = ask('GET', '/calendars/events/appointments/appONE00000000000001', calendars).body;
    expect(event.startTime).toBe('2026-03-12T10:00:00-04:00');
  });

  test('a free slot can be booked once, and cancelling gives it back', () => {
    const { ask } = setUp();
    const slots = () => {
      const query = {
        startDate: String(Date.parse('2026-03-12T00:00:00-04:00')),
        endDate: String(Date.parse('2026-03-12T23:59:00-04:00')),
      };
      return ask('GET', '/calendars/calONE00000000000001/free-slots', { ...calendars, query }).body['2026-03-12'].slots;
    };
    expect(slots()).toHaveLength(15);
    expect(slots()).not.toContain('2026-03-12T10:00:00-04:00');
    const body = { locationId: A, contactId: JOHN, calendarId: 'calONE00000000000001', startTime: '2026-03-12T11:00:00-04:00' };
    const booked = ask('POST', '/calendars/events/appointments', { ...calendars, body });
    expect(booked).toMatchObject({ status: 200, body: { endTime: '2026-03-12T11:30:00-04:00', appointmentStatus: 'confirmed' } });
    const again = ask('POST', '/calendars/events/appointments', { ...calendars, body });
    expect(again).toMatchObject({ status: 400, body: { message: 'The slot you have selected is no longer available.' } });
    ask('PUT', `/calendars/events/appointments/${booked.body.id}`, { ...calendars, body: { appointmentStatus: 'cancelled' } });
    expect(slots()).toContain('2026-03-12T11:00:00-04:00');
  });
});

describe('what other people do', () => {
  test('a merge leaves the winner with everything and the loser unknown', () => {
    const { ask, control } = setUp();
    control.mergeContacts!({ winner: JOHN, loser: MARY });
    expect(ask('GET', `/contacts/${MARY}`).status).toBe(400);
    const john = read(ask, JOHN);
    expect(john).toMatchObject({ firstName: 'John', email: 'john@example.com', tags: ['client'], city: 'New York' });
    expect(john.additionalEmails).toEqual([{ email: 'mary.old@example.com' }, { email: 'mary@example.com' }]);
    expect(ask('GET', `/contacts/${JOHN}/tasks`).body.tasks).toHaveLength(1);
  });

  test('patchContact changes a row and its update time', () => {
    const { ask, control, wait } = setUp();
    wait(5_000);
    control.patchContact!({ id: JOHN, patch: { city: 'Boston' } });
    expect(read(ask, JOHN)).toMatchObject({ city: 'Boston', dateUpdated: '2026-03-10T15:00:05.000Z' });
  });

  test('reset brings back rows, tokens, quirks and limits in the same state object', () => {
    const { ask, control, standIn, state } = setUp();
    const rows = structuredClone(state.rows);
    control.setQuirk!({ name: 'v3' });
    control.setLimits!({ burst: 1 });
    control.deleteContact!({ id: MARY });
    ask('GET', `/contacts/${JOHN}`);
    standIn.reset(rows);
    expect(ask('GET', `/contacts/${MARY}`).status).toBe(200);
    expect(state.quirks.v3).toBeUndefined();
    control.setSearchLag!({ ms: 7 });
    expect(state.settings.searchLagMs).toBe(7);
  });
});
