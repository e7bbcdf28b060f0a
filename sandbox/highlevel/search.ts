import { randomUUID } from 'node:crypto';
import type { HlContact } from '../world/types.ts';
import { findTwin } from './contact-store.ts';
import { refuse } from './errors.ts';
import { asksForPhone, type Filter, type FilterGroup, filterProblems, passes, unknownField } from './filters.ts';
import { normalizeEmail, normalizePhone } from './normalize.ts';
import { plays } from './quirks.ts';
import type { HlCall, HlRoute } from './route.ts';
import type { HighLevelState } from './state.ts';
import type { Shape } from './validate.ts';
import { foundContact, fullContact } from './views.ts';

/** The body is "object" in the spec; these are the names of the vendor's search document. */
export const SEARCH_BODY: Shape = {
  locationId: { kind: 'string', required: true },
  pageLimit: { kind: 'number', required: true },
  page: { kind: 'number' },
  searchAfter: { kind: 'any' },
  query: { kind: 'string', max: 75 },
  filters: { kind: 'objects' },
  sort: { kind: 'objects' },
};

interface SearchInput {
  locationId: string;
  pageLimit: number;
  page?: number;
  searchAfter?: unknown[];
  query?: string;
  filters?: (Filter | FilterGroup)[];
  sort?: { field: string; direction: 'asc' | 'desc' }[];
}

const REACH = 10_000;
const SORTS: Record<string, (contact: HlContact) => string | number> = {
  email: (contact) => contact.email ?? '',
  dnd: (contact) => Number(contact.dnd),
  source: (contact) => contact.source ?? '',
  firstNameLowerCase: (contact) => contact.firstName?.toLowerCase() ?? '',
  lastNameLowerCase: (contact) => contact.lastName?.toLowerCase() ?? '',
  dateAdded: (contact) => Date.parse(contact.dateAdded),
  dateUpdated: (contact) => Date.parse(contact.dateUpdated),
};

function problemsOf(input: SearchInput): string[] {
  const found = input.filters ? filterProblems(input.filters) : [];
  if (!Number.isInteger(input.pageLimit) || input.pageLimit < 1) found.push('pageLimit must not be less than 1');
  if (input.pageLimit > 500) found.push('pageLimit must not be greater than 500');
  if (input.page !== undefined && (!Number.isInteger(input.page) || input.page < 1)) found.push('page must not be less than 1');
  if (input.searchAfter !== undefined && !Array.isArray(input.searchAfter)) found.push('searchAfter must be an array');
  if (input.page !== undefined && input.searchAfter !== undefined) found.push('page should not be used with searchAfter');
  if ((input.page ?? 1) * input.pageLimit > REACH) found.push(`page reaches ${REACH} records at most, use searchAfter beyond`);
  for (const { field, direction, ...rest } of input.sort ?? []) {
    const extra = Object.keys(rest).map((name) => `sort.property ${name} should not exist`);
    if (!SORTS[field]) found.push(`sort.field ${field} is not supported`);
    if (direction !== 'asc' && direction !== 'desc') found.push('sort.direction must be one of the following values: asc, desc');
    found.push(...extra);
  }
  return found;
}

// The full text looks at what the v1 manual named: name, phone, e-mail, tags and company.
function mentions(contact: HlContact, query: string): boolean {
  const needle = query.trim().toLowerCase();
  const digits = needle.replace(/\D/g, '');
  const texts = [`${contact.firstName ?? ''} ${contact.lastName ?? ''}`, contact.email, contact.companyName, ...contact.tags];
  if (texts.some((each) => each?.toLowerCase().includes(needle))) return true;
  return digits.length >= 4 && /^[\d\s()+.-]+$/.test(needle) && (contact.phone?.includes(digits) ?? false);
}

type Key = (string | number)[];
const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);

function search(call: HlCall) {
  const input = call.body as SearchInput;
  const problems = problemsOf(input);
  if (problems.length) refuse(422, problems);
  const stranger = unknownField(input.filters ?? []);
  if (stranger !== undefined) refuse(400, `Invalid field ${stranger}`);
  const order = input.sort ?? [{ field: 'dateAdded', direction: 'desc' as const }];
  const keyOf = (contact: HlContact): Key => [...order.map(({ field }) => SORTS[field]?.(contact) ?? ''), contact.id];
  const before = (a: Key, b: Key) => {
    for (const [index, value] of a.entries()) {
      const step = compare(value, b[index] ?? '') * (order[index]?.direction === 'desc' ? -1 : 1);
      if (step) return step;
    }
    return 0;
  };
  const hits = matching(call.state, input).map((contact) => ({ contact, key: keyOf(contact) }));
  hits.sort((a, b) => before(a.key, b.key));
  const cursor = input.searchAfter as Key | undefined;
  const rest = cursor?.length ? hits.filter(({ key }) => before(key, cursor) > 0) : hits;
  const start = cursor?.length ? 0 : ((input.page ?? 1) - 1) * input.pageLimit;
  const name = businessNames(call.state);
  const contacts = rest
    .slice(start, start + input.pageLimit)
    .map(({ contact, key }) => foundContact(contact, name(contact.businessId), key));
  return { contacts, total: hits.length, traceId: randomUUID() };
}

function matching(state: HighLevelState, input: SearchInput): HlContact[] {
  const filters = input.filters ?? [];
  const blind = asksForPhone(filters) && plays(state.quirks, 'phone-search-finds-nothing');
  const name = businessNames(state);
  return state.index.rows().filter((row) => {
    if (row.locationId !== input.locationId) return false;
    // Issue 289: the index holds no phone, the rest of an OR group still works.
    const seen = blind ? { ...row, phone: undefined } : row;
    return passes(seen, filters, name) && (!input.query || mentions(seen, input.query));
  });
}

const businessNames = (state: HighLevelState) => (id?: string) =>
  id ? state.rows.businesses.find((business) => business.id === id)?.name : undefined;

/** Looks at live rows. Answers `{contact: null}` when there is none (schema undocumented). */
function duplicate(call: HlCall) {
  const { query, state } = call;
  const locationId = query.get('locationId') ?? '';
  const email = query.get('email');
  const number = query.get('number');
  // The words are quoted in reports of clients that sent neither.
  if (!email && !number) refuse(400, 'Pass at least one of number, email query parameter');
  const country = state.rows.locations.find((row) => row.id === locationId)?.country ?? 'US';
  const phone = number ? normalizePhone(number, country) : undefined;
  const twin = findTwin(state, { locationId, email: email ? normalizeEmail(email) : undefined, phone });
  return { contact: twin ? fullContact(twin.contact) : null, traceId: randomUUID() };
}

const shared = { spec: 'contacts', version: '2021-07-28', scope: 'contacts.readonly' } as const;

export const searchRoutes: HlRoute[] = [
  { ...shared, id: 'highlevel.search-contacts', method: 'POST', path: '/contacts/search', body: SEARCH_BODY, handle: search },
  {
    ...shared,
    id: 'highlevel.find-duplicate',
    method: 'GET',
    path: '/contacts/search/duplicate',
    query: { locationId: { kind: 'string', required: true }, number: { kind: 'string' }, email: { kind: 'string' } },
    handle: duplicate,
  },
];
