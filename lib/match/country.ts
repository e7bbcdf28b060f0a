import { getCountries } from 'libphonenumber-js/min';
import { fold } from './normalize.ts';

/** What people write that is not the English name of the country. */
// biome-ignore format: a table
const SPOKEN: Record<string, string> = {
  usa: 'US', 'united states of america': 'US', america: 'US', uk: 'GB', 'great britain': 'GB', england: 'GB', scotland: 'GB', wales: 'GB',
  'northern ireland': 'GB', eire: 'IE', holland: 'NL', 'czech republic': 'CZ',
};

let names: Map<string, string> | undefined;

/** English names of all countries, from the engine's own data, made when first asked for. */
const namesOfCountries = (): Map<string, string> => {
  const english = new Intl.DisplayNames(['en'], { type: 'region' });
  names ??= new Map([
    ...getCountries().map((code) => [fold(english.of(code) ?? code), code] as const),
    ...Object.entries(SPOKEN),
  ]);
  return names;
};

/** ISO 3166 alpha-2 where it can be told, else the folded text. */
export function normalizeCountry(raw: string | undefined): string | undefined {
  const word = fold(raw ?? '');
  if (!word) return undefined;
  return SPOKEN[word] ?? (/^[a-z]{2}$/.test(word) ? word.toUpperCase() : (namesOfCountries().get(word) ?? word));
}
