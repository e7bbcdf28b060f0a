import { describe, expect, it } from 'vitest';
import type { ApiRoute } from '../../sandbox/clio/api-route.ts';
import type { BodyRule, BodyRules } from '../../sandbox/clio/body.ts';
import { CLIO_TOKEN_US as token } from '../../sandbox/clio/credentials.ts';
import { API_ROUTES } from '../../sandbox/clio/index.ts';
import { DESK_ROUTES } from '../../sandbox/clio/routes-desk.ts';
import { shapeOf } from '../../sandbox/clio/shapes.ts';
import { seedWorld } from '../../sandbox/world/seed.ts';
import { smallClio } from '../unit/sandbox-clio-rows.ts';
import { IDS, SAMPLES } from './sandbox-more-clio-calls.ts';
import { answerProblems, type Schema, specHere, specOperation } from './sandbox-more-clio-spec.ts';

if (!specHere) console.info('Skipped: the official Clio API description is not beside the repository');

const seeded = () => smallClio({}, seedWorld(Date.parse('2026-11-21T12:00:00Z')).clio);
const routes = DESK_ROUTES.map((route) => [route.id, route] as const);
const operation = (route: ApiRoute) => specOperation(route.method, route.path);
const address = (route: ApiRoute) => {
  const path = route.path.replace(':id', String(IDS[route.id]));
  return `/api/v4${path.endsWith('.json') ? path : `${path}.json`}`;
};

/** Every field of a kind, with every plain field of its nested records. */
function everything(kind: string): string {
  const { plain, nested } = shapeOf(kind);
  const inner = Object.entries(nested).map(([name, { shape }]) =>
    shape ? `${name}{${Object.keys(shapeOf(shape).plain)}}` : name,
  );
  return [...Object.keys(plain), ...inner].join(',');
}

function drive(route: ApiRoute, query: Record<string, string> = {}) {
  const clio = seeded();
  const sample = SAMPLES[route.id] ?? {};
  sample.before?.(clio);
  const search = new URLSearchParams({ ...sample.query, ...query });
  const body = sample.data ? { data: sample.data } : undefined;
  return { ...clio, reply: clio.call(route.method, `${address(route)}?${search}`, { token, body }) };
}

it('every desk route has an id and an address of its own', () => {
  const all = [...API_ROUTES, ...DESK_ROUTES];
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ method, path }) => `${method} ${path}`)).size).toBe(all.length);
});

describe.skipIf(!specHere)('the desk routes against the official description', () => {
  it.each(routes)('%s exists there', (_, route) => {
    expect(operation(route), `${route.method} ${route.path}`).toBeDefined();
  });

  it.each(routes)('%s accepts no query parameter that Clio has not', (_, route) => {
    const known = operation(route)!
      .parameters.filter((each) => each.in === 'query')
      .map(({ name }) => name);
    expect(route.accepts.filter((name) => !known.includes(name) && name !== 'offset')).toEqual([]);
    const required = operation(route)!.parameters.filter((each) => each.in === 'query' && each.required);
    for (const { name } of required) expect(seeded().call(route.method, address(route), { token }).status, name).toBe(400);
  });

  it.each(routes.filter(([, route]) => route.body))(
    '%s takes no body parameter that Clio has not, and demands what Clio demands',
    (_, route) => {
      const content = operation(route)!.requestBody!.content['application/json']!.schema.properties!.data!;
      expect(differences(route.body!, content, 'data', route.method === 'POST')).toEqual([]);
    },
  );

  it.each(routes)('%s answers every field in the declared type', (_, route) => {
    const good = Object.entries(operation(route)!.responses).find(([status]) => status.startsWith('2'))!;
    const kind = kindOf(good[1]);
    const { reply } = drive(route, kind ? { fields: everything(kind) } : {});
    expect(reply, JSON.stringify(reply.body)).toMatchObject({ status: Number(good[0]) });
    if (!kind) return;
    const { data } = reply.body as { data: unknown };
    const rows = Array.isArray(data) ? data : [data];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap((row) => answerProblems(row, kind))).toEqual([]);
  });
});

const TYPES: Record<BodyRule['kind'], string[]> = {
  ...{ text: ['string'], texts: ['array'], int: ['integer'], number: ['number'], bool: ['boolean'], date: ['string'] },
  ...{ time: ['string'], any: ['string', 'integer', 'object'], object: ['object'], list: ['array'] },
};

function differences(rules: BodyRules, schema: Schema, at: string, creating: boolean): string[] {
  return Object.entries(rules).flatMap(([name, rule]) => {
    const expected = schema.properties?.[name];
    const here = `${at}.${name}`;
    if (!expected) return [`${here} is invented`];
    const wrongType =
      expected.type && !TYPES[rule.kind].includes(expected.type) ? [`${here} is ${rule.kind}, not ${expected.type}`] : [];
    const wrongNeed =
      creating && Boolean(rule.required) !== (schema.required?.includes(name) ?? false) ? [`${here} required`] : [];
    const choices = expected.enum ?? expected.items?.enum;
    const values = (rule.values ?? []).filter((value) => choices && !choices.includes(value)).map((value) => `${here}=${value}`);
    const inner = rule.fields ? differences(rule.fields, expected.items ?? expected, here, creating) : [];
    return [...wrongType, ...wrongNeed, ...values, ...inner];
  });
}

function kindOf(response: { content?: Record<string, { schema: Schema }> }): string | undefined {
  const reference = Object.values(response.content ?? {})[0]?.schema.$ref;
  return reference
    ?.split('/')
    .at(-1)
    ?.replace(/_(List|Show)$/, '');
}

describe('calls to the desk routes', () => {
  it.each(routes)('%s refuses an unknown parameter, a token without the right and one that may read only', (_, route) => {
    const world = seeded();
    const { clio, call } = world;
    const issue = (scopes: string[]) =>
      (clio.control.issueToken!({ region: 'us', scopes }) as { access_token: string }).access_token;
    const sample = SAMPLES[route.id] ?? {};
    sample.before?.(world);
    const body = sample.data ? { data: sample.data } : undefined;
    const query = new URLSearchParams(sample.query);
    const to = (value: string) => call(route.method, `${address(route)}?${query}`, { token: value, body }).status;
    expect(to(issue(['users:read']))).toBe(403);
    if (route.access === 'write') expect(to(issue(route.areas.map((area) => `${area}:read`)))).toBe(403);
    if (route.method === 'DELETE') return;
    query.set('invented', '1');
    expect(call(route.method, `${address(route)}?${query}`, { token, body }).status).toBe(400);
  });

  it.each(routes.filter(([, route]) => route.body))('%s refuses an unknown body parameter and a missing one', (_, route) => {
    const sample = SAMPLES[route.id]!;
    const clio = seeded();
    sample.before?.(clio);
    const send = (data: object) => clio.call(route.method, address(route), { token, body: { data } }).status;
    expect(send({ ...sample.data, invented: 1 })).toBe(400);
    expect(clio.call(route.method, address(route), { token, body: sample.data }).status).toBe(400);
    if (route.method !== 'POST') return;
    for (const [name] of Object.entries(route.body!).filter(([, rule]) => rule.required)) {
      const { [name]: _gone, ...without } = sample.data as Record<string, unknown>;
      expect(send(without), name).toBe(422);
    }
  });
});
