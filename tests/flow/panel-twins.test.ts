import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMarisolWorld, type MarisolWorld } from './marisol.ts';

let world: MarisolWorld;
beforeEach(async () => {
  world = await createMarisolWorld();
});
afterEach(() => world.close());

const person = async () => {
  const { screen } = await world.view();
  return screen.kind === 'person' ? screen.person : undefined;
};
const taskItem = async (clioId: number) => (await person())?.tasks.find((task) => task.clio?.id === String(clioId));
const noteItem = async (clioId: number) => (await person())?.notes.find((note) => note.clioId === String(clioId));
const refresh = () => world.say('panel', 'panel.refresh', { key: world.key });
const made = (routeId: string) => world.sends(routeId).length;
const push = (clioId: number) => world.answerTo('panel', 'task.push', { key: world.key, taskIds: [String(clioId)], held: true });
const pushNote = (clioId: number) => world.answerTo('panel', 'note.push', { key: world.key, noteId: String(clioId), held: true });

test('a twin that somebody made in HighLevel (same title, same due day) is never pushed a second time', async () => {
  const { retainer } = world.cast.marisol.tasks;
  await world.until(async () => (await taskItem(retainer))?.highlevel, 'the twins to stand together');
  expect(await taskItem(retainer)).toMatchObject({ highlevel: { id: world.cast.marisol.highlevelTasks.retainer } });
  expect(await push(retainer)).toMatchObject({ ok: false, error: { code: 'already-there' } });
  expect((await world.view()).waiting).toEqual([]);
  expect(made('highlevel.create-task')).toBe(0);
});

test('a twin that differs in being done only is refused too, and says what differs', async () => {
  const { retainer } = world.cast.marisol.tasks;
  world.sandbox.control('highlevel.patchTask', { id: world.cast.marisol.highlevelTasks.retainer, patch: { completed: true } });
  await refresh();
  await world.until(async () => (await taskItem(retainer))?.state === 'differs', 'the difference');
  expect((await taskItem(retainer))?.differs).toEqual(['done']);
  expect(await push(retainer)).toMatchObject({ ok: false, error: { code: 'already-there' } });
  expect(made('highlevel.create-task')).toBe(0);
});

test('what was pushed and then changed in Clio is refused as there already, not as invalid', async () => {
  const { records } = world.cast.marisol.tasks;
  await world.pushTask();
  await world.settled();
  world.sandbox.control('clio.patchTask', { id: records, patch: { name: 'Request all medical records' } });
  await refresh();
  await world.until(async () => (await taskItem(records))?.state === 'differs', 'the difference');
  expect((await taskItem(records))?.differs).toEqual(['title']);
  expect(await push(records)).toMatchObject({ ok: false, error: { code: 'already-there' } });
  expect(made('highlevel.create-task')).toBe(1);
});

test('a note that was pushed is refused as there already, and so is one that somebody wrote in HighLevel in the same words', async () => {
  const { intake, call } = world.cast.marisol.notes;
  await world.until(async () => (await noteItem(intake)) && (await noteItem(call)), 'the notes');
  expect(await pushNote(intake)).toMatchObject({ ok: true });
  await world.settled();
  await world.until(async () => (await noteItem(intake))?.highlevelId, 'both sides');
  expect(await pushNote(intake)).toMatchObject({ ok: false, error: { code: 'already-there' } });
  const { title, text } = (await noteItem(call)) ?? { text: '' };
  await world.say('panel', 'note.add', { key: world.key, text: title ? `${title}\n\n${text}` : text });
  await world.settled();
  const sent = made('highlevel.create-note');
  await world.until(async () => (await noteItem(call))?.highlevelId, 'both sides');
  expect(await pushNote(call)).toMatchObject({ ok: false, error: { code: 'already-there' } });
  expect(made('highlevel.create-note')).toBe(sent);
});

test('pushing several leaves out the twin and sends the rest', async () => {
  const { retainer, records } = world.cast.marisol.tasks;
  await world.until(async () => (await taskItem(retainer))?.highlevel, 'the twins to stand together');
  await world.say('panel', 'task.push', { key: world.key, taskIds: [String(retainer), String(records)], held: false });
  await world.settled();
  expect(made('highlevel.create-task')).toBe(1);
  expect(world.pushedTasks()).toHaveLength(1);
});

test('a push that HighLevel refused for good gives way to the next one', async () => {
  world.sandbox.faults.play({ fault: 'status', route: 'highlevel.create-task', code: 400 });
  await world.pushTask();
  await world.until(async () => (await world.view()).waiting[0]?.state === 'failed', 'the refusal');
  expect((await taskItem(world.cast.marisol.tasks.records))?.state).toBe('failed');
  await world.pushTask();
  await world.until(() => world.pushedTasks().length === 1, 'the task');
  await world.until(async () => (await world.view()).waiting.length === 0, 'an empty list');
});
