import { afterEach, expect, test } from 'vitest';
import type { SyncChoice, SyncEntity } from '../../lib/model/sync.ts';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());

const making = (choice: SyncChoice, entity: SyncEntity, create: boolean): SyncChoice => ({
  ...choice,
  entities: { ...choice.entities, [entity]: { ...choice.entities[entity], create } },
});
/** As the page of mappings does: the choice as it is kept, with one change. */
async function choose(entity: SyncEntity, create: boolean) {
  const { pairs } = await world.say('console', 'sync.view', {});
  const choice = making(pairs[0]!.choice, entity, create);
  await world.say('console', 'sync.set', { clio: world.clio.id, choice: choice as never });
}

test('tasks copied from now on: those made since sync began, before it was chosen, stay where they are', async () => {
  world = await createPromiseWorld((choice) => making(choice, 'task', false));
  world.clioTask(world.ruth.matterId, { name: 'Before', due_at: world.day(5) });
  world.addHighLevel(`/contacts/${world.ruth.highlevelId}/tasks`, {
    ...{ title: 'Theirs before', dueDate: `${world.day(3)}T18:00:00Z`, completed: false },
  });
  await world.pass(20);
  await choose('task', true);
  await world.pass(5);
  world.clioTask(world.ruth.matterId, { name: 'After', due_at: world.day(5) });
  world.addHighLevel(`/contacts/${world.ruth.highlevelId}/tasks`, {
    ...{ title: 'Theirs after', dueDate: `${world.day(3)}T18:00:00Z`, completed: false },
  });
  // Ruth has two open matters: of the new one it is asked which, of the old one nothing.
  const wheres = async () => (await world.asks()).filter(({ kind }) => kind === 'where');
  await comes(world, async () => world.tasksNamed('After').highlevel.length && (await wheres()).length, 20);
  const [where, ...others] = await wheres();
  expect([where?.body.label, others]).toEqual(['Theirs after', []]);
  await world.say('console', 'ask.answer', { key: where!.key, answer: { offer: 'choose', id: where!.body.choices![0]!.id } });
  await comes(world, () => world.tasksNamed('Theirs after').clio.length);
  expect(world.tasksNamed('Before').highlevel).toEqual([]);
  expect(world.tasksNamed('Theirs before').clio).toEqual([]);
  // Another choice in between moves nothing.
  await choose('note', true);
  expect(await world.restsFor()).toEqual(QUIET);
});

test('people made on the other side from now on: who was there before is linked where somebody fits, and made for nobody', async () => {
  world = await createPromiseWorld((choice) => making(choice, 'contact', false));
  const early = world.clioContact({ first_name: 'Odile', last_name: 'Farquharson' });
  await world.pass(30);
  await choose('contact', true);
  await world.pass(2);
  world.editClio(`/contacts/${early}`, { title: 'Dr' });
  world.clioContact({ first_name: 'Quentin', last_name: 'Abernethy' });
  await comes(world, () => world.contactsNamed('Abernethy').highlevel.length);
  await world.pass(10);
  expect(world.contactsNamed('Farquharson').highlevel).toEqual([]);
});
