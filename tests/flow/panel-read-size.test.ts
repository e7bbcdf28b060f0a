import { afterEach, beforeEach, expect, test } from 'vitest';
import { multiplyLinks } from '../bench/many-links.ts';
import { countRequests, quietDisk } from '../bench/requests.ts';
import { createMarisolWorld, type MarisolWorld } from './marisol.ts';

let world: MarisolWorld;
beforeEach(async () => {
  world = await createMarisolWorld();
});
afterEach(() => world.close());

test('what the panel reads to paint itself does not grow with the number of people linked', async () => {
  const read = async (links: number) => {
    expect(await multiplyLinks(world.database, world.cast.marisol, links)).toBeGreaterThanOrEqual(links);
    await world.view();
    await quietDisk();
    return countRequests(world.view);
  };
  const few = await read(10);
  expect(few.requests).toBeGreaterThan(5);
  expect(few.results).toBeGreaterThan(5);
  expect(await read(1_500)).toEqual(few);
});
