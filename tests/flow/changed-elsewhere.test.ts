import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMarisolWorld, type MarisolWorld } from './marisol.ts';

let world: MarisolWorld;
beforeEach(async () => {
  world = await createMarisolWorld();
});
afterEach(() => world.close());

test('a slow old answer does not overwrite what was written meanwhile', async () => {
  const taskId = world.cast.marisol.highlevelTasks.review;
  world.sandbox.faults.play({ fault: 'delayAfter', route: 'highlevel.list-tasks', ms: 400 });
  await world.say('panel', 'panel.refresh', { key: world.key });
  await world.until(() => world.sends('highlevel.list-tasks').length > 1);
  await world.say('panel', 'task.complete', { key: world.key, taskId, completed: true });
  await world.settled();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { screen } = await world.view();
  expect(screen.kind === 'person' && screen.person.tasks.find((task) => task.highlevel?.id === taskId)?.done).toBe(true);
});

test('another user changed the field since it was shown: asked again, not overwritten', async () => {
  const { highlevelId } = world.cast.marisol;
  world.sandbox.control('highlevel.patchContact', { id: highlevelId, patch: { city: 'Surrey' } });
  await world.say('panel', 'contact.push', { key: world.key, fields: ['city'], overwrite: ['city'] });
  await world.passUntilSettled();
  expect(world.rows().contacts.find((one) => one.id === highlevelId)?.city).toBe('Surrey');
  expect((await world.view()).waiting).toMatchObject([{ state: 'needs-you', error: { code: 'changed-meanwhile' } }]);
});

test('Clio PATCH 412: read again, merged again, sent again', async () => {
  const { clioId, highlevelId } = world.cast.ruth;
  world.sandbox.control('clio.patchContact', { id: clioId, patch: { date_of_birth: null } });
  world.sandbox.control('highlevel.patchContact', { id: highlevelId, patch: { dateOfBirth: '1979-03-14' } });
  const ruth = await world.openContact(clioId);
  await world.screen('person');
  world.sandbox.faults.play({
    fault: 'status',
    route: 'clio.contacts.patch',
    code: 412,
    body: { error: { type: 'PreconditionFailed', message: 'changed' } },
  });
  await world.say('panel', 'contact.copy-to-clio', { key: ruth, fields: ['dateOfBirth'] });
  await world.passUntilSettled();
  expect(world.sandbox.clio.state.rows.contacts.find((one) => one.id === clioId)?.date_of_birth).toBe('1979-03-14');
  // The permission check sends one of its own, at a contact that can't exist.
  expect(world.sends('clio.contacts.patch').filter((call) => call.path.includes(String(clioId)))).toHaveLength(2);
});

test('a deleted HighLevel contact is said to be gone, never made again', async () => {
  world.sandbox.control('highlevel.deleteContact', { id: world.cast.marisol.highlevelId });
  await world.say('panel', 'panel.refresh', { key: world.key });
  expect(await world.screen('deleted')).toMatchObject({ system: 'highlevel', highlevelId: world.cast.marisol.highlevelId });
  expect(world.sends('highlevel.create-contact')).toEqual([]);
});

test('a merged-away Clio contact is said to be gone', async () => {
  world.sandbox.control('clio.mergeContacts', { winner: world.cast.ruth.clioId, loser: world.cast.marisol.clioId });
  await world.say('panel', 'panel.refresh', { key: world.key });
  expect(await world.screen('deleted')).toMatchObject({ system: 'clio' });
});

test('one part that could not be read is named instead of shown as empty', async () => {
  world.sandbox.faults.play({ fault: 'status', route: 'highlevel.list-notes', code: 500, times: 'always' });
  await world.say('panel', 'panel.refresh', { key: world.key });
  await world.until(async () => {
    const { screen } = await world.view();
    return screen.kind === 'person' && screen.person.unread.includes('notes') && screen.person.notes.length > 0;
  }, 'the unread part');
});

test('a value that arrived after the choice was made is not overwritten: nobody agreed to lose it', async () => {
  const { highlevelId } = world.cast.marisol;
  world.sandbox.control('highlevel.patchContact', { id: highlevelId, patch: { city: 'Surrey' } });
  await world.say('panel', 'panel.refresh', { key: world.key });
  await world.until(async () => {
    const { screen } = await world.view();
    return screen.kind === 'person' && screen.person.fields.some((row) => row.highlevel === 'Surrey');
  });
  const late = { key: world.key, fields: ['city' as const], overwrite: ['city' as const], seen: { city: 'Burnaby' } };
  await expect(world.say('panel', 'contact.push', late)).rejects.toThrow('changed-meanwhile');
});
