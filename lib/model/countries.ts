import { fold } from './fold.ts';

/** Country names -> ISO 3166 alpha-2 and back. Clio keeps names, HighLevel codes. The names come from Intl, so there is no table to age. */

/** What people type besides the official English name, folded. */
// biome-ignore format: a table
const ALIASES: Record<string, string> = {
  usa: 'US', 'united states of america': 'US', 'the united states': 'US', america: 'US',
  'great britain': 'GB', britain: 'GB', england: 'GB', scotland: 'GB', wales: 'GB', 'northern ireland': 'GB',
  'republic of ireland': 'IE', eire: 'IE', can: 'CA', aus: 'AU', gbr: 'GB', nzl: 'NZ', mex: 'MX', 'hong kong': 'HK',
  turkey: 'TR', 'czech republic': 'CZ', 'south korea': 'KR', holland: 'NL', 'the netherlands': 'NL', 'ivory coast': 'CI', burma: 'MM',
};

/** Codes of Intl that are not countries of ISO 3166. */
const NOT_ISO = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
let names: Map<string, string> | undefined;

function known(): Map<string, string> {
  if (names) return names;
  const display = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  names = new Map(Object.entries(ALIASES));
  for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
    const name = display.of(code);
    // Retired codes (UK, BU) lead to the present one.
    const present = name ? new Intl.Locale(`und-${code}`).region : undefined;
    if (!name || !present || NOT_ISO.has(present)) continue;
    names.set(fold(name), present);
    names.set(code.toLowerCase(), present);
  }
  return names;
}

/** `United States`, `usa`, `us` -> `US`; undefined where it isn't sure. */
export const countryCode = (text: string): string | undefined => known().get(fold(text));

/** `US` -> `United States`; what is no code stays as it is. */
export function countryName(text: string): string {
  const code = countryCode(text);
  return (code && new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code)) || text.trim();
}
