import { countryCode } from '../model/countries.ts';
import { isDay } from '../model/days.ts';
import { fold } from '../model/fold.ts';
import { plainText } from '../model/plain-text.ts';

/** How two values of a field are told apart. */
export type ValueKind =
  /** One line; upper and lower case count, spacing doesn't. */
  | 'text'
  /** Several lines; markup and spacing don't count. */
  | 'block'
  /** Part of an address: case and the spacing of commas don't count. */
  | 'place'
  | 'postal-code'
  | 'email'
  /** E.164 as given by the caller, else as typed. */
  | 'phone'
  /** YYYY-MM-DD */
  | 'date'
  | 'country'
  | 'website'
  /** `yes` or `no`. */
  | 'flag'
  /** One of a list, by its words. */
  | 'option'
  /** An id of ours or theirs, taken literally. */
  | 'id'
  /** See span.ts. */
  | 'span';

/** Numbers written without a country need somebody who knows the country; that is lib/match, so it comes in as an argument. */
export interface CompareWith {
  phoneKey?: (raw: string) => string | undefined;
}

/** Nothing a person could see: absent, spaces, or characters without a shape. */
export const isBlank = (value: string | undefined): boolean => value === undefined || /^[\s\p{Cf}]*$/u.test(value);

const line = (raw: string) => raw.normalize('NFKC').replace(/\s+/g, ' ').trim();

const site = (raw: string) => {
  const [host = '', ...path] = line(raw)
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/\/+$/, '')
    .split('/');
  return [host.toLowerCase().replace(/^www\./, ''), ...path].join('/');
};

const day = (raw: string) => (isDay(line(raw).slice(0, 10)) ? line(raw).slice(0, 10) : line(raw));

const KEYS: Record<ValueKind, (raw: string, using: CompareWith) => string> = {
  text: line,
  block: (raw) => line(plainText(raw)),
  place: (raw) =>
    line(raw)
      .toLowerCase()
      .replace(/\s*,\s*/g, ', '),
  'postal-code': (raw) => line(raw).toLowerCase().replaceAll(' ', ''),
  email: (raw) => line(raw).toLowerCase(),
  phone: (raw, { phoneKey }) => phoneKey?.(raw) ?? line(raw).replace(/[^\d+]/g, ''),
  date: day,
  country: (raw) => countryCode(raw) ?? fold(raw),
  website: site,
  flag: (raw) => line(raw).toLowerCase(),
  option: fold,
  id: line,
  span: line,
};

/** The one form of a value in which it is compared; '' for a blank one, and for that only. */
export function comparable(kind: ValueKind, value: string | undefined, using: CompareWith = {}): string {
  if (value === undefined || isBlank(value)) return '';
  // A value of which nothing is left (`n/a` as a phone) is compared as typed.
  return KEYS[kind](value, using) || line(value);
}

/** Do two values mean the same? Two blanks do. */
export const sameValue = (kind: ValueKind, a: string | undefined, b: string | undefined, using: CompareWith = {}): boolean =>
  comparable(kind, a, using) === comparable(kind, b, using);
