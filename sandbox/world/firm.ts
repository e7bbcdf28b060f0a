import { clioId, hlId } from './ids.ts';
import type { ClioAccount, ClioCalendar, ClioCustomField, ClioUser, HlLocation, HlUser, Region } from './types.ts';

/** The firm itself: offices, people who work there, calendars and custom fields on the Clio side. */

export const COMPANY_ID = hlId('company');
export const MAIN_LOCATION = hlId('location:main');
export const INTAKE_LOCATION = hlId('location:intake');

export const LOCATIONS: HlLocation[] = [
  {
    id: MAIN_LOCATION,
    name: 'Harbour & Lane Law',
    companyId: COMPANY_ID,
    email: 'office@harbourlane.example',
    phone: '+16045550100',
    address: '880 Coal Harbour Quay, Suite 1400',
    city: 'Vancouver',
    state: 'BC',
    country: 'CA',
    postalCode: 'V6C 0A1',
    timezone: 'America/Vancouver',
    website: 'https://harbourlane.example',
  },
  {
    id: INTAKE_LOCATION,
    name: 'Harbour & Lane Intake',
    companyId: COMPANY_ID,
    email: 'intake@harbourlane.example',
    phone: '+12065550100',
    address: '1201 Alaskan Way, Floor 3',
    city: 'Seattle',
    state: 'WA',
    country: 'US',
    postalCode: '98101',
    timezone: 'America/Los_Angeles',
    website: 'https://harbourlane.example/intake',
  },
];

export const ACCOUNTS: Record<Region, ClioAccount> = {
  us: { id: clioId('account:us'), name: 'Harbour & Lane Law', region: 'us' },
  ca: { id: clioId('account:ca'), name: 'Harbour & Lane Law (Toronto)', region: 'ca' },
  eu: { id: clioId('account:eu'), name: 'Harbour & Lane Europe', region: 'eu' },
  au: { id: clioId('account:au'), name: 'Harbour & Lane Pacific', region: 'au' },
};

interface UserSeed {
  key: string;
  first: string;
  last: string;
  region: Region;
  zone: string;
  enabled?: boolean;
  /** HighLevel locations where the same person works. */
  highlevel?: string[];
}

/** The first user of each account is the one a ready-made token belongs to. */
export const USERS: UserSeed[] = [
  {
    key: 'priya',
    first: 'Priya',
    last: 'Nair',
    region: 'us',
    zone: 'America/Vancouver',
    highlevel: [MAIN_LOCATION, INTAKE_LOCATION],
  },
  { key: 'tomas', first: 'Tomás', last: 'Reyes', region: 'us', zone: 'America/Los_Angeles', highlevel: [MAIN_LOCATION] },
  { key: 'grace', first: 'Grace', last: 'Okonkwo', region: 'us', zone: 'America/Toronto', highlevel: [MAIN_LOCATION] },
  { key: 'daniel', first: 'Daniel', last: 'Lane', region: 'us', zone: 'America/New_York' },
  { key: 'amelie', first: 'Amélie', last: 'Fournier', region: 'us', zone: 'America/Halifax', enabled: false },
  { key: 'miriam', first: 'Miriam', last: 'Adeyemi', region: 'ca', zone: 'America/Toronto', highlevel: [INTAKE_LOCATION] },
  { key: 'lars', first: 'Lars', last: 'Holm', region: 'eu', zone: 'Europe/Copenhagen' },
  { key: 'bronte', first: 'Bronte', last: 'Walsh', region: 'au', zone: 'Australia/Sydney' },
];

/** Clio's id of a user by key. */
export const clioUser = (key: string): number => clioId(`user:${key}`);
/** HighLevel's id of a user by key. */
export const hlUser = (key: string): string => hlId(`user:${key}`);

const BORN = '2019-03-04T16:00:00Z';
const mail = (seed: UserSeed) => `${seed.key}@harbourlane.example`;

export function clioUsers(): ClioUser[] {
  return USERS.map((seed) => ({
    id: clioUser(seed.key),
    name: `${seed.first} ${seed.last}`,
    first_name: seed.first,
    last_name: seed.last,
    email: mail(seed),
    enabled: seed.enabled ?? true,
    time_zone: seed.zone,
    account_id: ACCOUNTS[seed.region].id,
    created_at: BORN,
    updated_at: BORN,
  }));
}

export function hlUsers(): HlUser[] {
  return USERS.filter((seed) => seed.highlevel).map((seed) => ({
    id: hlUser(seed.key),
    name: `${seed.first} ${seed.last}`,
    firstName: seed.first,
    lastName: seed.last,
    email: mail(seed),
    phone: '',
    locationIds: seed.highlevel ?? [],
  }));
}

/** One calendar a user and one for each account. */
export function clioCalendars(): ClioCalendar[] {
  const own = USERS.map((seed) => ({
    id: clioId(`calendar:${seed.key}`),
    account_id: ACCOUNTS[seed.region].id,
    name: `${seed.first} ${seed.last}`,
    type: 'UserCalendar' as const,
    user_id: clioUser(seed.key),
  }));
  const shared = Object.values(ACCOUNTS).map((account) => ({
    id: clioId(`calendar:account:${account.region}`),
    account_id: account.id,
    name: 'Firm',
    type: 'AccountCalendar' as const,
    user_id: null,
  }));
  return [...own, ...shared];
}

/** Clio's id of a custom field by key. */
export const clioField = (key: string): number => clioId(`field:${key}`);

const FIELDS: [key: string, name: string, parent: 'Contact' | 'Matter', type: string, options?: string[]][] = [
  ['referral', 'Referral source', 'Contact', 'picklist', ['Website', 'Friend', 'Former client', 'Advertisement']],
  ['language', 'Preferred language', 'Contact', 'text_line'],
  ['best-time', 'Best time to call', 'Contact', 'text_line'],
  ['conflict', 'Conflict checked', 'Contact', 'checkbox'],
  ['accident-date', 'Date of accident', 'Matter', 'date'],
  ['court-file', 'Court file number', 'Matter', 'text_line'],
  ['no-push', 'Keep out of marketing', 'Matter', 'checkbox'],
];

export function clioCustomFields(): ClioCustomField[] {
  return FIELDS.map(([key, name, parent, type, options = []]) => ({
    id: clioField(key),
    account_id: ACCOUNTS.us.id,
    name,
    parent_type: parent,
    field_type: type,
    picklist_options: options.map((option) => ({ id: clioId(`option:${key}:${option}`), option })),
    created_at: BORN,
    updated_at: BORN,
  }));
}
