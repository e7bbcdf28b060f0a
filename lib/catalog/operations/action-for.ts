import * as z from 'zod/mini';
import type { Endpoint, Request } from '../../http/endpoint.ts';
import { AppError } from '../../model/errors.ts';
import { valueAt } from '../../model/value-at.ts';
import type { AnyAction } from '../define.ts';
import type { Operation } from '../operation.ts';
import { endpointOf } from './endpoint-of.ts';
import { toRequest } from './request.ts';
import { type Values, validate } from './validate.ts';

/**
 * What a write queues behind: other writes to the same records, those of the hand-made actions included (`highlevel:contact:ID`). What
 * names no record queues behind its own kind.
 */
function keyOf({ id, system, fields }: Operation, values: Values): string {
  const records = fields.filter((field) => field.entity && field.required && typeof values[field.name] === 'string');
  const first = records.find((field) => field.entity === 'contact') ?? records[0];
  return first ? `${system}:${first.entity}:${values[first.name]}` : id;
}

/** Ids of custom field values are texts on reading (`text_line-123`), numbers by the description of the body: sent as they were read. */
interface Fresh {
  data?: { etag?: string; custom_field_values?: { id: number | string; custom_field?: { id: number } }[] };
}
type Pair = { id?: number | string; custom_field?: { id: number } };

/** Clio's record as it is now, read on the address it will be changed at: its etag, and the rows in which its custom fields stand. */
const lookOf = (endpoint: Endpoint, change: Request): Request => ({
  endpoint: { ...endpoint, id: `${endpoint.id}.look`, method: 'GET', access: 'read', query: ['fields'], answer: z.unknown() },
  params: change.params,
  query: {
    fields: 'custom_field_values' in dataOf(change) ? 'id,etag,custom_field_values{id,custom_field}' : 'id,etag',
  },
});
const dataOf = ({ body }: Request): Record<string, unknown> =>
  (body as { data?: Record<string, unknown> } | undefined)?.data ?? {};

/** Under the etag just read; a custom field that has a value already is changed in its own row, as another row would be a second value. */
function under(request: Request, fresh: Fresh | undefined): Request {
  const { etag, custom_field_values: rows = [] } = fresh?.data ?? {};
  for (const pair of (dataOf(request).custom_field_values ?? []) as Pair[]) {
    const row = rows.find((one) => one.custom_field?.id === pair.custom_field?.id);
    if (!row) continue;
    pair.id = row.id;
    delete pair.custom_field;
  }
  return etag ? { ...request, ifMatch: etag } : request;
}

/**
 * An executable action out of a catalogue row, so that any write can go through the outbox. It can't look for its own work, so what is
 * not safe to send twice is never sent again by itself (`never`): a person decides. Undefined for operations that write nothing
 * themselves, and for those with a core action.
 */
export function actionFor(operation: Operation): AnyAction | undefined {
  const endpoint = endpointOf(operation.endpoint);
  if (operation.kind !== 'action' || operation.core || operation.system === 'local' || !endpoint) return undefined;
  const ask = (given: Values, context: { account: string }): Request => {
    const checked = validate(operation.fields, given);
    if (!checked.ok) throw new AppError('invalid-request', { system: endpoint.system, about: checked.errors[0]?.field });
    return toRequest(operation, checked.values, context) as Request;
  };
  const path = operation.fields.findLast((field) => field.in === 'path' && field.fixed === undefined);
  return {
    id: operation.id,
    system: operation.system,
    resend: operation.resend,
    ...(operation.absentIsDone && { absentIsDone: true }),
    input: z.record(z.string(), z.unknown()).check(z.refine((values) => validate(operation.fields, values).ok)),
    key: (values: Values) => keyOf(operation, values),
    // Clio takes a change under the etag just read, or not at all (412): nobody's change in between is overwritten.
    ...(endpoint.method === 'PATCH' && {
      lookFirst: true,
      look: (values: Values, context: { account: string }) => lookOf(endpoint, ask(values, context)),
    }),
    request: (values: Values, context: { account: string }, fresh?: Fresh) => under(ask(values, context), fresh),
    outcome(values: Values, answer: unknown) {
      const id = (endpoint.found && valueAt(answer, endpoint.found)) ?? (path && values[path.name]) ?? '';
      return { id: String(id), told: [], differs: [] };
    },
  };
}
