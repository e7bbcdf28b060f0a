import * as z from 'zod/mini';
import { clioId, id, some } from './shapes.ts';

const direction = z.enum(['to-highlevel', 'to-clio', 'both', 'off']);
const policy = z.enum(['clio', 'highlevel', 'newest', 'ask']);
const least = (from: number, to: number) => z.number().check(z.int(), z.minimum(from), z.maximum(to));
const optional = z.optional;

/** A table with string keys of one pattern, `most` entries at most. */
const table = <V extends z.ZodMiniType>(key: z.ZodMiniString, value: V, most: number) =>
  z.record(key, value).check(z.refine((found) => Object.keys(found).length <= most));

const fieldId = z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,64}$/));
const fieldChoice = z.strictObject({
  direction: optional(direction),
  policy: optional(policy),
  refill: optional(z.boolean()),
});
const sides = z.strictObject({ clio: optional(z.number()), highlevel: optional(z.number()) });
const fields = table(fieldId, fieldChoice, 200);
const entity = z.strictObject({ direction, policy, create: z.boolean(), since: optional(sides), fields });

const extraSide = { fieldId: id, options: optional(table(some(64), some(200), 200)), max: optional(least(1, 100_000)) };
/** lib/merge/extras `ExtraField`. */
const extra = z.strictObject({
  id: z.string().check(z.regex(/^x\.[a-z0-9-]{1,40}$/)),
  name: some(100),
  kind: z.enum(['text', 'block', 'place', 'postal-code', 'email', 'phone', 'date', 'country', 'website', 'flag', 'option']),
  clio: z.strictObject(extraSide),
  highlevel: z.union([z.strictObject(extraSide), z.strictObject({ tag: some(100) })]),
  direction: optional(direction),
  policy: optional(policy),
});

const words = { id, yes: some(100), no: optional(some(100)) };
const dnd = z.union([
  z.strictObject({ id, variant: z.literal('checkbox') }),
  z.strictObject({ ...words, variant: z.literal('picklist') }),
  z.strictObject({ ...words, variant: z.literal('text') }),
]);

const allowed = z.strictObject({ notes: optional(z.boolean()), privateTasks: optional(z.boolean()) });

/** `SyncChoice` of lib/model/sync, as the console sends it. */
export const syncChoice = z.strictObject({
  on: z.boolean(),
  since: z.number(),
  mappedAt: optional(z.number()),
  entities: z.strictObject({ contact: entity, task: entity, note: entity, appointment: entity, dnd: entity }),
  pilot: z.strictObject({
    on: z.boolean(),
    people: z.array(clioId).check(z.maxLength(500)),
    perDay: optional(least(0, 100_000)),
  }),
  users: z.array(z.strictObject({ clio: clioId, highlevel: id })).check(z.maxLength(500)),
  assignee: optional(clioId),
  calendars: z.strictObject({ clio: optional(clioId), highlevel: optional(id) }),
  reminderMinutes: optional(least(0, 40_320)),
  dnd: optional(dnd),
  extras: z.array(extra).check(z.maxLength(50)),
  privilege: z.strictObject({
    words: optional(z.array(some(100)).check(z.maxLength(200))),
    matters: table(clioId, allowed, 1000),
  }),
});
