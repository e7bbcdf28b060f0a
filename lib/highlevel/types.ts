import * as z from 'zod/mini';

/**
 * Wire shapes of HighLevel API 2.0 [official spec files]. Tolerant on purpose: every property but the id may be missing or null
 * (the spec marks hardly anything required), unknown ones are dropped. Compared values are strict about their kind,
 * so that a changed API becomes `bad-answer` rather than a "missing" value that gets overwritten.
 */
const text = z.nullish(z.string());
const flag = z.nullish(z.boolean());
const texts = z.nullish(z.array(z.string()));
/** A value that decides nothing: of the wrong kind it is dropped. */
const loose = z.catch(z.nullish(z.string()), undefined);
/** Times: ISO text by the spec, milliseconds since 1970 in some live answers of the search. */
const time = z.catch(z.nullish(z.union([z.string(), z.number()])), undefined);

const custom = z.catch(z.nullish(z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])), undefined);

export const wireContact = z.object({
  id: z.string(),
  locationId: text,
  name: text,
  contactName: loose,
  firstName: text,
  lastName: text,
  // The search answers these only, in lower case [issue 10 of the vendor's API docs].
  firstNameLowerCase: text,
  lastNameLowerCase: text,
  email: text,
  phone: text,
  companyName: text,
  // The search says `address`, the contact says `address1`.
  address: loose,
  address1: text,
  city: text,
  state: text,
  country: text,
  postalCode: text,
  website: text,
  dateOfBirth: time,
  dnd: flag,
  tags: texts,
  assignedTo: text,
  // `value` [spec]; update answers have been seen with `field_value`. Anything but texts, numbers, flags and lists of texts is dropped.
  customFields: z.catch(z.nullish(z.array(z.object({ id: z.string(), value: custom, field_value: custom }))), undefined),
  // Lists of texts [doc]; objects such as `{email}` have been reported: read both.
  additionalEmails: z.catch(z.nullish(z.array(z.union([z.string(), z.object({ email: z.string() })]))), undefined),
  additionalPhones: z.catch(z.nullish(z.array(z.union([z.string(), z.object({ phone: z.string() })]))), undefined),
  dateAdded: time,
  dateUpdated: time,
  searchAfter: z.catch(z.nullish(z.array(z.union([z.string(), z.number(), z.null()]))), undefined),
});
export type WireContact = z.infer<typeof wireContact>;

export const wireTask = z.object({
  id: z.string(),
  title: text,
  body: text,
  dueDate: time,
  completed: flag,
  assignedTo: text,
  contactId: text,
});
export type WireTask = z.infer<typeof wireTask>;

export const wireNote = z.object({
  id: z.string(),
  title: text,
  body: text,
  userId: text,
  contactId: text,
  dateAdded: time,
  pinned: flag,
});
export type WireNote = z.infer<typeof wireNote>;

export const wireAppointment = z.object({
  id: z.string(),
  calendarId: text,
  contactId: text,
  title: text,
  status: loose,
  appointmentStatus: loose,
  // The spec misspells it once as `appoinmentStatus` in calendars.json; both are read.
  appoinmentStatus: loose,
  assignedUserId: loose,
  notes: loose,
  startTime: time,
  endTime: time,
  address: loose,
  isRecurring: z.catch(flag, undefined),
  masterEventId: loose,
  dateAdded: time,
  dateUpdated: time,
});
export type WireAppointment = z.infer<typeof wireAppointment>;

export const wireUser = z.object({ id: z.string(), name: text, firstName: text, lastName: text, email: text, deleted: flag });
export type WireUser = z.infer<typeof wireUser>;

export const wireLocation = z.object({
  id: z.string(),
  name: text,
  companyId: loose,
  country: text,
  timezone: text,
  email: loose,
  business: z.catch(z.nullish(z.object({ name: text, country: text, timezone: text })), undefined),
});
export type WireLocation = z.infer<typeof wireLocation>;

export const wireTag = z.object({ id: loose, name: z.string() });
export const wireCalendar = z.object({ id: z.string(), name: z.string(), isActive: flag });
export const wireCustomField = z.object({ id: z.string(), name: text, fieldKey: text, dataType: text, picklistOptions: texts });

export const answers = {
  contact: z.object({ contact: wireContact }),
  /** The duplicate search's answer is not in the spec: `{contact: null}` or a contact [belief]. */
  maybeContact: z.object({ contact: z.nullish(wireContact) }),
  contacts: z.object({ contacts: z.array(wireContact), total: z.nullish(z.number()) }),
  task: z.object({ task: wireTask }),
  tasks: z.object({ tasks: z.array(wireTask) }),
  /** Rows of the location-wide search have `_id` instead of `id` in live answers [belief]; the spec leaves them open. */
  foundTasks: z.object({
    tasks: z.array(
      z.extend(z.partial(wireTask), { _id: loose, contactDetails: z.catch(z.nullish(z.object({ id: text })), undefined) }),
    ),
  }),
  note: z.object({ note: wireNote }),
  notes: z.object({ notes: z.array(wireNote) }),
  appointments: z.object({ events: z.array(wireAppointment) }),
  event: z.object({ event: wireAppointment }),
  /** Booking and changing answer the appointment itself, without a wrapper [official spec]. */
  booked: wireAppointment,
  location: z.object({ location: wireLocation }),
  tags: z.object({ tags: z.array(wireTag) }),
  /** After adding or removing: all tags of the contact. */
  contactTags: z.object({ tags: texts }),
  customFields: z.object({ customFields: z.array(wireCustomField) }),
  users: z.object({ users: z.array(wireUser) }),
  calendars: z.object({ calendars: z.array(wireCalendar) }),
  /** `succeded` [sic] by the spec, `succeeded` in the next version. */
  removed: z.object({ succeded: flag, succeeded: flag }),
};
