import { afterEach, describe, expect, test } from 'vitest';
import { noSync } from '../../lib/model/sync.ts';
import { logOf, refuse, stopped } from './edit-world.ts';
import { createMarisolWorld } from './marisol.ts';
import { firstWrite, rowsOnDisk } from './on-disk.ts';
import { diskOf } from './pull-world.ts';

let world: { close(): Promise<void> } | undefined;
afterEach(() => world?.close());

async function refusedTask() {
  const marisol = await createMarisolWorld();
  world = marisol;
  refuse(marisol, 'highlevel.create-task');
  await marisol.pushTask();
  await marisol.passUntilSettled(300);
  expect(await firstWrite(marisol)).toMatchObject({ state: 'failed', error: { code: 'invalid-request' } });
  const [write] = await stopped(marisol);
  return { ...marisol, writeId: write!.id, write: write! };
}
const tasksOf = ({ rows, cast }: Awaited<ReturnType<typeof refusedTask>>) =>
  rows()
    .tasks.filter(({ contactId, title }) => contactId === cast.marisol.highlevelId && /medical records/i.test(title))
    .map(({ title }) => title);

describe('a click that was refused', () => {
  test('is put right, sent once with the other value, linked to its Clio task, and told of with both values', async () => {
    const here = await refusedTask();
    expect(here.write.edit?.input).toMatchObject({ values: { title: 'Request medical records' } });
    here.sandbox.faults.clear();
    await here.say('console', 'write.edit', { writeId: here.writeId, values: { title: 'Ask for medical records' } });
    await here.settled();
    expect(tasksOf(here)).toEqual(['Ask for medical records']);
    const [pair] = await rowsOnDisk(here, 'pairs');
    expect(pair?.clioId).toBe(String(here.cast.marisol.tasks.records));
    const [edit] = (await logOf(here)).filter(({ why }) => why === 'edited');
    expect(edit).toMatchObject({ by: 'person', outcome: 'queued', write: here.writeId });
    expect(edit?.body).toMatchObject({
      before: { title: 'Request medical records' },
      after: { title: 'Ask for medical records' },
    });
    // Pushed by now: it can't be pushed once more.
    expect(await here.answerTo('panel', 'task.push', pushOf(here))).toMatchObject({ error: { code: 'already-there' } });
  });

  test('is on the disk when the answer says so: the worker dies on the spot, and it is sent once', async () => {
    const here = await refusedTask();
    here.sandbox.faults.clear();
    // The first look never comes back to the one that dies.
    here.sandbox.faults.play({ fault: 'hangAfter', route: 'highlevel.list-tasks' });
    await here.say('console', 'write.edit', { writeId: here.writeId, values: { title: 'Ask for medical records' } });
    await here.until(() => here.sandbox.faults.pending().length === 0, 'the look');
    await here.kill();
    here.sandbox.faults.clear();
    await here.passUntilSettled(300);
    expect(tasksOf(here)).toEqual(['Ask for medical records']);
  });

  test('the panel leads to the form in the console', async () => {
    const here = await refusedTask();
    expect((await here.view()).waiting).toMatchObject([{ id: here.writeId, canEdit: true }]);
    await here.say('panel', 'console.open', { write: here.writeId });
    expect(here.opened).toEqual([`needs-you/write%7C${here.writeId}`]);
  });

  test('refused again, it waits again, with the values it has now', async () => {
    const here = await refusedTask();
    await here.say('console', 'write.edit', { writeId: here.writeId, values: { title: 'Ask for medical records' } });
    await here.passUntilSettled(300);
    const [again] = await stopped(here);
    expect(again).toMatchObject({ id: here.writeId, state: 'failed', sent: { title: 'Ask for medical records' } });
    expect(tasksOf(here)).toEqual([]);
  });

  test('what is no value of the operation is refused, and nothing changes', async () => {
    const here = await refusedTask();
    const edit = (values: Record<string, string>) => here.answerTo('console', 'write.edit', { writeId: here.writeId, values });
    const invalid = { ok: false, error: { code: 'invalid-request' } };
    expect(await edit({ title: '' })).toMatchObject(invalid);
    expect(await edit({ due: 'soon' })).toMatchObject(invalid);
    // Whom it is for is not for this form to say.
    expect(await edit({ contactId: here.cast.marisol.highlevelId })).toMatchObject(invalid);
    expect(await firstWrite(here)).toMatchObject({ state: 'failed' });
    expect(await here.answerTo('panel', 'write.edit', { writeId: here.writeId, values: { title: 'x' } })).toMatchObject({
      ok: false,
    });
  });

  test('a text that looks privileged is held until somebody says that it may be seen, by the firm’s own words', async () => {
    const here = await refusedTask();
    here.sandbox.faults.clear();
    const edit = (title: string, held?: boolean) =>
      here.answerTo('console', 'write.edit', { writeId: here.writeId, values: { title }, ...(held && { held }) });
    const HELD = { ok: false, error: { code: 'held' } };
    expect(await edit('Attorney-client privileged: get records')).toMatchObject(HELD);
    const { settings, connections } = diskOf(here);
    const clio = (await connections.all()).find(({ system }) => system === 'clio')!;
    await settings.update('sync', () => ({ [clio.id]: { ...noSync(), privilege: { words: ['project falcon'], matters: {} } } }));
    expect(await edit('Records for Project Falcon')).toMatchObject(HELD);
    expect(await firstWrite(here)).toMatchObject({ state: 'failed' });
    await here.passUntilSettled(300);
    expect(tasksOf(here)).toEqual([]);
    expect(await edit('Project Falcon: medical records', true)).toMatchObject({ ok: true });
    await here.settled();
    expect(tasksOf(here)).toEqual(['Project Falcon: medical records']);
  });

  test('while writing is off it is kept, and asks for the switch', async () => {
    const here = await refusedTask();
    here.sandbox.faults.clear();
    await here.say('console', 'writing.set', { system: 'highlevel', on: false });
    await here.say('console', 'write.edit', { writeId: here.writeId, values: { title: 'Ask for medical records' } });
    await here.until(async () => (await firstWrite(here)).error?.code === 'writing-off', 'the switch');
    expect(tasksOf(here)).toEqual([]);
    // Put right, but not refused: another try is the way on.
    expect((await stopped(here))[0]?.edit).toBeUndefined();
    await here.say('console', 'writing.set', { system: 'highlevel', on: true });
    await here.say('console', 'write.retry', { writeId: here.writeId });
    await here.settled();
    expect(tasksOf(here)).toEqual(['Ask for medical records']);
  });

  test('of two windows that save at once one is told that the other was first', async () => {
    const here = await refusedTask();
    here.sandbox.faults.clear();
    const edit = (title: string) => here.answerTo('console', 'write.edit', { writeId: here.writeId, values: { title } });
    const answers = await Promise.all([edit('Ask for medical records'), edit('Get medical records')]);
    expect(answers).toMatchObject([{ ok: true }, { ok: false, error: { code: 'changed-meanwhile' } }]);
    await here.settled();
    expect(tasksOf(here)).toEqual(['Ask for medical records']);
    expect((await logOf(here)).filter(({ why }) => why === 'edited')).toHaveLength(1);
  });

  test('is not offered for what may have been carried out, nor taken for it', async () => {
    const here = await createMarisolWorld();
    world = here;
    here.sandbox.faults.play({ fault: 'status', route: 'highlevel.create-task', code: 403, times: 'always', body: {} });
    await here.pushTask();
    await here.until(async () => (await firstWrite(here)).state === 'needs-you', 'the refusal');
    const [write] = await stopped(here);
    expect(write?.edit).toBeUndefined();
    const payload = { writeId: write!.id, values: { title: 'x' } };
    expect(await here.answerTo('console', 'write.edit', payload)).toMatchObject({ error: { code: 'changed-meanwhile' } });
  });
});

const pushOf = (here: Awaited<ReturnType<typeof refusedTask>>) => ({
  key: here.key,
  taskIds: [String(here.cast.marisol.tasks.records)],
  held: false,
});
