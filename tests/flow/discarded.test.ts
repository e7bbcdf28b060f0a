import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { logOf, refuse, stopped } from './edit-world.ts';
import { createPromiseWorld, type PromiseWorld } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
beforeEach(async () => {
  world = await createPromiseWorld();
}, 60_000);
afterEach(() => world.close());

/** The refused write of two-way sync is discarded, what refused it is put right, and everybody is read again. */
async function discard(): Promise<void> {
  await comes(world, async () => (await stopped(world)).length, 20);
  for (const { id } of await stopped(world)) await world.say('console', 'write.drop', { writeId: id });
  world.sandbox.faults.clear();
  await world.pass(3);
  world.sent();
  await world.say('console', 'reconcile.run', {});
  await world.pass(40);
}

describe('a planned write that a person discards stays discarded:', () => {
  test('a task of Clio is not made in HighLevel, and a later one is', async () => {
    refuse(world, 'highlevel.create-task');
    world.clioTask(world.ruth.matterId, { name: 'Call the *clerk*', due_at: world.day(5) });
    await discard();
    expect(world.tasksNamed('Call the *clerk*').highlevel).toEqual([]);
    world.clioTask(world.ruth.matterId, { name: 'Call the judge', due_at: world.day(5) });
    await comes(world, () => world.tasksNamed('Call the judge').highlevel.length);
    expect(world.sent()).toEqual(['highlevel.create-task']);
    expect((await logOf(world)).filter(({ why }) => why === 'discarded')).toMatchObject([{ by: 'person', outcome: 'dropped' }]);
  });

  test('a note of HighLevel is not made in Clio', async () => {
    refuse(world, 'clio.notes.create', { error: { type: 'ArgumentError', message: 'no' } });
    world.addHighLevel(`/contacts/${world.ruth.highlevelId}/notes`, { body: 'Ring her after five.' });
    world.touch(world.ruth.highlevelId);
    await discard();
    expect(world.notesSaying('after five').clio).toEqual([]);
    expect(world.sent()).toEqual([]);
  });

  test('a new person is not made, unless somebody does it by hand', async () => {
    refuse(world, 'highlevel.create-contact');
    const email_addresses = [{ name: 'Work', address: 'ann@other.example', default_email: true }];
    world.clioContact({ first_name: 'Ann', last_name: 'Other', email_addresses });
    await discard();
    expect(world.contactsNamed('Other').highlevel).toEqual([]);
    expect(world.sent()).toEqual([]);
  });

  test('a value stays as it is on both sides until one of them changes again', async () => {
    refuse(world, 'highlevel.update-contact');
    const before = world.inHighLevel().firstName;
    world.editClio(`/contacts/${world.ruth.clioId}`, { first_name: 'Ruth*' });
    await discard();
    expect([world.inClio().first_name, world.inHighLevel().firstName]).toEqual(['Ruth*', before]);
    expect(world.sent()).toEqual([]);
    world.editClio(`/contacts/${world.ruth.clioId}`, { first_name: 'Ruthie' });
    await comes(world, () => world.inHighLevel().firstName === 'Ruthie');
  });

  test('a task’s new title stays in Clio, and its completion goes over', async () => {
    const id = world.clioTask(world.ruth.matterId, { name: 'Call the clerk', due_at: world.day(5) });
    const twin = () => world.highlevelTasks().find(({ title }) => title === 'Call the clerk');
    await comes(world, twin);
    await world.pass(2);
    refuse(world, 'highlevel.update-task');
    world.editClio(`/tasks/${id}`, { name: 'Call the *clerk*' });
    await discard();
    expect(world.sent()).toEqual([]);
    world.editClio(`/tasks/${id}`, { status: 'complete' });
    await comes(world, () => twin()?.completed);
  });
});
