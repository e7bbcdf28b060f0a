import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());
const act = (asked: object) => world.say('console', 'people.act', { links: [world.linked.key], ...asked } as never);
const count = () =>
  [world.tasksNamed('Undated errand'), world.tasksNamed('Dated errand'), world.notesSaying('will come')].map(
    ({ clio, highlevel }) => [clio.length, highlevel.length],
  );

test('unlinked and linked again, nothing is made a second time, a task without a due day included', async () => {
  world = await createPromiseWorld();
  world.clioTask(world.ruth.matterId, { name: 'Undated errand' });
  world.clioTask(world.ruth.matterId, { name: 'Dated errand', due_at: world.day(5) });
  world.clioNote(world.ruth.clioId, 'Call', 'She will come.');
  const once = [
    [1, 1],
    [1, 1],
    [1, 1],
  ];
  await comes(world, () => JSON.stringify(count()) === JSON.stringify(once));
  await world.pass(3);
  await act({ act: 'unlink' });
  await world.pass(3);
  await act({ act: 'link', highlevelId: world.ruth.highlevelId });
  await world.pass(5);
  expect(await world.restsFor()).toEqual(QUIET);
  expect(count()).toEqual(once);
});

test('linked to somebody else, what was agreed on with the former contact is theirs no more: no write goes there, none comes from there', async () => {
  world = await createPromiseWorld();
  const id = world.clioTask(world.ruth.matterId, { name: 'Call the client', due_at: world.day(5) });
  await comes(world, () => world.tasksNamed('Call the client').highlevel.length);
  const other = world.highlevelContact({ firstName: 'Ruthie', lastName: 'Okafor', email: 'ruthie@okafor.example' });
  await world.pass(3);
  await act({ act: 'unlink' });
  await act({ act: 'link', highlevelId: other });
  const theirs = () => world.sandbox.highlevel.state.rows.tasks.filter(({ contactId }) => contactId === other);
  await comes(world, () => theirs().length);
  world.editClio(`/tasks/${id}`, { name: 'Call Ruthie' });
  await comes(world, () => theirs()[0]?.title === 'Call Ruthie');
  const [former] = world.tasksNamed('Call the client').highlevel;
  expect(former?.contactId).toBe(world.ruth.highlevelId);
  world.editHighLevel(`/contacts/${former!.contactId}/tasks/${former!.id}`, { title: 'Hers', dueDate: former!.dueDate });
  await world.say('console', 'reconcile.run', {});
  await world.pass(10);
  expect(world.tasksNamed('Hers').clio).toEqual([]);
  expect((await world.asks()).filter(({ kind }) => kind === 'vanished')).toEqual([]);
});

test('two Clio contacts alike are never linked to one HighLevel contact by themselves', async () => {
  world = await createPromiseWorld();
  const { first_name, last_name, email_addresses } = world.inClio();
  const { address } = email_addresses[0]!;
  const twin = world.clioContact({ first_name, last_name, email_addresses: [{ name: 'Work', address, default_email: true }] });
  await world.open({ kind: 'contact', id: String(twin) });
  await world.screen('choose');
  await world.pass(3);
  expect(await world.syncReader.linksOfClio(world.clio.account, String(twin))).toEqual([]);
});
