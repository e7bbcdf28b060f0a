import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { MINUTE } from './pull-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());
const editClio = (first_name: string) => world.editClio(`/contacts/${world.ruth.clioId}`, { first_name });
const editHighLevel = (firstName: string) => world.editHighLevel(`/contacts/${world.ruth.highlevelId}`, { firstName });
const names = () => [world.inClio().first_name, world.inHighLevel().firstName];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The answer to a write waits in the network; resolves when the write has been carried out there. */
async function heldAnswer(route: string): Promise<void> {
  world.sandbox.faults.play({ fault: 'hangAfter', route });
  for (let turn = 0; turn < 20 && !world.callsOf(route).length; turn += 1) {
    // Not awaited: the run waits for the answer.
    void world.advance(MINUTE / 2);
    await pause(60);
    if (world.sandbox.faults.pending().length === 0) return;
  }
}

test('response delayed past a user’s second edit: the late answer undoes neither', async () => {
  world = await createPromiseWorld();
  editClio('Ruthie');
  await heldAnswer('highlevel.update-contact');
  expect(world.inHighLevel().firstName).toBe('Ruthie');
  world.sandbox.clock.advance(2000);
  editClio('Ruthanne');
  await pause(50);
  world.sandbox.control('release-faults', {});
  await pause(100);
  await comes(world, () => world.inHighLevel().firstName === 'Ruthanne');
  expect(names()).toEqual(['Ruthanne', 'Ruthanne']);
  expect(await world.restsFor()).toEqual(QUIET);
  expect(names()).toEqual(['Ruthanne', 'Ruthanne']);
});

test('response delayed past a second edit on the other side: that edit is not taken for our own write', async () => {
  world = await createPromiseWorld();
  editClio('Ruthie');
  await heldAnswer('highlevel.update-contact');
  world.sandbox.clock.advance(2000);
  editHighLevel('Ruthanne');
  await pause(50);
  world.sandbox.control('release-faults', {});
  await pause(100);
  await comes(world, () => world.inClio().first_name === 'Ruthanne');
  expect(names()).toEqual(['Ruthanne', 'Ruthanne']);
  expect(await world.restsFor()).toEqual(QUIET);
});

test('Clio PATCH 412: read and decided again, three times at most, then a question; answered, it is written', async () => {
  world = await createPromiseWorld();
  const stale = { error: { type: 'PreconditionFailed', message: 'ETag does not match' } };
  const fault = { fault: 'status', route: 'clio.contacts.patch', code: 412, body: stale } as const;
  world.sandbox.faults.play({ ...fault, times: 'always' });
  editHighLevel('Ruthanne');
  await comes(world, async () => (await world.asks()).length, 20);
  const patches = world.callsOf('clio.contacts.patch').length;
  expect(patches).toBeGreaterThan(1);
  expect(patches).toBeLessThanOrEqual(4);
  const [ask] = await world.asks();
  expect(ask).toMatchObject({ kind: 'conflict', link: world.linked.key });
  await world.pass(60);
  expect(world.callsOf('clio.contacts.patch')).toHaveLength(patches);
  expect(await world.openRows()).toEqual([]);
  world.sandbox.faults.clear();
  await world.say('console', 'ask.answer', { key: ask!.key, answer: { offer: 'highlevel' } });
  await comes(world, () => world.inClio().first_name === 'Ruthanne');
  expect(await world.restsFor()).toEqual(QUIET);
});

test('Clio PATCH 412 once, as a colleague saved meanwhile: merged anew without a question, both edits survive', async () => {
  world = await createPromiseWorld();
  const stale = { error: { type: 'PreconditionFailed', message: 'ETag does not match' } };
  world.sandbox.faults.play({ fault: 'status', route: 'clio.contacts.patch', code: 412, body: stale });
  editHighLevel('Ruthanne');
  world.editClio(`/contacts/${world.ruth.clioId}`, { date_of_birth: '1979-03-14' });
  await comes(world, () => names().join() === 'Ruthanne,Ruthanne' && world.inHighLevel().dateOfBirth);
  expect(world.callsOf('clio.contacts.patch')).toHaveLength(2);
  expect(world.inClio().date_of_birth).toBe('1979-03-14');
  expect(await world.restsFor()).toEqual(QUIET);
});

test('upsert is never called: not by anything two-way sync does to contacts, old or new', async () => {
  world = await createPromiseWorld();
  world.clioContact({ first_name: 'Zephyrine', last_name: 'Quackenbush' });
  world.highlevelContact({ firstName: 'Thelonious', lastName: 'Featherstone', email: 'theo@featherstone.example' });
  editClio('Ruthie');
  await comes(
    world,
    () => world.contactsNamed('Quackenbush').highlevel.length && world.contactsNamed('Featherstone').clio.length,
  );
  await comes(world, () => world.inHighLevel().firstName === 'Ruthie');
  await world.say('console', 'reconcile.run', {});
  await world.pass(10);
  const paths = world.sandbox.ledger.entries({}).map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.filter((path) => /upsert/i.test(path))).toEqual([]);
});
