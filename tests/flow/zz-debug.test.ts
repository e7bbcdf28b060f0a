import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
let world: PromiseWorld;
afterEach(() => world.close());
test('dbg', async () => {
  world = await createPromiseWorld();
  console.log(world.sandbox.ledger.entries({}).filter((e) => e.method !== 'GET' && !/search|token/.test(e.routeId ?? '')).map((e) => `${e.at} ${e.method} ${e.path} ${e.routeId} ${e.status} ${e.fault} ${JSON.stringify(e.body)}`).join('\n'));
  console.log(JSON.stringify(await world.told()));
});
