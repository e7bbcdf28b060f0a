import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * E.164 of a phone as a user may type it, undefined when it is none. `country` is the contact's or the location's.
 * "Possible" rather than "valid": the real contacts take numbers that other parts refuse [issue 223], and 555 numbers are never valid.
 */
export function normalizePhone(text: string, country: string): string | undefined {
  const fallback: CountryCode = isSupportedCountry(country) ? country : 'US';
  const parsed = parsePhoneNumberFromString(text, fallback);
  return parsed?.isPossible() ? parsed.number : undefined;
}

export const normalizeEmail = (text: string) => text.trim().toLowerCase();

/** Tags are kept in lower case, each once, in the order given. */
export function normalizeTags(tags: string[]): string[] {
  return [...new Set(tags.map((tag) => tag.trim().toLowerCase()).filter(Boolean))];
}

/** `YYYY-MM-DD` of the eight formats the spec lists for dateOfBirth; undefined for anything else. */
export function normalizeBirthday(text: string): string | undefined {
  const parts = text.slice(0, 10).split(/[/\-._]/);
  if (parts.length !== 3) return undefined;
  const [a = '', b = '', c = ''] = parts;
  const day = a.length === 4 ? `${a}-${b}-${c}` : `${c}-${a}-${b}`;
  const date = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && date.toISOString().startsWith(day) ? day : undefined;
}
