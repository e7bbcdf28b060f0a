import { describe, expect, test } from 'vitest';
import { editable, edited, heldValues } from '../../lib/catalog/edit.ts';
import { ACTIONS, actionOf } from '../../lib/catalog/index.ts';
import { operationOf } from '../../lib/catalog/operations/index.ts';

const names = (op: string, input: unknown) => editable(op, input).map(({ name }) => name);

describe('what can be put right', () => {
  test('every hand-made write has an operation of its name, or its form would be empty', () => {
    expect(ACTIONS.filter(({ id }) => !operationOf(id)).map(({ id }) => id)).toEqual([]);
  });

  test('of a change only the values it writes, of something new all of them; never whom it is about', () => {
    const update = { contactId: 'a', taskId: 'b', values: { title: 'Call' }, seen: { title: 'Cal', body: 'x' } };
    expect(names('highlevel.task.update', update)).toEqual(['title']);
    expect(names('highlevel.task.create', { contactId: 'a', values: { title: 'Call', done: false } })).toEqual([
      'title',
      'due',
      'body',
      'assignedTo',
    ]);
    expect(names('highlevel.note.create', { contactId: 'a', text: 'Hello' })).toEqual(['text']);
    expect(names('clio.contact.fill', { clioId: '1', values: { phone: '1' } })).toEqual(['phone']);
    expect(names('clio.matter.update', { matterId: '7', status: 'open' })).not.toContain('matterId');
  });

  test('nothing of deletions, tags, completions and the do-not-disturb switch', () => {
    for (const { id } of ACTIONS) {
      if (/delete|tags|complete|dnd/.test(id)) expect(names(id, { contactId: 'a', tags: ['a'], dnd: true })).toEqual([]);
    }
  });

  test('an operation without an action of its own: its values by name', () => {
    const input = { pipelineId: 'p', contactId: 'c', name: 'Intake', status: 'open' };
    const next = edited('highlevel.opportunity.create', input, { name: 'Divorce' });
    expect(next).toMatchObject({ ok: true, input: { ...input, name: 'Divorce' }, before: { name: 'Intake' } });
    expect(names('highlevel.opportunity.create', input)).not.toContain('contactId');
  });
});

describe('the input with other values', () => {
  const input = {
    ...{ contactId: 'a', taskId: 'b', seen: { title: 'Old', due: { kind: 'day', day: '2026-11-01' } } },
    values: { title: 'New', due: { kind: 'day', day: '2026-11-30' } },
  };
  const op = 'highlevel.task.update';

  test('keeps what was seen and whom it is about, and is what the action takes', () => {
    const next = edited(op, input, { title: 'Newer', due: '2026-12-01' });
    expect(next).toEqual({
      ok: true,
      input: { ...input, values: { title: 'Newer', due: { kind: 'day', day: '2026-12-01' } } },
      before: { title: 'New', due: '2026-11-30' },
      after: { title: 'Newer', due: '2026-12-01' },
    });
    expect(next.ok && actionOf(op)?.input.safeParse(next.input).success).toBe(true);
    expect(input.values.title).toBe('New');
  });

  test('a blank takes a value out', () => {
    const next = edited(op, input, { title: '' });
    expect(next.ok && JSON.parse(JSON.stringify(next.input))).toEqual({ ...input, values: { due: input.values.due } });
  });

  test('what was not changed is not checked anew, what was is', () => {
    const odd = { values: { email: 'a@', firstName: 'Ruth' }, contactId: 'a', seen: {} };
    expect(edited('highlevel.contact.update', odd, { firstName: 'Ruthie' }).ok).toBe(true);
    expect(edited('highlevel.contact.update', odd, { email: 'b@' })).toEqual({
      ok: false,
      errors: [{ field: 'email', code: 'invalid' }],
    });
    expect(edited('highlevel.contact.update', odd, { lastName: 'Abel' }).ok).toBe(false);
    expect(edited('highlevel.contact.update', odd, { contactId: 'b' }).ok).toBe(false);
  });

  test('is shown in the form as it stands', () => {
    expect(heldValues(op, input)).toEqual({ title: 'New', due: '2026-11-30' });
  });
});
