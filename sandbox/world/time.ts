const DAY = 86_400_000;

/** Turns "so many days from now" into the vendors' notations. Negative days are in the past. */
export interface Calendar {
  /** `2026-11-22T09:30:00.000Z`, as HighLevel writes times; `at` is UTC `HH:MM`. */
  iso(days: number, at?: string): string;
  /** `2026-11-22T09:30:00Z`, as Clio writes times. */
  clio(days: number, at?: string): string;
  /** `2026-11-22`. */
  date(days: number): string;
  /** Later than `now` is impossible for something that already happened: such a time is pulled back to one minute ago. */
  past(days: number, at?: string): string;
  pastClio(days: number, at?: string): string;
}

/** A calendar around `now` (milliseconds since 1970), days being UTC days. */
export function createCalendar(now: number): Calendar {
  const midnight = Math.floor(now / DAY) * DAY;
  const at = (days: number, time = '17:00') => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return midnight + days * DAY + hours * 3_600_000 + minutes * 60_000;
  };
  const clio = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');
  const before = (ms: number) => Math.min(ms, Math.floor(now / 60_000) * 60_000 - 60_000);
  return {
    iso: (days, time) => new Date(at(days, time)).toISOString(),
    clio: (days, time) => clio(at(days, time)),
    date: (days) => new Date(at(days)).toISOString().slice(0, 10),
    past: (days, time) => new Date(before(at(days, time))).toISOString(),
    pastClio: (days, time) => clio(before(at(days, time))),
  };
}
