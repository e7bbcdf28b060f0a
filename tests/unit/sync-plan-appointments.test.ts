import { describe, expect, test } from 'vitest';
import { made, people } from './sync-plan-people.ts';
import { allOn, CLIO, PLACE } from './sync-plan-world.ts';

describe('appointments', () => {
  const visit = (values = {}) => ({
    id: 'a1',
    account: PLACE,
    contactId: 'hl7',
    title: 'First meeting',
    startsAt: '2026-12-03T18:00:00Z',
    endsAt: '2026-12-03T19:00:00Z',
    status: 'confirmed',
    createdAt: '2026-11-22T17:30:00Z',
    ...values,
  });
  const entry = (values = {}) => ({
    id: '50',
    account: CLIO,
    title: 'First meeting',
    startsAt: '2026-12-03T18:00:00Z',
    endsAt: '2026-12-03T19:00:00Z',
    allDay: false,
    attendees: [{ type: 'Contact' as const, id: '7' }],
    createdAt: '2026-11-22T17:30:00Z',
    ...values,
  });

  test('of HighLevel become entries of the chosen calendar with the client and a reminder; moved and cancelled ones follow', async () => {
    const world = await people();
    await world.put('highlevel', 'appointment', visit());
    const [write] = await world.plan();
    expect(write).toMatchObject({
      op: 'clio.entry.create',
      body: {
        input: {
          calendarId: '5',
          reminderMinutes: 30,
          values: { title: 'First meeting', startsAt: '2026-12-03T18:00:00Z', attendees: [{ type: 'Contact', id: '7' }] },
        },
      },
    });
    await world.carryOut(write!, made('calendar-entry', entry()));
    expect(await world.plan()).toEqual([]);
    await world.put(
      'highlevel',
      'appointment',
      visit({ startsAt: '2026-12-03T20:00:00Z', endsAt: '2026-12-03T21:00:00Z', status: 'cancelled' }),
    );
    expect(await world.plan()).toMatchObject([
      {
        op: 'clio.entry.update',
        body: {
          input: {
            entryId: '50',
            values: { title: 'Cancelled: First meeting', startsAt: '2026-12-03T20:00:00Z' },
            seen: { title: 'First meeting' },
          },
        },
      },
    ]);
  });

  test('of Clio go to HighLevel only where a calendar was chosen there', async () => {
    const world = await people();
    await world.put('clio', 'calendar-entry', entry(), '7');
    expect(await world.plan()).toMatchObject([
      { op: 'highlevel.appointment.create', body: { input: { contactId: 'hl7', calendarId: 'cal' } } },
    ]);
    const without = await people({ ...allOn(), calendars: { clio: '5' } });
    await without.put('clio', 'calendar-entry', entry(), '7');
    expect(await without.plan()).toEqual([]);
  });

  test('of Clio whose new title waits for a yes are moved all the same', async () => {
    const world = await people();
    await world.put('clio', 'calendar-entry', entry(), '7');
    const [write] = await world.plan();
    await world.carryOut(write!, made('appointment', visit()));
    await world.put('highlevel', 'appointment', visit());
    const moved = { startsAt: '2026-12-04T18:00:00Z', endsAt: '2026-12-04T19:00:00Z' };
    await world.put('clio', 'calendar-entry', entry({ title: 'Settlement authority', ...moved }), '7');
    const [change] = await world.plan();
    expect(change?.body.input).toMatchObject({ eventId: 'a1', values: moved });
    expect(change?.body.input).not.toHaveProperty('values.title');
    expect(await world.asks()).toMatchObject([{ kind: 'approval', body: { title: 'Settlement authority' } }]);
  });

  test('one of a series is left alone', async () => {
    const world = await people();
    await world.put('highlevel', 'appointment', visit({ recurring: true }));
    expect(await world.plan()).toEqual([]);
  });
});
