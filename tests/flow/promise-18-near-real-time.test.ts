import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld } from './promise-world.ts';
import { MINUTE } from './pull-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());

/** Polls of a list that passed until the change was there, half a minute at a time; and how long it took (minutes). */
async function pollsUntil(route: string, what: () => unknown): Promise<{ polls: number; minutes: number }> {
  const polls = () => world.sandbox.ledger.entries({ routeId: route }).length;
  const before = polls();
  for (let half = 0; half <= 10; half += 1) {
    if (what()) return { polls: polls() - before, minutes: half / 2 };
    await world.pass(0.5);
  }
  throw new Error(`never came; ${polls() - before} polls of ${route}`);
}
// None where her turn in the round came first.
const AT_ONCE = { polls: expect.toBeOneOf([0, 1]), minutes: expect.toBeOneOf([0.5, 1]) };

test('row 18: with a Clio tab open a change made in Clio is in HighLevel after one poll', async () => {
  world = await createPromiseWorld();
  const { clioId, matterId } = world.ruth;
  world.editClio(`/contacts/${clioId}`, { first_name: 'Ruthie' });
  expect(await pollsUntil('clio.contacts.list', () => world.inHighLevel().firstName === 'Ruthie')).toEqual(AT_ONCE);
  const id = world.clioTask(matterId, { name: 'File the affidavit', due_at: world.day(5) });
  const task = () => world.tasksNamed('File the affidavit').highlevel[0];
  expect(await pollsUntil('clio.tasks.list', task)).toEqual(AT_ONCE);
  world.editClio(`/tasks/${id}`, { status: 'complete' });
  expect(await pollsUntil('clio.tasks.list', () => task()?.completed)).toEqual(AT_ONCE);
  world.clioNote(clioId, 'Call', 'She comes on Monday with papers.');
  const note = () => world.notesSaying('with papers').highlevel.length;
  // Two lists have one route: notes of contacts, and of matters where that is allowed (here it is not).
  expect(await pollsUntil('clio.notes.list', note)).toEqual(AT_ONCE);
  world.clioContact({ first_name: 'Zephyrine', last_name: 'Quackenbush' });
  expect(await pollsUntil('clio.contacts.list', () => world.contactsNamed('Quackenbush').highlevel.length)).toEqual(AT_ONCE);
});

test('row 18: with a Clio tab open a change made in HighLevel is in Clio after one poll', async () => {
  world = await createPromiseWorld();
  const { highlevelId } = world.ruth;
  world.editHighLevel(`/contacts/${highlevelId}`, { firstName: 'Ruthanne' });
  const contacts = 'highlevel.search-contacts';
  expect(await pollsUntil(contacts, () => world.inClio().first_name === 'Ruthanne')).toEqual(AT_ONCE);
  world.addHighLevel(`/contacts/${highlevelId}/notes`, { body: 'Ring her at work.' });
  world.touch(highlevelId);
  expect(await pollsUntil(contacts, () => world.notesSaying('Ring her').clio.length)).toEqual(AT_ONCE);
  const id = world.clioTask(world.ruth.matterId, { name: 'File the affidavit', due_at: world.day(5) });
  await pollsUntil('clio.tasks.list', () => world.tasksNamed('File the affidavit').highlevel[0]);
  await world.pass(2);
  const own = () => world.sandbox.clio.state.rows.tasks.find((one) => one.id === id);
  const theirs = world.tasksNamed('File the affidavit').highlevel[0]!;
  world.editHighLevel(`/contacts/${highlevelId}/tasks/${theirs.id}/completed`, { completed: true });
  expect(await pollsUntil('highlevel.search-location-tasks', () => own()?.status === 'complete')).toEqual(AT_ONCE);
  world.highlevelContact({ firstName: 'Thelonious', lastName: 'Quackenbush' });
  expect(await pollsUntil(contacts, () => world.contactsNamed('Quackenbush').clio.length)).toEqual(AT_ONCE);
});

test('row 18: a Clio tab that is opened after hours without one is caught up with at once, not at the slow pace of before', async () => {
  world = await createPromiseWorld();
  await world.closeTab();
  await world.pass(120);
  const rest = async (id: string) => ((await world.cursor(id))?.nextAt ?? 0) - world.now();
  await comes(
    world,
    async () => (await rest('clio.contacts')) > 5 * MINUTE && (await rest('highlevel.contacts')) > 5 * MINUTE,
    20,
  );
  world.editClio(`/contacts/${world.ruth.clioId}`, { first_name: 'Ruthie' });
  world.editHighLevel(`/contacts/${world.ruth.highlevelId}`, { website: 'https://okafor.example' });
  await world.pass(2);
  expect(world.inHighLevel().firstName, 'nobody is at work').toBe('Ruth');
  await world.openTab();
  const both = () => world.inHighLevel().firstName === 'Ruthie' && world.inClio().web_sites.length;
  await world.until(() => Boolean(both()), 'both changes, without a minute passing');
});
