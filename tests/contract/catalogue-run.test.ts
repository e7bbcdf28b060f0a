import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../lib/catalog/operations/catalogue.ts';
import { endpointOf } from '../../lib/catalog/operations/endpoint-of.ts';
import { operationOf } from '../../lib/catalog/operations/index.ts';
import { valueAt } from '../../lib/model/value-at.ts';
import { CLIO_EXAMPLES } from './catalogue-examples-clio.ts';
import { HIGHLEVEL_EXAMPLES } from './catalogue-examples-highlevel.ts';
import { catalogueSandbox } from './catalogue-run.ts';
import { requestProblems } from './catalogue-spec.ts';
import { specsHere } from './spec-files.ts';

const EXAMPLES = { ...CLIO_EXAMPLES, ...HIGHLEVEL_EXAMPLES };
let scene: Awaited<ReturnType<typeof catalogueSandbox>>;
beforeEach(async () => {
  scene = await catalogueSandbox();
});
afterEach(() => scene.close());

test('every operation that calls somebody has an example, and no example is of none', () => {
  const calling = CATALOGUE.filter((one) => one.kind !== 'trigger' && one.system !== 'local').map((one) => one.id);
  expect(Object.keys(EXAMPLES).sort()).toEqual(calling.sort());
});

describe('run against the sandbox', () => {
  test.each(Object.entries(EXAMPLES))('%s is accepted and its answer fits', async (id, example) => {
    const operation = operationOf(id);
    const { request, answer, id: made } = await scene.run(id, example);
    const named = endpointOf(operation?.endpoint);
    expect(`${request.endpoint.method} ${request.endpoint.path}`).toBe(`${named?.method} ${named?.path}`);
    if (specsHere) expect(requestProblems(request)).toEqual([]);
    if (named?.found) expect(valueAt(answer, named.found)).toBeDefined();
    if (operation?.kind === 'action') expect(made).toEqual(expect.any(String));
    const last = scene.sandbox.ledger.entries({}).at(-1);
    expect([last?.method, (last?.status ?? 500) < 300, last?.committed ?? true]).toEqual([named?.method, true, true]);
  });
});
