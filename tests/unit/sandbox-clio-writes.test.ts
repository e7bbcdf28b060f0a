import { describe, expect, it } from 'vitest';
import { CLIO_TOKEN_US as token } from '../../sandbox/clio/credentials.ts';
import type { Reply } from '../../sandbox/exchange.ts';
import { smallClio } from './sandbox-clio-rows.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests read answers freely.
const body = (reply: Reply): any => reply.body;
const api = (path: string) => `/api/v4${path}`;

describe('contacts', () => {
  it('changes a nested e-mail by id, adds one without, destroys one, and leaves the unnamed alone', () => {
    const { call, clio } = smallClio();
    const emails = [
      { id: 502, address: 'new@home.example', default_email: true },
      { name: 'Other', address: 'third@ortega.example' },
    ];
    const phones = [{ id: 511, _destroy: true }];
    const data = { email_addresses: emails, phone_numbers: phones };
    const reply = call('PATCH', `${api('/contacts/101.json')}?fields=email_addresses{id,address,primary},phone_numbers`, {
      token,
      body: { data },
    });
    expect(body(reply).data).toEqual({
      email_addresses: [
        { id: 501, address: 'marisol@ortega.example', primary: false },
        { id: 502, address: 'new@home.example', primary: true },
        { id: expect.any(Number), address: 'third@ortega.example', primary: false },
      ],
      phone_numbers: [],
    });
    expect(clio.state.rows.contacts[0]!.updated_at).toBe('2026-11-21T12:00:00Z');
  });
  it('changes nothing when one of several values is wrong', () => {
    const { call, clio } = smallClio();
    const before = structuredClone(clio.state.rows.contacts[0]);
    const data = { title: 'X', email_addresses: [{ address: 'no at sign' }] };
    expect(call('PATCH', api('/contacts/101.json'), { token, body: { data } })).toMatchObject({
      status: 422,
      body: { error: { type: expect.any(String) } },
    });
    expect(clio.state.rows.contacts[0]).toEqual(before);
  });
  it('creates a person and a company', () => {
    const { call } = smallClio();
    const create = (data: object) =>
      call('POST', `${api('/contacts.json')}?fields=id,name,first_name,last_name,type`, { token, body: { data } });
    const made = create({ type: 'Person', name: 'Ann Marie Lee' });
    expect(made.status).toBe(201);
    expect(body(made).data).toMatchObject({ name: 'Ann Marie Lee', first_name: 'Ann', last_name: 'Lee' });
    expect(body(create({ type: 'Company', name: 'Lee & Co' })).data).toMatchObject({ name: 'Lee & Co', first_name: null });
    expect(call('GET', api(`/contacts/${body(made).data.id}.json`), { token }).status).toBe(200);
  });
  it('refuses bad bodies: no data and unknown names with 400, blank and missing values with 422', () => {
    const { call } = smallClio();
    const status = (sent: unknown) => call('POST', api('/contacts.json'), { token, body: sent }).status;
    expect(status({ type: 'Person', name: 'A' })).toBe(400);
    expect(status('{broken')).toBe(400);
    expect(status({ data: { type: 'Person', name: 'A', email: 'a@b.example' } })).toBe(400);
    expect(status({ data: { type: 'Person', name: 7 } })).toBe(400);
    expect(status({ data: { name: 'A' } })).toBe(422);
    expect(status({ data: { type: 'Person', name: '  ' } })).toBe(422);
    expect(status({ data: { type: 'Robot', name: 'A' } })).toBe(422);
  });
  it('leaves a name alone that is more than its parts when something else changes', () => {
    const { call, clio } = smallClio();
    clio.state.rows.contacts[1]!.name = 'David Kim, Jr.';
    const set = (data: object) =>
      body(call('PATCH', `${api('/contacts/102.json')}?fields=name`, { token, body: { data } })).data.name;
    expect(set({ title: 'Dentist' })).toBe('David Kim, Jr.');
    expect(set({ last_name: 'Kimball' })).toBe('David Kimball');
  });
  it('keeps a client who has matters, and takes a deleted contact out of matters', () => {
    const { call } = smallClio();
    expect(call('DELETE', api('/contacts/101.json'), { token }).status).toBe(403);
    expect(call('DELETE', api('/contacts/103.json'), { token }).status).toBe(204);
    expect(body(call('GET', api('/matters/301/related_contacts.json'), { token })).data).toEqual([]);
    expect(body(call('GET', api('/relationships.json'), { token })).data).toEqual([]);
  });
  it('lets a merged loser answer 404 while its matters, notes and e-mails move to the winner', () => {
    const { call, clio } = smallClio();
    clio.control.mergeContacts!({ winner: 102, loser: 101 });
    expect(call('GET', api('/contacts/101.json'), { token })).toMatchObject({
      status: 404,
      body: { error: { type: 'NotFound' } },
    });
    expect(body(call('GET', `${api('/matters/301.json')}?fields=client{id}`, { token })).data.client.id).toBe(102);
    expect(body(call('GET', `${api('/notes.json')}?type=Contact&contact_id=102`, { token })).meta.records).toBe(1);
    expect(clio.state.rows.contacts.find(({ id }) => id === 102)!.email_addresses[0]!.address).toBe('marisol@ortega.example');
  });
});

describe('tasks, notes and calendar entries', () => {
  it('creates, completes and reopens a task', () => {
    const { call } = smallClio();
    const data = {
      name: 'Call back',
      description: '',
      due_at: '2026-12-24',
      assignee: { id: 11, type: 'User' },
      matter: { id: 301 },
    };
    const made = call('POST', `${api('/tasks.json')}?fields=id,due_at,assignee{name,type},matter{id}`, { token, body: { data } });
    expect(body(made).data).toMatchObject({
      due_at: '2026-12-24',
      assignee: { name: 'Priya Nair', type: 'User' },
      matter: { id: 301 },
    });
    const set = (status: string) =>
      body(
        call('PATCH', `${api(`/tasks/${body(made).data.id}.json`)}?fields=status,completed_at`, {
          token,
          body: { data: { status } },
        }),
      ).data;
    expect(set('complete')).toEqual({ status: 'complete', completed_at: '2026-11-21T12:00:00Z' });
    expect(set('pending')).toEqual({ status: 'pending', completed_at: null });
  });
  it('asks for name, description and assignee of a task, and for records that exist', () => {
    const { call } = smallClio();
    const status = (data: object) => call('POST', api('/tasks.json'), { token, body: { data } }).status;
    expect(status({ name: 'A', description: '' })).toBe(422);
    expect(status({ name: 'A', assignee: { id: 11, type: 'User' } })).toBe(422);
    expect(status({ name: 'A', description: '', assignee: { id: 99, type: 'User' } })).toBe(404);
    expect(status({ name: 'A', description: '', assignee: { id: 11, type: 'User' }, matter: { id: 9 } })).toBe(404);
  });
  it('writes contact notes and matter notes, and a calendar entry with an attendee', () => {
    const { call } = smallClio();
    const note = { type: 'Contact', contact: { id: 102 }, subject: 'S', detail: '<b>D</b>' };
    expect(body(call('POST', `${api('/notes.json')}?fields=detail,contact{id}`, { token, body: { data: note } })).data).toEqual({
      detail: '<b>D</b>',
      contact: { id: 102 },
    });
    expect(call('POST', api('/notes.json'), { token, body: { data: { type: 'Matter', contact: { id: 102 } } } }).status).toBe(
      422,
    );
    const times = { start_at: '2026-12-01T10:00:00Z', end_at: '2026-12-01T11:00:00Z' };
    const entry = { summary: 'Call', ...times, calendar_owner: { id: 951 }, attendees: [{ id: 102, type: 'Contact' }] };
    const made = call('POST', `${api('/calendar_entries.json')}?fields=id,attendees{id,type,name}`, {
      token,
      body: { data: entry },
    });
    expect(body(made).data).toEqual({ id: expect.any(String), attendees: [{ id: 102, type: 'Contact', name: 'David Kim' }] });
    expect(
      call('POST', api('/calendar_entries.json'), { token, body: { data: { ...entry, end_at: '2026-11-01T10:00:00Z' } } }).status,
    ).toBe(422);
  });
});

describe('the control door', () => {
  it('edits, adds and removes as another user does, with a new time on what changed', () => {
    const { call, clio, clock } = smallClio();
    clock.advance(60_000);
    clio.control.patchTask!({ id: 601, patch: { status: 'complete' } });
    expect(clio.state.rows.tasks[0]).toMatchObject({ status: 'complete', updated_at: '2026-11-21T12:01:00Z' });
    const note = clio.control.addNote!({ contact_id: 102, subject: 'From a colleague', detail: 'x' }) as { id: number };
    const shown = call('GET', `${api(`/notes/${note.id}.json`)}?fields=subject,author{name},contact{id}`, { token });
    expect(body(shown).data).toEqual({ subject: 'From a colleague', author: { name: 'Tomas Reyes' }, contact: { id: 102 } });
    const task = clio.control.addTask!({ matter_id: 302, name: 'Added', due_at: '2026-12-05' }) as { id: number };
    expect(body(call('GET', `${api('/tasks.json')}?matter_id=302&fields=id`, { token })).data).toContainEqual({ id: task.id });
    clio.control.deleteContact!({ id: 103 });
    expect(call('GET', api('/contacts/103.json'), { token }).status).toBe(404);
    expect(() => clio.control.deleteContact!({ id: 103 })).toThrow();
  });
});
