import { afterEach, beforeEach, expect, test } from 'vitest';
import { RUNNABLE } from '../../lib/sync/outbox-rows.ts';
import { HL_PIT_SECOND } from '../../sandbox/highlevel/credentials.ts';
import { createMarisolWorld, type MarisolWorld } from './marisol.ts';
import { firstWrite, pause, rowsOnDisk } from './on-disk.ts';

let world: MarisolWorld;
beforeEach(async () => {
  world = await createMarisolWorld();
});
afterEach(() => world.close());

const notes = (text: string) => world.rows().notes.filter((note) => note.body.includes(text));
const linked = async () => (await rowsOnDisk(world, 'links')).map((link) => link.highlevelId);
/** Something was tried without a network, and waits for it. */
const waitsForNetwork = () =>
  world.until(async () => (await firstWrite(world)).error?.code === 'offline', 'a write held offline');
const backOnline = async (): Promise<void> => {
  world.state.online = true;
  await world.wake();
  // A try while offline makes the next one wait.
  const isWaiting = async () => (await rowsOnDisk(world, 'outbox')).some(({ state }) => RUNNABLE.includes(state));
  for (let passed = 0; passed < 24 && (await isWaiting()); passed += 1) {
    await world.advance(5000);
    await pause(20);
  }
};
/** The panel on somebody whom HighLevel doesn't have. */
const openNadia = async (): Promise<string> => {
  const key = await world.openContact(world.cast.nadia.clioId);
  await world.screen('none');
  return key;
};
const linkToRuth = (key: string) => world.say('panel', 'link.set', { key, highlevelId: world.cast.ruth.highlevelId });

test.each(['undone', 'discarded'] as const)(
  'a task %s while HighLevel is looked at before it is sent never leaves',
  async (how) => {
    world.sandbox.faults.play({ fault: 'delayAfter', route: 'highlevel.list-tasks', ms: 400 });
    const before = world.sends('highlevel.list-tasks').length;
    const { actId } = await world.pushTask();
    await world.until(() => world.sends('highlevel.list-tasks').length > before, 'the look');
    const { seq } = await firstWrite(world);
    await (how === 'undone' ? world.say('panel', 'act.undo', { actId }) : world.say('panel', 'write.drop', { writeId: seq }));
    await pause(700);
    expect(world.sends('highlevel.create-task')).toEqual([]);
    expect(world.pushedTasks()).toHaveLength(0);
    expect(await rowsOnDisk(world, 'outbox')).toEqual([]);
  },
);

test('"not the same person" while a note waits offline: it is not written to that person, and somebody is asked', async () => {
  world.state.online = false;
  await world.say('panel', 'note.add', { key: world.key, text: 'for the right one only' });
  await waitsForNetwork();
  await world.say('panel', 'link.remove', { key: world.key });
  await backOnline();
  expect(notes('for the right one only')).toHaveLength(0);
  expect(await firstWrite(world)).toMatchObject({ state: 'needs-you', error: { code: 'changed-meanwhile' } });
});

test('linked to somebody else while a note waits offline: it is written to neither, and somebody is asked', async () => {
  world.state.online = false;
  await world.say('panel', 'note.add', { key: world.key, text: 'meant for her' });
  await waitsForNetwork();
  await linkToRuth(world.key);
  await backOnline();
  expect(notes('meant for her')).toEqual([]);
  expect(await firstWrite(world)).toMatchObject({ state: 'needs-you', error: { code: 'changed-meanwhile' } });
});

test.each(['link.remove', 'link.set'] as const)(
  '%s while a value waits to be copied to Clio: it is somebody else’s, and not written',
  async (how) => {
    const { clioId, highlevelId } = world.cast.ruth;
    world.sandbox.control('clio.patchContact', { id: clioId, patch: { date_of_birth: null } });
    world.sandbox.control('highlevel.patchContact', { id: highlevelId, patch: { dateOfBirth: '1979-03-14' } });
    const key = await world.openContact(clioId);
    await world.screen('person');
    world.state.online = false;
    await world.say('panel', 'contact.copy-to-clio', { key, fields: ['dateOfBirth'] });
    await waitsForNetwork();
    if (how === 'link.remove') await world.say('panel', 'link.remove', { key });
    else await world.say('panel', 'link.set', { key, highlevelId: world.cast.marisol.highlevelId });
    await backOnline();
    expect(world.sandbox.clio.state.rows.contacts.find(({ id }) => id === clioId)?.date_of_birth).toBeNull();
    expect(await firstWrite(world)).toMatchObject({ state: 'needs-you', error: { code: 'changed-meanwhile' } });
  },
);

test('linked by hand while creating the contact waits offline: nobody is created and the link stays', async () => {
  const key = await openNadia();
  const people = world.rows().contacts.length;
  world.state.online = false;
  await world.say('panel', 'contact.create', { key });
  await waitsForNetwork();
  await linkToRuth(key);
  await backOnline();
  expect(world.sends('highlevel.create-contact')).toEqual([]);
  expect(world.rows().contacts).toHaveLength(people);
  expect(await linked()).toContain(world.cast.ruth.highlevelId);
});

test('undoing a created contact does not end a link that was made by hand since', async () => {
  const key = await openNadia();
  const { actId } = await world.say('panel', 'contact.create', { key });
  await world.screen('person');
  await world.until(async () => (await firstWrite(world)).state === 'done', 'the contact');
  const made = (await linked()).find((id) => id !== world.cast.marisol.highlevelId);
  world.state.online = false;
  await world.say('panel', 'act.undo', { actId });
  await linkToRuth(key);
  await backOnline();
  expect(world.rows().contacts.map((contact) => contact.id)).not.toContain(made);
  expect(await linked()).toContain(world.cast.ruth.highlevelId);
});

test('another location chosen while a note waits offline: it still goes, once, to the location it was meant for', async () => {
  const locationId = world.cast.locations.intake;
  await world.say('console', 'connection.add-token', { token: HL_PIT_SECOND, locationId });
  world.state.online = false;
  await world.say('panel', 'note.add', { key: world.key, text: 'for the first location' });
  await waitsForNetwork();
  await world.say('panel', 'location.pair', { key: world.key, highlevel: `highlevel:${locationId}` });
  await backOnline();
  await world.until(async () => (await firstWrite(world)).state === 'done', 'the note');
  expect(notes('for the first location').map((note) => note.contactId)).toEqual([world.cast.marisol.highlevelId]);
  expect((await firstWrite(world)).connection).toBe(`highlevel:${world.cast.locations.main}`);
});
