// Tree-shaking leaves the parsing and validating code of `min`; `core` with the same metadata bundles to the same size (measured).
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { countryCode } from '../model/countries.ts';
import { fold } from '../model/fold.ts';

/** ISO 3166 alpha-2 of numbers written without a country, e.g. `CA`. */
export type Country = CountryCode;

/** E.164 without the extension, or undefined when the number cannot be one anybody owns (`000 000 0000`, seven digits). */
export function normalizePhone(raw: string | undefined, country: Country): string | undefined {
  if (!raw) return undefined;
  const text = `${country}${raw.normalize('NFKC').slice(0, 200)}`;
  const known = read.get(text);
  if (known !== undefined) return known || undefined;
  const number = parsePhoneNumberFromString(text.slice(2), country);
  const found = number?.isValid() ? number.number : '';
  if (read.size > 2000) read.clear();
  read.set(text, found);
  return found || undefined;
}
/** Dear to read, and the same few are compared again and again. '' for what is no number. */
const read = new Map<string, string>();

const EMAIL = /^[^\s@<>()[\]",;:\\]+@[^\s@<>()[\]",;:\\.]+(\.[^\s@<>()[\]",;:\\.]+)+$/;

/** Trimmed lower case, or undefined when it is not an address. Dots and plus signs stay: only the mail host knows what they mean. */
export function normalizeEmail(raw: string | undefined): string | undefined {
  const email = raw?.normalize('NFKC').trim().toLowerCase();
  return email && email.length <= 254 && EMAIL.test(email) ? email : undefined;
}

/** One space between words, none around, one Unicode form: what a person would call the same text. */
export const tidy = (raw: string | undefined): string => raw?.normalize('NFKC').replace(/\s+/g, ' ').trim() ?? '';

/** YYYY-MM-DD of an ISO day or instant as written, or undefined. `03/04/1980` is refused: nobody can tell its month. */
export function normalizeDate(raw: string | undefined): string | undefined {
  const parts = raw?.trim().match(/^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/);
  if (!parts) return undefined;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? `${parts[1]}-${parts[2]}-${parts[3]}`
    : undefined;
}

// biome-ignore format: a table
const STREET_WORDS: Record<string, string> = {
  street: 'st', avenue: 'ave', av: 'ave', road: 'rd', drive: 'dr', boulevard: 'blvd', lane: 'ln', court: 'ct', place: 'pl', crescent: 'cres',
  highway: 'hwy', parkway: 'pkwy', square: 'sq', terrace: 'ter', north: 'n', south: 's', east: 'e', west: 'w', apartment: 'unit', apt: 'unit',
  suite: 'unit', ste: 'unit', flat: 'unit', floor: 'fl',
};

/** Folded words with the usual abbreviations, so that `12 King Street West, Apt. 4` equals `12 king st w unit 4`. */
export const normalizeStreet = (raw: string | undefined): string | undefined =>
  fold((raw ?? '').replaceAll('#', ' unit '))
    .split(' ')
    .map((word) => STREET_WORDS[word] ?? word)
    .join(' ')
    // `suite #4` says it twice.
    .replace(/\bunit unit\b/g, 'unit') || undefined;

/** Host and path without protocol, `www.`, or closing slash; the host in lower case. */
export function normalizeWebsite(raw: string | undefined): string | undefined {
  const bare = tidy(raw)
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/\/+$/, '');
  const [host = '', ...path] = bare.split('/');
  return [host.toLowerCase().replace(/^www\./, ''), ...path].join('/') || undefined;
}

/** ISO 3166 alpha-2 where it can be told, else the folded text. */
export function normalizeCountry(raw: string | undefined): string | undefined {
  const word = fold(raw ?? '');
  if (!word) return undefined;
  return countryCode(word) ?? (/^[a-z]{2}$/.test(word) ? word.toUpperCase() : word);
}
