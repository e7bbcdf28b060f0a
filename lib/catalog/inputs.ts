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
