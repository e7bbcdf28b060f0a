import { dayOfInstant, instantOfDay, isDay, isoSeconds } from '../model/days.ts';

/**
 * When an appointment is, as one value: `start/end` as UTC instants without seconds' fractions, or `firstDay/lastDay` for whole days.
 * One value, because moving it moves both ends: half of one person's move and half of another's would be a third appointment.
 */
export interface Span {
  /** ISO 8601 UTC */
  startsAt: string;
  endsAt: string;
  allDay: boolean;
}

const DAY_MS = 86_400_000;
const NOON = DAY_MS / 2;

/** From midnight to a later midnight of the zone is whole days, whether the system says so or not. Undefined where a time is none. */
export function spanValue(span: Span, zone: string): string | undefined {
  const [start, end] = [Date.parse(span.startsAt), Date.parse(span.endsAt)];
  if (Number.isNaN(start) || Number.isNaN(end) || end < start) return undefined;
  if (span.allDay || (end > start && isMidnight(start, zone) && isMidnight(end, zone))) {
    // Told by its noons, as another zone's midnight is near ours at most. The last day is the one before the closing midnight; a system that
    // closes at 23:59 or on the same instant means the same.
    return `${dayOfInstant(start + NOON, zone)}/${dayOfInstant(Math.max(start + NOON, end - NOON), zone)}`;
  }
  return `${isoSeconds(start)}/${isoSeconds(end)}`;
}

export function readSpan(value: string, zone: string): Span | undefined {
  const [first = '', last = ''] = value.split('/');
  if (isDay(first) && isDay(last) && first <= last) {
    const next = new Date(Date.parse(`${last}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
    return { startsAt: instantOfDay(first, zone, 0), endsAt: instantOfDay(next, zone, 0), allDay: true };
  }
  if (Number.isNaN(Date.parse(first)) || Number.isNaN(Date.parse(last)) || Date.parse(last) < Date.parse(first)) return undefined;
  return { startsAt: isoSeconds(Date.parse(first)), endsAt: isoSeconds(Date.parse(last)), allDay: false };
}

export const isSpan = (value: string): boolean => readSpan(value, 'UTC') !== undefined;

/** The first instant of a day, which is not 00:00 where the clock is put forward at midnight. */
const isMidnight = (at: number, zone: string): boolean => {
  const day = dayOfInstant(at, zone);
  return day !== undefined && Date.parse(instantOfDay(day, zone, 0)) === at;
};
