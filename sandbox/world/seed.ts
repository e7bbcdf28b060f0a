import { deskRows } from './clio-desk.ts';
import { clioContacts } from './clio-people.ts';
import { clioMatters, clioNotes, clioRelationships, clioTasks } from './clio-work.ts';
import { clioEntries, clioReminders } from './entries.ts';
import { ACCOUNTS, clioCalendars, clioCustomFields, clioUsers } from './firm.ts';
import { highlevelRows } from './highlevel-rows.ts';
import { MATTERS } from './matters.ts';
import { createCalendar } from './time.ts';
import type { ClioRows, WorldRows } from './types.ts';

/** The firm's whole world, all times relative to `now` (milliseconds since 1970). Fresh rows at every call. */
export function seedWorld(now: number): WorldRows {
  const calendar = createCalendar(now);
  return { highlevel: highlevelRows(calendar), clio: clioRows(calendar) };
}

function clioRows(calendar: ReturnType<typeof createCalendar>): ClioRows {
  const clients = new Set(MATTERS.map((matter) => matter.client));
  return {
    accounts: Object.values(ACCOUNTS).map((account) => ({ ...account })),
    users: clioUsers(),
    contacts: clioContacts(calendar, clients),
    matters: clioMatters(calendar),
    relationships: clioRelationships(calendar),
    tasks: clioTasks(calendar),
    notes: clioNotes(calendar),
    calendarEntries: clioEntries(calendar),
    calendars: clioCalendars(),
    customFields: clioCustomFields(),
    ...deskRows(calendar),
    reminders: clioReminders(calendar),
  };
}
