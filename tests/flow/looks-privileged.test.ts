import { afterEach, beforeEach, expect, test } from 'vitest';
import { noSync } from '../../lib/model/sync.ts';
import { createMarisolWorld, type MarisolWorld } from './marisol.ts';
import { diskOf } from './pull-world.ts';

let world: MarisolWorld;
beforeEach(async () => {
  world = await createMarisolWorld();
});
afterEach(() => world.close());
const HELD = { ok: false, error: { code: 'held' } };
const person = async () => (await world.screen('person')).person;
const note = (detail: string): string => {
  const about = { contact_id: world.cast.marisol.clioId, subject: 'Call', detail };
  return String((world.sandbox.control('clio.addNote', about) as { id: number }).id);
};
const task = (description: string): string => {
  const about = { name: 'Prepare', description, matter_id: world.cast.marisol.matterId, permission: 'public' };
  return String((world.sandbox.control('clio.addTask', about) as { id: number }).id);
};
const shown = async () => {
  await world.say('panel', 'panel.refresh', { key: world.key });
  const { notes, tasks } = await person();
  return { notes, tasks };
};

test('a note that looks privileged is shown as held, and a click alone doesn’t push it', async () => {
  const noteId = note('Attorney-client privileged: she will settle.');
  const item = await world.until(async () => (await shown()).notes.find(({ clioId }) => clioId === noteId), 'the note');
  expect(item.state).toBe('held');
  expect(await world.answerTo('panel', 'note.push', { key: world.key, noteId, held: false })).toMatchObject(HELD);
  expect(world.sends('highlevel.create-note')).toHaveLength(0);
  expect(await world.answerTo('panel', 'note.push', { key: world.key, noteId, held: true })).toMatchObject({ ok: true });
});

test('so is a task, one by one, together, and from the page of a person', async () => {
  const id = task('Work product, for counsel only.');
  const item = await world.until(async () => (await shown()).tasks.find(({ clio }) => clio?.id === id), 'the task');
  expect(item.state).toBe('held');
  const { records } = world.cast.marisol.tasks;
  for (const taskIds of [[id], [String(records), id]])
    expect(await world.answerTo('panel', 'task.push', { key: world.key, taskIds, held: false })).toMatchObject(HELD);
  const [link] = await diskOf(world).syncReader.links(undefined, 1);
  const { done } = await world.say('console', 'people.act', { act: 'tasks', links: [link!.key], ids: [id] });
  expect(done).toMatchObject([{ state: 'failed', error: 'held' }]);
  expect(world.sends('highlevel.create-task')).toHaveLength(0);
});

test('the firm’s own list of words counts', async () => {
  const { settings, connections } = diskOf(world);
  const clio = (await connections.all()).find(({ system }) => system === 'clio')!;
  await settings.update('sync', () => ({ [clio.id]: { ...noSync(), privilege: { words: ['project falcon'], matters: {} } } }));
  const [own, plain] = [note('About Project Falcon.'), note('Attorney-client privileged.')];
  await world.until(async () => (await shown()).notes.some(({ clioId }) => clioId === plain), 'the notes');
  const states = new Map((await person()).notes.map(({ clioId, state }) => [clioId, state]));
  expect([states.get(own), states.get(plain)]).toEqual(['held', 'only-clio']);
  expect(await world.answerTo('panel', 'note.push', { key: world.key, noteId: own, held: false })).toMatchObject(HELD);
});
