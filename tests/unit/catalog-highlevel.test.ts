import { afterEach, beforeEach, expect, test } from 'vitest';
import { hlId } from '../../sandbox/world/ids.ts';
import { type ActionWorld, createActionWorld, rowOf } from './catalog-world.ts';

let world: ActionWorld;
beforeEach(async () => {
  world = await createActionWorld();
});
afterEach(() => world.close());

const contactId = () => world.cast.marisol.highlevelId;
const marisol = () => rowOf(world.rows().highlevel.contacts, contactId());
const CASE = hlId('field:case_type');
const LANGUAGE = hlId('field:preferred_language');

test('a contact’s values and custom fields are changed together, and put back', async () => {
  const { city } = marisol();
  const input = {
    ...{ contactId: contactId(), values: { city: 'Victoria' }, seen: { city } },
    ...{ customFields: { [CASE]: 'Estate' }, seenCustomFields: { [CASE]: 'Family' } },
  };
  const done = await world.run('highlevel.contact.update', input);
  expect(done).toMatchObject({ outcome: { id: contactId(), differs: [] } });
  expect(done.outcome?.told[0]).toMatchObject({
    entity: 'contact',
    value: { city: 'Victoria', customFields: { [CASE]: 'Estate' } },
  });
  expect(marisol()).toMatchObject({ city: 'Victoria', customFields: [{ id: CASE, value: 'Estate' }] });
  expect(await world.run('highlevel.contact.update', input)).toMatchObject({ refused: 'done' });
  await world.undo('highlevel.contact.update', input, done);
  expect(marisol()).toMatchObject({ city, customFields: [{ id: CASE, value: 'Family' }] });
});

test('a custom field that somebody filled meanwhile is asked about; one that was empty can’t be emptied again', async () => {
  const input = { contactId: contactId(), values: {}, seen: {}, customFields: { [CASE]: 'Estate' }, seenCustomFields: {} };
  expect(await world.run('highlevel.contact.update', input)).toMatchObject({ refused: 'changed' });
  const fill = { ...input, customFields: { [LANGUAGE]: 'Spanish' } };
  const done = await world.run('highlevel.contact.update', fill);
  expect(done.outcome?.differs).toEqual([]);
  await expect(world.undo('highlevel.contact.update', fill, done)).rejects.toThrow('no way back');
});

test('an unknown custom field is told as not stored', async () => {
  const done = await world.run('highlevel.contact.update', {
    ...{ contactId: contactId(), values: {}, seen: {}, customFields: { nowhere: 'x' } },
  });
  expect(done.outcome?.differs).toEqual(['custom:nowhere']);
});

test('“do not disturb” is switched on, told, and off again; its lost answer is found again', async () => {
  const input = { contactId: contactId(), dnd: true };
  const found = await world.lose('highlevel.contact.set-dnd', input, 'highlevel.update-contact');
  expect(found).toMatchObject({ told: [{ value: { dnd: true } }], differs: [] });
  expect(await world.run('highlevel.contact.set-dnd', input)).toMatchObject({ refused: 'done' });
  const off = await world.run('highlevel.contact.set-dnd', { ...input, dnd: false });
  expect(off).toMatchObject({ outcome: { differs: [] }, before: { dnd: true } });
  expect(marisol().dnd).toBe(false);
  await world.undo('highlevel.contact.set-dnd', { ...input, dnd: false }, off);
  expect(marisol().dnd).toBe(true);
});

test('a task is changed field by field, keeps the others, and is put back', async () => {
  const taskId = world.cast.marisol.highlevelTasks.retainer;
  const task = () => rowOf(world.rows().highlevel.tasks, taskId);
  const was = { ...task() };
  const input = {
    ...{ contactId: contactId(), taskId, values: { title: 'Send & sign retainer', due: { kind: 'day', day: '2027-07-01' } } },
    seen: { title: was.title, due: { kind: 'time', at: was.dueDate } },
  };
  const done = await world.run('highlevel.task.update', input);
  expect(done).toMatchObject({ outcome: { differs: [], told: [{ entity: 'task', owner: contactId() }] } });
  // 17:00 in Vancouver.
  expect(task()).toMatchObject({ title: 'Send & sign retainer', dueDate: '2027-07-02T00:00:00.000Z', completed: was.completed });
  expect(await world.run('highlevel.task.update', { ...input, values: { title: 'Other' } })).toMatchObject({
    refused: 'changed',
  });
  await world.undo('highlevel.task.update', input, done);
  expect(task()).toMatchObject({ title: was.title, dueDate: was.dueDate });
});

test('a task’s change whose answer is lost is found by reading, and not otherwise', async () => {
  const taskId = world.cast.marisol.highlevelTasks.review;
  const { completed } = rowOf(world.rows().highlevel.tasks, taskId);
  const input = { contactId: contactId(), taskId, values: { done: !completed }, seen: { done: completed } };
  expect(await world.lose('highlevel.task.update', input, 'highlevel.update-task')).toMatchObject({ id: taskId });
  expect(
    await world.lose(
      'highlevel.task.update',
      { ...input, values: { done: completed }, seen: { done: !completed } },
      'highlevel.update-task',
    ),
  ).toMatchObject({ id: taskId });
});

test('a note’s words change, its title stays; a change nobody saw is asked about', async () => {
  const made = await world.run('highlevel.note.create', { contactId: contactId(), text: 'Called back' });
  const noteId = made.outcome?.id ?? '';
  const note = () => rowOf(world.rows().highlevel.notes, noteId);
  const input = { contactId: contactId(), noteId, values: { text: 'Called back twice' }, seen: { text: 'Called back' } };
  const done = await world.run('highlevel.note.update', input);
  expect(done).toMatchObject({ outcome: { differs: [], told: [{ entity: 'note', owner: contactId() }] } });
  expect(note().body).toBe('Called back twice');
  expect(await world.run('highlevel.note.update', { ...input, values: { text: 'No' } })).toMatchObject({ refused: 'changed' });
  await world.undo('highlevel.note.update', input, done);
  expect(note().body).toBe('Called back');
});

test('a note’s new title leaves the markup of its text alone', async () => {
  const made = await world.run('highlevel.note.create', { contactId: contactId(), text: 'x' });
  const note = rowOf(world.rows().highlevel.notes, made.outcome?.id ?? '');
  note.body = '<p>Bold <b>words</b></p>';
  const input = { contactId: contactId(), noteId: note.id, values: { title: 'Call' }, seen: {} };
  expect((await world.run('highlevel.note.update', input)).outcome?.differs).toEqual([]);
  expect(rowOf(world.rows().highlevel.notes, note.id)).toMatchObject({ title: 'Call', body: '<p>Bold <b>words</b></p>' });
});
