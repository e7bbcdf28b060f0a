import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());
const DAY = 24 * 60 * 60_000;

// Clio's zone is its user's; HighLevel's the location's.
test.each([
  ['America/New_York', '-08:00', '-05:00'],
  ['America/Los_Angeles', '-05:00', '-08:00'],
  ['America/Los_Angeles', '+00:00', '-08:00'],
  ['Europe/London', '+11:00', '+00:00'],
])('a whole day stays that one day at a location in %s, from a Clio at %s', async (timeZone, offset, there) => {
  world = await createPromiseWorld();
  await world.connections.patch(world.location.id, { timeZone });
  const own = { id: world.ruth.clioId, type: 'Contact' };
  world.office.clio('POST', '/calendar_entries.json', {
    data: {
      ...{ summary: 'Trial', all_day: true, attendees: [own], calendar_owner: { id: Number(world.choice.calendars.clio) } },
      ...{ start_at: `${world.day(5)}T00:00:00${offset}`, end_at: `${world.day(6)}T00:00:00${offset}` },
    },
  });
  const visit = () => world.visits().find(({ title }) => title === 'Trial');
  await comes(world, visit);
  expect(Date.parse(visit()!.startTime)).toBe(Date.parse(`${world.day(5)}T00:00:00${there}`));
  expect(Date.parse(visit()!.endTime) - Date.parse(visit()!.startTime)).toBe(DAY);
  const { writes, open } = await world.restsFor(10);
  expect([writes, open]).toEqual([[], []]);
});
