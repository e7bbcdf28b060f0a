import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ApiRoute } from '../../sandbox/clio/api-route.ts';
import type { BodyRules } from '../../sandbox/clio/body.ts';
import { CLIO_TOKEN_US as token } from '../../sandbox/clio/credentials.ts';
import { API_ROUTES } from '../../sandbox/clio/index.ts';
import { SHAPES, shapeOf } from '../../sandbox/clio/shapes.ts';
import { seedWorld } from '../../sandbox/world/seed.ts';
import { smallClio } from '../unit/sandbox-clio-rows.ts';

/** The Clio stand-in against the official API description: nothing invented, nothing of another type. */
const FILE = join(import.meta.dirname, '../../../shared/specs/clio/openapi.json');
const present = existsSync(FILE);
if (!present) console.info(`Skipped: the official Clio API description is not at ${FILE}`);

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: string[];
  items?: Schema;
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
}
interface Operation {
  parameters: { in: string; name: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
interface Spec {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}
const spec: Spec = present ? JSON.parse(readFileSync(FILE, 'utf8')) : { paths: {}, components: { schemas: {} } };

const specPath = (route: ApiRoute) => {
  const path = route.path.replace(/:(\w+)/g, '{$1}');
  return path.endsWith('.json') ? path : `${path}.json`;
};
const operation = (route: ApiRoute) => spec.paths[specPath(route)]?.[route.method.toLowerCase()];

function flat(schema: Schema): Schema {
  if (schema.$ref) return flat(spec.components.schemas[schema.$ref.split('/').at(-1)!]!);
  if (!schema.allOf) return schema;
  const parts = schema.allOf.map(flat);
  return { type: 'object', properties: Object.assign({}, ...parts.map(({ properties }) => properties)) };
}

// In Clio's paging documentation, in no operation of the description.
const DOCUMENTED_ELSEWHERE = ['offset'];

/** The description contradicts itself: phones are written as Mobile, Home, … and read as Work, Personal, Other. */
const PHONE_NAME = /(phone_numbers|PhoneNumber)\.name$/;
const WRITTEN_PHONE_NAMES = ['Work', 'Home', 'Mobile', 'Fax', 'Pager', 'Skype', 'Other'];

/** Problems of a value against a schema. Null passes: the description marks nothing nullable, answers have nulls (Clio's own samples). */
function problems(value: unknown, given: Schema, at: string): string[] {
  const schema = flat(given);
  if (value === null) return [];
  const written = PHONE_NAME.test(at) && WRITTEN_PHONE_NAMES.includes(value as string);
  if (schema.enum && !schema.enum.includes(value as string) && !written) {
    return [`${at}: ${value} is not one of ${schema.enum}`];
  }
  if (schema.type === 'array') {
    if (!Array.isArray(value)) return [`${at}: not a list`];
    return value.flatMap((item) => problems(item, schema.items!, at));
  }
  if (schema.properties) {
    if (typeof value !== 'object') return [`${at}: not an object`];
    return Object.entries(value as object).flatMap(([name, inner]) => {
      const expected = schema.properties![name];
      return expected ? problems(inner, expected, `${at}.${name}`) : [`${at}.${name} is not declared`];
    });
  }
  return plainProblem(value, schema) ? [`${at}: ${JSON.stringify(value)} is not ${schema.type} ${schema.format ?? ''}`] : [];
}

function plainProblem(value: unknown, { type, format }: Schema): boolean {
  if (type === 'integer') return !Number.isInteger(value);
  if (type === 'number') return typeof value !== 'number';
  if (type === 'boolean') return typeof value !== 'boolean';
  if (type === 'string' && typeof value !== 'string') return true;
  if (format === 'date') return !/^\d{4}-\d{2}-\d{2}$/.test(value as string);
  if (format === 'date-time') return !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/.test(value as string);
  return false;
}

/** Every field that a kind of record has, with every plain field of its nested records. */
function everything(kind: string): string {
  const shape = shapeOf(kind);
  const nested = Object.entries(shape.nested).map(([name, { shape: inner }]) =>
    inner ? `${name}{${Object.keys(shapeOf(inner).plain)}}` : name,
  );
  return [...Object.keys(shape.plain), ...nested].join(',');
}

function kindOf(route: ApiRoute): string {
  const good = Object.entries(operation(route)!.responses).find(([status]) => status.startsWith('2'))![1];
  const envelope = flat(Object.values(good.content!)[0]!.schema);
  const data = envelope.properties!.data!;
  return (data.items ?? data).$ref!.split('/').at(-1)!;
}

const IDS: Record<string, number> = {
  ...{ users: 11, contacts: 101, matters: 301, relationships: 401, tasks: 601, notes: 801, calendar_entries: 901 },
  ...{ reminders: 961, calendars: 951, custom_fields: 701, contact_id: 101, matter_id: 301 },
};
function address(route: ApiRoute): string {
  const kind = route.path.split('/')[1]!;
  const filled = route.path.replace(/:(\w+)/g, (_, name) => String(name === 'id' ? IDS[kind] : IDS[name]));
  return `/api/v4${filled.endsWith('.json') ? filled : `${filled}.json`}`;
}

describe.skipIf(!present)('the Clio stand-in and the official description', () => {
  it('has no route that Clio has not', () => {
    expect(API_ROUTES.filter((route) => !operation(route)).map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    expect(API_ROUTES.length).toBeGreaterThan(30);
  });

  it.each(API_ROUTES.map((route) => [route.id, route] as const))(
    '%s accepts no query parameter that Clio has not',
    (_, route) => {
      const known = operation(route)!
        .parameters.filter((parameter) => parameter.in === 'query')
        .map(({ name }) => name);
      expect(route.accepts.filter((name) => !known.includes(name) && !DOCUMENTED_ELSEWHERE.includes(name))).toEqual([]);
    },
  );

  const writes = API_ROUTES.filter((route) => route.body);
  it.each(writes.map((route) => [route.id, route] as const))(
    '%s accepts no body parameter that Clio has not, nor other values',
    (_, route) => {
      const content = operation(route)!.requestBody!.content['application/json']!.schema.properties!.data!;
      const compare = (rules: BodyRules, schema: Schema, at: string): string[] =>
        Object.entries(rules).flatMap(([name, rule]) => {
          const expected = schema.properties?.[name];
          if (!expected) return [`${at}.${name}`];
          const extra = (rule.values ?? []).filter((value) => expected.enum && !expected.enum.includes(value));
          const inner = rule.fields ? compare(rule.fields, expected.items ?? expected, `${at}.${name}`) : [];
          return [...inner, ...extra.map((value) => `${at}.${name}=${value}`)];
        });
      expect(writes.length).toBeGreaterThanOrEqual(10);
      expect(compare(route.body!, content, 'data')).toEqual([]);
    },
  );

  const kinds = Object.keys(SHAPES).filter((kind) => kind !== 'Participant');
  it.each(kinds)('%s has exactly the fields of the official schema', (kind) => {
    const schema = spec.components.schemas[kind] ?? spec.components.schemas[`${kind}_base`]!;
    const ours = [...Object.keys(shapeOf(kind).plain), ...Object.keys(shapeOf(kind).nested)];
    const theirs = Object.keys(flat(schema).properties!).filter((name) => name !== '_destroy');
    expect(ours.sort()).toEqual(theirs.sort());
  });

  const reads = API_ROUTES.filter((route) => route.method === 'GET');
  it.each(reads.map((route) => [route.id, route] as const))('%s answers every field in the declared type', (_, route) => {
    const { call } = smallClio();
    const kind = kindOf(route);
    const query = new URLSearchParams({ fields: everything(kind) });
    if (route.id === 'clio.notes.list') query.set('type', 'Contact');
    const reply = call('GET', `${address(route)}?${query}`, { token });
    expect(reply).toMatchObject({ status: 200 });
    const { data } = reply.body as { data: unknown };
    const rows = Array.isArray(data) ? data : [data];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap((row) => problems(row, { $ref: `#/components/schemas/${kind}` }, kind))).toEqual([]);
  });

  const lists = reads.filter((route) => route.id.endsWith('.list'));
  it.each(lists.map((route) => [route.id, route] as const))(
    '%s answers the whole seed world in the declared types',
    (_, route) => {
      const { call } = smallClio({}, seedWorld(Date.parse('2026-11-21T12:00:00Z')).clio);
      const kind = kindOf(route);
      for (const type of route.id === 'clio.notes.list' ? ['Contact', 'Matter'] : [undefined]) {
        const query = new URLSearchParams({ fields: everything(kind), ...(type ? { type } : {}) });
        const { data } = call('GET', `${address(route)}?${query}`, { token }).body as { data: unknown[] };
        expect(data.length).toBeGreaterThan(0);
        expect(data.flatMap((row) => problems(row, { $ref: `#/components/schemas/${kind}` }, kind))).toEqual([]);
      }
    },
  );

  it('answers refusals in the declared error shape', () => {
    const { call } = smallClio();
    for (const reply of [call('GET', '/api/v4/contacts/9.json', { token }), call('GET', '/api/v4/notes.json', { token })]) {
      expect(problems(reply.body, { $ref: '#/components/schemas/Error' }, 'Error')).toEqual([]);
    }
  });
});
