import { i18n } from '#i18n';

const numbers = new Intl.NumberFormat();

/** A number as the browser's language writes it. */
export const numberWords = (count: number): string => numbers.format(count);

/** Days as a chart's axis writes them: "17 Nov". Days are YYYY-MM-DD. */
export function shortDay(day: string): string {
  const locale = i18n.t('time.locale') || undefined;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(Date.parse(`${day}T12:00Z`));
}
