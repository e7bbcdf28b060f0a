// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { HlRoute } from '../../sandbox/highlevel/route.ts';
import { API_ROUTES } from '../../sandbox/highlevel/routes.ts';
import { SALES_ROUTES } from '../../sandbox/highlevel/routes-sales.ts';
import type { Field, Shape } from '../../sandbox/highlevel/validate.ts';
import { listedScopes, mismatches, operationOf, type Schema, schemaNamed, specsAreHere } from './sandbox-highlevel-spec.ts';
import { AISHA, BEYOND, NOW, SAMPLES, seeded, UNSPECIFIED } from './sandbox-more-highlevel-calls.ts';

if (!specsAreHere) console.info('skipped: the official HighLevel files are not at ../shared/specs/highlevel');

const routes = SALES_ROUTES.map((route) => [route.id, route] as const);
const operation = (route: HlRoute) => operationOf(route.spec, route.method, route.path);
const fill = (route: HlRoute, params: Record<string, string> = {}) =>
  route.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? `no-${name}`);

/** Calls a route with its sample. The two that call off need something scheduled first. */
function drive(route: HlRoute) {
  const { ask } = seeded();
  const { params, ...rest } = SAMPLES[route.id] ?? {};
  const version = route.version;
  const body = { contactId: AISHA, message: 'Later', scheduledTimestamp: Math.floor(NOW / 1000) + 3600 };
  if (route.id === 'highlevel.cancel-scheduled-message') {
    const { messageId } = ask('POST', '/conversations/messages', { version, body: { ...body, type: 'SMS' } }).body;
    return ask(route.method, fill(route, { messageId }), { version });
  }
  if (route.id === 'highlevel.cancel-scheduled-email') {
    const { emailMessageId } = ask('POST', '/conversations/messages', { version, body: { ...body, type: 'Email' } }).body;
    return ask(route.method, fill(route, { emailMessageId }), { version });
  }
  return ask(route.method, fill(route, params), { version, ...rest });
}

const TYPES: Record<Field['kind'], string | undefined> = {
  ...{ string: 'string', email: 'string', date: 'string', boolean: 'boolean', number: 'number' },
  ...{ strings: 'array', objects: 'array', object: 'object', any: undefined },
};

/** Where we ask for less than the spec; the reason stands beside the route. */
const LENIENT: Record<string, string[]> = {
  'highlevel.send-message': ['subType', 'status'],
  'highlevel.record-payment': ['card', 'cheque'],
  'highlevel.search-records': ['searchAfter'],
};
/** Bodies that the spec leaves empty. */
const OPEN_BODY = ['highlevel.create-record', 'highlevel.update-record'];

/** Differences between our DTO and the declared one, in words. */
function differences(
  id: string,
  shape: Shape,
  spec: string,
  declared: Record<string, { schema: Schema; required: boolean }>,
): string[] {
  const invented = Object.keys(shape).filter((name) => !declared[name]);
  const wrong = Object.entries(declared).flatMap(([name, { schema, required }]) => {
    const field = shape[name];
    if (!field) return [`${name} is missing`];
    const type = schemaNamed(spec, schema).type;
    const lenient = LENIENT[id]?.includes(name) ?? false;
    return [
      ...(TYPES[field.kind] && type !== TYPES[field.kind] ? [`${name} is ${TYPES[field.kind]}, not ${type}`] : []),
      ...(Boolean(field.required) !== (required && !lenient) ? [`${name} required: ${required}`] : []),
      ...(field.oneOf ?? []).filter((value) => schema.enum && !schema.enum.includes(value)).map((value) => `${name}=${value}`),
      ...(schema.enum && !field.oneOf ? [`${name} has choices`] : []),
    ];
  });
  return [...invented.map((name) => `${name} is invented`), ...wrong];
}

test('every route has a sample, an id of its own and an address of its own', () => {
  const ids = routes.map(([id]) => id);
  expect(Object.keys(SAMPLES).toSorted()).toEqual(ids.toSorted());
  const all = [...API_ROUTES, ...SALES_ROUTES];
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':x')}`)).size).toBe(all.length);
});

describe.skipIf(!specsAreHere)('the sales routes against the official files', () => {
  test.each(routes)('%s exists there with the same version', (id, route) => {
    const found = operation(route);
    expect(found, `${route.method} ${route.path} in ${route.spec}.json`).toBeDefined();
    const version = found?.parameters?.find((each) => each.name === 'Version')?.schema.enum;
    if (id === 'highlevel.cancel-scheduled-email') expect(version).toBeUndefined();
    else expect(version).toEqual([route.version]);
  });

  test.each(routes)('%s asks for the scope and the kind of token named there', (id, route) => {
    const security = operation(route)?.security;
    const scopes = (security ?? []).flatMap((entry) => Object.values(entry).flat());
    const listed = listedScopes().get(`${route.method} ${route.path.replace(/\/$/, '')}`);
    if (route.scope === '') expect([scopes, listed]).toEqual([[], undefined]);
    else if (scopes.length || listed) expect([...scopes, listed]).toContain(route.scope);
    // Nothing names a scope for these; that of their neighbours is taken.
    else expect(id).toMatch(/cancel-scheduled-email|-record$/);
    const kinds = (security ?? []).flatMap((entry) => Object.keys(entry));
    const agency = kinds.some((kind) => kind.startsWith('Agency-Access'));
    // `create-object`: an agency's token in the file, a sub-account's in Scopes.md.
    expect(route.access === 'both').toBe(agency);
  });

  test.each(routes)('%s takes the query parameters declared there and no others', (id, route) => {
    const parameters = operation(route)?.parameters?.filter((each) => each.in === 'query') ?? [];
    const declared = Object.fromEntries(
      parameters.map(({ name, required, schema }) => [name, { schema, required: Boolean(required) }]),
    );
    expect(differences(id, route.query ?? {}, route.spec, declared)).toEqual([]);
  });

  test.each(routes)('%s takes the body declared there and nothing else', (id, route) => {
    const content = operation(route)?.requestBody?.content ?? {};
    if (route.multipart) return expect(Object.keys(content)).toEqual(['multipart/form-data']);
    const schema = Object.values(content)[0] ? schemaNamed(route.spec, Object.values(content)[0]!.schema) : {};
    const { properties = {}, required = [] } = schema;
    const declared = Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [name, { schema: inner, required: required.includes(name) }]),
    );
    if (OPEN_BODY.includes(id)) expect(declared).toEqual({});
    else expect(differences(id, route.body ?? {}, route.spec, declared)).toEqual([]);
  });

  test.each(routes)('%s answers in the declared shape', (id, route) => {
    const { status, body } = drive(route);
    expect(status, JSON.stringify(body)).toBe(route.status ?? 200);
    const responses = operation(route)?.responses ?? {};
    expect(Object.keys(responses)).toContain(String(status));
    const schema = Object.values(responses[status]?.content ?? {})[0]?.schema;
    if (id === 'highlevel.get-recording') return expect(schema).toBeUndefined();
    if (UNSPECIFIED[id]) return expect(Object.keys(body).toSorted()).toEqual(UNSPECIFIED[id]?.toSorted());
    expect(schema).toBeDefined();
    expect(mismatches(route.spec, schema ?? {}, body, BEYOND[id])).toEqual([]);
  });
});

describe('requests to the sales routes', () => {
  test.each(routes)('%s refuses an invented query parameter, another version and a token without the scope', (_, route) => {
    const { ask, control } = seeded();
    const { params, query = {}, ...rest } = SAMPLES[route.id] ?? {};
    const path = fill(route, params);
    const invented = ask(route.method, path, { version: route.version, ...rest, query: { ...query, invented: '1' } });
    expect(invented.status).toBe(422);
    expect(invented.body.message).toContain('property invented should not exist');
    const other = route.version === '2021-07-28' ? '2021-04-15' : '2021-07-28';
    expect(ask(route.method, path, { version: other, ...rest, query }).status).toBe(401);
    expect(ask(route.method, path, { version: route.version, ...rest, query, token: 'pit-none' }).status).toBe(401);
    if (!route.scope) return;
    const { token } = control.issueToken!({ scopes: ['users.readonly'] }) as { token: string };
    const refused = ask(route.method, path, { version: route.version, ...rest, query, token });
    expect([refused.status, refused.body.message]).toEqual([401, 'The token is not authorized for this scope.']);
  });

  test.each(routes.filter(([, route]) => route.body))('%s refuses an invented body property and a missing one', (_, route) => {
    const { params, body, ...rest } = SAMPLES[route.id] ?? {};
    const send = (given: object) =>
      seeded().ask(route.method, fill(route, params), { version: route.version, ...rest, body: given });
    const reply = send({ ...(body as object), invented: 1 });
    expect(reply.status).toBe(422);
    expect(reply.body.message).toContain('property invented should not exist');
    for (const [name] of Object.entries(route.body ?? {}).filter(([, field]) => field.required)) {
      const { [name]: _, ...without } = body as Record<string, unknown>;
      expect(send(without).body.message, name).toContain(`${name} should not be empty`);
    }
  });

  test('the recording is sound, and there is none of a call nobody took', () => {
    const { ask, state } = seeded();
    const missed = state.rows.messages.find((row) => row.call?.duration === 0);
    const route = SALES_ROUTES.find(({ id }) => id === 'highlevel.get-recording')!;
    expect(drive(route)).toMatchObject({ status: 200, body: expect.stringMatching(/^RIFF/) });
    const params = { locationId: missed?.locationId ?? '', messageId: missed?.id ?? '' };
    expect(ask('GET', fill(route, params), { version: route.version }).status).toBe(404);
  });
});
