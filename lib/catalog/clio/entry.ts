import * as z from 'zod/mini';
import { type EntryValues, entryData, fromWireEntry, newEntryData } from '../../clio/convert.ts';
import { clioRequests } from '../../clio/requests.ts';
import type { WireCalendarEntry } from '../../clio/types.ts';
import type { CalendarEntry } from '../../model/calendar-entry.ts';
import { dayOfInstant } from '../../model/days.ts';
import { plainText } from '../../model/plain-text.ts';
import { createAction } from '../create.ts';
import type { Context, Told } from '../define.ts';
import { entryValues, id, minutes, seenEntry, someEntry } from '../inputs.ts';
import { removeAction } from '../remove.ts';
import { differing } from '../same.ts';
import { formerOf, updateAction } from '../update.ts';
import { etagOf } from './etag.ts';

type One = { data: WireCalendarEntry };

const told = (wire: WireCalendarEntry, _: unknown, { account }: Context): Told => ({
  entity: 'calendar-entry',
  id: String(wire.id),
  value: fromWireEntry(wire, account),
});
/** People are only ever added, so each one wanted is a value of its own. */
const people = (attendees: CalendarEntry['attendees'] = []) =>
  Object.fromEntries(attendees.map(({ type, id: one }) => [`attendee:${type}:${one}`, 'yes']));
const WEEK = 7 * 24 * 60 * 60 * 1000;
const weekOff = (at: string, weeks: number) => new Date(Date.parse(at) + weeks * WEEK).toISOString();
/** Of whole days only the day counts: at which hour Clio begins one is not documented. */
const form = (
  { title, startsAt, endsAt, allDay, location, description, attendees }: EntryValues,
  days: boolean,
  zone: string,
) => ({
  title: title && plainText(title, false),
  startsAt: days && startsAt ? dayOfInstant(startsAt, zone) : startsAt,
  endsAt: days && endsAt ? dayOfInstant(endsAt, zone) : endsAt,
  allDay,
  location,
  description: description && plainText(description),
  ...people(attendees),
});
const held = (wire: WireCalendarEntry, days: boolean, { account, timeZone }: Context): Record<string, unknown> => {
  const entry = fromWireEntry(wire, account);
  return entry ? { ...form(entry, days, timeZone), matterId: entry.matter?.id, calendarId: entry.calendarId } : {};
};

const createInput = z.object({
  values: entryValues,
  calendarId: id,
  matterId: z.optional(id),
  /** Minutes before the start; asked of Clio as soon as the entry has an id. */
  reminderMinutes: z.optional(minutes),
  /** How (lib/clio/convert-entry `reminderMethod`); found out where it is left out. */
  reminderMethodId: z.optional(id),
});
type Create = z.infer<typeof createInput>;

export const createClioEntry = createAction<Create, { data: WireCalendarEntry[] }, One, WireCalendarEntry>({
  id: 'clio.entry.create',
  system: 'clio',
  input: createInput,
  key: ({ calendarId }) => `clio:calendar:${calendarId}:new`,
  // Somebody may have moved it before its lost answer is settled.
  look: ({ values, calendarId }) =>
    clioRequests.calendarEntries(weekOff(values.startsAt, -1), weekOff(values.endsAt, 1), calendarId),
  rows: ({ data }) => data,
  answered: ({ data }) => data,
  idOf: (wire) => String(wire.id),
  differs: ({ values, matterId, calendarId }, wire, context) =>
    differing({ ...form(values, values.allDay, context.timeZone), matterId, calendarId }, held(wire, values.allDay, context)),
  like({ values: { title, startsAt, allDay, attendees } }, wire, context) {
    const is = (values: EntryValues) => !differing(form(values, allDay, context.timeZone), held(wire, allDay, context)).length;
    return is({ title }) && (is({ startsAt }) || (attendees?.length ? is({ attendees }) : false));
  },
  told,
  request: ({ values, calendarId, matterId }) => clioRequests.createEntry(newEntryData(values, calendarId, matterId)),
  follow: ({ reminderMinutes, reminderMethodId: methodId }, entryId) =>
    reminderMinutes === undefined
      ? undefined
      : [{ op: 'clio.reminder.create', input: { entryId, minutes: reminderMinutes, methodId } }],
  undo: (_, entryId) => ({ op: 'clio.entry.delete', input: { entryId } }),
});

const updateInput = z.object({ entryId: id, values: someEntry, seen: seenEntry });
type Update = z.infer<typeof updateInput>;
const wholeDays = ({ values, seen }: Update): boolean => values.allDay ?? seen.allDay ?? false;

export const updateClioEntry = updateAction<Update, One, One, WireCalendarEntry>({
  id: 'clio.entry.update',
  system: 'clio',
  input: updateInput,
  key: ({ entryId }) => `clio:entry:${entryId}`,
  look: ({ entryId }) => clioRequests.entry(entryId),
  fresh: ({ data }) => data,
  answered: ({ data }) => data,
  wanted: (input, { timeZone }) => form(input.values, wholeDays(input), timeZone),
  seen: (input, { timeZone }) => form(input.seen, wholeDays(input), timeZone),
  blind: (_, name) => name.startsWith('attendee:'),
  held: (wire, input, context) => held(wire, wholeDays(input), context),
  told,
  request: ({ entryId, values }, { account }, wire) =>
    clioRequests.updateEntry(entryId, { data: entryData(values, fromWireEntry(wire, account)?.attendees) }, etagOf(wire)),
  former({ values }, wire) {
    const was = fromWireEntry(wire, '');
    // People who were added are not taken away again.
    const back = was && !values.attendees ? formerOf(values, was) : undefined;
    return back && { values: back };
  },
});

const deleteInput = z.object({ entryId: id });

export const deleteClioEntry = removeAction<z.infer<typeof deleteInput>>({
  id: 'clio.entry.delete',
  system: 'clio',
  input: deleteInput,
  key: ({ entryId }) => `clio:entry:${entryId}`,
  request: ({ entryId }) => clioRequests.deleteEntry(entryId),
  entity: 'calendar-entry',
  idOf: ({ entryId }) => entryId,
});
