// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { HlRoute } from '../../sandbox/highlevel/route.ts';
import { API_ROUTES } from '../../sandbox/highlevel/routes.ts';
import type { Field, Shape } from '../../sandbox/highlevel/validate.ts';
import { BEYOND, SAMPLES, UNSPECIFIED } from './sandbox-highlevel-calls.ts';
import { A, JOHN, MARY, setUp } from './sandbox-highlevel-rows.ts';
import { listedScopes, mismatches, operationOf, type Schema, schemaNamed, specsAreHere } from './sandbox-highlevel-spec.ts';

if (!specsAreHere) console.info('skipped: the official HighLevel files are not at ../shared/specs/highlevel');

const routes = API_ROUTES.map((route) => [route.id, route] as const);
const operation = (route: HlRoute) => operationOf(route.spec, route.method, route.path);

function drive(route: HlRoute) {
  const { params = {}, ...ask } = SAMPLES[route.id] ?? {};
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? `no-${name}`);
  return setUp({ searchLagMs: 0 }).ask(route.method, path, { version: route.version, ...ask });
}

const TYPES: Record<Field['kind'], string> = {
  string: 'string',
  email: 'string',
  date: 'string',
  boolean: 'boolean',
  number: 'number',
  strings: 'array',
  objects: 'array',
  object: 'object',
  any: 'object',
};

const described = (shape: Shape) =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, `${TYPES[field.kind]}${field.required ? '!' : ''}`]));

const declared = (spec: string, schema: Schema) =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, inner]) => [
      name,
      `${schemaNamed(spec, inner).type}${schema.required?.includes(name) ? '!' : ''}`,
    ]),
  );

test('every route id is unique and has a sample call', () => {
  const ids = routes.map(([id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(SAMPLES).toSorted()).toEqual(ids.toSorted());
});

describe.skipIf(!specsAreHere)('the route table against the official files', () => {
  test.each(routes)('%s exists there with the same version', (_, route) => {
    const found = operation(route);
    expect(found, `${route.method} ${route.path} in ${route.spec}.json`).toBeDefined();
    expect(found?.parameters?.find((each) => each.name === 'Version')?.schema.enum).toEqual([route.version]);
  });

  test.each(routes)('%s asks for the scope and the kind of token named there', (id, route) => {
    const security = operation(route)?.security;
    const scopes = security?.flatMap((entry) => Object.values(entry).flat()) ?? [];
    const listed = listedScopes().get(`${route.method} ${route.path.replace(/\/$/, '')}`);
    // Neither file names a scope for the two bulk calls.
    if (!security && !listed) expect(id).toMatch(/^highlevel\.bulk-/);
    else expect([...scopes, listed]).toContain(route.scope);
    const kinds = security?.flatMap((entry) => Object.keys(entry)) ?? ['bearer'];
    const agency = kinds.some((kind) => kind.startsWith('Agency-Access'));
    const location = kinds.some((kind) => kind === 'bearer' || kind.startsWith('Location-Access'));
    expect(route.access ?? 'location').toBe(agency && location ? 'both' : agency ? 'agency' : 'location');
  });

  test.each(routes)('%s takes the query parameters declared there and no others', (_, route) => {
    const parameters = operation(route)?.parameters?.filter((each) => each.in === 'query') ?? [];
    const wanted = Object.fromEntries(
      parameters.map(({ name, required, schema }) => [name, `${schema.type}${required ? '!' : ''}`]),
    );
    expect(described(route.query ?? {})).toEqual(wanted);
  });

  test.each(routes)('%s takes the body declared there and nothing else', (id, route) => {
    const content = Object.values(operation(route)?.requestBody?.content ?? {})[0];
    const schema = content ? schemaNamed(route.spec, content.schema) : {};
    // The search body is "object" in the spec; its names come from the vendor's search document.
    if (id === 'highlevel.search-contacts') expect(declared(route.spec, schema)).toEqual({});
    else expect(described(route.body ?? {})).toEqual(declared(route.spec, schema));
  });
});

describe('requests', () => {
  test.each(routes)('%s refuses an invented query parameter', (_, route) => {
    const { query = {}, ...rest } = SAMPLES[route.id] ?? {};
    const path = route.path.replace(/:(\w+)/g, (_all, name: string) => rest.params?.[name] ?? '');
    const reply = setUp().ask(route.method, path, { version: route.version, ...rest, query: { ...query, invented: '1' } });
    expect(reply.status).toBe(422);
    expect(reply.body.message).toContain('property invented should not exist');
  });

  test.each(routes.filter(([, route]) => route.body))('%s refuses an invented body property', (_, route) => {
    const { body, ...rest } = SAMPLES[route.id] ?? {};
    const path = route.path.replace(/:(\w+)/g, (_all, name: string) => rest.params?.[name] ?? '');
    const reply = setUp().ask(route.method, path, {
      version: route.version,
      ...rest,
      body: { ...(body as object), invented: 1 },
    });
    expect(reply.status).toBe(422);
    expect(reply.body.message).toContain('property invented should not exist');
  });
});

describe.skipIf(!specsAreHere)('answers', () => {
  test.each(routes)('%s answers in the declared shape', (id, route) => {
    const { status, body } = drive(route);
    expect(status, JSON.stringify(body)).toBe(route.status ?? 200);
    const responses = operation(route)?.responses ?? {};
    expect(Object.keys(responses)).toContain(String(status));
    const schema = Object.values(responses[status]?.content ?? {})[0]?.schema;
    if (UNSPECIFIED[id]) {
      expect(schema).toBeUndefined();
      expect(Object.keys(body).toSorted()).toEqual(UNSPECIFIED[id].toSorted());
    } else {
      expect(schema).toBeDefined();
      expect(mismatches(route.spec, schema ?? {}, body, BEYOND[id])).toEqual([]);
    }
  });

  test('the shape check finds an undeclared field, a wrong type and a missing one', () => {
    const schema: Schema = {
      properties: { id: { type: 'string' }, tags: { type: 'array', items: { type: 'string' } } },
      required: ['id'],
    };
    expect(mismatches('contacts', schema, { tags: [1], extra: 2 })).toEqual([
      '.id is missing',
      '.tags[] is number, not string',
      '.extra is not declared',
    ]);
  });

  test('a row of the task search is a contact’s task with its location', () => {
    const { body } = drive(API_ROUTES.find((route) => route.id === 'highlevel.search-tasks')!);
    const names = ['_id', 'body', 'completed', 'contactId', 'dueDate', 'id', 'locationId', 'title'];
    expect(Object.keys(body.tasks[0]).toSorted()).toEqual(names);
  });

  test('a search row names the address and the e-mails as the vendor’s document does', () => {
    const { body } = setUp().ask('POST', '/contacts/search', { body: { locationId: A, pageLimit: 5 } });
    const [john, mary] = body.contacts;
    expect(john.id).toBe(JOHN);
    expect(mary).toMatchObject({
      id: MARY,
      address: '5 Elm St',
      additionalEmails: ['mary.old@example.com'],
      additionalPhones: [],
    });
    expect(mary).not.toHaveProperty('address1');
  });
});
