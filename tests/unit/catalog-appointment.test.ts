import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ActionWorld, createActionWorld, rowOf } from './catalog-world.ts';

let world: ActionWorld;
beforeEach(async () => {
  world = await createActionWorld();
});
afterEach(() => world.close());

const VALUES = {
  title: 'Consultation: Ortega & Whitfield',
  // A Saturday evening: no calendar offers it, and in Clio it was agreed on all the same.
  startsAt: '2026-12-06T03:30:00.000Z',
  endsAt: '2026-12-06T04:15:00.000Z',
  status: 'confirmed',
  address: 'Room 2',
};
const create = () => {
  const calendar = world.rows().highlevel.calendars.find((one) => one.locationId === world.cast.locations.main);
  return { contactId: world.cast.marisol.highlevelId, calendarId: calendar?.id ?? '', values: VALUES };
};
const appointments = () => world.rows().highlevel.appointments;

describe('an appointment in HighLevel', () => {
  test('is made outside the offered slots, told under its contact, and taken back', async () => {
    const done = await world.run('highlevel.appointment.create', create());
    expect(done.outcome).toMatchObject({ differs: [], told: [{ entity: 'appointment', owner: world.cast.marisol.highlevelId }] });
    expect(rowOf(appointments(), done.outcome?.id ?? '')).toMatchObject({
      ...{ title: VALUES.title, startTime: VALUES.startsAt, endTime: VALUES.endsAt },
      ...{ address: 'Room 2', appointmentStatus: 'confirmed' },
    });
    const count = appointments().length;
    expect((await world.undo('highlevel.appointment.create', create(), done)).outcome?.gone).toHaveLength(1);
    expect(appointments()).toHaveLength(count - 1);
  });

  test('whose answer was lost is found again, once', async () => {
    const count = appointments().length;
    const found = await world.lose('highlevel.appointment.create', create(), 'highlevel.book-appointment');
    expect(found).toMatchObject({ differs: [], told: [{ value: { startsAt: VALUES.startsAt, title: VALUES.title } }] });
    expect(appointments()).toHaveLength(count + 1);
  });

  test('whose answer was lost is found again although somebody has moved it meanwhile', async () => {
    const move = () =>
      Object.assign(appointments().at(-1)!, { startTime: '2026-12-09T03:30:00Z', endTime: '2026-12-09T04:15:00Z' });
    const found = await world.lose('highlevel.appointment.create', create(), 'highlevel.book-appointment', move);
    expect(found).toMatchObject({ id: appointments().at(-1)?.id });
  });

  test('is moved and cancelled, unless somebody moved it meanwhile', async () => {
    const eventId = (await world.run('highlevel.appointment.create', create())).outcome?.id ?? '';
    const of = { contactId: world.cast.marisol.highlevelId, eventId };
    const move = { ...of, values: { startsAt: '2026-12-07T03:30:00Z', endsAt: '2026-12-07T04:15:00Z' }, seen: VALUES };
    const moved = await world.run('highlevel.appointment.update', move);
    expect(moved.outcome?.differs).toEqual([]);
    expect(rowOf(appointments(), eventId).startTime).toBe('2026-12-07T03:30:00.000Z');
    expect(await world.run('highlevel.appointment.update', move)).toMatchObject({ refused: 'done' });
    const late = { ...move, values: { startsAt: '2026-12-08T03:30:00Z' } };
    expect(await world.run('highlevel.appointment.update', late)).toMatchObject({ refused: 'changed' });
    const cancel = { ...of, values: { status: 'cancelled' }, seen: { status: 'confirmed' } };
    expect(await world.lose('highlevel.appointment.update', cancel, 'highlevel.edit-appointment')).toMatchObject({ id: eventId });
    await world.undo('highlevel.appointment.update', move, moved);
    expect(rowOf(appointments(), eventId)).toMatchObject({ startTime: VALUES.startsAt, appointmentStatus: 'cancelled' });
  });

  test('that is gone already counts as deleted', async () => {
    const gone = await world.run('highlevel.appointment.delete', { contactId: 'c', eventId: 'nowhere' });
    expect(gone.error?.code).toBe('not-found');
  });
});
