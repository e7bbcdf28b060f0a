import type { Endpoint, Request } from '../../lib/http/endpoint.ts';
import { answerSchema, bodySchema, breaks, type Found, operationOf, type Schema, whole } from './spec-files.ts';

/** The client lets no dot into a part of a path, so the prefix of custom objects' keys stands in ours. */
export const officialPath = (path: string): string => path.replace('custom_objects.:schemaKey', ':schemaKey');

export function officialOf(endpoint: Pick<Endpoint, 'system' | 'method' | 'path'>): Found {
  const found = operationOf({ ...endpoint, path: officialPath(endpoint.path) });
  if (!found) throw new Error(`${endpoint.method} ${endpoint.path} is in no official spec`);
  return found;
}

const parameters = ({ operation }: Found, place: string) => operation.parameters?.filter((one) => one.in === place) ?? [];

/** Where an endpoint row says other than the official description. What that leaves open is not checked. */
export function rowProblems(row: Endpoint): string[] {
  const found = officialOf(row);
  const queries = parameters(found, 'query').map((one) => one.name);
  const versions = parameters(found, 'header').find((one) => one.name === 'Version')?.schema?.enum;
  const scopes = (found.operation.security ?? []).flatMap((one) => Object.values(one).flat());
  return [
    ...(row.query ?? []).filter((name) => !queries.includes(name)).map((name) => `query ${name}`),
    ...(versions && !versions.includes(row.version) ? [`version ${row.version}`] : []),
    ...(row.system === 'highlevel' && scopes.length && !scopes.includes(row.scope) ? [`scope ${row.scope}`] : []),
  ];
}

/**
 * What the descriptions demand and the vendors, by their own examples, do not: notes of one parent with both parents; a text's delivery
 * status and a subtype; a card and a cheque for each payment; the last row of a page that comes first.
 */
const MISTAKEN: Record<string, string[]> = {
  'clio.note.create': ['body.data.contact is missing', 'body.data.matter is missing'],
  'highlevel.message.send': ['body.subType is missing', 'body.status is missing'],
  'highlevel.invoice.record-payment': ['body.card is missing', 'body.cheque is missing'],
  'highlevel.record.search': ['body.searchAfter is missing'],
};
/** Bodies that are described as empty objects, which says nothing of them. */
const UNDESCRIBED = ['highlevel.record.create', 'highlevel.record.update', 'highlevel.contact.search'];

/** What a request lacks or has too much of, by the official description. */
export function requestProblems({ endpoint, query = {}, body }: Request): string[] {
  const found = officialOf(endpoint);
  const missing = parameters(found, 'query')
    .filter((one) => one.required && query[one.name] === undefined)
    .map((one) => `query ${one.name} is missing`);
  return [...missing, ...wrongFields(found, String(query.fields ?? '')), ...bodyProblems(found, endpoint.id, body)];
}

function bodyProblems(found: Found, id: string, body: unknown): string[] {
  const schema = bodySchema(found);
  if (!schema || UNDESCRIBED.includes(id)) return [];
  return breaks(found.spec, withoutDates(schema), body ?? {}).filter(
    (one) => !MISTAKEN[id]?.includes(one) && !VALUE_ID.test(one),
  );
}
/** A number in the body by the description, a text (`text_line-123`) in the answers that it has to be taken from. */
const VALUE_ID = /custom_field_values\.\d+\.id is a string/;

/** `dateOfBirth` is typed "object" by mistake: its own example and list of formats are texts. */
function withoutDates(schema: Schema): Schema {
  return schema.properties?.dateOfBirth
    ? { ...schema, properties: { ...schema.properties, dateOfBirth: { type: 'string' } } }
    : schema;
}

/** `id,client{id,name}` -> names that Clio's record or its nested record has not. */
function wrongFields(found: Found, fields: string): string[] {
  const data = answerSchema(found)?.properties?.data;
  const record = data && whole(found.spec, data.type === 'array' ? (data.items ?? {}) : data);
  return [...fields.matchAll(/(\w+)(?:\{([^}]*)\})?/g)].flatMap(([, name = '', inner]) => {
    const schema = record?.properties?.[name];
    if (!schema) return [`field ${name}`];
    const nested = whole(found.spec, schema.type === 'array' ? (schema.items ?? {}) : schema).properties ?? {};
    return (inner?.split(',') ?? []).filter((one) => !nested[one]).map((one) => `field ${name}{${one}}`);
  });
}

/** Whether the official description of the answer has the place at which we look for what was found; it may describe none. */
export function answerHas(endpoint: Endpoint, place: string): boolean {
  const found = officialOf(endpoint);
  let schema = answerSchema(found);
  if (!schema?.properties) return true;
  for (const name of place.split('.')) {
    const next: Schema | undefined = schema?.properties?.[name];
    schema = next && whole(found.spec, next);
  }
  return schema !== undefined;
}
