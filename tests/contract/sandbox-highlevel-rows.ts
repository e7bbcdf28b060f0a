import { createClock } from '../../sandbox/clock.ts';
import type { Exchange, Reply } from '../../sandbox/exchange.ts';
import { HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import { API_HOST, createHighLevel } from '../../sandbox/highlevel/index.ts';
import type { HighLevelOptions } from '../../sandbox/highlevel/state.ts';
import { noSales } from '../../sandbox/world/highlevel-sales.ts';
import type { HighLevelRows, HlContact, HlLocation } from '../../sandbox/world/types.ts';

/** A Tuesday, 15:00 UTC. */
export const START = Date.parse('2026-03-10T15:00:00.000Z');
const EARLIER = '2026-02-02T10:00:00.000Z';

const location = (id: string, name: string): HlLocation => ({
  id,
  name,
  companyId: 'comp00000000000000AA',
  email: 'office@example.com',
  phone: '+12125550100',
  address: '1 Main St',
  city: 'New York',
  state: 'NY',
  country: 'US',
  postalCode: '10001',
  timezone: 'America/New_York',
  website: 'https://example.com',
});

export const contact = (id: string, more: Partial<HlContact> = {}): HlContact => ({
  id,
  locationId: 'locAAAAAAAAAAAAAAAA1',
  dnd: false,
  tags: [],
  customFields: [],
  additionalEmails: [],
  additionalPhones: [],
  followers: [],
  dateAdded: EARLIER,
  dateUpdated: EARLIER,
  ...more,
});

export const A = 'locAAAAAAAAAAAAAAAA1';
export const B = 'locBBBBBBBBBBBBBBBB2';
export const MARY = 'conMARY0000000000001';
export const JOHN = 'conJOHN0000000000002';
export const OTHER = 'conOTHER000000000003';
export const USER = 'usrONE00000000000001';

/** A handful of rows, enough to reach every route. */
export function smallRows(): HighLevelRows {
  return {
    locations: [location(A, 'First Office'), location(B, 'Second Office')],
    users: [
      {
        id: USER,
        name: 'Una Reyes',
        firstName: 'Una',
        lastName: 'Reyes',
        email: 'una@example.com',
        phone: '+12125550111',
        locationIds: [A],
      },
    ],
    contacts: [
      contact(MARY, {
        firstName: 'Mary',
        lastName: 'Okafor',
        email: 'mary@example.com',
        phone: '+12125550123',
        additionalEmails: ['mary.old@example.com'],
        additionalPhones: ['+12125550199'],
        tags: ['client'],
        businessId: 'bizONE00000000000001',
        city: 'New York',
        address1: '5 Elm St',
        assignedTo: USER,
        customFields: [{ id: 'fldONE00000000000001', value: 'blue' }],
      }),
      contact(JOHN, {
        firstName: 'John',
        lastName: 'Smith',
        email: 'john@example.com',
        phone: '+12125550124',
        dateAdded: '2026-02-03T10:00:00.000Z',
      }),
      contact(OTHER, { firstName: 'Olga', email: 'olga@example.com', locationId: B }),
    ],
    tasks: [
      {
        id: 'tskONE00000000000001',
        contactId: MARY,
        locationId: A,
        title: 'Call back',
        body: 'About the lease',
        dueDate: '2026-03-12T14:00:00.000Z',
        completed: false,
        dateAdded: EARLIER,
      },
    ],
    notes: [{ id: 'notONE00000000000001', contactId: MARY, body: 'Prefers e-mail', dateAdded: EARLIER }],
    appointments: [
      {
        id: 'appONE00000000000001',
        calendarId: 'calONE00000000000001',
        contactId: MARY,
        locationId: A,
        title: 'Consultation',
        appointmentStatus: 'confirmed',
        assignedUserId: USER,
        startTime: '2026-03-12T14:00:00.000Z',
        endTime: '2026-03-12T14:30:00.000Z',
        dateAdded: EARLIER,
        dateUpdated: EARLIER,
      },
    ],
    calendars: [{ id: 'calONE00000000000001', locationId: A, name: 'Intake', slotDuration: 30, isActive: true }],
    tags: [{ id: 'tagONE00000000000001', locationId: A, name: 'client' }],
    customFields: [
      {
        id: 'fldONE00000000000001',
        locationId: A,
        name: 'Colour',
        fieldKey: 'contact.colour',
        dataType: 'TEXT',
        model: 'contact',
      },
    ],
    workflows: [
      { id: 'wfONE000000000000001', locationId: A, name: 'Welcome', status: 'published' },
      { id: 'wfTWO000000000000002', locationId: A, name: 'Draft', status: 'draft' },
    ],
    ...noSales(),
    businesses: [{ id: 'bizONE00000000000001', locationId: A, name: 'Okafor Bakery' }],
  };
}

export interface Ask {
  query?: Record<string, string>;
  body?: unknown;
  token?: string | null;
  version?: string | null;
  headers?: Record<string, string>;
  host?: string;
}

/** A stand-in on a stopped clock with a short way to call it. */
export function setUp(options: HighLevelOptions = {}) {
  let real = START;
  const clock = createClock(() => real);
  const standIn = createHighLevel(smallRows(), clock, options);
  const ask = (
    method: string,
    path: string,
    { query = {}, body, token = HL_PIT_FULL, version = '2021-07-28', headers = {}, host }: Ask = {},
  ) => {
    const exchange: Exchange = {
      host: host ?? API_HOST,
      method,
      path,
      query: new URLSearchParams(query),
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(version ? { version } : {}), ...headers },
      // What goes over a wire is a copy.
      body: body === undefined ? undefined : structuredClone(body),
    };
    const reply = standIn.handle(exchange) as Reply;
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
    return { status: reply.status, headers: reply.headers ?? {}, body: JSON.parse(JSON.stringify(reply.body ?? null)) as any };
  };
  const wait = (ms: number) => {
    real += ms;
  };
  return { standIn, clock, ask, wait, state: standIn.state, control: standIn.control };
}
