import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());

test('row 12: a HighLevel note becomes a Clio note, and its changes follow', async () => {
  world = await createPromiseWorld();
  const { highlevelId, clioId } = world.ruth;
  world.addHighLevel(`/contacts/${highlevelId}/notes`, { body: 'Ring her at work, after five.' });
  world.touch(highlevelId);
  const own = () => world.notesSaying('her at work').clio;
  await comes(world, () => own().length);
  expect(own()).toMatchObject([{ contact_id: clioId, type: 'Contact' }]);
  const note = world.notesSaying('her at work').highlevel[0]!;
  world.editHighLevel(`/contacts/${highlevelId}/notes/${note.id}`, { body: 'Ring her at work, before noon.' });
  // Nothing in HighLevel's lists of changes tells of it: found when her turn in the round comes.
  await comes(world, () => own()[0]!.detail.includes('before noon'), 40);
  expect(world.sent()).toEqual(['clio.notes.create', 'clio.notes.patch']);
  expect((await world.told({ link: world.linked.key })).at(-1)).toMatchObject({
    ...{ op: 'clio.note.update', outcome: 'done' },
    ...{ before: { body: 'Ring her at work, after five.' }, after: { body: 'Ring her at work, before noon.' } },
  });
  expect(await world.restsFor()).toEqual(QUIET);
  expect(world.notesSaying('her at work').highlevel).toHaveLength(1);
});

test('row 12: a HighLevel appointment becomes a Clio calendar entry with a reminder; moved and cancelled, it stays the one entry', async () => {
  world = await createPromiseWorld();
  const { highlevelId, clioId } = world.ruth;
  const span = (day: string, hour: number) => ({ startTime: `${day}T${hour}:00:00Z`, endTime: `${day}T${hour}:30:00Z` });
  world.addHighLevel('/calendars/events/appointments', {
    ...{ calendarId: world.choice.calendars.highlevel, locationId: world.location.account, contactId: highlevelId },
    ...{ title: 'Signing of papers', ignoreFreeSlotValidation: true, ...span(world.day(4), 18) },
  });
  const both = () => world.visitsNamed('Signing of papers');
  const entry = () => both().clio[0]!;
  await comes(world, entry);
  expect(entry()).toMatchObject({ attendees: [expect.objectContaining({ id: clioId, type: 'Contact' })] });
  expect(Date.parse(entry().start_at)).toBe(Date.parse(`${world.day(4)}T18:00:00Z`));
  expect(Date.parse(entry().end_at) - Date.parse(entry().start_at)).toBe(30 * 60_000);
  const reminders = () => (world.sandbox.clio.state.rows.reminders ?? []).filter((one) => one.subject.id === entry().id);
  await comes(world, () => reminders().length);
  expect(reminders()).toMatchObject([{ duration: world.choice.reminderMinutes }]);
  const visit = `/calendars/events/appointments/${both().highlevel[0]!.id}`;
  world.editHighLevel(visit, { ...span(world.day(6), 20), ignoreFreeSlotValidation: true });
  await comes(world, () => Date.parse(entry().start_at) === Date.parse(`${world.day(6)}T20:00:00Z`));
  world.editHighLevel(visit, { appointmentStatus: 'cancelled' });
  await comes(world, () => entry().summary === 'Cancelled: Signing of papers');
  const sent = world.sent();
  expect(sent.filter((one) => one.includes('entries') || one.includes('entry'))).toHaveLength(3);
  const told = await world.told({ link: world.linked.key });
  expect(told.map(({ op, outcome }) => `${op} ${outcome}`).filter((one) => one.includes('entry'))).toEqual([
    'clio.entry.create done',
    'clio.entry.update done',
    'clio.entry.update done',
  ]);
  expect(await world.restsFor()).toEqual(QUIET);
  expect([both().clio.length, both().highlevel.length]).toEqual([1, 1]);
});
