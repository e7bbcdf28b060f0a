import { describe, expect, it } from 'vitest';
import { CLIO_TOKEN_US as token } from '../../sandbox/clio/credentials.ts';
import { parseFields } from '../../sandbox/clio/fields.ts';
import type { Reply } from '../../sandbox/exchange.ts';
import { contact, smallClio, smallRows } from './sandbox-clio-rows.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests read answers freely.
const body = (reply: Reply): any => reply.body;
const api = (path: string) => `/api/v4${path}`;

describe('fields', () => {
  it('parses names and one level of braces', () => {
    expect(parseFields('id,client{id,name},status')).toEqual([
      { name: 'id' },
      { name: 'client', children: [{ name: 'id' }, { name: 'name' }] },
      { name: 'status' },
    ]);
  });
  for (const wrong of ['', 'id,', 'id,,name', 'client{', 'client{id', 'client{}', 'a{b{c}}', 'id}', 'id, name', '{id}']) {
    it(`refuses ${JSON.stringify(wrong)}`, () => expect(() => parseFields(wrong)).toThrow());
  }
  it('answers id and etag only when nothing is asked for', () => {
    const { call } = smallClio();
    expect(Object.keys(body(call('GET', api('/contacts/101.json'), { token })).data)).toEqual(['id', 'etag']);
  });
  it('refuses an unknown field, an unknown nested field and a second level with 400 in the error shape', () => {
    const { call } = smallClio();
    for (const fields of ['id,nonsense', 'email_addresses{nonsense}', 'name{id}', 'company{company{id}}']) {
      const reply = call('GET', `${api('/contacts/101.json')}?fields=${fields}`, { token });
      expect(reply.status).toBe(400);
      expect(body(reply).error).toEqual({ type: 'InvalidFields', message: expect.any(String) });
    }
  });
  it('answers a nested record with its default fields when no braces follow', () => {
    const { call } = smallClio();
    const { data } = body(call('GET', `${api('/matters/301.json')}?fields=client,responsible_attorney{name}`, { token }));
    expect(data).toEqual({ client: { id: 101, etag: expect.any(String) }, responsible_attorney: { name: 'Priya Nair' } });
  });
  it('checks fields before it writes', () => {
    const { call, clio } = smallClio();
    const sent = { data: { type: 'Person', name: 'Ann Lee' } };
    expect(call('POST', `${api('/contacts.json')}?fields=nonsense`, { token, body: sent }).status).toBe(400);
    expect(clio.state.rows.contacts).toHaveLength(5);
  });
});

describe('paging', () => {
  const many = () => {
    const rows = smallRows();
    rows.contacts = Array.from({ length: 7 }, (_, n) => contact(1000 + n, 1, `First${n}`, `Last${n}`));
    return smallClio({}, rows);
  };
  it('walks by cursor through full addresses, and a record that vanishes meanwhile shifts nothing', () => {
    const { call, clio } = many();
    const first = call('GET', `${api('/contacts.json')}?limit=3&order=id(asc)&fields=id`, { token });
    expect(body(first).meta).toEqual({
      records: 7,
      paging: { next: expect.stringMatching(/^https:\/\/app\.clio\.com\/api\/v4\/contacts\.json\?/) },
    });
    clio.control.deleteContact!({ id: 1000 });
    const second = call('GET', body(first).meta.paging.next, { token });
    expect(body(second).data.map((row: { id: number }) => row.id)).toEqual([1003, 1004, 1005]);
    const third = call('GET', body(second).meta.paging.next, { token });
    expect(body(third).data).toEqual([{ id: 1006 }]);
    expect(Object.keys(body(third).meta.paging)).toEqual(['previous']);
    const back = call('GET', body(third).meta.paging.previous, { token });
    expect(body(back).data).toEqual(body(second).data);
  });
  it('shifts by offset when a record vanishes between two pages', () => {
    const { call, clio } = many();
    const first = call('GET', `${api('/contacts.json')}?limit=3&offset=0&fields=id`, { token });
    clio.control.deleteContact!({ id: 1000 });
    const second = call('GET', body(first).meta.paging.next, { token });
    expect(body(second).data[0].id).toBe(1004);
  });
  it('ends offsets at 10,000 records and limits at 200', () => {
    const { call } = many();
    expect(call('GET', `${api('/contacts.json')}?offset=9900&limit=200`, { token }).status).toBe(422);
    expect(call('GET', `${api('/contacts.json')}?limit=201`, { token }).status).toBe(422);
  });
});

describe('etags', () => {
  const read = (call: ReturnType<typeof smallClio>['call']) => call('GET', api('/contacts/101.json'), { token });
  it('answers 304 to a good copy and 200 again after another user edits', () => {
    const { call, clio } = smallClio();
    const etag = read(call).headers!.etag!;
    expect(etag).toMatch(/^W\/".+"$/);
    const again = () => call('GET', api('/contacts/101.json'), { token, headers: { 'if-none-match': etag } });
    expect(again()).toMatchObject({ status: 304 });
    expect(again().body).toBeUndefined();
    clio.control.patchContact!({ id: 101, patch: { title: 'Engineer' } });
    expect(again().status).toBe(200);
  });
  it('refuses a PATCH on an old copy with 412, changes nothing, and takes the header or the body form of the etag', () => {
    const { call, clio } = smallClio();
    const old = body(read(call)).data.etag;
    clio.control.patchContact!({ id: 101, patch: { title: 'Engineer' } });
    const patch = (etag: string) =>
      call('PATCH', api('/contacts/101.json'), { token, headers: { 'if-match': etag }, body: { data: { title: 'Poet' } } });
    expect(patch(old)).toMatchObject({ status: 412, body: { error: { type: 'PreconditionFailed' } } });
    expect(clio.state.rows.contacts[0]!.title).toBe('Engineer');
    expect(patch(read(call).headers!.etag!).status).toBe(200);
    expect(patch(body(read(call)).data.etag).status).toBe(200);
  });
  it('refuses a DELETE on an old copy', () => {
    const { call } = smallClio();
    expect(call('DELETE', api('/tasks/601.json'), { token, headers: { 'if-match': '"old"' } }).status).toBe(412);
    expect(call('DELETE', api('/tasks/601.json'), { token }).status).toBe(204);
    expect(call('GET', api('/tasks/601.json'), { token }).status).toBe(404);
  });
});

describe('lists', () => {
  const ids = (reply: Reply) => body(reply).data.map((row: { id: number }) => row.id);
  it('finds by literal text only: digits do not find a formatted phone', () => {
    const { call } = smallClio();
    const find = (query: string) => ids(call('GET', `${api('/contacts.json')}?query=${encodeURIComponent(query)}`, { token }));
    expect(find('6045550123')).toEqual([]);
    expect(find('(604) 555-0123')).toEqual([101]);
    expect(find('MARISOL@ortega')).toEqual([101]);
    expect(find('Ortega Studio')).toEqual([101, 104]);
  });
  it('gives what changed strictly after updated_since', () => {
    const { call, clock } = smallClio();
    expect(ids(call('GET', `${api('/contacts.json')}?updated_since=2026-03-02T09:00:00Z`, { token }))).toEqual([]);
    clock.advance(5000);
    call('PATCH', api('/contacts/102.json'), { token, body: { data: { title: 'Dr.' } } });
    const changed = call('GET', `${api('/contacts.json')}?updated_since=2026-11-21T12:00:00Z&fields=id,updated_at`, { token });
    expect(body(changed).data).toEqual([{ id: 102, updated_at: '2026-11-21T12:00:05Z' }]);
  });
  it('filters tasks by matter, client, completion and status, and matters by client and status', () => {
    const { call } = smallClio();
    const tasks = (query: string) => ids(call('GET', `${api('/tasks.json')}?${query}`, { token }));
    expect(tasks('matter_id=301')).toEqual([601, 602]);
    expect(tasks('client_id=102')).toEqual([603]);
    expect(tasks('complete=true')).toEqual([602]);
    expect(tasks('status=pending&client_id=101')).toEqual([601]);
    expect(tasks('due_at_present=false')).toEqual([603]);
    expect(ids(call('GET', `${api('/matters.json')}?client_id=102&status=open,closed`, { token }))).toEqual([302]);
  });
  it('asks for the type of notes, and keeps contact notes and matter notes apart', () => {
    const { call } = smallClio();
    expect(call('GET', api('/notes.json'), { token }).status).toBe(400);
    expect(ids(call('GET', `${api('/notes.json')}?type=Contact&contact_id=101`, { token }))).toEqual([801]);
    expect(ids(call('GET', `${api('/notes.json')}?type=Matter&matter_id=301`, { token }))).toEqual([802]);
  });
  it('refuses a parameter that Clio does not know', () => {
    const { call } = smallClio();
    expect(call('GET', `${api('/contacts.json')}?phone=1`, { token }).status).toBe(400);
    expect(call('GET', `${api('/contacts.json')}?type=Robot`, { token }).status).toBe(400);
  });
  it('gives a matter its client and its related contacts', () => {
    const { call } = smallClio();
    expect(body(call('GET', `${api('/matters/301/client.json')}?fields=id,name`, { token })).data).toEqual({
      id: 101,
      name: 'Marisol Ortega',
    });
    const related = call('GET', `${api('/matters/301/related_contacts.json')}?fields=id,name,relationship{description}`, {
      token,
    });
    expect(body(related).data).toEqual([{ id: 103, name: 'Rosa Okafor', relationship: { description: 'Witness' } }]);
    const all = call('GET', `${api('/matters/301/contacts.json')}?fields=name,is_client,relationship_name`, { token });
    expect(body(all).data).toEqual([
      { name: 'Marisol Ortega', is_client: true, relationship_name: 'Client' },
      { name: 'Rosa Okafor', is_client: false, relationship_name: 'Witness' },
    ]);
  });
});
