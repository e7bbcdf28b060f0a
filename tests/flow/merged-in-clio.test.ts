import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
let ann: { clioId: number; highlevelId: string };
/** Ruth and Ann are two clients, both linked; Ann's note and task have their copies in HighLevel. */
beforeEach(async () => {
  world = await createPromiseWorld();
  const email_addresses = [{ name: 'Work', address: 'ann@other.example', default_email: true }];
  const clioId = world.clioContact({ first_name: 'Ann', last_name: 'Other', email_addresses });
  await comes(world, () => world.contactsNamed('Other').highlevel.length);
  await world.pass(3);
  ann = { clioId, highlevelId: world.contactsNamed('Other').highlevel[0]!.id };
  world.clioNote(clioId, 'Call', 'Wants to settle.');
  world.clioTask(world.clioMatter(clioId), { name: 'Draft the offer', due_at: world.day(5) });
  await comes(world, () => notes().length && tasks().length);
  await world.pass(3);
}, 60_000);
afterEach(() => world.close());

const notes = () => world.notesSaying('Wants to settle').highlevel.map(({ contactId }) => contactId);
const tasks = () => world.tasksNamed('Draft the offer').highlevel.map(({ contactId }) => contactId);
const merge = () => world.sandbox.control('clio.mergeContacts', { winner: world.ruth.clioId, loser: ann.clioId });
const vanished = async () => (await world.asks()).find(({ kind }) => kind === 'vanished');
const reconcile = async () => {
  await world.say('console', 'reconcile.run', {});
  await world.pass(10);
};
const kept = async () =>
  (await world.syncReader.activity({ link: world.linked.key, outcome: 'kept' }, undefined, 50))
    .filter(({ why }) => why === 'copied_before')
    .map(({ body }) => body.label)
    .sort();

test.each([
  ['and somebody edits what moved at once', true],
  ['and nothing tells of it', false],
])('two linked people are merged, %s: their notes and tasks have one copy each, and that is said once', async (_, edited) => {
  merge();
  if (edited) {
    const [note] = world.notesSaying('Wants to settle').clio;
    world.editClio(`/notes/${note!.id}`, { subject: 'Call of Monday' });
    await world.pass(6);
  }
  await reconcile();
  await comes(world, vanished);
  await reconcile();
  expect([notes(), tasks()]).toEqual([[ann.highlevelId], [ann.highlevelId]]);
  expect(await kept()).toEqual([edited ? 'Call of Monday' : 'Call', 'Draft the offer']);
  await world.say('console', 'ask.answer', { key: (await vanished())!.key, answer: { offer: 'unlink' } });
  await reconcile();
  expect([notes(), tasks()]).toEqual([[ann.highlevelId], [ann.highlevelId]]);
  expect(await kept()).toHaveLength(2);
});
