import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMarisolWorld, type MarisolWorld } from './marisol.ts';
import { pause, rowsOnDisk } from './on-disk.ts';

const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;

let world: MarisolWorld;
beforeEach(async () => {
  world = await createMarisolWorld();
});
afterEach(() => world.close());

test('read while the clock was two days ahead: once it is put right, what is read then counts', async () => {
  const { highlevelId } = world.cast.marisol;
  const shown = async () => {
    const { person } = await world.screen('person');
    return person.fields.find((row) => row.field === 'city')?.highlevel;
  };
  const patchCity = (city: string) => world.sandbox.control('highlevel.patchContact', { id: highlevelId, patch: { city } });
  const start = world.sandbox.clock.now();
  const isReadAhead = async () => {
    const row = (await rowsOnDisk(world, 'records')).find((one) => one.id === highlevelId);
    return row !== undefined && row.readAt > start + TWO_DAYS;
  };
  world.sandbox.clock.advance(TWO_DAYS);
  // What is read unchanged keeps its time.
  patchCity('Burnaby');
  await world.say('panel', 'panel.refresh', { key: world.key });
  await world.until(isReadAhead, 'the reading of the wrong day');
  // A refresh joins one that is still running.
  await pause(400);
  world.sandbox.clock.advance(-TWO_DAYS);
  patchCity('Surrey');
  await world.say('panel', 'panel.refresh', { key: world.key });
  await world.until(async () => (await shown()) === 'Surrey', 'the reading of the right day');
});

test('queued while the clock was two days ahead: sent soon after it is put right, once', async () => {
  world.sandbox.clock.advance(TWO_DAYS);
  world.state.online = false;
  await world.pushTask();
  await pause(100);
  world.sandbox.clock.advance(-TWO_DAYS);
  world.state.online = true;
  await world.wake();
  for (let passed = 0; passed < 20 && !world.pushedTasks().length; passed += 1) {
    await world.advance(30_000);
    await pause(10);
  }
  await world.passUntilSettled();
  expect(world.pushedTasks()).toHaveLength(1);
  expect(world.sends('highlevel.create-task')).toHaveLength(1);
});
