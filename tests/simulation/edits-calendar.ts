import { type Act, note } from './edit.ts';
import { LOCATION, type Stage } from './stage.ts';
import { entriesOf, eventsOf, someone } from './systems.ts';

const HOUR = 3_600_000;

/** A free full hour of the next weeks, inside office hours of no calendar in particular: slots are not checked for us. */
function span({ chance, time }: Stage): { start: string; end: string } {
  const start = Math.ceil(time.now() / HOUR) * HOUR + (24 + chance.below(24 * 20)) * HOUR;
  return { start: new Date(start).toISOString(), end: new Date(start + HOUR).toISOString() };
}

const calendarOf = ({ clio }: Stage) => clio.state.rows.calendars.find((one) => one.type === 'AccountCalendar')?.id;
const placeOf = ({ highlevel }: Stage) => highlevel.state.rows.calendars.find((one) => one.locationId === LOCATION)?.id;

export const CALENDAR_EDITS: Record<string, Act> = {
  'new clio entry'(stage, memory) {
    const { id } = someone.clio(stage);
    const summary = `Clio meeting ${stage.fresh()}`;
    const { start, end } = span(stage);
    const data = {
      ...{ summary, start_at: start, end_at: end, calendar_owner: { id: calendarOf(stage) } },
      attendees: [{ id, type: 'Contact' }],
    };
    stage.office.clio('POST', '/calendar_entries.json', { data });
    memory.texts.set(summary, { entity: 'appointment', from: 'clio', at: stage.time.now(), owner: String(id) });
  },
  'clio entry moved'(stage, memory) {
    const rows = entriesOf.clio(stage);
    if (!rows.length) return;
    const row = stage.chance.pick(rows);
    const { start, end } = span(stage);
    stage.office.clio('PATCH', `/calendar_entries/${row.id}.json`, { data: { start_at: start, end_at: end } });
    note(stage, memory, { side: 'clio', contact: '', entity: 'appointment', id: String(row.id), field: 'when', value: start });
  },
  'clio entry deleted'(stage, memory) {
    const rows = entriesOf.clio(stage);
    if (!rows.length) return;
    const { id } = stage.chance.pick(rows);
    stage.office.clio('DELETE', `/calendar_entries/${id}.json`);
    memory.removed.add(String(id));
  },
  'new appointment'(stage, memory) {
    const { id } = someone.highlevel(stage);
    const title = `Lead visit ${stage.fresh()}`;
    const { start, end } = span(stage);
    const body = { calendarId: placeOf(stage), locationId: LOCATION, contactId: id, startTime: start, endTime: end, title };
    stage.office.highlevel('POST', '/calendars/events/appointments', { ...body, ignoreFreeSlotValidation: true });
    memory.texts.set(title, { entity: 'appointment', from: 'highlevel', at: stage.time.now(), owner: id });
  },
  'appointment moved'(stage, memory) {
    const rows = eventsOf.highlevel(stage);
    if (!rows.length) return;
    const row = stage.chance.pick(rows);
    const { start, end } = span(stage);
    const body = { startTime: start, endTime: end, ignoreFreeSlotValidation: true };
    stage.office.highlevel('PUT', `/calendars/events/appointments/${row.id}`, body);
    note(stage, memory, { side: 'highlevel', contact: '', entity: 'appointment', id: row.id, field: 'when', value: start });
  },
  'appointment cancelled'(stage, memory) {
    const rows = eventsOf.highlevel(stage);
    if (!rows.length) return;
    const row = stage.chance.pick(rows);
    const appointmentStatus = stage.chance.pick(['cancelled', 'confirmed', 'noshow']);
    stage.office.highlevel('PUT', `/calendars/events/appointments/${row.id}`, { appointmentStatus });
    const value = appointmentStatus;
    note(stage, memory, { side: 'highlevel', contact: '', entity: 'appointment', id: row.id, field: 'status', value });
  },
};
