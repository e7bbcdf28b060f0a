import type { Region } from '../model/subject.ts';

/** One of Clio's data regions: its host and the country whose numbers people there write without a prefix (libphonenumber's default). */
export interface ClioRegion {
  host: string;
  /** ISO 3166 alpha-2 */
  phoneCountry: string;
}

/**
 * Hosts [official spec, servers]. Clio's EU region serves the United Kingdom and Ireland first (its product there is sold as
 * "Clio UK", and its peak hours are given in GMT), so numbers without a prefix are read as British; the HighLevel location's
 * country, where known, is the better guide and goes before this.
 */
export const CLIO_REGIONS = {
  us: { host: 'app.clio.com', phoneCountry: 'US' },
  eu: { host: 'eu.app.clio.com', phoneCountry: 'GB' },
  ca: { host: 'ca.app.clio.com', phoneCountry: 'CA' },
  au: { host: 'au.app.clio.com', phoneCountry: 'AU' },
} as const satisfies Record<Region, ClioRegion>;

export const phoneCountryOf = (region: Region): string => CLIO_REGIONS[region].phoneCountry;
