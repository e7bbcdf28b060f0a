import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AppWorld, createAppWorld } from './app-world.ts';
import { createMarisolWorld } from './marisol.ts';
import { firstWrite, pause, rowsOnDisk } from './on-disk.ts';
import { signInToBoth } from './sign-ins.ts';

let world: AppWorld | undefined;
beforeEach(() => {
  world = undefined;
});
afterEach(() => world?.close());

test('a link made by hand while the search is on its way is not replaced by the match', async () => {
  const here = await createAppWorld();
  world = here;
  await here.connect();
  await here.allowWriting();
  const { marisol, ruth } = here.cast;
  const searches = () => here.sandbox.ledger.entries({ routeId: 'highlevel.search-contacts' });
  const before = searches().length;
  here.sandbox.faults.play({ fault: 'delayAfter', route: 'highlevel.search-contacts', ms: 700, times: 'always' });
  const key = await here.openContact(marisol.clioId);
  await here.until(() => searches().length > before, 'the search');
  // Refused until the Clio contact is on the disk.
  const linkToRuth = async () => (await here.answerTo('panel', 'link.set', { key, highlevelId: ruth.highlevelId })).ok;
  await here.until(linkToRuth, 'the link by hand');
  await pause(1000);
  expect((await rowsOnDisk(here, 'links')).map((link) => link.highlevelId)).toEqual([ruth.highlevelId]);
});

test('a list that was asked for before an undo does not bring the undone task back', async () => {
  const here = await createMarisolWorld();
  world = here;
  const { actId } = await here.pushTask();
  await here.until(async () => (await firstWrite(here)).state === 'done', 'the task');
  const id = here.pushedTasks()[0]?.id;
  expect(id).toBeDefined();
  const isKept = async () => (await rowsOnDisk(here, 'records')).some((row) => row.id === id);
  await pause(200);
  const before = here.sends('highlevel.list-tasks').length;
  here.sandbox.faults.play({ fault: 'delayAfter', route: 'highlevel.list-tasks', ms: 500 });
  await here.say('panel', 'panel.refresh', { key: here.key });
  await here.until(() => here.sends('highlevel.list-tasks').length > before, 'the old list');
  await here.say('panel', 'act.undo', { actId });
  await here.until(async () => !(await isKept()), 'the undo');
  await pause(700);
  expect(await isKept()).toBe(false);
  const { person } = await here.screen('person');
  expect(JSON.stringify(person.tasks)).not.toContain(`"${id}"`);
});

test('a refresh that is refused late does not end a sign-in made since', async () => {
  const here = await createAppWorld();
  world = here;
  await signInToBoth(here);
  const highlevel = async () =>
    (await here.say('console', 'connections.view', {})).connections.find((one) => one.system === 'highlevel');
  const tokens = () => here.sandbox.ledger.entries({ routeId: 'highlevel.token' }).length;
  here.sandbox.control('highlevel.expireTokens');
  here.sandbox.control('highlevel.spoilRefreshTokens');
  const before = tokens();
  here.sandbox.faults.play({ fault: 'delayAfter', path: '/oauth/token', ms: 700 });
  await here.openContact(here.cast.marisol.clioId);
  await here.until(() => tokens() > before, 'the refresh');
  await here.signInToHighLevel();
  await pause(1100);
  expect((await highlevel())?.state).toBe('ok');
  await here.say('panel', 'panel.refresh', { key: `us:contact:${here.cast.marisol.clioId}` });
  await here.screen('person');
});

test('somebody else is chosen while the first is still being read again: the choice is read as well', async () => {
  const here = await createAppWorld();
  world = here;
  await here.connect();
  const { marisol, henry } = here.cast;
  await here.open({ kind: 'matter', id: String(marisol.matterId) });
  await here.screen('person');
  const { key } = await here.view();
  const before = here.sandbox.ledger.entries({ routeId: 'clio.contacts.get' }).length;
  here.sandbox.faults.play({ fault: 'delayAfter', route: 'clio.contacts.get', ms: 300 });
  await here.say('panel', 'panel.refresh', { key });
  await here.until(() => here.sandbox.ledger.entries({ routeId: 'clio.contacts.get' }).length > before);
  await here.say('panel', 'person.choose', { key, clioId: String(henry.clioId) });
  await here.until(async () => ['none', 'choose'].includes((await here.view()).screen.kind), 'the chosen person');
});
