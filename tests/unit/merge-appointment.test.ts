import { describe, expect, it } from 'vitest';
import {
  APPOINTMENT_TABLE,
  readAppointment,
  readCalendarEntry,
  toClioEntry,
  toHighLevelAppointment,
} from '../../lib/merge/appointment.ts';
import type { Values } from '../../lib/merge/field.ts';
import { rulesOf } from '../../lib/merge/mapping.ts';
import { titled, untitled } from '../../lib/merge/meeting-title.ts';
import { pairing } from '../../lib/merge/pairing.ts';
import { decide } from '../../lib/merge/three-way.ts';
import type { Appointment } from '../../lib/model/appointment.ts';
import type { CalendarEntry } from '../../lib/model/calendar-entry.ts';

const zone = 'America/Vancouver';
const people = pairing([
  { clio: '1', highlevel: 'h1' },
  { clio: '2', highlevel: 'h2' },
]);
const context = { zone, people };
const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  id: 'e1',
  account: 'us:1',
  title: 'Consultation',
  startsAt: '2024-03-05T18:00:00Z',
  endsAt: '2024-03-05T18:30:00Z',
  allDay: false,
  attendees: [
    { type: 'Calendar', id: '77' },
    { type: 'Contact', id: '1' },
  ],
  ...more,
});
const appointment = (more: Partial<Appointment> = {}): Appointment => ({
  id: 'a1',
  account: 'loc',
  contactId: 'h1',
  title: 'Consultation',
  startsAt: '2024-03-05T18:00:00.000Z',
  endsAt: '2024-03-05T18:30:00.000Z',
  status: 'confirmed',
  ...more,
});
const on = Object.fromEntries(APPOINTMENT_TABLE.map(({ id }) => [id, { direction: 'both' as const }]));
const decided = (clio: CalendarEntry, highlevel: Appointment, base?: Values) =>
  decide(rulesOf(APPOINTMENT_TABLE, on), {
    base,
    clio: readCalendarEntry(clio, context, highlevel.contactId).values,
    highlevel: readAppointment(highlevel, context).values,
  })
    .filter((one) => one.do !== 'keep')
    .map((one) => `${one.id} ${one.do}`);
const agreed = readAppointment(appointment(), context).values;

it('an entry and its appointment agree', () => {
  expect(decided(entry(), appointment(), agreed)).toEqual([]);
});

describe('moving it', () => {
  it('moves both ends as one change', () => {
    const moved = appointment({ startsAt: '2024-03-06T19:00:00Z', endsAt: '2024-03-06T19:45:00Z' });
    expect(decided(entry(), moved, agreed)).toEqual(['when to-clio']);
    expect(toClioEntry({ when: readAppointment(moved, context).values.when }, context, entry()).value).toEqual({
      startsAt: '2024-03-06T19:00:00Z',
      endsAt: '2024-03-06T19:45:00Z',
      allDay: false,
    });
  });

  it('on both sides to different times is one conflict', () => {
    const clio = entry({ startsAt: '2024-03-05T19:00:00Z', endsAt: '2024-03-05T19:30:00Z' });
    const highlevel = appointment({ endsAt: '2024-03-05T19:00:00Z' });
    expect(decided(clio, highlevel, agreed)).toEqual(['when conflict']);
  });

  it('an appointment without an end takes the usual length, and says so', () => {
    const read = readAppointment(appointment({ endsAt: undefined }), { ...context, minutes: 45 });
    expect(read.values.when).toBe('2024-03-05T18:00:00Z/2024-03-05T18:45:00Z');
    expect(read.warnings).toEqual([{ field: 'when', code: 'end-assumed', limit: 45 }]);
  });

  it('a time that is none decides nothing', () => {
    const read = readAppointment(appointment({ startsAt: 'soon' }), context);
    expect(read.values).not.toHaveProperty('when');
    expect(read.warnings.map(({ code }) => code)).toEqual(['unreadable']);
  });
});

describe('whole days', () => {
  const day = entry({ allDay: true, startsAt: '2024-03-10T08:00:00Z', endsAt: '2024-03-11T07:00:00Z' });
  it('become midnight to midnight in HighLevel, with a warning, and come back as whole days', () => {
    // 10 March 2024 has 23 hours in Vancouver.
    const { values } = readCalendarEntry(day, context);
    expect(values.when).toBe('2024-03-10/2024-03-10');
    const { value, warnings } = toHighLevelAppointment(values, context, appointment());
    expect(value).toMatchObject({ startsAt: '2024-03-10T08:00:00Z', endsAt: '2024-03-11T07:00:00Z' });
    expect(warnings.map(({ code }) => code)).toEqual(['all-day']);
    expect(readAppointment({ ...appointment(), ...value, status: 'new' } as Appointment, context).values.when).toBe(values.when);
  });
});

describe('whether it is on', () => {
  it.each([
    ['Cancelled: Consultation', 'cancelled', 'Consultation'],
    ['CANCELED - Consultation', 'cancelled', 'Consultation'],
    ['[No show] Consultation', 'no-show', 'Consultation'],
    ['No-show: Cancelled: Consultation', 'no-show', 'Consultation'],
    ['Cancelled flight claim', 'on', 'Cancelled flight claim'],
    ['No show of hands', 'on', 'No show of hands'],
    ['Consultation', 'on', 'Consultation'],
  ])('%s', (text, meeting, title) => {
    expect(untitled(text)).toEqual({ title, meeting });
    expect(untitled(titled(title, meeting as 'on'))).toEqual({ title, meeting });
  });

  // HighLevel's word, what Clio says -> what is written into HighLevel
  it.each([
    ['confirmed', 'Consultation', undefined],
    ['new', 'Consultation', undefined],
    ['showed', 'Consultation', undefined],
    ['confirmed', 'Cancelled: Consultation', 'cancelled'],
    ['new', 'No show - Consultation', 'noshow'],
    ['cancelled', 'Consultation', 'confirmed'],
    ['invalid', 'Cancelled: Consultation', undefined],
  ])('%s in HighLevel, “%s” in Clio', (status, title, written) => {
    const { values } = readCalendarEntry(entry({ title }), context);
    expect(toHighLevelAppointment({ status: values.status }, context, appointment({ status })).value.status).toBe(written);
  });

  it('cancelled in HighLevel puts a word in front of Clio’s title and leaves the title itself alone', () => {
    expect(decided(entry(), appointment({ status: 'cancelled' }), agreed)).toEqual(['status to-clio']);
    expect(toClioEntry({ status: 'cancelled' }, context, entry()).value).toEqual({ title: 'Cancelled: Consultation' });
    expect(toClioEntry({ status: 'on' }, context, entry({ title: 'Cancelled: Consultation' })).value).toEqual({
      title: 'Consultation',
    });
    expect(toClioEntry({ title: 'Intake' }, context, entry({ title: 'Cancelled: Consultation' })).value).toEqual({
      title: 'Cancelled: Intake',
    });
    const written = entry(toClioEntry({ status: 'cancelled' }, context, entry()).value);
    expect(decided(written, appointment({ status: 'cancelled' }), { ...agreed, status: 'cancelled' })).toEqual([]);
  });

  it('words of ours in a title of HighLevel are no part of it', () => {
    expect(readAppointment(appointment({ title: 'Cancelled: Consultation' }), context).values).toMatchObject({
      title: 'Consultation',
      status: 'on',
    });
  });

  it('a word nobody knows decides nothing', () => {
    expect(readAppointment(appointment({ status: 'rescheduled?' }), context).values).not.toHaveProperty('status');
  });

  it('is told of hostile titles in no time', () => {
    expect(untitled('Cancelled: '.repeat(90_000)).title).toBe('');
  });
});

describe('who it is with', () => {
  it('of several people in Clio the one HighLevel has counts', () => {
    const both = entry({
      attendees: [
        { type: 'Contact', id: '2' },
        { type: 'Contact', id: '1' },
      ],
    });
    expect(readCalendarEntry(both, context, 'h1')).toMatchObject({
      values: { contact: '1=h1' },
      warnings: [{ code: 'several-people' }],
    });
    expect(readCalendarEntry(both, context).values.contact).toBe('2=h2');
  });

  it('is added to those who attend in Clio and replaces nobody', () => {
    expect(toClioEntry({ contact: '2=h2' }, context, entry()).value.attendees).toEqual([
      ...entry().attendees,
      { type: 'Contact', id: '2' },
    ]);
    expect(toClioEntry({ contact: '1=h1' }, context, entry()).value).toEqual({});
  });

  it('is given to HighLevel only when the appointment is made, and demanded then', () => {
    expect(toHighLevelAppointment({ contact: '1=h1' }, context, appointment()).value).toEqual({});
    expect(toHighLevelAppointment({ contact: '1=h1', when: agreed.when }, context).value.contactId).toBe('h1');
    expect(toHighLevelAppointment({ when: agreed.when }, context).warnings).toEqual([{ field: 'contact', code: 'required' }]);
  });

  it('who is not linked is told and decides nothing', () => {
    const read = readCalendarEntry(entry({ attendees: [{ type: 'Contact', id: '9' }] }), context);
    expect(read.values).not.toHaveProperty('contact');
    expect(read.warnings).toEqual([{ field: 'contact', code: 'unlinked-person', value: '9' }]);
  });
});
