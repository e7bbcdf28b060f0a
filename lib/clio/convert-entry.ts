import { filled, present } from '../model/blank.ts';
import type { CalendarEntry } from '../model/calendar-entry.ts';
import { readTime } from '../model/days.ts';
import { plainText } from '../model/plain-text.ts';
import { matterLabel } from './convert-matter.ts';
import type { WireCalendarEntry, WireMethods } from './types.ts';

/** A Clio calendar entry -> the model; undefined when it has no start. Without an end it ends when it starts. */
export function fromWireEntry(wire: WireCalendarEntry, account: string): CalendarEntry | undefined {
  const startsAt = readTime(wire.start_at);
  if (!startsAt) return undefined;
  return {
    id: String(wire.id),
    account,
    title: plainText(wire.summary ?? '', false),
    description: filled(plainText(wire.description ?? '')),
    location: filled(wire.location),
    startsAt,
    endsAt: readTime(wire.end_at) ?? startsAt,
    allDay: wire.all_day === true,
    attendees: (wire.attendees ?? []).flatMap(({ id, type }) =>
      type === 'Contact' || type === 'Calendar' ? [{ type, id: String(id) }] : [],
    ),
    matter: wire.matter ? { id: String(wire.matter.id), label: matterLabel(wire.matter) } : undefined,
    calendarId: wire.calendar_owner ? String(wire.calendar_owner.id) : undefined,
    recurring: wire.recurrence_rule || wire.parent_calendar_entry_id ? true : undefined,
    reminders: wire.reminders?.flatMap(({ duration }) => duration ?? []),
    etag: filled(wire.etag),
    createdAt: readTime(wire.created_at),
    updatedAt: readTime(wire.updated_at),
  };
}

export type EntryValues = Partial<
  Pick<CalendarEntry, 'title' | 'startsAt' | 'endsAt' | 'allDay' | 'location' | 'description' | 'attendees'>
>;

/** Data of `clio.entry.update`. People named are added; nobody is taken away (that would need `_destroy` [spec]). */
export const entryData = (values: EntryValues, has: CalendarEntry['attendees'] = []): Record<string, unknown> => {
  const adds = (values.attendees ?? []).filter(({ type, id }) => !has.some((one) => one.type === type && one.id === id));
  return present({
    summary: filled(values.title),
    start_at: values.startsAt,
    end_at: values.endsAt,
    all_day: values.allDay,
    location: filled(values.location),
    description: filled(values.description),
    attendees: adds.length ? adds.map(({ type, id }) => ({ id: Number(id), type })) : undefined,
  });
};

/** Data of `clio.entry.create`, on a calendar, under a matter where there is one. */
export const newEntryData = (values: EntryValues, calendarId: string, matterId?: string): Record<string, unknown> => ({
  ...entryData(values),
  calendar_owner: { id: Number(calendarId) },
  ...(matterId ? { matter: { id: Number(matterId) } } : {}),
});

/**
 * Data of `clio.reminder.create`: so many minutes before the entry starts, by one of the user's notification methods. The id of an
 * entry is a text in its own schema and a number here [official spec].
 */
export const reminderData = (entryId: string, minutes: number, methodId: string): Record<string, unknown> => ({
  subject: { id: Number(entryId), type: 'CalendarEntry' },
  duration_value: minutes,
  duration_unit: 'minutes',
  notification_method: { id: Number(methodId) },
});

/** The user's way of being reminded: a message on the screen, else the usual e-mail, else whatever there is. */
export function reminderMethod(wire: WireMethods): string | undefined {
  const all = wire.notification_methods ?? [];
  const chosen =
    all.find((one) => one.type === 'Popup') ?? all.find((one) => one.type === 'Email' && one.is_default_email_address) ?? all[0];
  return chosen && String(chosen.id);
}
