import * as z from 'zod/mini';

/**
 * Wire shapes of Clio Manage API v4 [official spec], for the fields asked in fields.ts. Ids are numbers on the wire and text in
 * the model. Everything but the id may be null or missing; unknown fields are dropped.
 */
const text = z.nullish(z.string());
const flag = z.nullish(z.boolean());
const id = z.number();

const row = { id, name: text, primary: flag };
export const wireEmail = z.object({ ...row, address: text });
export const wirePhone = z.object({ ...row, number: text });
export const wireAddress = z.object({ ...row, street: text, city: text, province: text, postal_code: text, country: text });
export const wireWebSite = z.object({ id, name: text, address: text, default_web_site: flag });
const ref = z.object({ id, name: text });

/** A value is a text by the spec; numbers and ticked boxes have been seen as such. Ids are texts here: `picklist-12` [seen by others]. */
export const wireCustomValue = z.object({
  id: z.union([z.string(), id]),
  field_type: text,
  value: z.nullish(z.union([z.string(), z.number(), z.boolean()])),
  custom_field: z.nullish(z.object({ id })),
  picklist_option: z.nullish(z.object({ id })),
});

export const wireContact = z.object({
  id,
  etag: text,
  type: z.nullish(z.string()),
  name: text,
  first_name: text,
  middle_name: text,
  last_name: text,
  prefix: text,
  title: text,
  date_of_birth: text,
  created_at: text,
  updated_at: text,
  company: z.nullish(ref),
  email_addresses: z.nullish(z.array(wireEmail)),
  phone_numbers: z.nullish(z.array(wirePhone)),
  addresses: z.nullish(z.array(wireAddress)),
  web_sites: z.nullish(z.array(wireWebSite)),
  custom_field_values: z.nullish(z.array(wireCustomValue)),
});
export type WireContact = z.infer<typeof wireContact>;
export type WireAddress = z.infer<typeof wireAddress>;

const person = z.object({ id, name: text, type: text });
export const wireMatter = z.object({
  id,
  etag: text,
  display_number: text,
  description: text,
  status: text,
  client: z.nullish(person),
  practice_area: z.nullish(ref),
  matter_stage: z.nullish(ref),
  responsible_attorney: z.nullish(ref),
  created_at: text,
  updated_at: text,
});
export type WireMatter = z.infer<typeof wireMatter>;

export const wireRelated = z.object({
  id,
  // The spec describes `id` and `contact_id` alike; where both are sent, `contact_id` is the person.
  contact_id: z.nullish(z.number()),
  name: text,
  type: text,
  is_matter_client: flag,
  relationship: z.nullish(z.object({ id: z.nullish(z.number()), description: text })),
});
export type WireRelated = z.infer<typeof wireRelated>;

export const wireRelationship = z.object({
  id,
  description: text,
  matter: z.nullish(z.object({ id, display_number: text })),
  contact: z.nullish(person),
});
export type WireRelationship = z.infer<typeof wireRelationship>;

const matterRef = z.object({ id, display_number: text, description: text, client_id: z.nullish(z.number()) });
export const wireTask = z.object({
  id,
  etag: text,
  name: text,
  description: text,
  description_text_type: text,
  status: text,
  priority: text,
  due_at: text,
  permission: text,
  completed_at: text,
  created_at: text,
  updated_at: text,
  assignee: z.nullish(person),
  matter: z.nullish(matterRef),
});
export type WireTask = z.infer<typeof wireTask>;

export const wireNote = z.object({
  id,
  etag: text,
  type: text,
  subject: text,
  detail: text,
  detail_text_type: text,
  date: text,
  created_at: text,
  updated_at: text,
  author: z.nullish(ref),
  contact: z.nullish(ref),
  matter: z.nullish(matterRef),
});
export type WireNote = z.infer<typeof wireNote>;

export const wireWho = z.object({
  id,
  name: text,
  email: text,
  time_zone: text,
  account: z.nullish(z.object({ id, name: text })),
});
export type WireWho = z.infer<typeof wireWho>;

export const wireUser = z.object({ id, name: text, email: text, enabled: flag, default_calendar_id: z.nullish(z.number()) });
export const wireMethods = z.object({
  id,
  notification_methods: z.nullish(z.array(z.object({ id, type: text, is_default_email_address: flag }))),
});
export type WireMethods = z.infer<typeof wireMethods>;
export const wireReminder = z.object({
  id,
  duration: z.nullish(z.number()),
  state: text,
  subject: z.nullish(z.object({ id: z.union([z.string(), id]), type: text })),
});
export type WireReminder = z.infer<typeof wireReminder>;
export const wireCustomField = z.object({
  id,
  name: text,
  parent_type: text,
  field_type: text,
  deleted: flag,
  picklist_options: z.nullish(z.array(z.object({ id, option: text, deleted_at: text }))),
});
export const wireCalendar = z.object({ id, name: text, type: text, permission: text });
export const wireCalendarEntry = z.object({
  // The spec types this one id as text; both are read.
  id: z.union([z.string(), z.number()]),
  etag: text,
  summary: text,
  description: text,
  location: text,
  start_at: text,
  end_at: text,
  all_day: flag,
  recurrence_rule: text,
  parent_calendar_entry_id: z.nullish(z.union([z.string(), id])),
  created_at: text,
  updated_at: text,
  matter: z.nullish(z.object({ id, display_number: text, description: text })),
  calendar_owner: z.nullish(ref),
  attendees: z.nullish(z.array(person)),
  reminders: z.nullish(z.array(z.object({ id, duration: z.nullish(z.number()) }))),
});
export type WireCalendarEntry = z.infer<typeof wireCalendarEntry>;

const meta = z.nullish(z.object({ records: z.nullish(z.number()), paging: z.nullish(z.object({ next: text, previous: text })) }));

/** A delete answers 204 without a body [official spec]. */
export const nothing = z.unknown();

/** `{data}` of one record. */
export const one = <T extends z.ZodMiniType>(shape: T) => z.object({ data: shape });
/** `{data, meta.paging}` of a list. */
export const many = <T extends z.ZodMiniType>(shape: T) => z.object({ data: z.array(shape), meta });
