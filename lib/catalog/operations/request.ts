import type { Request } from '../../http/endpoint.ts';
import { isoSeconds } from '../../model/days.ts';
import { valueAt } from '../../model/value-at.ts';
import type { Field } from '../fields.ts';
import type { Operation } from '../operation.ts';
import { endpointOf } from './endpoint-of.ts';
import type { Values } from './validate.ts';

/** Puts a value at a dotted place, or at several; numbers in the path make lists. */
export function put(root: Record<string, unknown>, places: string, value: unknown): void {
  for (const place of places.split(',')) putOne(root, place.split('.'), value);
}

function putOne(root: Record<string, unknown>, names: string[], value: unknown): void {
  let at = root;
  names.forEach((name, index) => {
    const next = names[index + 1];
    if (next === undefined) at[name] = value;
    else {
      at[name] ??= /^\d+$/.test(next) ? [] : {};
      at = at[name] as Record<string, unknown>;
    }
  });
}

/** Clio's ids are numbers in bodies, text elsewhere; HighLevel's are text. */
const wireId = (operation: Operation, id: unknown): unknown =>
  operation.system === 'clio' && /^\d+$/.test(String(id)) ? Number(id) : id;

const PAIRS = {
  highlevel: (id: string, value: string) => ({ id, field_value: value }),
  clio: (id: string, value: string) => ({ custom_field: { id: Number(id) }, value }),
};

/** A value as people gave it -> as the vendor wants it in a body. */
function toWire(operation: Operation, field: Field, value: unknown): unknown {
  if (field.kind === 'record') return wireId(operation, value);
  if (field.kind === 'ids') return (value as string[]).map((id) => wireId(operation, id));
  if (field.kind === 'millis') return Date.parse(String(value));
  if (field.kind === 'seconds') return Math.floor(Date.parse(String(value)) / 1000);
  // Without milliseconds: both vendors take that everywhere [api-facts of HighLevel's tasks].
  if (field.kind === 'instant') return isoSeconds(Date.parse(String(value)));
  if (field.kind === 'custom-fields' && operation.system !== 'local') {
    const pair = PAIRS[operation.system];
    return Object.entries(value as Record<string, string>).map(([id, one]) => pair(id, one));
  }
  return value;
}

/** Numbers, yes/no and the empty list of a table are meant as such, the rest as text. */
function fixedValue(fixed: string, account: string): unknown {
  if (fixed === '@account') return account;
  if (fixed === '[]') return [];
  if (fixed === 'true' || fixed === 'false') return fixed === 'true';
  return /^\d+$/.test(fixed) ? Number(fixed) : fixed;
}

const ITEM = /^(.*?\.\d+)\./;

/** Fields with their values: what is fixed, what was filled in, and what belongs to an entry of a list that is there by now. */
function* filledIn(operation: Operation, values: Values, account: string, root: unknown): Generator<[Field, unknown]> {
  const fixed = operation.fields.filter((field) => field.fixed !== undefined);
  const own = (field: Field): [Field, unknown] => [field, fixedValue(field.fixed ?? '', account)];
  for (const field of fixed) if (!ITEM.test(field.at)) yield own(field);
  for (const field of operation.fields) {
    if (field.fixed === undefined && values[field.name] !== undefined) yield [field, values[field.name]];
  }
  for (const field of fixed) {
    const item = ITEM.exec(field.at)?.[1];
    if (item && valueAt(root, item) !== undefined) yield own(field);
  }
}

/**
 * The request of an operation, from values that `validate` let pass. It does no I/O, so it serves a read that is tried at once, a dry run and
 * the outbox. Undefined for operations that call nothing and for those with a core action, which makes its own request (`planOf`).
 */
export function toRequest(operation: Operation, values: Values, context: { account: string }): Request | undefined {
  const endpoint = endpointOf(operation.endpoint);
  if (!endpoint || operation.core || operation.kind === 'trigger') return undefined;
  const params: Record<string, string> = {};
  const query: NonNullable<Request['query']> = {};
  const body: Record<string, unknown> = {};
  for (const [field, value] of filledIn(operation, values, context.account, body)) {
    const wire = field.fixed === undefined ? toWire(operation, field, value) : value;
    if (field.in === 'path') params[field.at] = String(value);
    else if (field.in === 'query') query[field.at] = wire as string;
    else put(body, field.at, wire);
  }
  const hasBody = Object.keys(body).length > 0 || /^P/.test(endpoint.method);
  return {
    endpoint,
    ...(Object.keys(params).length && { params }),
    ...(Object.keys(query).length && { query }),
    ...(hasBody && { body }),
  };
}

/** A core action's `due`, as lib/model/task.ts has it. */
export const dueOf = (value: string) => (value.includes('T') ? { kind: 'time', at: value } : { kind: 'day', day: value });

/**
 * What is put into the outbox for an operation: the action's id and its input. `seen` are the record's values when they were last read, under
 * the names of the action's own input, for actions that refuse to overwrite what nobody has seen.
 */
export function planOf(operation: Operation, values: Values, seen: Values = {}): { op: string; input: Record<string, unknown> } {
  if (!operation.core) return { op: operation.id, input: values };
  const { customFields, ...known } = seen;
  const input: Record<string, unknown> = operation.seen
    ? { values: {}, seen: known, ...(customFields !== undefined && { seenCustomFields: customFields }) }
    : {};
  for (const [field, value] of filledIn(operation, values, '', input))
    put(input, field.at, field.kind === 'due' ? dueOf(String(value)) : value);
  return { op: operation.core, input };
}
