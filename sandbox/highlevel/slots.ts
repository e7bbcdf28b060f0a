import type { HlAppointment, HlCalendar } from '../world/types.ts';
import type { HighLevelState } from './state.ts';
import { localTime } from './zone.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const OPENS = 9 * 60;
const CLOSES = 17 * 60;

export const slotMs = (calendar: HlCalendar) => calendar.slotDuration * MINUTE;

/** Starts of the bookable slots between two instants: weekdays from nine to five of the location, nothing else booked. */
export function freeSlots(state: HighLevelState, calendar: HlCalendar, from: number, to: number): number[] {
  const zone = zoneOf(state, calendar.locationId);
  const taken = booked(state, calendar.id);
  const free: number[] = [];
  for (let at = Math.ceil(from / QUARTER) * QUARTER; at <= to; at += QUARTER) {
    const { weekday, minutes } = localTime(at, zone);
    const open = weekday > 0 && weekday < 6 && minutes >= OPENS && minutes + calendar.slotDuration <= CLOSES;
    const aligned = (minutes - OPENS) % calendar.slotDuration === 0;
    if (open && aligned && !overlaps(taken, at, at + slotMs(calendar))) free.push(at);
  }
  return free;
}

/** Is this start bookable? `except` is the appointment being moved. */
export function isFree(state: HighLevelState, calendar: HlCalendar, start: number, end: number, except?: string): boolean {
  const taken = booked(state, calendar.id).filter((row) => row.id !== except);
  const { weekday, minutes } = localTime(start, zoneOf(state, calendar.locationId));
  return weekday > 0 && weekday < 6 && minutes >= OPENS && minutes < CLOSES && !overlaps(taken, start, end);
}

export const zoneOf = (state: HighLevelState, locationId: string) =>
  state.rows.locations.find((location) => location.id === locationId)?.timezone ?? 'UTC';

const booked = (state: HighLevelState, calendarId: string) =>
  state.rows.appointments.filter((row) => row.calendarId === calendarId && row.appointmentStatus !== 'cancelled');

const overlaps = (taken: HlAppointment[], start: number, end: number) =>
  taken.some((row) => Date.parse(row.startTime) < end && Date.parse(row.endTime) > start);
