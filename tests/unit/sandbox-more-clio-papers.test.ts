import { describe, expect, it } from 'vitest';
import { cast } from '../../sandbox/world/cast.ts';
import { clioArea } from '../../sandbox/world/clio-desk.ts';
import { clioBank, clioBill } from '../../sandbox/world/clio-papers.ts';
import { clioId } from '../../sandbox/world/ids.ts';
import { desk, matter } from './sandbox-more-desk.ts';

describe('documents', () => {
  const names = (data: { name: string }[]) => data.map(({ name }) => name);
  it('are seen once their upload is finished with the right uuid', () => {
    const { send } = desk();
    const fields = 'fields=id,latest_document_version{uuid,put_url,fully_uploaded}';
    const made = send('POST', `/documents.json?${fields}`, { name: 'Intake.pdf', parent: { id: matter.id, type: 'Matter' } });
    const { uuid, put_url } = made.data.latest_document_version;
    expect(put_url).toMatch(/^https:/);
    const list = (more = '') => names(send('GET', `/documents.json?matter_id=${matter.id}&fields=name${more}`).data);
    expect(list()).not.toContain('Intake.pdf');
    expect(list('&show_uncompleted=true')).toContain('Intake.pdf');
    const path = `/documents/${made.data.id}.json?${fields}`;
    expect(send('PATCH', path, { uuid: 'another', fully_uploaded: true }).status).toBe(422);
    const done = send('PATCH', path, { uuid, fully_uploaded: true }).data.latest_document_version;
    expect(done).toMatchObject({ fully_uploaded: true, put_url: null });
    expect(list()).toContain('Intake.pdf');
  });
  it('take a further version under the same id', () => {
    const { send, rows } = desk();
    const id = clioId('document:ortega-v-whitfield:Fee agreement.pdf');
    const before = rows.documents.length;
    expect(send('POST', '/documents.json', { name: 'v2', parent: { id, type: 'Document' } }).data.id).toBe(id);
    expect(rows.documents).toHaveLength(before);
    expect(send('GET', `/documents/${id}.json?fields=document_versions{version_number}`).data.document_versions).toEqual([
      { version_number: 1 },
      { version_number: 2 },
    ]);
  });
  it('lie in the trash when deleted, until restored', () => {
    const { send } = desk();
    const path = `/documents/${clioId('document:kim-collision:Police report.pdf')}.json`;
    const list = () => names(send('GET', '/documents.json?fields=name').data);
    expect(send('DELETE', path).status).toBe(204);
    expect(list()).not.toContain('Police report.pdf');
    expect(send('PATCH', path, { restore: true }).status).toBe(200);
    expect(list()).toContain('Police report.pdf');
  });
  it('are made of a template by and by', () => {
    const { send } = desk();
    const body = {
      document_template: { id: clioId('document-template:Engagement letter.docx') },
      filename: 'Letter',
      formats: ['pdf'],
      matter,
    };
    const { data } = send('POST', '/document_automations.json?fields=id,state', body);
    expect(data.state).toBe('queued');
    const done = send('GET', `/document_automations/${data.id}.json?fields=state,documents{name}`).data;
    expect(done).toEqual({ state: 'completed', documents: [{ name: 'Letter.pdf' }] });
    expect(send('POST', '/document_automations.json', { ...body, formats: ['odt'] }).status).toBe(422);
  });
  it('have folders of one name once only', () => {
    const { send } = desk();
    const body = { name: 'Intake', parent: { id: matter.id, type: 'Matter' } };
    expect(send('POST', '/folders.json', body).status).toBe(422);
    expect(send('POST', '/folders.json', { ...body, name: 'Other' }).status).toBe(201);
  });
});

describe('money', () => {
  it('tells overdue bills from the others', () => {
    const { send } = desk();
    const numbers = (query: string) =>
      send('GET', `/bills.json?fields=number&${query}`).data.map((row: { number: string }) => row.number);
    expect(numbers('status=overdue').sort()).toEqual(['497', '503']);
    expect(numbers('state=paid')).toEqual(['481']);
    expect(numbers(`matter_id=${matter.id}&order=due_at(asc)`)).toHaveLength(2);
    expect(send('GET', '/bills.json?state=late').status).toBe(400);
  });
  it('adds up what a client owes, a payment taken off', () => {
    const { send } = desk();
    const { data } = send(
      'GET',
      '/outstanding_client_balances.json?fields=contact{name},total_outstanding_balance,associated_matter_ids',
    );
    const row = data.find((each: { contact: { name: string } }) => each.contact.name === 'Anna Lindqvist');
    expect(row.total_outstanding_balance).toBe(2000);
    expect(row.associated_matter_ids).toHaveLength(1);
    expect(send('GET', `/outstanding_client_balances.json?contact_id=${cast.nadia.clioId}`).data).toEqual([]);
  });
  it('refuses a payment link of another currency, too long a life, or revenue into trust', () => {
    const { send } = desk();
    const body = {
      ...{ currency: 'USD', description: 'Bill', duration: 3600, destination_account: { id: clioBank('Operating') } },
      subject: { id: clioBill('497'), type: 'Bill' },
    };
    const { data } = send('POST', '/clio_payments/links.json?fields=expires_at,bill{number},active', body);
    expect(data).toEqual({ expires_at: '2026-11-21T13:00:00Z', bill: { number: '497' }, active: true });
    const status = (change: object) => send('POST', '/clio_payments/links.json', { ...body, ...change }).status;
    expect([status({ currency: 'CAD' }), status({ duration: 7_776_001 })]).toEqual([422, 422]);
    expect(status({ destination_account: { id: clioBank('Trust') }, is_allocated_as_revenue: true })).toBe(422);
    expect(status({ subject: { id: 3, type: 'Bill' } })).toBe(404);
  });
});

describe('settings', () => {
  it('keep a webhook for three days unless told, and never more than 31', () => {
    const { send } = desk();
    const body = { url: 'https://relay.example/x', model: 'contact', fields: 'id,name' };
    const made = send('POST', '/webhooks.json?fields=id,expires_at,status', body).data;
    expect(made).toMatchObject({ expires_at: '2026-11-24T12:00:00Z', status: 'pending' });
    const renew = (expires_at: string) => send('PATCH', `/webhooks/${made.id}.json?fields=expires_at`, { expires_at });
    expect(renew('2026-12-20T00:00:00Z').data).toEqual({ expires_at: '2026-12-20T00:00:00Z' });
    expect(renew('2026-12-30T00:00:00Z').status).toBe(422);
    const status = (change: object) => send('POST', '/webhooks.json', { ...body, ...change }).status;
    expect([
      status({ url: 'http://relay.example' }),
      status({ fields: 'nothing' }),
      status({ events: ['matter_opened'] }),
    ]).toEqual([422, 400, 422]);
  });
  it('list the stages of one practice area, and task lists by name', () => {
    const { send } = desk();
    const stages = send('GET', `/matter_stages.json?practice_area_id=${clioArea('Family')}&fields=name,order`).data;
    expect(stages.map(({ name }: { name: string }) => name)).toContain('Mediation');
    expect(stages).toHaveLength(4);
    expect(send('GET', '/task_template_lists.json?query=injury&fields=name,templates_count').data).toEqual([
      { name: 'Injury intake', templates_count: 2 },
    ]);
  });
  it('take a custom field with its options, under an id that no other row has', () => {
    const { send, rows } = desk();
    const options = [{ option: 'Yes' }, { option: 'No' }];
    const body = { name: 'Consent', field_type: 'picklist', parent_type: 'Contact', picklist_options: options };
    const { data } = send('POST', '/custom_fields.json?fields=id,picklist_options{id,option}', body);
    const ids = [data.id, ...data.picklist_options.map(({ id }: { id: number }) => id)];
    expect(new Set(ids).size).toBe(3);
    expect(rows.customFields.filter(({ id }) => ids.includes(id))).toHaveLength(1);
    expect(send('POST', '/custom_fields.json', { ...body, picklist_options: [] }).status).toBe(422);
  });
});
