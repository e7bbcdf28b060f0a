/** Days and instants in a time zone, with Intl alone; no clock in here. */

/** The hour at which a day that has no time falls due. */
export const DUE_HOUR = 17;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formatters are dear to make. An unknown zone counts as UTC rather than failing a whole read. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const options = {
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  } as const;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone });
  } catch {
    format = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
  formats.set(zone, format);
  return format;
}

/** A zone's clock runs evenly through a quarter of an hour: it was never put forward or back within one (since 1972). */
const QUARTER = 900_000;
/** How far a zone's clock is ahead in a quarter; dear to find out, and asked for again and again. */
const ahead = new Map<string, number>();

/** The wall clock of a zone at an instant, as if it were UTC (milliseconds, whole seconds). */
function wallClock(at: number, zone: string): number {
  const quarter = Math.floor(at / QUARTER) * QUARTER;
  const key = `${zone} ${quarter}`;
  let known = ahead.get(key);
  if (known === undefined) {
    const part = Object.fromEntries(
      formatOf(zone)
        .formatToParts(quarter)
        .map(({ type, value }) => [type, Number(value)]),
    );
    known = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second) - quarter;
    if (ahead.size > 2000) ahead.clear();
    ahead.set(key, known);
  }
  return Math.floor(at / 1000) * 1000 + known;
}

/** The instant at which a zone's wall clock shows this. In a gap (clock put forward) the later one, in a doubled hour the first. */
function instantOfWall(wall: number, zone: string): number {
  const first = wall - (wallClock(wall, zone) - wall);
  const second = wall - (wallClock(first, zone) - first);
  return wallClock(second, zone) === wall ? second : Math.max(first, second);
}

/** ISO 8601 UTC without milliseconds: what HighLevel takes most safely. */
export const isoSeconds = (at: number): string => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** A day (YYYY-MM-DD) at an hour in an IANA zone -> ISO UTC. */
export const instantOfDay = (day: string, zone: string, hour: number = DUE_HOUR): string =>
  isoSeconds(instantOfWall(Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`), zone));

/** An instant (ISO or milliseconds) -> the day it falls on in a zone (YYYY-MM-DD); undefined for a text that is no instant. */
export function dayOfInstant(at: string | number, zone: string): string | undefined {
  const time = new Date(at).getTime();
  return Number.isNaN(time) ? undefined : new Date(wallClock(time, zone)).toISOString().slice(0, 10);
}

/** Any time the two systems send -> ISO UTC; a time without a zone is read in `zone`. Undefined when it is no time. */
export function readTime(value: string | number | null | undefined, zone = 'UTC'): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'number') return Math.abs(value) <= 8.64e15 ? new Date(value).toISOString() : undefined;
  const bare = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?$/.exec(value.trim());
  const at = bare ? instantOfWall(Date.parse(`${bare[1]}T${bare[2] ?? '00:00'}Z`), zone) : Date.parse(value);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
