/** Bodies of the searches. */

export interface SearchKeys {
  locationId: string;
  emails: string[];
  /** E.164 */
  phones: string[];
  firstName?: string;
  lastName?: string;
}

interface Filter {
  field: string;
  operator: 'eq';
  value: string;
}
interface Group {
  group: 'AND' | 'OR';
  filters: (Filter | Group)[];
}
export interface SearchBody {
  locationId: string;
  pageLimit: number;
  page?: number;
  searchAfter?: unknown[];
  filters: (Filter | Group)[];
}

/** A filter's value may have 75 characters at most [doc]; longer keys can't be looked for. */
const LONGEST = 75;
/** Enough to see that a phone or a name is shared by many. */
const CANDIDATES = 50;
/** A family's worth of keys; keeps one search small whatever Clio holds. */
const MOST_KEYS = 10;

/**
 * The one search of a person: an OR group over e-mails, phones and the full name. Undefined when there is nothing to look for.
 * Names are found by `firstNameLowerCase`/`lastNameLowerCase`, the fields the vendor's search page documents for names.
 * Additional e-mails and phones can't be searched for: `additional_phones` is answered with 400 "Invalid field" [issue 289].
 */
export function searchBody(keys: SearchKeys): SearchBody | undefined {
  const eq = (field: string, value: string): Filter => ({ field, operator: 'eq', value });
  const unique = (values: string[]) =>
    [...new Set(values.map((one) => one.trim()))].filter((one) => one && one.length <= LONGEST).slice(0, MOST_KEYS);
  const filters: (Filter | Group)[] = [
    ...unique(keys.emails.map((email) => email.toLowerCase())).map((email) => eq('email', email)),
    ...unique(keys.phones).map((phone) => eq('phone', phone)),
  ];
  const first = nameKey(keys.firstName);
  const last = nameKey(keys.lastName);
  const named = (one: string, other: string): Group => ({
    group: 'AND',
    filters: [eq('firstNameLowerCase', one), eq('lastNameLowerCase', other)],
  });
  // The full name, the initial as people type it, and the two names the wrong way round: still one call.
  if (first && last)
    filters.push(...unique([first, first.charAt(0), `${first.charAt(0)}.`]).map((one) => named(one, last)), named(last, first));
  // Half a name would bring a crowd; it is looked for only when there is nothing better.
  else if (!filters.length && (last ?? first))
    filters.push(last ? eq('lastNameLowerCase', last) : eq('firstNameLowerCase', first as string));
  if (!filters.length) return undefined;
  return { locationId: keys.locationId, page: 1, pageLimit: CANDIDATES, filters: [{ group: 'OR', filters }] };
}

const nameKey = (name: string | undefined): string | undefined => {
  const key = name?.trim().toLowerCase();
  return key && key.length <= LONGEST ? key : undefined;
};

/** The largest page of the search [doc]. */
const CHANGED_PAGE = 500;

/**
 * Contacts changed since an instant (ISO 8601 UTC), oldest change first. Go on with the last row's `searchAfter`.
 * Beliefs: the filter's bounds are called gte and lte (the vendor's page has them; another copy of it says from and to); the index shows
 * a change some seconds late, so `since` should overlap.
 */
export const changedContactsBody = (of: { locationId: string; since: string; searchAfter?: unknown[]; pageLimit?: number }) => ({
  locationId: of.locationId,
  pageLimit: of.pageLimit ?? CHANGED_PAGE,
  ...(of.searchAfter ? { searchAfter: of.searchAfter } : {}),
  filters: [{ field: 'dateUpdated', operator: 'range', value: { gte: of.since } }],
  sort: [{ field: 'dateUpdated', direction: 'asc' }],
});

/** Query of `highlevel.calendar.events`: what begins in a window (milliseconds since 1970). One of the three owners is demanded [spec]. */
export const eventsQuery = (
  of: { locationId: string; from: number; to: number } & ({ calendarId: string } | { userId: string } | { groupId: string }),
): Record<string, string> => {
  const { from, to, ...rest } = of;
  return { ...rest, startTime: String(from), endTime: String(to) };
};

/** Body of `highlevel.location.task-search`: tasks of some contacts, or of the whole location. */
export function taskSearchBody(
  of: { contactIds?: string[]; completed?: boolean; skip?: number; limit?: number } = {},
): Record<string, unknown> {
  return {
    ...(of.contactIds?.length ? { contactId: of.contactIds } : {}),
    ...(of.completed === undefined ? {} : { completed: of.completed }),
    limit: of.limit ?? 100,
    skip: of.skip ?? 0,
  };
}
