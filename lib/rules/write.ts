import type { Operation } from '../catalog/operation.ts';
import { planOf } from '../catalog/operations/request.ts';
import type { Values } from '../catalog/operations/validate.ts';
import type { Entity } from '../model/change.ts';
import { type Contact, valuesOf } from '../model/contact.ts';
import type { SkipWhy } from '../model/rule.ts';
import type { System } from '../model/subject.ts';

type Row = Record<string, unknown>;

const ENTITIES: Record<string, Entity> = {
  contact: 'contact',
  task: 'task',
  note: 'note',
  appointment: 'appointment',
  entry: 'calendar-entry',
};

/** The stored record that a write is about: what it is changed from. Undefined for what makes something new. */
export function targetOf({ id, fields }: Operation, values: Values): { entity: Entity; id: string } | undefined {
  const entity = ENTITIES[id.split('.')[1] ?? ''];
  const field = fields.find((one) => one.required && one.kind === 'record' && one.entity === entity);
  const record = field && values[field.name];
  return entity && typeof record === 'string' ? { entity, id: record } : undefined;
}

/** The values of a record under the names of a core action's input. */
function heldBy(system: System, entity: Entity, record: unknown): Row {
  const row = record as Row;
  if (entity === 'contact')
    return { ...valuesOf(row as unknown as Contact), tags: row.tags, dnd: row.dnd, customFields: row.customFields };
  if (entity !== 'task') return row;
  const { assigneeId, ...rest } = row;
  return { ...rest, [system === 'clio' ? 'assigneeId' : 'assignedTo']: assigneeId };
}

const plain = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
const dueText = (due: unknown): unknown =>
  (due as { day?: string; at?: string } | undefined)?.day ?? (due as { at?: string } | undefined)?.at;
const lower = (list: unknown): string[] => (Array.isArray(list) ? list.map((one) => String(one).toLowerCase()) : []);

/** Values as they are: the screen has the words for them. */
export interface FieldChange {
  field: string;
  before?: unknown;
  after: unknown;
}
export type Writing =
  | { op: string; input: Row; fields: FieldChange[] }
  | { skipped: Extract<SkipWhy, 'already' | 'nothing' | 'no-record'> };

/** Field by field what would change; fields that stand there already are left out. */
function changes(operation: Operation, values: Values, held: Row | undefined, target: string | undefined) {
  const fields: (FieldChange & { isSame: boolean })[] = [];
  for (const { name, kind, at } of operation.fields) {
    const value = values[name];
    if (value === undefined || value === target) continue;
    const place = at.split('.').at(-1) ?? name;
    const raw = held && (kind === 'due' ? dueText(held[place]) : held[place]);
    const isSame = kind === 'due' ? plain(raw) === plain(value) : plain(raw) === plain(value) && plain(value) !== '';
    fields.push({ field: name, ...(raw !== undefined && { before: raw }), after: value, isSame });
  }
  return fields;
}

/** Is it so already, as far as the stored record tells? */
function isAlready(operation: Operation, values: Values, held: Row): boolean {
  const [, , verb] = operation.id.split('.');
  const tags = lower(held.tags);
  if (verb === 'add-tags') return lower(values.tags).every((tag) => tags.includes(tag));
  if (verb === 'remove-tags') return lower(values.tags).every((tag) => !tags.includes(tag));
  if (verb === 'set-dnd') return held.dnd === values.dnd;
  if (verb === 'complete') return held.done === true;
  if (verb === 'reopen') return held.done === false;
  if (verb === 'cancel') return held.status === 'cancelled';
  return false;
}

/**
 * What goes into the outbox for a planned write: only what differs from the stored record, and with what was seen there, so that nobody's
 * newer value is overwritten. `record`: the stored record of `targetOf`, if there is one. Pure.
 */
export function writing(operation: Operation, values: Values, record: unknown): Writing {
  const target = targetOf(operation, values);
  const held = target && record ? heldBy(operation.system as System, target.entity, record) : undefined;
  const fields = changes(operation, values, held, target?.id);
  const told = fields.map(({ isSame: _, ...one }) => one);
  if (!operation.seen) {
    if (held && isAlready(operation, values, held)) return { skipped: 'already' };
    return { ...planOf(operation, values), fields: told };
  }
  // Nobody has seen what would be overwritten.
  if (!held) return { skipped: 'no-record' };
  const fixed = operation.fields.some((field) => field.fixed !== undefined);
  if (!fields.length && !fixed) return { skipped: 'nothing' };
  if (isAlready(operation, values, held) || (!fixed && fields.every(({ isSame }) => isSame))) return { skipped: 'already' };
  const same = fields.filter(({ isSame }) => isSame).map(({ field }) => field);
  // What is demanded goes along: a task's contact is no change, and without it the task is not found.
  const isNeeded = (name: string) => operation.fields.some((one) => one.name === name && one.required);
  const left = Object.fromEntries(Object.entries(values).filter(([name]) => isNeeded(name) || !same.includes(name)));
  return { ...planOf(operation, left, held), fields: told.filter(({ field }) => !same.includes(field)) };
}
