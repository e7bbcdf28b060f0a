import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ActionWorld, createActionWorld, rowOf } from './catalog-world.ts';

let world: ActionWorld;
beforeEach(async () => {
  world = await createActionWorld();
});
afterEach(() => world.close());

const clio = () => world.rows().clio;
const { stringify } = JSON;

describe('a task in Clio', () => {
  const values = () => ({
    ...{ title: 'Request <records> & bills', body: 'From the clinic', due: { kind: 'time', at: '2026-12-02T03:00:00Z' } },
    ...{ done: false, assigneeId: String(world.cast.users.priya.clioId) },
  });
  const input = () => ({ values: values(), matterId: String(world.cast.marisol.matterId) });

  test('is made on the day that the instant falls on, and taken back', async () => {
    const done = await world.run('clio.task.create', input());
    expect(done.outcome).toMatchObject({ differs: [], told: [{ entity: 'task', owner: String(world.cast.marisol.clioId) }] });
    const row = rowOf(clio().tasks, done.outcome?.id ?? '');
    expect(row).toMatchObject({
      name: values().title,
      due_at: '2026-12-01',
      status: 'pending',
      matter_id: world.cast.marisol.matterId,
    });
    await world.undo('clio.task.create', input(), done);
    expect(clio().tasks.some(({ id }) => id === row.id)).toBe(false);
    expect((await world.run('clio.task.delete', { taskId: String(row.id) })).error?.code).toBe('not-found');
  });

  test.each([true, false])('whose answer was lost is found again (under a matter: %s)', async (under) => {
    const count = clio().tasks.length;
    const { matterId, ...rest } = input();
    const found = await world.lose('clio.task.create', under ? { ...rest, matterId } : rest, 'clio.tasks.create');
    expect(found).toMatchObject({ differs: [], told: [{ value: { title: values().title } }] });
    expect(clio().tasks).toHaveLength(count + 1);
  });

  test('made twice alike meanwhile is asked about', async () => {
    const { snapshot } = await world.run('clio.task.create', input());
    await world.run('clio.task.create', input());
    const { actionOf } = await import('../../lib/catalog/index.ts');
    const action = actionOf('clio.task.create');
    const fresh = await world.call(action?.look?.(input(), world.contexts('clio')) as never);
    expect(action?.find?.(input(), fresh, snapshot, world.contexts('clio'))).toBe('several');
  });

  test('is changed under its etag; in review counts as open, a new title by somebody else is asked about', async () => {
    const taskId = (await world.run('clio.task.create', input())).outcome?.id ?? '';
    const row = () => rowOf(clio().tasks, taskId);
    Object.assign(row(), { status: 'in_review' });
    const reopen = { taskId, values: { status: 'pending' }, seen: { status: 'complete' } };
    expect(await world.run('clio.task.update', reopen)).toMatchObject({ refused: 'done' });
    const complete = {
      taskId,
      values: { status: 'complete', title: 'Records' },
      seen: { status: 'in_review', title: values().title },
    };
    const done = await world.run('clio.task.update', complete);
    expect(done.outcome?.differs).toEqual([]);
    expect(row()).toMatchObject({ status: 'complete', name: 'Records', description: 'From the clinic' });
    expect(await world.run('clio.task.update', { ...complete, values: { title: 'No' } })).toMatchObject({ refused: 'changed' });
    await world.undo('clio.task.update', complete, done);
    expect(row()).toMatchObject({ status: 'pending', name: values().title });
    const lost = { taskId, values: { body: 'Both clinics' }, seen: { body: 'From the clinic' } };
    expect(await world.lose('clio.task.update', lost, 'clio.tasks.patch')).toMatchObject({ id: taskId });
  });

  test('that changes between the look and the write is refused by Clio', async () => {
    const taskId = String(world.cast.marisol.tasks.records);
    const { actionOf } = await import('../../lib/catalog/index.ts');
    const action = actionOf('clio.task.update');
    const change = { taskId, values: { title: 'Other' }, seen: { title: rowOf(clio().tasks, taskId).name } };
    const fresh = await world.call(action?.look?.(change, world.contexts('clio')) as never);
    Object.assign(rowOf(clio().tasks, taskId), { priority: 'High' });
    const sent = world.call(action?.request(change, world.contexts('clio'), fresh) as never);
    await expect(sent).rejects.toMatchObject({ code: 'precondition-failed' });
  });
});

describe('a note in Clio', () => {
  const input = () => ({
    clioId: String(world.cast.marisol.clioId),
    values: { title: 'Call', text: 'Prefers <b>calls</b> & texts\nafter four', date: '2026-11-20' },
  });

  test('is made for the person, and taken back; its lost answer is found again', async () => {
    const done = await world.run('clio.note.create', input());
    expect(done.outcome).toMatchObject({ differs: [], told: [{ entity: 'note', owner: input().clioId }] });
    const row = rowOf(clio().notes, done.outcome?.id ?? '');
    expect(row).toMatchObject({
      type: 'Contact',
      subject: 'Call',
      detail: input().values.text,
      date: '2026-11-20',
      matter_id: null,
    });
    await world.undo('clio.note.create', input(), done);
    const count = clio().notes.length;
    expect(await world.lose('clio.note.create', input(), 'clio.notes.create')).toMatchObject({ differs: [] });
    expect(clio().notes).toHaveLength(count + 1);
  });

  test('is changed, unless its words are others by now', async () => {
    const noteId = (await world.run('clio.note.create', input())).outcome?.id ?? '';
    const change = { noteId, values: { text: 'After five' }, seen: { text: input().values.text } };
    const done = await world.run('clio.note.update', change);
    expect(done).toMatchObject({ outcome: { differs: [] }, before: { values: { text: input().values.text } } });
    expect(rowOf(clio().notes, noteId)).toMatchObject({ detail: 'After five', subject: 'Call' });
    expect(await world.run('clio.note.update', { ...change, values: { text: 'x' } })).toMatchObject({ refused: 'changed' });
    const lost = { noteId, values: { title: 'Two calls' }, seen: { title: 'Call' } };
    expect(await world.lose('clio.note.update', lost, 'clio.notes.patch')).toMatchObject({ id: noteId });
    expect((await world.run('clio.note.delete', { noteId })).outcome?.gone).toEqual([{ entity: 'note', id: noteId }]);
  });
});

describe('a calendar entry in Clio', () => {
  const input = () => ({
    values: {
      ...{ title: 'Consultation', startsAt: '2026-12-05T17:00:00.000Z', endsAt: '2026-12-05T17:30:00Z', allDay: false },
      ...{ location: 'Room 2', attendees: [{ type: 'Contact', id: String(world.cast.marisol.clioId) }] },
    },
    calendarId: String(clio().calendars.find((one) => one.user_id === world.cast.users.priya.clioId)?.id),
    matterId: String(world.cast.marisol.matterId),
    reminderMinutes: 30,
  });

  test('is made with its people, and asks for its reminder next', async () => {
    const done = await world.run('clio.entry.create', input());
    const id = done.outcome?.id ?? '';
    expect(done.outcome).toMatchObject({
      differs: [],
      told: [{ entity: 'calendar-entry', value: { attendees: input().values.attendees } }],
    });
    const [next] = done.outcome?.follow ?? [];
    expect(next).toEqual({ op: 'clio.reminder.create', input: { entryId: id, minutes: 30 } });
    const reminded = await world.run('clio.reminder.create', next?.input);
    expect(reminded.outcome).toMatchObject({ differs: [] });
    expect(clio().reminders?.find(({ subject }) => String(subject.id) === id)).toMatchObject({
      ...{ duration: 30, notification_method_id: world.cast.users.priya.clioId * 10 + 2 },
    });
    await world.undo('clio.entry.create', input(), done);
    expect(clio().calendarEntries.some((row) => String(row.id) === id)).toBe(false);
  });

  test('and its reminder are found again when their answers are lost', async () => {
    const count = clio().calendarEntries.length;
    const found = await world.lose('clio.entry.create', input(), 'clio.calendar_entries.create');
    if (!found || found === 'several') throw new Error(stringify(found));
    expect(clio().calendarEntries).toHaveLength(count + 1);
    expect(found.follow).toHaveLength(1);
    const methodId = String(world.cast.users.priya.clioId * 10 + 1);
    const reminder = { entryId: found.id, minutes: 45, methodId };
    expect(await world.lose('clio.reminder.create', reminder, 'clio.reminders.create')).toMatchObject({
      told: [{ entity: 'calendar-entry', value: { reminders: [45] } }],
    });
    expect(await world.run('clio.reminder.create', reminder)).toMatchObject({ refused: 'done' });
    expect(await world.lose('clio.reminder.create', { entryId: found.id, minutes: 5 }, 'clio.reminders.create')).toBe('several');
  });

  test('is found again although somebody has moved it meanwhile', async () => {
    const move = () =>
      Object.assign(clio().calendarEntries.at(-1)!, { start_at: '2026-12-04T17:00:00Z', end_at: '2026-12-04T18:00:00Z' });
    const found = await world.lose('clio.entry.create', input(), 'clio.calendar_entries.create', move);
    expect(found).toMatchObject({ id: String(clio().calendarEntries.at(-1)?.id), differs: ['startsAt', 'endsAt'] });
  });

  test('is moved; people are added to it and none is taken away', async () => {
    const entryId = (await world.run('clio.entry.create', input())).outcome?.id ?? '';
    const { startsAt, endsAt, attendees } = input().values;
    const ruth = { type: 'Contact', id: String(world.cast.ruth.clioId) };
    const change = {
      ...{
        entryId,
        values: { startsAt: '2026-12-06T17:00:00Z', endsAt: '2026-12-06T17:30:00Z', attendees: [...attendees, ruth] },
      },
      seen: { startsAt, endsAt, attendees },
    };
    expect((await world.run('clio.entry.update', change)).outcome?.differs).toEqual([]);
    const row = rowOf(clio().calendarEntries, entryId);
    expect(row).toMatchObject({ start_at: '2026-12-06T17:00:00Z', summary: 'Consultation' });
    expect(row.attendees.map(({ id }) => String(id))).toEqual([...attendees, ruth].map(({ id }) => id));
    expect(await world.run('clio.entry.update', { ...change, values: { startsAt: '2026-12-07T17:00:00Z' } })).toMatchObject({
      refused: 'changed',
    });
    const lost = { entryId, values: { title: 'Signing' }, seen: { title: 'Consultation' } };
    expect(await world.lose('clio.entry.update', lost, 'clio.calendar_entries.patch')).toMatchObject({ id: entryId });
    expect((await world.run('clio.entry.delete', { entryId })).outcome?.gone).toHaveLength(1);
  });
});
