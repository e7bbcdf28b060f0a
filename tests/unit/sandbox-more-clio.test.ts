import { describe, expect, it } from 'vitest';
import { cast } from '../../sandbox/world/cast.ts';
import { clioArea, clioStage, clioTaskList } from '../../sandbox/world/clio-desk.ts';
import { clioId } from '../../sandbox/world/ids.ts';
import { desk, matter } from './sandbox-more-desk.ts';

describe('matters', () => {
  it('closes with the day of today, and opens again without one', () => {
    const { send } = desk();
    const path = `/matters/${matter.id}.json`;
    const ask = (status: string) => send('PATCH', `${path}?fields=status,close_date`, { status }).data;
    expect(ask('closed')).toEqual({ status: 'Closed', close_date: '2026-11-21' });
    expect(ask('open')).toEqual({ status: 'Open', close_date: null });
    expect(send('PATCH', path, { status: 'Closed' }).status).toBe(422);
  });
  it('takes a stage of its practice area only, and tells when', () => {
    const { send } = desk();
    const path = `/matters/${matter.id}.json?fields=matter_stage{name},matter_stage_updated_at`;
    expect(send('PATCH', path, { matter_stage: { id: clioStage('Immigration', 'Filing') } }).status).toBe(422);
    expect(send('PATCH', path, { matter_stage: { id: clioStage('Family', 'Trial') } }).data).toEqual({
      matter_stage: { name: 'Trial' },
      matter_stage_updated_at: '2026-11-21T12:00:00Z',
    });
  });
  it('makes the tasks of an applied list, due from the day given, for the attorney', () => {
    const { send, rows } = desk();
    const before = rows.tasks.length;
    const applied = { task_template_list: { id: clioTaskList('New client') }, due_at: '2026-12-01' };
    expect(send('PATCH', `/matters/${matter.id}.json`, { task_template_list_instances: [applied] }).status).toBe(200);
    const made = rows.tasks.slice(before);
    expect(made.map(({ name, due_at }) => [name, due_at])).toEqual([
      ['Conflict check', '2026-12-01'],
      ['Send fee agreement', '2026-12-03'],
      ['Open file', '2026-12-05'],
    ]);
    expect(made.every((row) => row.matter_id === matter.id && row.assignee?.id === cast.users.priya.clioId)).toBe(true);
  });
  it('changes nothing of an old copy, nor when one of several values is wrong', () => {
    const { send, rows } = desk();
    const path = `/matters/${matter.id}.json`;
    const etag = send('GET', path).headers.etag ?? '';
    expect(send('PATCH', path, { location: 'Room 2' }, { 'if-match': etag }).status).toBe(200);
    expect(send('PATCH', path, { location: 'Room 3' }, { 'if-match': etag }).status).toBe(412);
    const counts = [rows.tasks.length, rows.relationships.length];
    const applied = [{ task_template_list: { id: clioTaskList('New client') } }, { task_template_list: { id: 1 } }];
    const people = [{ description: 'Witness', contact: { id: cast.nadia.clioId } }];
    expect(send('PATCH', path, { task_template_list_instances: applied, relationships: people }).status).toBe(404);
    expect([rows.tasks.length, rows.relationships.length]).toEqual(counts);
  });
  it('is numbered on, named after the client, and makes the client one', () => {
    const { send, rows } = desk();
    const highest = Math.max(...rows.matters.filter((row) => row.account_id === cast.accounts.us).map((row) => row.number));
    const body = { client: { id: cast.dolores.clioId }, description: 'Will', practice_area: { id: clioArea('Estate planning') } };
    const { data } = send('POST', '/matters.json?fields=display_number,number,client{name},practice_area{name,category}', body);
    expect(data).toEqual({
      ...{ number: highest + 1, display_number: `${String(highest + 1).padStart(5, '0')}-Quint` },
      ...{ client: { name: 'Dolores Quint' }, practice_area: { name: 'Estate planning', category: 'wills_and_estates' } },
    });
    expect(rows.contacts.find((row) => row.id === cast.dolores.clioId)?.is_client).toBe(true);
  });
  it('ties and unties a person', () => {
    const { send } = desk();
    const made = send('POST', '/relationships.json', { contact: { id: cast.nadia.clioId }, matter, description: 'Referrer' });
    const list = () =>
      send('GET', `/relationships.json?matter_id=${matter.id}&fields=description`).data.map(
        (row: { description: string }) => row.description,
      );
    expect(list()).toContain('Referrer');
    expect(send('PATCH', `/relationships/${made.data.id}.json`, { description: 'Witness' }).status).toBe(200);
    expect(send('DELETE', `/relationships/${made.data.id}.json`).status).toBe(204);
    expect(list()).not.toContain('Witness');
    expect(send('POST', '/relationships.json', { contact: { id: cast.nadia.clioId } }).status).toBe(422);
  });
});

describe('communications', () => {
  const body = { type: 'PhoneCommunication', subject: 'Call', body: 'Long', matter };
  it('are found by the external id that an app gave them', () => {
    const { send } = desk();
    const { data } = send('POST', '/communications.json', { ...body, external_properties: [{ name: 'hl', value: 'm1' }] });
    const find = (value: string) =>
      send('GET', `/communications.json?external_property_name=hl&external_property_value=${value}`).data;
    expect(find('m1')).toEqual([{ id: data.id, etag: data.etag }]);
    expect(find('m2')).toEqual([]);
  });
  it('are found by who took part, in either role', () => {
    const { send } = desk();
    const { data } = send('POST', '/communications.json', { ...body, receivers: [{ id: cast.nadia.clioId, type: 'Contact' }] });
    const ids = send('GET', `/communications.json?contact_id=${cast.nadia.clioId}`).data.map((row: { id: number }) => row.id);
    expect(ids).toContain(data.id);
    expect(send('POST', '/communications.json', { ...body, receivers: [{ id: 7, type: 'User' }] }).status).toBe(404);
  });
  it('change under the etag that was read and no other', () => {
    const { send } = desk();
    const path = `/communications/${clioId('communication:kim-call')}.json`;
    const etag = send('GET', path).headers.etag ?? '';
    expect(send('PATCH', path, { body: 'With transcript' }, { 'if-match': etag }).status).toBe(200);
    expect(send('PATCH', path, { body: 'Again' }, { 'if-match': etag }).status).toBe(412);
  });
  it('know no texts', () => {
    expect(desk().send('POST', '/communications.json', { ...body, type: 'SmsCommunication' }).status).toBe(422);
  });
});

describe('secure messages', () => {
  it('open a thread, and go on in the one that is named', () => {
    const { send } = desk();
    const receivers = [{ id: cast.marisol.clioId, type: 'Contact' }];
    const first = send('POST', '/conversation_messages.json?fields=conversation{id},sender{name}', {
      subject: 'Hearing',
      body: 'A',
      receivers,
      matter,
    });
    expect(first.data.sender).toEqual({ name: 'Priya Nair' });
    const { conversation } = first.data;
    send('POST', '/conversation_messages.json', {
      subject: 'Hearing',
      body: 'B',
      receivers,
      conversation: { id: conversation.id },
    });
    const { data } = send(
      'GET',
      `/conversations/${conversation.id}.json?fields=message_count,subject,last_message{body},memberships{read}`,
    );
    expect(data).toEqual({
      message_count: 2,
      subject: 'Hearing',
      last_message: { body: 'B' },
      memberships: [{ read: true }, { read: true }],
    });
    expect(send('POST', '/conversation_messages.json', { subject: 'x', body: 'y', receivers: [] }).status).toBe(422);
  });
});
