const formats = new Map<string, Intl.DateTimeFormat>();

export interface LocalTime {
  day: string;
  time: string;
  /** `+05:30` */
  offset: string;
  /** 0 is Sunday. */
  weekday: number;
  minutes: number;
}

/** The wall clock of a time zone at an instant (ms since 1970). */
export function localTime(at: number, timeZone: string): LocalTime {
  const parts = Object.fromEntries(
    formatFor(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const offset = (parts.timeZoneName ?? 'GMT').replace('GMT', '') || '+00:00';
  const day = `${parts.year}-${parts.month}-${parts.day}`;
  return {
    day,
    time: `${parts.hour}:${parts.minute}:${parts.second}`,
    offset,
    weekday: new Date(`${day}T00:00:00Z`).getUTCDay(),
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

/** `2021-06-23T03:30:00+05:30` */
export function withOffset(at: number, timeZone: string): string {
  const { day, time, offset } = localTime(at, timeZone);
  return `${day}T${time}${offset}`;
}

/** `2021-06-23 03:30:00`, no zone. */
export function wallClock(at: number, timeZone: string): string {
  const { day, time } = localTime(at, timeZone);
  return `${day} ${time}`;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
  formats.set(timeZone, format);
  return format;
}
