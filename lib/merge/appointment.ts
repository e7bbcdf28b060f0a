import type { Appointment } from '../model/appointment.ts';
import { present } from '../model/blank.ts';
import type { CalendarEntry } from '../model/calendar-entry.ts';
import { isoSeconds } from '../model/days.ts';
import type { Values } from './field.ts';
import { type FieldSpec, field, fitting, type Mapped, type Read, type Warning } from './mapping.ts';
import { type Meeting, titled, untitled } from './meeting-title.ts';
import type { Pairing } from './pairing.ts';
import { isSpan, readSpan, spanValue } from './span.ts';

const LINE = { max: 255 };
const STATES = { options: ['on', 'cancelled', 'no-show'] };

/**
 * The fields of an appointment (HighLevel) and a calendar entry (Clio). Shared terms: `when` is one value (span.ts); `status` is on,
 * cancelled or no-show; `contact` is the shared id of a link. HighLevel's contact is given once, when the appointment is made: the
 * body of the change has no contactId [official spec, AppointmentEditSchema].
 */
export const APPOINTMENT_TABLE: readonly FieldSpec[] = [
  field('title', 'text', { label: 'merge.appointment.title', limits: { clio: LINE, highlevel: LINE } }),
  field('when', 'span', {
    label: 'merge.appointment.when',
    limits: { clio: { fits: isSpan }, highlevel: { fits: isSpan } },
  }),
  field('status', 'option', { label: 'merge.appointment.status', limits: { clio: STATES, highlevel: STATES } }),
  field('location', 'text', { label: 'merge.appointment.location', limits: { clio: LINE, highlevel: LINE } }),
  field('contact', 'id', { label: 'merge.appointment.contact', createOnly: 'highlevel' }),
];

export interface AppointmentContext {
  /** IANA zone in which whole days are counted. */
  zone: string;
  /** Linked contacts. */
  people: Pairing;
  /** Length of an appointment of which HighLevel tells no end, in minutes; its calendar's slot. 30 where nobody knows. */
  minutes?: number;
}

/** HighLevel's words -> ours. Whether somebody turned up is HighLevel's to know; for a calendar the meeting is on. */
const meetingOf = (status: string): Meeting | undefined => {
  const word = status.toLowerCase();
  if (word === 'cancelled' || word === 'canceled' || word === 'invalid') return 'cancelled';
  if (word === 'noshow' || word === 'no-show') return 'no-show';
  return ['new', 'confirmed', 'showed', 'active', 'completed'].includes(word) ? 'on' : undefined;
};

export function readAppointment(appointment: Appointment, { zone, people, minutes = 30 }: AppointmentContext): Read {
  const warnings: Warning[] = [];
  const { startsAt } = appointment;
  const assumed = Date.parse(startsAt) + minutes * 60_000;
  const endsAt = appointment.endsAt ?? (Number.isNaN(assumed) ? '' : isoSeconds(assumed));
  if (appointment.endsAt === undefined) warnings.push({ field: 'when', code: 'end-assumed', limit: minutes });
  const when = spanValue({ startsAt, endsAt, allDay: false }, zone);
  if (!when) warnings.push({ field: 'when', code: 'unreadable', value: startsAt });
  const status = meetingOf(appointment.status);
  if (!status) warnings.push({ field: 'status', code: 'unreadable', value: appointment.status });
  const contact = people.fromHighLevel(appointment.contactId);
  if (!contact) warnings.push({ field: 'contact', code: 'unlinked-person', value: appointment.contactId });
  const values = {
    // Words of ours that came in from Clio's side are not part of the name.
    title: untitled(appointment.title).title || undefined,
    location: appointment.address,
    ...(when ? { when } : {}),
    ...(status ? { status } : {}),
    ...(contact ? { contact } : {}),
  };
  return { values, warnings };
}

/** `highlevelContactId`: whom the appointment is with in HighLevel, if there is one yet; of several people in Clio that one counts. */
export function readCalendarEntry(entry: CalendarEntry, context: AppointmentContext, highlevelContactId?: string): Read {
  const warnings: Warning[] = [];
  const when = spanValue(entry, context.zone);
  if (!when) warnings.push({ field: 'when', code: 'unreadable', value: entry.startsAt });
  const { title, meeting } = untitled(entry.title);
  const contacts = entry.attendees.filter((one) => one.type === 'Contact');
  const linked = [...new Set(contacts.flatMap((one) => context.people.fromClio(one.id) ?? []))];
  const wanted = highlevelContactId && context.people.fromHighLevel(highlevelContactId);
  const contact = linked.find((one) => one === wanted) ?? linked[0];
  if (!contact && contacts.length) warnings.push({ field: 'contact', code: 'unlinked-person', value: contacts[0]?.id });
  // A HighLevel appointment is with one contact; the others stay in Clio.
  if (linked.length > 1) warnings.push({ field: 'contact', code: 'several-people', limit: linked.length });
  const told = contact !== undefined || contacts.length === 0;
  const values = {
    title: title || undefined,
    status: meeting,
    location: entry.location,
    ...(when ? { when } : {}),
    ...(told ? { contact } : {}),
  };
  return { values, warnings };
}

export interface AppointmentWrite {
  title?: string;
  startsAt?: string;
  endsAt?: string;
  status?: 'confirmed' | 'cancelled' | 'noshow';
  address?: string;
  /** Only when it is made. */
  contactId?: string;
}

/** Values -> HighLevel. Whole days become midnight to midnight, with a warning: HighLevel knows no other, and it blocks that calendar. */
export function toHighLevelAppointment(
  values: Values,
  { zone, people }: AppointmentContext,
  current?: Appointment,
): Mapped<AppointmentWrite> {
  const { values: held, warnings } = fitting(APPOINTMENT_TABLE, 'highlevel', values);
  const span = held.when === undefined ? undefined : readSpan(held.when, zone);
  if (span?.allDay) warnings.push({ field: 'when', code: 'all-day', value: held.when });
  const contactId = current || held.contact === undefined ? undefined : people.toHighLevel(held.contact);
  if (!current) demand(warnings, { when: span, contact: contactId });
  const status = held.status as Meeting | undefined;
  const turns = status !== undefined && status !== (current ? meetingOf(current.status) : 'on');
  const value = present({
    title: held.title,
    startsAt: span?.startsAt,
    endsAt: span?.endsAt,
    // `showed` stays showed while Clio merely says that the meeting is on.
    status: turns ? ({ on: 'confirmed', cancelled: 'cancelled', 'no-show': 'noshow' } as const)[status] : undefined,
    address: held.location,
    contactId,
  });
  return { value, warnings };
}

export type CalendarEntryWrite = Partial<
  Pick<CalendarEntry, 'title' | 'startsAt' | 'endsAt' | 'allDay' | 'location' | 'attendees'>
>;

/** Values -> Clio. People are added to those who attend, never taken away. A status is words in front of the title: Clio has no other. */
export function toClioEntry(
  values: Values,
  { zone, people }: AppointmentContext,
  current?: CalendarEntry,
): Mapped<CalendarEntryWrite> {
  const { values: held, warnings } = fitting(APPOINTMENT_TABLE, 'clio', values);
  const span = held.when === undefined ? undefined : readSpan(held.when, zone);
  const was = untitled(current?.title ?? '');
  const named = held.title !== undefined || (held.status !== undefined && held.status !== was.meeting);
  const title = titled(held.title ?? was.title, (held.status as Meeting | undefined) ?? was.meeting);
  const id = held.contact === undefined ? undefined : people.toClio(held.contact);
  const has = current?.attendees ?? [];
  const adds = id !== undefined && !has.some((one) => one.type === 'Contact' && one.id === id);
  if (!current) demand(warnings, { title: held.title, when: span });
  const value = present({
    title: named ? title : undefined,
    ...span,
    location: held.location,
    attendees: adds ? [...has, { type: 'Contact' as const, id }] : undefined,
  });
  return { value, warnings };
}

function demand(warnings: Warning[], needed: Record<string, unknown>) {
  for (const [name, value] of Object.entries(needed)) {
    if (value === undefined && !warnings.some((one) => one.field === name)) warnings.push({ field: name, code: 'required' });
  }
}
