import type { AnyAction, Context } from '../catalog/define.ts';
import { actionOf } from '../catalog/index.ts';
import type { Operation } from '../catalog/operation.ts';
import { operationOf } from '../catalog/operations/index.ts';
import { planOf, toRequest } from '../catalog/operations/request.ts';
import { type Values, validate } from '../catalog/operations/validate.ts';
import type { Client } from '../http/client.ts';
import type { Request } from '../http/endpoint.ts';
import { urlOf } from '../http/url.ts';
import type { Payload } from '../messages/protocol.ts';
import type { Handlers } from '../messages/serve.ts';
import type { CallView, DryView, TryView } from '../model/catalogue-view.ts';
import type { Connection } from '../model/connection.ts';
import { AppError } from '../model/errors.ts';
import { targetOf, writing } from '../rules/write.ts';
import type { Reader } from '../store/read.ts';
import { recordKey } from '../store/rows.ts';

export interface CatalogueParts {
  connectionOf: (id: string) => Promise<Connection | undefined>;
  client: Client;
  reader: Reader;
  now: () => number;
  context: (connection: Connection) => Context;
}

/** Entries of a list that are shown; a screen needs no more, and a message has to carry it. */
const MOST = 100;

function shortened(value: unknown, cut: { any: boolean }): unknown {
  if (Array.isArray(value)) {
    if (value.length > MOST) cut.any = true;
    return value.slice(0, MOST).map((one) => shortened(one, cut));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shortened(one, cut)]));
}

/** As lib/http/send.ts sends it, without the token. */
const callOf = (connection: Connection, request: Request): CallView => ({
  method: request.endpoint.method,
  url: urlOf(connection, request),
  headers: {
    accept: 'application/json',
    authorization: 'Bearer …',
    ...(request.body !== undefined && { 'content-type': 'application/json' }),
    ...(request.endpoint.version && { version: request.endpoint.version }),
    ...(request.ifMatch && { 'if-match': request.ifMatch }),
  },
  ...(request.body !== undefined && { body: request.body }),
});

interface Asked {
  operation: Operation;
  values: Values;
  connection: Connection;
}

/** The operation, its values checked, and a connection of its system. */
async function askedOf(parts: CatalogueParts, { id, values, connection: account }: Payload<'operation.try'>): Promise<Asked> {
  const [operation, connection] = [operationOf(id), await parts.connectionOf(account)];
  if (!operation) throw new AppError('invalid-request', { about: id });
  if (connection?.system !== operation.system) throw new AppError('not-connected');
  const checked = validate(operation.fields, values);
  if (!checked.ok) throw new AppError('invalid-request', { system: connection.system, about: checked.errors[0]?.field });
  return { operation, values: checked.values, connection };
}

async function tryOut(parts: CatalogueParts, payload: Payload<'operation.try'>): Promise<TryView> {
  const { operation, values, connection } = await askedOf(parts, payload);
  const request = toRequest(operation, values, connection);
  // The endpoint says what it is, not the operation's kind: nothing that writes may pass here.
  if (request?.endpoint.access !== 'read') throw new AppError('not-allowed', { system: connection.system, about: operation.id });
  const from = parts.now();
  const { data, status } = await parts.client.call(connection, request, { priority: 'interactive' });
  const cut = { any: false };
  const shown = shortened(data, cut);
  return { call: callOf(connection, request), status, ms: parts.now() - from, data: shown, cut: cut.any };
}

/** What would go into the outbox, from the stored record; where that is not known, the call is shown all the same. */
async function writeOf({ reader }: CatalogueParts, { operation, values, connection }: Asked) {
  const target = targetOf(operation, values);
  const record = target && (await reader.record(recordKey(connection.system, connection.account, target.entity, target.id)));
  const made = writing(operation, values, record);
  if (!('skipped' in made) || made.skipped !== 'no-record') return made;
  const fields = Object.entries(values).map(([field, value]) => ({ field, after: value }));
  return { ...planOf(operation, values), fields: fields.filter(({ after }) => after !== target?.id) };
}

async function dry(parts: CatalogueParts, payload: Payload<'operation.dry'>): Promise<DryView> {
  const asked = await askedOf(parts, payload);
  const { operation, connection } = asked;
  if (operation.kind !== 'action') throw new AppError('not-allowed', { system: connection.system, about: operation.id });
  const made = await writeOf(parts, asked);
  if ('skipped' in made) return { fields: [], skipped: made.skipped };
  const action = actionOf(made.op) as AnyAction;
  // A form in which every field may stay empty, left empty.
  if (!action.input.safeParse(made.input).success) throw new AppError('invalid-request', { system: connection.system });
  const context = parts.context(connection);
  const look = action.lookFirst ? action.look?.(made.input, context) : undefined;
  const fresh = look && (await parts.client.call(connection, look, { priority: 'interactive' })).data;
  const call = callOf(connection, action.request(made.input, context, fresh));
  return { call, ...(look && { first: callOf(connection, look) }), fields: made.fields };
}

/** Trying out operations: reads at once, writes as a picture of the call. */
export const catalogueHandlers = (parts: CatalogueParts): Pick<Handlers, 'operation.try' | 'operation.dry'> => ({
  'operation.try': (payload) => tryOut(parts, payload),
  'operation.dry': (payload) => dry(parts, payload),
});
