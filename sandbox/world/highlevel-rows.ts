import { hlUser, hlUsers, INTAKE_LOCATION, LOCATIONS, MAIN_LOCATION } from './firm.ts';
import { HL_APPOINTMENTS, HL_NOTES, HL_TASKS } from './highlevel-activity.ts';
import { HIGHLEVEL_ONLY } from './highlevel-only.ts';
import { salesRows } from './highlevel-sales.ts';
import { hlId } from './ids.ts';
import { type HlSeed, MATCHED } from './matched.ts';
import type { Calendar } from './time.ts';
import type { HighLevelRows, HlAppointment, HlContact, HlNote, HlTask } from './types.ts';

export const HL_SEEDS: HlSeed[] = [...MATCHED, ...HIGHLEVEL_ONLY];

/** HighLevel's id of a contact by key. */
export const hlContact = (key: string): string => hlId(`contact:${key}`);
/** HighLevel's id of a task by contact key and title. */
export const hlTask = (of: string, title: string): string => hlId(`task:${of}:${title}`);

const CALENDARS = {
  consultation: { name: 'Consultation', location: MAIN_LOCATION, minutes: 30 },
  signing: { name: 'Signing', location: MAIN_LOCATION, minutes: 15 },
  intake: { name: 'Intake call', location: INTAKE_LOCATION, minutes: 20 },
};
const BUSINESSES = ['Northgate Dental Group', 'Harbor Cafe', 'Vance Holdings'];
const MORE_TAGS = ['no-show', 'client', 'former-client'];

const locationOf = (key: string) => (HL_SEEDS.find((seed) => seed.key === key)?.intake ? INTAKE_LOCATION : MAIN_LOCATION);

/** All rows of the HighLevel side. */
export function highlevelRows(calendar: Calendar): HighLevelRows {
  return {
    locations: structuredClone(LOCATIONS),
    users: hlUsers(),
    contacts: HL_SEEDS.map((seed) => contactRow(seed, calendar)),
    tasks: HL_TASKS.map((seed) => taskRow(seed, calendar)),
    notes: HL_NOTES.map((seed, index) => noteRow(seed, index, calendar)),
    appointments: HL_APPOINTMENTS.map((seed) => appointmentRow(seed, calendar)),
    calendars: Object.entries(CALENDARS).map(([key, { name, location, minutes }]) => ({
      id: hlId(`calendar:${key}`),
      locationId: location,
      name,
      slotDuration: minutes,
      isActive: true,
    })),
    tags: tagRows(),
    customFields: customFieldRows(),
    workflows: [
      { id: hlId('workflow:welcome'), locationId: MAIN_LOCATION, name: 'Welcome series', status: 'published' },
      { id: hlId('workflow:no-show'), locationId: MAIN_LOCATION, name: 'No-show follow-up', status: 'published' },
      { id: hlId('workflow:holiday'), locationId: MAIN_LOCATION, name: 'Holiday cards', status: 'draft' },
      { id: hlId('workflow:intake'), locationId: INTAKE_LOCATION, name: 'New lead', status: 'published' },
    ],
    ...salesRows(calendar),
    businesses: BUSINESSES.map((name) => ({ id: hlId(`business:${name}`), locationId: MAIN_LOCATION, name })),
  };
}

function contactRow(seed: HlSeed, calendar: Calendar): HlContact {
  const { first, last, email, phone, company, city, state, country, born, source, owner } = seed;
  const business = company && BUSINESSES.includes(company) ? hlId(`business:${company}`) : undefined;
  const optional = {
    firstName: first,
    lastName: last,
    email,
    phone,
    companyName: company,
    city,
    state,
    country,
    dateOfBirth: born,
    source,
    assignedTo: owner && hlUser(owner),
    businessId: business,
  };
  return {
    id: hlContact(seed.key),
    locationId: seed.intake ? INTAKE_LOCATION : MAIN_LOCATION,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    type: 'lead',
    dnd: seed.dnd ?? false,
    tags: [...(seed.tags ?? [])],
    customFields: seed.key === 'marisol' ? [{ id: hlId('field:case_type'), value: 'Family' }] : [],
    additionalEmails: [...(seed.moreEmails ?? [])],
    additionalPhones: [],
    followers: [],
    dateAdded: calendar.past(-seed.age, '15:10'),
    dateUpdated: calendar.past(-Math.min(seed.age, 6), '20:30'),
  };
}

function taskRow(seed: (typeof HL_TASKS)[number], calendar: Calendar): HlTask {
  return {
    id: hlTask(seed.of, seed.title),
    contactId: hlContact(seed.of),
    locationId: locationOf(seed.of),
    title: seed.title,
    ...(seed.body ? { body: seed.body } : {}),
    dueDate: calendar.iso(seed.due, seed.at),
    completed: seed.completed ?? false,
    ...(seed.owner ? { assignedTo: hlUser(seed.owner) } : {}),
    dateAdded: calendar.past(-seed.age, '16:30'),
  };
}

function noteRow(seed: (typeof HL_NOTES)[number], index: number, calendar: Calendar): HlNote {
  return {
    id: hlId(`note:${seed.of}:${index}`),
    contactId: hlContact(seed.of),
    userId: hlUser(seed.owner ?? 'grace'),
    body: seed.body,
    ...(seed.title ? { title: seed.title } : {}),
    ...(seed.pinned ? { pinned: true } : {}),
    dateAdded: calendar.past(-seed.age, '18:10'),
  };
}

function appointmentRow(seed: (typeof HL_APPOINTMENTS)[number], calendar: Calendar): HlAppointment {
  const start = calendar.iso(seed.day, seed.at);
  const made = calendar.past(Math.min(seed.day, 0) - 4, '16:50');
  return {
    id: hlId(`appointment:${seed.of}:${seed.title}`),
    calendarId: hlId(`calendar:${seed.calendar}`),
    contactId: hlContact(seed.of),
    locationId: locationOf(seed.of),
    title: seed.title,
    appointmentStatus: seed.status,
    ...(seed.owner ? { assignedUserId: hlUser(seed.owner) } : {}),
    ...(seed.address ? { address: seed.address } : {}),
    startTime: start,
    endTime: new Date(Date.parse(start) + seed.minutes * 60_000).toISOString(),
    dateAdded: made,
    dateUpdated: made,
  };
}

function tagRows(): HighLevelRows['tags'] {
  const row = (locationId: string, name: string) => ({ id: hlId(`tag:${locationId}:${name}`), locationId, name });
  const used = (intake: boolean) =>
    HL_SEEDS.filter((seed) => (seed.intake ?? false) === intake).flatMap((seed) => seed.tags ?? []);
  return [
    ...[...new Set([...used(false), ...MORE_TAGS])].map((name) => row(MAIN_LOCATION, name)),
    ...[...new Set(used(true))].map((name) => row(INTAKE_LOCATION, name)),
  ];
}

function customFieldRows(): HighLevelRows['customFields'] {
  const row = (locationId: string, key: string, name: string, dataType: string, picklistOptions?: string[]) => ({
    id: hlId(locationId === MAIN_LOCATION ? `field:${key}` : `field:${locationId}:${key}`),
    locationId,
    name,
    fieldKey: `contact.${key}`,
    dataType,
    ...(picklistOptions ? { picklistOptions } : {}),
    model: 'contact' as const,
  });
  return [
    row(MAIN_LOCATION, 'case_type', 'Case type', 'SINGLE_OPTIONS', ['Family', 'Estate', 'Injury', 'Immigration', 'Business']),
    row(MAIN_LOCATION, 'preferred_language', 'Preferred language', 'TEXT'),
    row(MAIN_LOCATION, 'matter_number', 'Matter number', 'TEXT'),
    row(INTAKE_LOCATION, 'heard_of_us', 'Heard of us', 'TEXT'),
  ];
}
