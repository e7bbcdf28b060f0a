import * as z from 'zod/mini';
import { CONTACT_FIELDS, type ContactField } from '../model/contact.ts';

/** Shapes that several operations share. Inputs are read back from the disk, so they are checked before use. */
export const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
export const text = z.string().check(z.maxLength(10_000));
export const tags = z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.minLength(1));
const optionalText = z.optional(text);
export const values = z.object(
  Object.fromEntries(CONTACT_FIELDS.map((field) => [field, optionalText])) as Record<ContactField, typeof optionalText>,
);
export const due = z.union([
  z.object({ kind: z.literal('day'), day: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)) }),
  z.object({ kind: z.literal('time'), at: z.string() }),
]);
export const taskValues = z.object({
  title: text,
  body: z.optional(text),
  due: z.optional(due),
  done: z.boolean(),
  assignedTo: z.optional(id),
});
/** What was read may be longer than what we write. */
const long = z.optional(z.string().check(z.maxLength(1_100_000)));
export const someTask = z.partial(taskValues);
export const seenTask = z.extend(someTask, { title: long, body: long });
/** Values of custom fields by the field's id. */
export const customFields = z.record(id, text);
export const lines = z.array(text).check(z.maxLength(100));
const noteText = z.string().check(z.maxLength(100_000));
export const noteValues = z.object({ title: z.optional(text), text: z.optional(noteText), date: z.optional(z.string()) });
export const seenNote = z.extend(noteValues, { title: long, text: long });
const instant = z.string().check(z.refine((at) => !Number.isNaN(Date.parse(at))));
export const appointmentValues = z.object({
  title: z.optional(text),
  startsAt: z.optional(instant),
  endsAt: z.optional(instant),
  status: z.optional(z.enum(['new', 'confirmed', 'cancelled', 'showed', 'noshow', 'invalid'])),
  address: z.optional(text),
});
// Statuses are answered that can't be written: active, completed.
export const seenAppointment = z.extend(appointmentValues, { title: long, status: z.optional(z.string()), address: long });
export const entryValues = z.object({
  title: text,
  startsAt: instant,
  endsAt: instant,
  allDay: z.boolean(),
  location: z.optional(text),
  description: z.optional(text),
  attendees: z.optional(z.array(z.object({ type: z.enum(['Calendar', 'Contact']), id }))),
});
export const someEntry = z.partial(entryValues);
export const seenEntry = z.extend(someEntry, { title: long, location: long, description: long });
/** Before something begins. */
export const minutes = z.int().check(z.refine((many) => many >= 0));
