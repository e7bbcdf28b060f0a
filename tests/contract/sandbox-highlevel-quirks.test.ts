// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { A, JOHN, MARY, setUp } from './sandbox-highlevel-rows.ts';

type Parts = ReturnType<typeof setUp>;
const upsert = ({ ask }: Parts, body: object) => ask('POST', '/contacts/upsert', { body: { locationId: A, ...body } });
const read = ({ ask }: Parts, id: string) => ask('GET', `/contacts/${id}`).body.contact;

describe('known faults of HighLevel, played on request', () => {
  test('issue 64: create answers 422 and the contact exists, as often as told', () => {
    const { ask, control, state } = setUp();
    control.setQuirk!({ name: 'create-422-but-created', times: 1 });
    const create = (email: string, more = {}) => ask('POST', '/contacts/', { body: { locationId: A, email, ...more } });
    expect(create('one@example.com').status).toBe(422);
    expect(state.rows.contacts.map((row) => row.email)).toContain('one@example.com');
    expect(create('two@example.com').status).toBe(201);
    control.setQuirk!({ name: 'create-422-but-created', times: 1 });
    const wrong = create('three@example.com', { shoeSize: 9 });
    expect(wrong).toMatchObject({ status: 422, body: { message: ['property shoeSize should not exist'] } });
    expect(state.rows.contacts.map((row) => row.email)).toContain('three@example.com');
  });

  test('without the quirk a 422 creates nothing', () => {
    const { ask, state } = setUp();
    ask('POST', '/contacts/', { body: { locationId: A, email: 'x@example.com', shoeSize: 9 } });
    expect(state.rows.contacts).toHaveLength(3);
  });

  test('issue 37: upsert leaves out the phone that another contact owns, without a word', () => {
    const parts = setUp();
    parts.control.patchContact!({ id: MARY, patch: { phone: undefined } });
    const reply = upsert(parts, { email: 'mary@example.com', phone: '+12125550124' });
    expect(reply).toMatchObject({ status: 200, body: { new: false, contact: { id: MARY } } });
    expect(read(parts, MARY)).not.toHaveProperty('phone');
    parts.control.setQuirk!({ name: 'upsert-drops-phone', on: false });
    expect(upsert(parts, { email: 'mary@example.com', phone: '+12125550124' }).body.meta.contactId).toBe(JOHN);
  });

  test('issue 337: upsert by a secondary e-mail erases the primary', () => {
    const parts = setUp();
    upsert(parts, { email: 'mary.old@example.com' });
    expect(read(parts, MARY)).toMatchObject({ email: 'mary.old@example.com', additionalEmails: [] });
    const kind = setUp();
    kind.control.setQuirk!({ name: 'upsert-secondary-email-erases-primary', on: false });
    upsert(kind, { email: 'mary.old@example.com' });
    expect(read(kind, MARY).email).toBe('mary@example.com');
  });

  test('issue 289: a phone filter finds nothing, while the e-mail in the same OR group still does', () => {
    const { ask, control } = setUp();
    control.setQuirk!({ name: 'phone-search-finds-nothing' });
    const search = (filters: object[]) =>
      ask('POST', '/contacts/search', { body: { locationId: A, pageLimit: 5, filters } }).body.total;
    const phone = { field: 'phone', operator: 'eq', value: '+12125550123' };
    expect(search([phone])).toBe(0);
    expect(search([{ group: 'OR', filters: [phone, { field: 'email', operator: 'eq', value: 'mary@example.com' }] }])).toBe(1);
    control.setQuirk!({ name: 'phone-search-finds-nothing', on: false });
    expect(search([phone])).toBe(1);
  });

  test('issue 332: task payloads lack contactId and body', () => {
    const { ask, control } = setUp();
    control.setQuirk!({ name: 'task-without-contact-id' });
    const [task] = ask('GET', `/contacts/${MARY}/tasks`).body.tasks;
    expect(task.title).toBe('Call back');
    expect(task).not.toHaveProperty('contactId');
    expect(task).not.toHaveProperty('body');
  });

  test('issue 223: a workflow refuses the phone that the contact has', () => {
    const { ask, control, state } = setUp();
    control.setQuirk!({ name: 'workflow-refuses-phone', times: 1 });
    const add = () => ask('POST', `/contacts/${MARY}/workflow/wfONE000000000000001`, { body: {} });
    expect(add()).toMatchObject({ status: 400, body: { message: 'Invalid phone number' } });
    expect(add().body).toEqual({ succeded: true });
    expect(state.enrolments).toHaveLength(1);
  });

  test('a new task is missing from the list until the lag is over, but can be read', () => {
    const { ask, control, wait } = setUp();
    control.setQuirk!({ name: 'task-list-lag' });
    const all = `/contacts/${JOHN}/tasks`;
    const { task } = ask('POST', all, { body: { title: 'T', dueDate: '2026-04-01T10:00:00Z', completed: false } }).body;
    expect(ask('GET', all).body.tasks).toEqual([]);
    expect(ask('GET', `${all}/${task.id}`).status).toBe(200);
    wait(3_000);
    expect(ask('GET', all).body.tasks).toHaveLength(1);
  });

  test('v3 takes its version header and answers both spellings', () => {
    const { ask, control } = setUp();
    const version = 'v3';
    expect(ask('GET', `/contacts/${MARY}`, { version }).status).toBe(401);
    control.setQuirk!({ name: 'v3' });
    expect(ask('DELETE', `/contacts/${MARY}`, { version }).body).toEqual({ succeded: true, succeeded: true });
  });

  test('a misspelt quirk is an error, and published versions pass where strictness is off', () => {
    const { ask, control } = setUp();
    expect(() => control.setQuirk!({ name: 'crate-422' })).toThrow(/no quirk named crate-422/);
    control.setStrictVersions!({ on: false });
    expect(ask('GET', `/contacts/${MARY}`, { version: '2021-04-15' }).status).toBe(200);
    expect(ask('GET', `/contacts/${MARY}`, { version: '2020-01-01' }).status).toBe(401);
  });

  test('a missing user is a 401 although the token is good', () => {
    const { ask } = setUp();
    expect(ask('GET', '/users/nobody')).toMatchObject({ status: 401, body: { message: 'The user does not exist.' } });
  });
});
