import { describe, expect, test } from 'vitest';
import { ACTIONS } from '../../lib/catalog/index.ts';
import { endpointOf } from '../../lib/catalog/operations/endpoint-of.ts';
import { OPERATIONS, operationAction, operationOf } from '../../lib/catalog/operations/index.ts';
import { planOf, toRequest } from '../../lib/catalog/operations/request.ts';

const operation = (id: string) => {
  const found = operationOf(id);
  if (!found) throw new Error(`no operation ${id}`);
  return found;
};
const action = (id: string) => {
  const found = operationAction(id);
  if (!found) throw new Error(`no action ${id}`);
  return found;
};
const here = { account: 'LOC1', timeZone: 'UTC', country: 'US' };

describe('requests', () => {
  test('put each value in its place, and the location where the operation says', () => {
    const values = { contactId: 'c1', pipelineId: 'p1', name: 'Lee', status: 'open', amount: 12, customFields: { f1: 'red' } };
    expect(toRequest(operation('highlevel.opportunity.create'), values, here)).toMatchObject({
      endpoint: { method: 'POST', path: '/opportunities/' },
      body: {
        ...{ contactId: 'c1', pipelineId: 'p1', name: 'Lee', status: 'open', monetaryValue: 12, locationId: 'LOC1' },
        customFields: [{ id: 'f1', field_value: 'red' }],
      },
    });
  });

  test('send Clio’s ids as numbers in the body, as text in the path', () => {
    const values = { matterId: '7', stageId: '9', customFields: { '5': 'x' } };
    expect(toRequest(operation('clio.matter.update'), values, here)).toMatchObject({
      params: { id: '7' },
      query: { fields: 'id,etag' },
      body: { data: { matter_stage: { id: 9 }, custom_field_values: [{ custom_field: { id: 5 }, value: 'x' }] } },
    });
  });

  test('leave out what belongs to an entry of a list that was not filled in', () => {
    const log = { subject: 'Call', text: 'x' };
    expect(toRequest(operation('clio.communication.create'), log, here)?.body).toEqual({
      data: { subject: 'Call', body: 'x', type: 'PhoneCommunication' },
    });
    expect(toRequest(operation('clio.communication.create'), { ...log, contactId: '3' }, here)?.body).toEqual({
      data: { subject: 'Call', body: 'x', type: 'PhoneCommunication', senders: [{ id: 3, type: 'Contact' }] },
    });
  });

  test('have times as the endpoint wants them', () => {
    const window = { startsAt: '2026-11-22T10:00:00-08:00', endsAt: '2026-11-23T18:00:00.000Z', calendarId: 'k1' };
    expect(toRequest(operation('highlevel.appointment.search'), window, here)?.query).toMatchObject({
      ...{ startTime: 1795370400000, endTime: 1795456800000, calendarId: 'k1', locationId: 'LOC1' },
    });
    const block = { ...window, title: 'Court' };
    expect(toRequest(operation('highlevel.block.create'), block, here)?.body).toMatchObject({
      startTime: '2026-11-22T18:00:00Z',
    });
  });
});

describe('plans', () => {
  test('name the hand-made action with its own input where there is one', () => {
    const values = { contactId: 'c1', title: 'Call', due: '2026-12-01', assignedTo: 'u1' };
    expect(planOf(operation('highlevel.task.create'), values)).toEqual({
      op: 'highlevel.task.create',
      input: {
        contactId: 'c1',
        values: { title: 'Call', due: { kind: 'day', day: '2026-12-01' }, assignedTo: 'u1', done: false },
      },
    });
  });

  test('tell it what was seen', () => {
    const seen = { city: 'Albany', customFields: { f1: 'red' } };
    expect(planOf(operation('clio.contact.update'), { contactId: '3', city: 'Utica' }, seen)).toEqual({
      op: 'clio.contact.update',
      input: { clioId: '3', values: { city: 'Utica' }, seen: { city: 'Albany' }, seenCustomFields: { f1: 'red' } },
    });
  });

  test('leave the values of other writes as they are', () => {
    const values = { contactId: 'c1', workflowId: 'w1' };
    expect(planOf(operation('highlevel.contact.add-to-workflow'), values)).toEqual({
      op: 'highlevel.contact.add-to-workflow',
      input: values,
    });
  });
});

describe('actions out of the catalogue', () => {
  test('every write has one, or names a hand-made one', () => {
    const known = new Set(ACTIONS.map((one) => one.id));
    for (const one of OPERATIONS.filter(({ kind }) => kind === 'action')) {
      const { op } = planOf(one, {});
      expect([one.id, known.has(op) || operationAction(op)?.id === op]).toEqual([one.id, true]);
      expect([one.id, known.has(one.id) && operationAction(one.id) !== undefined]).toEqual([one.id, false]);
    }
  });

  test('what makes something new, or sends something, is never sent twice by itself', () => {
    const posts = OPERATIONS.filter((one) => one.kind === 'action' && !one.core && endpointOf(one.endpoint)?.method === 'POST');
    const safe = posts.filter((one) => one.resend !== 'never').map((one) => one.id);
    expect(safe).toEqual(['highlevel.contact.bulk-tags', 'highlevel.contact.bulk-company', 'highlevel.contact.add-followers']);
    expect(operation('clio.matter.apply-task-list').resend).toBe('never');
  });

  test('deleting what is gone is done', () => {
    for (const id of ['clio.communication.delete', 'clio.relationship.delete', 'highlevel.relation.delete'])
      expect(action(id)).toMatchObject({ resend: 'safe', absentIsDone: true });
  });

  test('queue behind other writes to the same contact', () => {
    expect(
      action('highlevel.opportunity.create').key({ contactId: 'c1', pipelineId: 'p1', name: 'x', status: 'open' }, here),
    ).toBe(ACTIONS.find((one) => one.id === 'highlevel.contact.update')?.key({ contactId: 'c1' }, here));
    expect(action('highlevel.opportunity.set-status').key({ opportunityId: 'o1', status: 'won' }, here)).toBe(
      'highlevel:opportunity:o1',
    );
  });

  test('refuse an input from the disk that is none', () => {
    const set = action('highlevel.opportunity.set-status');
    expect(set.input.safeParse({ opportunityId: 'o1', status: 'won' }).success).toBe(true);
    expect(set.input.safeParse({ opportunityId: 'o1', status: 'eaten' }).success).toBe(false);
    expect(() => set.request({ opportunityId: '../o1', status: 'won' }, here)).toThrow('invalid-request');
  });

  test('know what they made, or changed', () => {
    const made = action('highlevel.opportunity.create');
    expect(made.outcome({ contactId: 'c1' }, { opportunity: { id: 'o9' } }, here).id).toBe('o9');
    expect(action('highlevel.opportunity.set-status').outcome({ opportunityId: 'o1' }, { succeded: true }, here).id).toBe('o1');
  });

  test('change a Clio record under the etag just read, and a custom field in the row in which it stands', () => {
    const set = action('clio.matter.set-fields');
    const values = { matterId: '7', customFields: { '5': 'new', '6': 'first' } };
    expect(set.lookFirst).toBe(true);
    expect(set.look?.(values, here)).toMatchObject({
      endpoint: { method: 'GET', access: 'read', path: '/matters/:id.json' },
      query: { fields: 'id,etag,custom_field_values{id,custom_field}' },
    });
    const fresh = { data: { etag: '"e1"', custom_field_values: [{ id: 'text_line-1', custom_field: { id: 5 } }] } };
    expect(set.request(values, here, fresh)).toMatchObject({
      ifMatch: '"e1"',
      body: {
        data: {
          custom_field_values: [
            { id: 'text_line-1', value: 'new' },
            { custom_field: { id: 6 }, value: 'first' },
          ],
        },
      },
    });
  });
});
