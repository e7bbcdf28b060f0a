import type { HlLocation } from '../world/types.ts';
import { SALES_READ, SALES_WRITE } from './scopes.ts';

/** What a call may carry: a Private Integration Token or an OAuth access token. */
export interface HlToken {
  token: string;
  kind: 'pit' | 'oauth';
  userType: 'Location' | 'Company';
  companyId: string;
  locationId?: string;
  userId: string;
  scopes: string[];
  /** The app the rate limit counts under; a private integration is an app of its own. */
  appId: string;
  /** Milliseconds since 1970; undefined never expires. */
  expiresAt?: number;
}

/** A refresh token; `used` ones stay in the table so that a reuse can be told from a typo. */
export interface HlRefreshToken {
  token: string;
  clientId: string;
  userType: 'Location' | 'Company';
  companyId: string;
  locationId?: string;
  userId: string;
  scopes: string[];
  expiresAt: number;
  used: boolean;
}

/** A marketplace app. `redirectUris` may hold `*` for any run of characters. */
export interface HlApp {
  clientId: string;
  clientSecret: string;
  name: string;
  redirectUris: string[];
  scopes: string[];
}

/** An authorization code: single use, ten minutes. */
export interface HlCode {
  code: string;
  clientId: string;
  redirectUri: string;
  locationId: string;
  scopes: string[];
  expiresAt: number;
}

export const READ_SCOPES = [
  'contacts.readonly',
  'locations.readonly',
  'locations/tags.readonly',
  'locations/customFields.readonly',
  'locations/tasks.readonly',
  'calendars.readonly',
  'calendars/events.readonly',
  'users.readonly',
  'workflows.readonly',
  'businesses.readonly',
  ...SALES_READ,
];
export const WRITE_SCOPES = ['contacts.write', 'calendars/events.write', 'locations/tags.write', ...SALES_WRITE];
export const ALL_SCOPES = [...READ_SCOPES, ...WRITE_SCOPES];

// Obviously made up, but in the vendor's shape (`pit-` and a UUID), so that a screening pattern for real tokens finds them too.
export const HL_PIT_FULL = 'pit-5a9d0000-0000-4000-8000-00000000f011';
export const HL_PIT_READONLY = 'pit-5a9d0000-0000-4000-8000-0000000040ad';
export const HL_PIT_SECOND = 'pit-5a9d0000-0000-4000-8000-000000005ec0';
export const HL_APP = {
  clientId: '5a9d00000000000000000001-sandbox1',
  clientSecret: '5a9d0000-0000-4000-8000-0000000a5ec1',
};
/** An agency's app: may ask for `oauth.write` and trade its token for a location's. */
export const HL_AGENCY_TOKEN = 'pit-5a9d0000-0000-4000-8000-00000000a6e2';

const DAY = 86_400_000;
export const ACCESS_SECONDS = 86_399;
export const REFRESH_MS = 365 * DAY;
export const CODE_MS = 10 * 60_000;

/** The tokens every sandbox is born with: the first location full and read-only, the second full, and one of the agency. */
export function firstTokens(locations: HlLocation[]): HlToken[] {
  const [first, second] = locations;
  const pit = (token: string, location: HlLocation, scopes: string[]): HlToken => ({
    token,
    kind: 'pit',
    userType: 'Location',
    companyId: location.companyId,
    locationId: location.id,
    userId: '',
    scopes,
    appId: `private-${token.slice(-4)}`,
  });
  const tokens: HlToken[] = [];
  if (first) tokens.push(pit(HL_PIT_FULL, first, ALL_SCOPES), pit(HL_PIT_READONLY, first, READ_SCOPES));
  if (second) tokens.push(pit(HL_PIT_SECOND, second, ALL_SCOPES));
  if (first) {
    const agency = pit(HL_AGENCY_TOKEN, first, ['oauth.write', 'oauth.readonly', 'locations.readonly', 'users.readonly']);
    tokens.push({ ...agency, userType: 'Company', locationId: undefined });
  }
  return tokens;
}

/** The one registered app. Any extension's redirect address is registered, as the ids of development builds differ. */
export function firstApps(): HlApp[] {
  return [
    {
      ...HL_APP,
      name: 'Rankr for your firm',
      redirectUris: ['https://*.chromiumapp.org/*', 'https://*.extensions.allizom.org/*'],
      scopes: [...ALL_SCOPES, 'oauth.write', 'oauth.readonly'],
    },
  ];
}
