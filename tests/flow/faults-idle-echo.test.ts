import { afterEach, describe, expect, test } from 'vitest';
import { createMarisolWorld } from './marisol.ts';
import { rowsOnDisk } from './on-disk.ts';
import { createPromiseWorld } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: { close(): Promise<void> } | undefined;
afterEach(() => world?.close());

test('idle for over 30 s with 3 due retries: only the alarm wakes the worker, and each is sent within its period', async () => {
  const here = await createMarisolWorld();
  world = here;
  const { key, sandbox, state } = here;
  state.online = false;
  await here.say('panel', 'note.add', { key, text: 'First of three' });
  await here.say('panel', 'task.add', { key, title: 'Second of three', due: '2026-12-01' });
  await here.say('panel', 'tag.add', { key, tags: ['third-of-three'] });
  const waits = async () => (await rowsOnDisk(here, 'outbox')).filter(({ failures }) => failures);
  const { highlevelId } = here.cast.marisol;
  const sent = () => [
    here.rows().notes.filter(({ body }) => body === 'First of three').length,
    here.rows().tasks.filter(({ title }) => title === 'Second of three').length,
    here
      .rows()
      .contacts.find(({ id }) => id === highlevelId)
      ?.tags.filter((tag) => tag === 'third-of-three').length,
  ];
  await here.until(async () => (await waits()).length === 3, 'three refusals');
  state.online = true;
  // The worker is stopped: what sleeps in it never wakes.
  here.die();
  const stopped = sandbox.clock.now();
  const alarm = state.alarm ?? Number.POSITIVE_INFINITY;
  const due = (await waits()).map(({ nextAt }) => nextAt);
  expect(alarm - Math.max(...due)).toBeLessThanOrEqual(30_000);
  expect(sent()).toEqual([0, 0, 0]);
  sandbox.clock.advance(Math.max(31_000, alarm - stopped));
  state.alarm = undefined;
  await here.kill();
  await here.until(() => sent().every((count) => count === 1), 'all three');
  await here.settled();
  expect(sent()).toEqual([1, 1, 1]);
});

describe('echo', () => {
  test('our own write comes back by poll: recognised, nothing is written for an hour, and hardly a call is made for it', async () => {
    const here = await createPromiseWorld();
    world = here;
    await here.pass(60);
    const callsIn = async (minutes: number) => {
      const from = here.calls();
      await here.pass(minutes);
      return here.calls() - from;
    };
    const quiet = await callsIn(60);
    here.editClio(`/contacts/${here.ruth.clioId}`, { first_name: 'Ruthie' });
    here.clioTask(here.ruth.matterId, { name: 'Call the clerk', due_at: here.day(5) });
    here.clioNote(here.ruth.clioId, 'Call', 'She agreed.');
    await comes(here, () => here.inHighLevel().firstName === 'Ruthie' && here.notesSaying('She agreed').highlevel.length === 1);
    await comes(here, () => here.tasksNamed('Call the clerk').highlevel.length);
    expect(here.sent()).toEqual(['highlevel.create-note', 'highlevel.create-task', 'highlevel.update-contact']);
    // Both lists of changes show them once more, each to be read at most once.
    const after = await callsIn(60);
    expect(here.sent()).toEqual([]);
    expect(after - quiet).toBeLessThanOrEqual(15);
  });

  test('the same answer delivered twice has no effect: no change, no mark, no write, no line in the log', async () => {
    const here = await createPromiseWorld();
    world = here;
    here.clioTask(here.ruth.matterId, { name: 'Call the clerk', due_at: here.day(5) });
    await comes(here, () => here.tasksNamed('Call the clerk').highlevel.length);
    await here.pass(5);
    here.sent();
    const state = async () => ({
      changes: await here.syncReader.newestChange(),
      pairs: (await rowsOnDisk(here, 'pairs')).length,
      queued: (await here.openRows()).length,
      log: (await here.told()).length,
    });
    const before = await state();
    // What the lists told is forgotten, so each of them tells all of it once more.
    for (const cursor of await here.syncReader.cursors())
      await here.apply({ at: here.now(), cursors: [{ ...cursor, value: {}, at: 0, nextAt: 0 }] }, 'pull');
    await here.say('console', 'reconcile.run', {});
    await here.pass(10);
    expect(await state()).toEqual(before);
    expect(here.sent()).toEqual([]);
  });
});
