/**
 * What to tick at the vendors: HighLevel's scopes as lib/highlevel/auth.ts asks for them, Clio's permissions as lib/clio/rights.ts
 * proves them. Written out here because components may not import the two systems; a component test compares the lists.
 */
export const HIGHLEVEL_READ_SCOPES = [
  'contacts.readonly',
  'locations.readonly',
  'locations/tags.readonly',
  'locations/customFields.readonly',
  'locations/tasks.readonly',
  'calendars.readonly',
  'calendars/events.readonly',
  'users.readonly',
] as const;
export const HIGHLEVEL_WRITE_SCOPES = ['contacts.write', 'calendars/events.write'] as const;

/** Kinds of record in Clio's developer app; the words are `console.area.<id>`. */
export const CLIO_READ_AREAS = ['users', 'contacts', 'matters', 'tasks', 'notes', 'calendars', 'custom-fields'] as const;
export const CLIO_WRITE_AREAS = ['contacts', 'tasks', 'notes', 'calendars'] as const;
