import { fullYear, withoutMonthName } from './month-names.ts';

/** Letters that a scanner reads for digits. */
const SCANNED: Record<string, string> = { o: '0', q: '0', d: '0', i: '1', l: '1', '|': '1', z: '2', s: '5', b: '8', g: '9' };

type Order = 'month-first' | 'day-first';

const digitsOf = (raw: string): string[] =>
  withoutMonthName(raw.replace(/[tT ]\d\d:.*$/, ''))
    .toLowerCase()
    .replace(/[oqdil|zsbg]/g, (letter) => SCANNED[letter]!)
    .split(/\D+/)
    .filter(Boolean);

/** Which part comes first in a column of `03/04/1980`: the file tells by those over 12. */
export function dateOrder(column: Iterable<string>): Order {
  let balance = 0;
  for (const raw of column) {
    const [one = '', other = '', year = ''] = digitsOf(raw);
    if (one.length > 2 || year.length < 2) continue;
    if (Number(one) > 12) balance += 1;
    if (Number(other) > 12) balance -= 1;
  }
  return balance > 0 ? 'day-first' : 'month-first';
}

/** yyyymmdd as a number; 0 when there is no reading it. Not checked against the calendar: a slip still says most of the date. */
export function readBirthday(raw: string, order: Order): number {
  const parts = digitsOf(raw);
  if (parts.length === 1 && parts[0]!.length === 8) return Number(parts[0]);
  if (parts.length !== 3) return 0;
  const [a, b, c] = parts as [string, string, string];
  if (a.length >= 3) return whole(a, b, c);
  const year = fullYear(c);
  return order === 'day-first' ? whole(year, b, a) : whole(year, a, b);
}

const whole = (year: string, month: string, day: string): number => {
  const value = Number(year) * 10_000 + Number(month) * 100 + Number(day);
  return month.length <= 2 && day.length <= 2 && year.length === 4 ? value : 0;
};

export const yearOf = (birthday: number): number => Math.floor(birthday / 10_000);
export const monthOf = (birthday: number): number => Math.floor(birthday / 100) % 100;
export const dayOf = (birthday: number): number => birthday % 100;

/** Day and month changed about. */
export const turned = (birthday: number): number => yearOf(birthday) * 10_000 + dayOf(birthday) * 100 + monthOf(birthday);

/** How many of the eight digits differ, counted up to 3; two neighbours changed about count as one. */
export function digitSlips(one: number, other: number): number {
  let [mine, theirs, slips] = [one, other, 0];
  while (mine !== theirs && slips < 3) {
    const [a, b] = [mine % 100, theirs % 100];
    if (a % 10 !== b % 10) {
      slips += 1;
      // The next digit is settled as well when the two have changed about.
      if (a === (b % 10) * 10 + Math.floor(b / 10)) [mine, theirs] = [Math.floor(mine / 10), Math.floor(theirs / 10)];
    }
    [mine, theirs] = [Math.floor(mine / 10), Math.floor(theirs / 10)];
  }
  return slips;
}
