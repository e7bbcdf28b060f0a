import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../lib/catalog/operations/catalogue.ts';
import { endpointOf } from '../../lib/catalog/operations/endpoint-of.ts';
import { isCounted } from '../../lib/catalog/operations/index.ts';
import { MORE_CLIO } from '../../lib/clio/endpoints/index.ts';
import { MORE_HIGHLEVEL } from '../../lib/highlevel/endpoints/index.ts';
import { catalogueRows } from '../../scripts/catalog.ts';
import { answerHas, officialOf, rowProblems } from './catalogue-spec.ts';
import { specsHere } from './spec-files.ts';

const counted = CATALOGUE.filter(isCounted);

test('the catalogue is as the golden file shows it', async () => {
  // Lists of one on one line, as the repository's formatter has them.
  const text = JSON.stringify(catalogueRows(), null, 2).replace(/\[\n\s+("[^"]*")\n\s+\]/g, '[$1]');
  await expect(`${text}\n`).toMatchFileSnapshot('catalogue.golden.json');
});

test('and the script prints the same, as JSON or as a table with its counts', () => {
  const print = (...args: string[]) =>
    execFileSync(process.execPath, [join(import.meta.dirname, '../../scripts/catalog.ts'), ...args], { encoding: 'utf8' });
  expect(JSON.parse(print('--json'))).toEqual(catalogueRows());
  expect(print()).toContain(`${counted.length} operations (`);
});

test('at least 126 operations are no presets, need no relay, and have an endpoint of their vendor', () => {
  expect(counted.length).toBeGreaterThanOrEqual(126);
  for (const one of counted) expect([one.id, endpointOf(one.endpoint)?.system]).toEqual([one.id, one.system]);
});

test('no id is there twice, and every preset is a case of a counted operation of its system', () => {
  expect(new Set(CATALOGUE.map((one) => one.id)).size).toBe(CATALOGUE.length);
  for (const one of CATALOGUE.filter(({ presetOf }) => presetOf)) {
    const general = CATALOGUE.find(({ id }) => id === one.presetOf);
    expect([one.id, general && isCounted(general), general?.system]).toEqual([one.id, true, one.system]);
  }
});

test('presets call the endpoint of what they are a case of, and no two others do the same', () => {
  const signs = counted.map((one) => JSON.stringify([one.kind, one.endpoint, one.when, one.fields.map((field) => field.fixed)]));
  expect(signs.filter((sign, at) => signs.indexOf(sign) !== at)).toEqual([]);
  for (const one of CATALOGUE.filter(({ presetOf, kind }) => presetOf && kind !== 'trigger')) {
    const general = CATALOGUE.find(({ id }) => id === one.presetOf);
    expect([one.id, one.endpoint]).toEqual([one.id, general?.endpoint]);
  }
});

test('all sixteen calls of HighLevel’s Contacts page are in', () => {
  const calls = counted.map(({ endpoint }) => endpointOf(endpoint)).map((one) => `${one?.method} ${one?.path}`);
  const task = '/contacts/:contactId/tasks';
  const note = '/contacts/:contactId/notes';
  for (const call of [
    ...['GET /contacts/:contactId', 'GET /contacts/', 'GET /contacts/business/:businessId', 'POST /contacts/'],
    ...['PUT /contacts/:contactId', 'DELETE /contacts/:contactId', 'POST /contacts/:contactId/tags'],
    ...[`GET ${task}`, `GET ${task}/:taskId`, `POST ${task}`, `PUT ${task}/:taskId`, `PUT ${task}/:taskId/completed`],
    ...[`DELETE ${task}/:taskId`, `GET ${note}`, `GET ${note}/:id`, 'GET /contacts/:contactId/appointments'],
    ...[`POST ${note}`, `PUT ${note}/:id`],
  ])
    expect(calls).toContain(call);
  expect(calls.filter((call) => call.includes('/contacts/upsert'))).toEqual([]);
});

describe.skipIf(!specsHere)('by the official descriptions', () => {
  const rows = [...MORE_HIGHLEVEL, ...MORE_CLIO].map((row) => [row.id, row] as const);

  test.each(rows)('%s: method, path, query, version, scope, and where its answer has what it is for', (_, row) => {
    expect(rowProblems(row)).toEqual([]);
    if (row.found) expect(answerHas(row, row.found)).toBe(true);
  });

  test.each(rows.filter(([, row]) => row.method === 'PATCH'))('%s can be read at the same address, for its etag', (_, row) => {
    expect(officialOf({ ...row, method: 'GET' })).toBeDefined();
  });

  test('every endpoint that the catalogue names exists', () => {
    for (const { endpoint } of CATALOGUE) {
      const row = endpointOf(endpoint);
      if (row) expect(officialOf(row)).toBeDefined();
    }
  });
});
