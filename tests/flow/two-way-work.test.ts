import { afterEach, describe, expect, test } from 'vitest';
import { comes, createTwoWayWorld, type TwoWayWorld } from './two-way-world.ts';

let world: TwoWayWorld;
afterEach(() => world.close());
const start = async () => {
  world = await createTwoWayWorld();
  await world.choose();
};
const named = (title: string) => world.highlevelTasks().find((one) => one.title === title);
const inClio = (name: string) => world.sandbox.clio.state.rows.tasks.find((one) => one.name === name);
const days = (count: number) => new Date(world.sandbox.clock.now() + count * 86_400_000).toISOString().slice(0, 10);

/** Somebody of the office adds a record in HighLevel; the contact's time of change moves along. */
const touch = () => world.sandbox.control('highlevel.touchContact', { id: world.ruth.highlevelId });

describe('tasks', () => {
  test('a Clio task becomes a HighLevel task; completing and moving it travel both ways', async () => {
    await start();
    world.sandbox.control('clio.addTask', {
      name: 'File the affidavit',
      matter_id: world.ruth.matterId,
      due_at: days(5),
      permission: 'public',
      created_at: world.stamp(),
    });
    await comes(world, () => named('File the affidavit'));
    expect(named('File the affidavit')).toMatchObject({ completed: false });
    world.sandbox.control('clio.patchTask', { id: inClio('File the affidavit')!.id, patch: { status: 'complete' } });
    await comes(world, () => named('File the affidavit')!.completed);
    const task = named('File the affidavit')!;
    const later = new Date(Date.parse(task.dueDate) + 3 * 86_400_000).toISOString();
    world.sandbox.control('highlevel.patchTask', { id: task.id, patch: { completed: false, dueDate: later } });
    touch();
    await comes(world, () => inClio('File the affidavit')!.due_at === days(8));
    expect(inClio('File the affidavit')!.status).toBe('pending');
    await world.pass(10);
    expect(world.highlevelTasks().filter(({ title }) => title === 'File the affidavit')).toHaveLength(1);
    expect((await world.planned()).filter((op) => op.endsWith('create'))).toEqual(['highlevel.task.create']);
    expect(await world.asks()).toEqual([]);
  });

  test('a HighLevel task made later becomes a Clio task under the open matter a person chooses; older ones stay', async () => {
    await start();
    const before = world.clioTasks().length;
    world.sandbox.highlevel.state.rows.tasks.push({
      id: world.sandbox.highlevel.state.newId(),
      ...{
        contactId: world.ruth.highlevelId,
        locationId: world.location.account,
        title: 'Ask for her passport',
        completed: false,
      },
      dueDate: `${days(3)}T20:00:00.000Z`,
      dateAdded: world.stamp(),
    });
    touch();
    await world.pass(4);
    const [ask] = await world.asks();
    expect(ask).toMatchObject({ kind: 'where', body: { label: 'Ask for her passport' } });
    await world.say('console', 'ask.answer', { key: ask!.key, answer: { offer: 'choose', id: String(world.ruth.matterId) } });
    await comes(world, () => inClio('Ask for her passport'));
    expect(inClio('Ask for her passport')).toMatchObject({ matter_id: world.ruth.matterId, due_at: days(3), status: 'pending' });
    expect(world.clioTasks()).toHaveLength(before + 1);
    await world.pass(5);
    expect(world.clioTasks()).toHaveLength(before + 1);
    expect(world.highlevelTasks().filter(({ title }) => title === 'Ask for her passport')).toHaveLength(1);
  });
});

test('a Clio note becomes a HighLevel note on the right contact, and edits travel both ways', async () => {
  await start();
  world.sandbox.control('clio.addNote', {
    contact_id: world.ruth.clioId,
    subject: 'Monday’s call',
    detail: 'She will come on Monday.',
    created_at: world.stamp(),
    updated_at: world.stamp(),
  });
  const twin = () => world.highlevelNotes().find(({ body }) => body.includes('come on'));
  const own = () => world.clioNotes().find(({ subject }) => subject === 'Monday’s call')!;
  await comes(world, twin);
  expect(twin()?.body).toContain('She will come on Monday.');
  twin()!.body = 'Monday’s call\n\nShe will come on Tuesday.';
  touch();
  await comes(world, () => own().detail === 'She will come on Tuesday.');
  Object.assign(own(), {
    detail: 'She will come on Wednesday.',
    updated_at: new Date(world.sandbox.clock.now() + 1000).toISOString(),
  });
  await comes(world, () => twin()?.body.includes('Wednesday'));
  expect(world.highlevelNotes().filter(({ body }) => body.includes('come on'))).toHaveLength(1);
  expect(await world.asks()).toEqual([]);
});

test('a HighLevel note becomes a Clio note of the contact', async () => {
  await start();
  world.sandbox.highlevel.state.rows.notes.push({
    id: world.sandbox.highlevel.state.newId(),
    ...{ contactId: world.ruth.highlevelId, body: 'Prefers to be called after five.', dateAdded: world.stamp() },
  });
  touch();
  await comes(world, () => world.clioNotes().some(({ detail }) => detail.includes('after five')));
  await world.pass(5);
  expect(world.clioNotes().filter(({ detail }) => detail.includes('after five'))).toHaveLength(1);
});

test('a HighLevel appointment becomes a Clio calendar entry with the client; moved and cancelled it stays one', async () => {
  await start();
  const { state } = world.sandbox.highlevel;
  const [calendar] = state.rows.calendars;
  const visit = {
    id: state.newId(),
    ...{
      calendarId: world.choice.calendars.highlevel ?? calendar!.id,
      contactId: world.ruth.highlevelId,
      locationId: world.location.account,
    },
    ...{
      title: 'Signing',
      appointmentStatus: 'confirmed',
      startTime: `${days(4)}T18:00:00.000Z`,
      endTime: `${days(4)}T18:30:00.000Z`,
    },
    ...{ dateAdded: world.stamp(), dateUpdated: world.stamp() },
  };
  state.rows.appointments.push(visit);
  touch();
  const entry = () => world.entries().find(({ summary }) => summary.includes('Signing'));
  await comes(world, entry);
  expect(Date.parse(entry()!.start_at)).toBe(Date.parse(visit.startTime));
  const row = state.rows.appointments.find(({ id }) => id === visit.id)!;
  Object.assign(row, {
    startTime: `${days(4)}T20:00:00.000Z`,
    endTime: `${days(4)}T20:30:00.000Z`,
    appointmentStatus: 'cancelled',
  });
  touch();
  await comes(world, () => entry()?.summary === 'Cancelled: Signing');
  expect(Date.parse(entry()!.start_at)).toBe(Date.parse(row.startTime));
  expect(world.entries().filter(({ summary }) => summary.includes('Signing'))).toHaveLength(1);
});
