import { i18n } from '#i18n';

/** A day, or an instant in ISO 8601. */
export type Moment = { kind: 'day'; day: string } | { kind: 'time'; at: string };

const formats = new Map<string, Intl.DateTimeFormat>();

let chosen: string | undefined;

/** From now on dates and times are written as in this language (BCP 47); as in the language of the words without one. */
export const writeDatesAs = (locale: string | undefined): void => {
  chosen = locale;
};

/** The language in which dates and times are written. */
export const dateLocale = (): string | undefined => chosen ?? (i18n.t('time.locale') || undefined);

/** People who write 3 p.m. for 15:00. */
const clock = (): 'h12' | 'h23' => (chosen === 'en-US' || chosen === 'en-CA' ? 'h12' : 'h23');

/** Making a format is slow, and a list needs the same one for every row. */
function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = dateLocale();
  const key = `${locale}|${zone}|${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { timeZone: safeZone(zone), ...options });
  formats.set(key, made);
  return made;
}

/** A zone the browser doesn't know must not break the page: UTC then. */
function safeZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

const msOf = (at: number | string): number => (typeof at === 'number' ? at : Date.parse(at));

/** YYYY-MM-DD of an instant in a zone. */
export function dayIn(at: number | string, zone: string): string {
  const parts = format(zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    numberingSystem: 'latn',
    calendar: 'gregory',
  }).formatToParts(msOf(at));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The day so many days later, by the calendar. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** "Today", "Tomorrow", "Yesterday", "Fri 20 Nov", "Fri 20 Nov 2025" (another year than now's). */
export function dayWords(day: string, now: number, zone: string): string {
  const at = Date.parse(`${day.slice(0, 10)}T12:00:00Z`);
  if (Number.isNaN(at)) return day;
  const today = dayIn(now, zone);
  if (day === today) return i18n.t('time.today');
  if (day === dayAfter(today, 1)) return i18n.t('time.tomorrow');
  if (day === dayAfter(today, -1)) return i18n.t('time.yesterday');
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
  return format('UTC', { weekday: 'short', day: 'numeric', month: 'short', year }).format(at).replaceAll(',', '');
}

/** "09:41" */
export function clockWords(at: number | string, zone: string): string {
  const ms = msOf(at);
  return Number.isNaN(ms) ? '' : format(zone, { hour: '2-digit', minute: '2-digit', hourCycle: clock() }).format(ms);
}

/** "Tomorrow, 10:30"; without the time where `at` is only a day. */
export function momentWords(at: number | string, now: number, zone: string): string {
  if (typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at)) return dayWords(at, now, zone);
  if (Number.isNaN(msOf(at))) return '';
  return `${dayWords(dayIn(at, zone), now, zone)}, ${clockWords(at, zone)}`;
}

/** "09:41" today, "Fri 20 Nov, 09:41" else. */
export function sinceWords(at: number, now: number, zone: string): string {
  return dayIn(at, zone) === dayIn(now, zone) ? clockWords(at, zone) : momentWords(at, now, zone);
}

/** "Tue 24 Nov, 10:30–11:00"; an end on another day is left out. */
export function spanWords(start: string, end: string | undefined, now: number, zone: string): string {
  const from = momentWords(start, now, zone);
  return end && dayIn(end, zone) === dayIn(start, zone) ? `${from}–${clockWords(end, zone)}` : from;
}

/** "Overdue · Fri 20 Nov", "Tomorrow", "Mon 30 Nov, 17:00"; a time at midnight is a day. */
export function dueWords(due: Moment, overdue: boolean, now: number, zone: string): string {
  const words = due.kind === 'day' ? dayWords(due.day, now, zone) : momentWords(due.at, now, zone).replace(/, 00:00$/, '');
  return overdue ? i18n.t('time.overdue', [words]) : words;
}

/** "8 s", "3 min", "2 h": how long until then, rounded up, never negative. */
export function waitWords(until: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  if (seconds < 90) return i18n.t('time.seconds', [String(seconds)]);
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? i18n.t('time.minutes', [String(minutes)]) : i18n.t('time.hours', [String(Math.ceil(minutes / 60))]);
}

/** "in 8 s", "now" */
export const inWords = (until: number, now: number): string =>
  until <= now ? i18n.t('time.now') : i18n.t('time.in', [waitWords(until, now)]);

/** "Mar 2025" */
export function monthWords(at: number | string, zone: string): string {
  const ms = msOf(at);
  return Number.isNaN(ms) ? '' : format(zone, { month: 'short', year: 'numeric' }).format(ms);
}

/** "12 Mar 1984", for dates whose year counts. */
export function dateWords(day: string): string {
  const at = Date.parse(`${day}T12:00:00Z`);
  return Number.isNaN(at) ? day : format('UTC', { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}
