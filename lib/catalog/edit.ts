import { canEdit, type Write } from '../model/outbox.ts';
import { valueAt } from '../model/value-at.ts';
import { type Field, openFields } from './fields.ts';
import { operationOf } from './operations/index.ts';
import { dueOf, put } from './operations/request.ts';
import { type Problem, type Values, validate } from './operations/validate.ts';

/** Whom or what a write is about: a row keeps it, whatever else is put right. */
const ABOUT = /^(contact|task|note|appointment|calendar-entry|matter)$/;
/** There is nothing to put right in these: the way on is another click. */
const BARE = /\.(delete|complete|reopen|set-dnd|.*-tags)$/;

/** A core action's input is a tree; of the others it is the values by name. */
const placeOf = (op: string, { name, at }: Field): string => (operationOf(op)?.core ? at : name);

/**
 * The fields of a write that a person may put right. Of a change of what is there only those that it writes: of no other was it seen what
 * would be overwritten.
 */
export function editable(op: string, input: unknown): Field[] {
  const { fields = [], core } = operationOf(op) ?? {};
  if (BARE.test(op)) return [];
  const own = openFields(fields).filter((field) => field.in !== 'path' && !ABOUT.test(field.entity ?? ''));
  return core && !op.endsWith('.create') ? own.filter((field) => valueAt(input, placeOf(op, field)) !== undefined) : own;
}

/** May a person put this write right, and is there anything to put right? */
export const mayEdit = (write: Write): boolean => canEdit(write) && editable(write.op, write.body.input).length > 0;

/** What a write says of its editable fields, as a form takes it. */
export const heldValues = (op: string, input: unknown): Values =>
  Object.fromEntries(
    editable(op, input).flatMap((field) => {
      const held = valueAt(input, placeOf(op, field));
      const due = held as { day?: string; at?: string } | undefined;
      return held === undefined ? [] : [[field.name, (field.kind === 'due' && (due?.day ?? due?.at)) || held]];
    }),
  );

export type Edited = { ok: true; input: unknown; before: Values; after: Values } | { ok: false; errors: Problem[] };

/** The input with other values in it, by field name; a blank takes one out. What was not changed is not checked anew. */
export function edited(op: string, input: unknown, values: Values): Edited {
  const fields = editable(op, input).filter(({ name }) => name in values);
  const checked = validate(fields, values);
  if (!checked.ok) return checked;
  const next = structuredClone(input) as Values;
  for (const field of fields) {
    const value = checked.values[field.name];
    put(next, placeOf(op, field), field.kind === 'due' && value ? dueOf(String(value)) : value);
  }
  const held = heldValues(op, input);
  return { ok: true, input: next, before: Object.fromEntries(fields.map(({ name }) => [name, held[name]])), after: values };
}
