import type { HlContact } from '../world/types.ts';
import { refuse } from './errors.ts';
import { normalizeBirthday, normalizeEmail, normalizePhone, normalizeTags } from './normalize.ts';
import type { HighLevelState } from './state.ts';
import { bodyProblems, type Field, type Shape } from './validate.ts';

const words: Field = { kind: 'string', nullable: true };
const plain: Field = { kind: 'string' };

/** What create, update and upsert share. `additionalEmails` and second phones are absent on purpose: readable at best, never writable [issues 262, 331]. */
const shared: Shape = {
  firstName: words,
  lastName: words,
  name: words,
  email: { kind: 'email', nullable: true },
  phone: words,
  address1: words,
  city: words,
  state: words,
  postalCode: plain,
  website: words,
  timezone: words,
  dnd: { kind: 'boolean' },
  dndSettings: { kind: 'object' },
  inboundDndSettings: { kind: 'object' },
  tags: { kind: 'strings' },
  customFields: { kind: 'objects' },
  // The spec says "object", its example is text, and text is what everyone sends.
  dateOfBirth: { kind: 'any', nullable: true },
  country: plain,
};

export const CREATE_CONTACT: Shape = {
  ...shared,
  locationId: { kind: 'string', required: true },
  gender: plain,
  companyName: words,
  source: plain,
  assignedTo: plain,
};
/** No locationId and, in the 2021 specs, no companyName either. */
export const UPDATE_CONTACT: Shape = { ...shared, source: words, assignedTo: words };
export const UPSERT_CONTACT: Shape = { ...CREATE_CONTACT, createNewIfDuplicateAllowed: { kind: 'boolean' } };

type Input = Record<string, unknown>;

const TEXTS = [
  'firstName',
  'lastName',
  'companyName',
  'address1',
  'city',
  'state',
  'postalCode',
  'country',
  'website',
  'source',
  'timezone',
  'assignedTo',
] as const;

const CUSTOM: Shape = { id: plain, key: plain, field_value: { kind: 'any', nullable: true } };

/** Lays a body over a contact: null or '' empties a field, names stay as typed, phone, e-mail, tags and birthday are normalised. Refuses with 422. */
export function applyInput(state: HighLevelState, contact: HlContact, input: Input): HlContact {
  const next: HlContact = { ...contact };
  for (const name of TEXTS) if (name in input) next[name] = (input[name] as string | null) || undefined;
  splitName(next, input);
  if ('email' in input) next.email = input.email ? normalizeEmail(String(input.email)) : undefined;
  if ('phone' in input) next.phone = phoneOf(state, next, input.phone);
  if ('dateOfBirth' in input) next.dateOfBirth = birthdayOf(input.dateOfBirth);
  if (Array.isArray(input.tags)) next.tags = normalizeTags(input.tags as string[]);
  if (typeof input.dnd === 'boolean') next.dnd = input.dnd;
  if (input.dndSettings) next.dndSettings = { ...next.dndSettings, ...dndOf(input.dndSettings as Input) };
  if (Array.isArray(input.customFields)) next.customFields = customFieldsOf(state, next, input.customFields as Input[]);
  if (next.assignedTo && next.assignedTo !== contact.assignedTo) assertUser(state, next.locationId, next.assignedTo);
  return next;
}

/** Users outside the location can't be given work. (The exact words are a belief.) */
export function assertUser(state: HighLevelState, locationId: string, userId: string): void {
  const known = state.rows.users.some((user) => user.id === userId && user.locationIds.includes(locationId));
  if (!known) refuse(422, ['assignedTo must be a user of this location']);
}

const CHANNELS: Shape = Object.fromEntries(
  ['Call', 'Email', 'SMS', 'WhatsApp', 'GMB', 'FB'].map((name) => [name, { kind: 'object' } satisfies Field]),
);
const CHANNEL: Shape = {
  status: { kind: 'string', required: true, oneOf: ['active', 'inactive', 'permanent'] },
  message: plain,
  code: plain,
};

function dndOf(given: Input): Input {
  const inner = Object.entries(given).flatMap(([name, channel]) =>
    bodyProblems(CHANNEL, channel).map((each) => `${name}.${each}`),
  );
  const problems = [...bodyProblems(CHANNELS, given), ...inner];
  if (problems.length)
    refuse(
      422,
      problems.map((message) => `dndSettings.${message}`),
    );
  return given;
}

function splitName(next: HlContact, input: Input): void {
  if (typeof input.name !== 'string' || 'firstName' in input || 'lastName' in input) return;
  const [first, ...rest] = input.name.trim().split(/\s+/);
  next.firstName = first || undefined;
  next.lastName = rest.join(' ') || undefined;
}

function phoneOf(state: HighLevelState, contact: HlContact, value: unknown): string | undefined {
  if (!value) return undefined;
  const location = state.rows.locations.find((row) => row.id === contact.locationId);
  const phone = normalizePhone(String(value), contact.country ?? location?.country ?? 'US');
  return phone ?? refuse(422, ['phone must be a valid phone number']);
}

function birthdayOf(value: unknown): string | undefined {
  if (value === null || value === '') return undefined;
  const day = typeof value === 'string' ? normalizeBirthday(value) : undefined;
  return day ?? refuse(422, ['dateOfBirth must be a valid date']);
}

// Fields merge by id; an id or key the location does not have is left out without a word (a belief, and the unkinder one).
function customFieldsOf(state: HighLevelState, contact: HlContact, given: Input[]): HlContact['customFields'] {
  const merged = new Map(contact.customFields.map((field) => [field.id, field.value]));
  for (const entry of given) {
    const wrong = bodyProblems(CUSTOM, entry);
    if (wrong.length)
      refuse(
        422,
        wrong.map((message) => `customFields.${message}`),
      );
    const field = state.rows.customFields.find(
      (row) =>
        row.locationId === contact.locationId &&
        (row.id === entry.id || (entry.key && keyMatches(row.fieldKey, String(entry.key)))),
    );
    if (!field) continue;
    if (entry.field_value === null || entry.field_value === '' || entry.field_value === undefined) merged.delete(field.id);
    else merged.set(field.id, entry.field_value);
  }
  return [...merged].map(([id, value]) => ({ id, value }));
}

const keyMatches = (fieldKey: string, key: string) => fieldKey === key || fieldKey === `contact.${key}`;
