import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());
const DAY = 24 * 60 * 60_000;
/** Longer than what can be read again is kept; the browser is closed meanwhile. */
const aSeason = async () => {
  world.sandbox.clock.advance(95 * DAY);
  await world.kill();
};

test('“not the same person” holds after a season: they are offered, and never linked again by themselves', async () => {
  world = await createPromiseWorld();
  await world.say('console', 'people.act', { act: 'unlink', links: [world.linked.key] });
  await world.switchOff();
  await world.closeTab();
  await aSeason();
  await world.pass(3);
  await world.open({ kind: 'contact', id: String(world.ruth.clioId) });
  const screen = await world.screen('choose');
  expect(screen.kind).toBe('choose');
  expect(await world.reader.link(world.linked.key)).toBeUndefined();
});

test('a HighLevel task made after a season still counts as new', async () => {
  world = await createPromiseWorld();
  await aSeason();
  const task = { title: 'Ask for her passport', dueDate: `${world.day(3)}T20:00:00Z`, completed: false };
  world.addHighLevel(`/contacts/${world.ruth.highlevelId}/tasks`, task);
  // She has several open matters.
  await comes(
    world,
    async () => (await world.asks()).some(({ kind, body }) => kind === 'where' && body.label === task.title),
    60,
  );
});
