import { afterEach, expect, test } from 'vitest';
import { linkKey } from '../../lib/model/link.ts';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());

const noNewPeople = () =>
  createPromiseWorld((choice) => ({
    ...choice,
    entities: { ...choice.entities, contact: { ...choice.entities.contact, create: false } },
  }));
const askVanished = async () => (await world.asks()).find(({ kind }) => kind === 'vanished');

test('a meeting of somebody who was linked only later is not passed by: it comes with the link, once', async () => {
  world = await noNewPeople();
  const odile = world.clioContact({ first_name: 'Odile', last_name: 'Farquharson' });
  const theirs = world.highlevelContact({ firstName: 'Odile', lastName: 'Farquharson', email: 'odile@farquharson.example' });
  const at = (hour: number) => `${world.day(4)}T${hour}:00:00Z`;
  const calendar = { id: Number(world.choice.calendars.clio), type: 'Calendar' };
  world.office.clio('POST', '/calendar_entries.json', {
    data: {
      ...{ summary: 'First interview', start_at: at(18), end_at: at(19), calendar_owner: { id: calendar.id } },
      attendees: [calendar, { id: odile, type: 'Contact' }],
    },
  });
  // The calendar is read several times meanwhile, and nobody of ours is in the entry.
  await world.pass(10);
  expect(world.visitsNamed('First interview')).toMatchObject({ clio: [{}], highlevel: [] });
  const link = linkKey(world.clio.account, String(odile), world.location.account);
  await world.say('console', 'people.act', { act: 'link', links: [link], highlevelId: theirs });
  await comes(world, () => world.visitsNamed('First interview').highlevel.length, 10);
  await world.pass(10);
  expect(world.visitsNamed('First interview').highlevel).toMatchObject([{ contactId: theirs }]);
  await world.say('console', 'reconcile.run', {});
  await world.pass(5);
  expect(await world.restsFor()).toEqual(QUIET);
  expect(world.visitsNamed('First interview').highlevel).toHaveLength(1);
});

test('nothing is made for somebody who is gone there while it is asked what becomes of the link; relinked, it comes', async () => {
  world = await noNewPeople();
  const { firstName, lastName, email } = world.inHighLevel();
  world.sandbox.control('highlevel.deleteContact', { id: world.ruth.highlevelId });
  const again = world.highlevelContact({ firstName, lastName, email });
  await world.pass(2);
  await world.say('console', 'reconcile.run', {});
  await comes(world, askVanished);
  world.sent();
  world.clioTask(world.ruth.matterId, { name: 'File the affidavit', due_at: world.day(5) });
  const { writes, open } = await world.restsFor();
  // Not even tried: each try would be refused, and looked after as one more thing that is gone.
  expect([writes, open]).toEqual([[], []]);
  expect(await world.told({ outcome: 'dropped' })).toEqual([]);
  expect(world.callsOf('highlevel.list-tasks').filter(({ path }) => path.includes(world.ruth.highlevelId)).length).toBeLessThan(
    4,
  );
  await world.say('console', 'ask.answer', { key: (await askVanished())!.key, answer: { offer: 'relink', id: again } });
  await comes(world, () => world.tasksNamed('File the affidavit').highlevel.length, 12);
  expect(world.tasksNamed('File the affidavit').highlevel).toMatchObject([{ contactId: again }]);
});
