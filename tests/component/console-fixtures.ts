import type { Right } from '../../lib/model/connection.ts';
import type { ConnectionsView, ConnectionView } from '../../lib/model/console.ts';

const DAY = 86_400_000;
/** Sunday 22 November 2026, 10:00 UTC. */
export const NOW = Date.UTC(2026, 10, 22, 10, 0, 0);

const right = (id: string, access: Right['access'], scope: string, state: Right['state'], proof: string): Right => ({
  id,
  access,
  scope,
  state,
  proof,
});

export const READ_RIGHTS: Right[] = [
  right('highlevel.contacts.read', 'read', 'contacts.readonly', 'granted', '200'),
  right('highlevel.tasks.read', 'read', 'locations/tasks.readonly', 'granted', '200'),
  right('highlevel.calendars.read', 'read', 'calendars.readonly', 'granted', '200'),
  right('highlevel.users.read', 'read', 'users.readonly', 'granted', '200'),
];
export const HIGHLEVEL_RIGHTS: Right[] = [
  ...READ_RIGHTS,
  right('highlevel.contacts.write', 'write', 'contacts.write', 'granted', '422 refused as invalid'),
];
export const MISSING_RIGHTS: Right[] = [
  ...READ_RIGHTS,
  right('highlevel.contacts.write', 'write', 'contacts.write', 'missing', '401 not for this scope'),
  right('highlevel.custom-fields.read', 'read', 'locations/customFields.readonly', 'unknown', 'no answer in time'),
];
export const CLIO_RIGHTS: Right[] = [
  right('clio.contacts.read', 'read', 'contacts.read', 'granted', '200'),
  right('clio.matters.read', 'read', 'matters.read', 'granted', '200'),
  right('clio.contacts.write', 'write', 'contacts.write', 'missing', '403 forbidden'),
];

export const location = (over: Partial<ConnectionView> = {}): ConnectionView => ({
  id: 'highlevel:locHarbour01',
  system: 'highlevel',
  name: 'Harbour & Lane Law',
  account: 'locHarbour01',
  method: 'token',
  timeZone: 'America/Vancouver',
  country: 'CA',
  state: 'ok',
  connectedAt: NOW - 12 * DAY,
  keyAt: NOW - 12 * DAY,
  rights: HIGHLEVEL_RIGHTS,
  rightsAt: NOW - 2 * 60_000,
  checking: false,
  keyAgeDays: 12,
  pairedWith: [],
  ...over,
});

export const firm = (over: Partial<ConnectionView> = {}): ConnectionView => ({
  id: 'clio:ca:4410',
  system: 'clio',
  name: 'Harbour & Lane LLP',
  account: 'ca:4410',
  region: 'ca',
  method: 'oauth',
  userName: 'Priya Nair',
  timeZone: 'America/Vancouver',
  state: 'ok',
  connectedAt: NOW - 12 * DAY,
  keyAt: NOW - 12 * DAY,
  rights: CLIO_RIGHTS,
  rightsAt: NOW - 3 * 3_600_000,
  checking: false,
  keyAgeDays: 12,
  pairedWith: [],
  ...over,
});

/** Nothing connected yet, as after install. */
export const firstRun = (over: Partial<ConnectionsView> = {}): ConnectionsView => ({
  now: NOW,
  connections: [],
  pairs: [],
  writing: { highlevel: false, clio: false },
  redirectUrl: 'https://mbjlijnkndgjpjalbapddibpodolkdoj.chromiumapp.org/',
  missingHosts: [],
  waiting: 0,
  ...over,
});

/** One location and one firm, paired: the everyday state. */
export const everyday = (over: Partial<ConnectionsView> = {}): ConnectionsView =>
  firstRun({
    connections: [
      location({ pairedWith: [{ id: 'clio:ca:4410', name: 'Harbour & Lane LLP' }] }),
      firm({ pairedWith: [{ id: 'highlevel:locHarbour01', name: 'Harbour & Lane Law' }] }),
    ],
    pairs: [{ clio: 'clio:ca:4410', highlevel: 'highlevel:locHarbour01' }],
    ...over,
  });

/** Ten locations and three firms in every state at once, with names as long as agencies give them. */
export const crowded = (over: Partial<ConnectionsView> = {}): ConnectionsView =>
  firstRun({
    connections: [
      location({ rights: MISSING_RIGHTS, keyAgeDays: 85, keyAt: NOW - 85 * DAY }),
      location({
        id: 'highlevel:locLong02',
        account: 'locLong02',
        name: 'Whitfield-Ortega, Abernathy & Montgomery Personal Injury and Wrongful Death Trial Lawyers (Intake, Pacific Northwest)',
        method: 'oauth',
        userName: 'Montgomery Marketing Collective of Greater Vancouver',
        state: 'reconnect',
        reason: 'refresh-refused',
        since: NOW - 49 * 60_000,
      }),
      location({
        id: 'highlevel:loc3',
        account: 'loc3',
        name: 'Family Law Intake',
        checking: true,
        rights: undefined,
        rightsAt: undefined,
      }),
      ...Array.from({ length: 7 }, (_, at) =>
        location({ id: `highlevel:loc${at + 4}`, account: `loc${at + 4}`, name: `Harbour & Lane, office ${at + 4}` }),
      ),
      firm(),
      firm({ id: 'clio:us:77', account: 'us:77', region: 'us', name: 'Harbour Lane PC', userName: 'Tomás Rivera' }),
      firm({
        id: 'clio:eu:9',
        account: 'eu:9',
        region: 'eu',
        name: 'HL Solicitors',
        state: 'reconnect',
        reason: 'signed-out',
        since: NOW - DAY,
      }),
    ],
    pairs: [{ clio: 'clio:ca:4410', highlevel: 'highlevel:locHarbour01' }],
    waiting: 2,
    ...over,
  });
