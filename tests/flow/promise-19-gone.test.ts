import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());
const asked = async (kind: string) => (await world.asks()).find((one) => one.kind === kind);
/** Reads every linked person again, as the button and the night do. */
const reconcile = () => world.say('console', 'reconcile.run', {});
const rowsOf = () => ({
  clio: world.sandbox.clio.state.rows.contacts.length,
  highlevel: world.sandbox.highlevel.state.rows.contacts.length,
});

test('row 19: a contact deleted in HighLevel is asked about; its Clio record stays as it is and nobody is made anew', async () => {
  world = await createPromiseWorld();
  const clio = structuredClone(world.inClio());
  world.sandbox.control('highlevel.deleteContact', { id: world.ruth.highlevelId });
  const before = rowsOf();
  await reconcile();
  await comes(world, () => asked('vanished'));
  expect(await asked('vanished')).toMatchObject({ link: world.linked.key, body: { side: 'highlevel' } });
  world.editClio(`/contacts/${world.ruth.clioId}`, { first_name: 'Ruthie' });
  const rest = await world.restsFor();
  expect(rest).toMatchObject({ writes: [], open: [] });
  expect(rowsOf()).toEqual(before);
  expect(world.inClio()).toMatchObject({
    ...clio,
    first_name: 'Ruthie',
    name: expect.any(String),
    updated_at: expect.any(String),
  });
  const { pairs } = await world.say('console', 'sync.view', {});
  expect(pairs[0]?.lastReconcile?.missing).toMatchObject([{ link: world.linked.key, side: 'highlevel' }]);
});

test('row 19: a contact deleted in Clio is asked about; its HighLevel contact, tasks and notes stay', async () => {
  world = await createPromiseWorld();
  const held = () => [world.inHighLevel(), world.highlevelTasks(), world.highlevelNotes()].map((one) => structuredClone(one));
  const before = held();
  const rows = rowsOf();
  world.sandbox.control('clio.deleteContact', { id: world.ruth.clioId });
  await reconcile();
  await comes(world, () => asked('vanished'));
  expect((await world.restsFor()).writes).toEqual([]);
  expect(held()).toEqual(before);
  expect(rowsOf()).toEqual({ ...rows, clio: rows.clio - 1 });
  await world.say('console', 'ask.answer', { key: (await asked('vanished'))!.key, answer: { offer: 'unlink' } });
  expect(await world.restsFor()).toEqual(QUIET);
  expect(held()).toEqual(before);
});

test('row 19: two HighLevel contacts merged: the survivor is offered, and once chosen both sides are equal again, nothing lost', async () => {
  world = await createPromiseWorld();
  const { firstName, lastName, email, phone } = world.inHighLevel();
  const winner = world.highlevelContact({ firstName, lastName, phone: '+12065550166' });
  await world.pass(3);
  world.sandbox.control('highlevel.mergeContacts', { winner, loser: world.ruth.highlevelId });
  world.sandbox.control('highlevel.patchContact', { id: winner, patch: { email, phone } });
  await world.pass(3);
  await reconcile();
  await comes(world, () => asked('vanished'));
  const ask = (await asked('vanished'))!;
  expect(ask.body.candidates?.map(({ id }) => id)).toContain(winner);
  const before = rowsOf();
  await world.say('console', 'ask.answer', { key: ask.key, answer: { offer: 'relink', id: winner } });
  await world.pass(5);
  expect((await world.syncReader.linksOfClio(world.clio.account, String(world.ruth.clioId)))[0]?.highlevelId).toBe(winner);
  world.editClio(`/contacts/${world.ruth.clioId}`, { first_name: 'Ruthie' });
  const kept = () => world.sandbox.highlevel.state.rows.contacts.find(({ id }) => id === winner);
  await comes(world, () => kept()?.firstName === 'Ruthie');
  expect(rowsOf()).toEqual(before);
});

test('row 19: a task deleted on one side is neither made anew there nor deleted on the other', async () => {
  world = await createPromiseWorld();
  const id = world.clioTask(world.ruth.matterId, { name: 'File the affidavit', due_at: world.day(5) });
  const both = () => world.tasksNamed('File the affidavit');
  await comes(world, () => both().highlevel.length);
  await world.pass(2);
  world.sent();
  world.office.clio('DELETE', `/tasks/${id}.json`);
  await reconcile();
  await world.pass(10);
  const rest = await world.restsFor();
  expect(rest.writes).toEqual([]);
  expect([both().clio.length, both().highlevel.length]).toEqual([0, 1]);
  const log = await world.syncReader.activity({ link: world.linked.key }, undefined, 50);
  expect(log.map(({ kind, body }) => `${kind} ${body.label}`)).toContainEqual(
    expect.stringMatching(/^(ask|decision) File the affidavit$/),
  );
});

test('row 19: two contacts of one system that look like one person are asked about once, and neither is touched', async () => {
  world = await createPromiseWorld();
  const { firstName, lastName, email } = world.inHighLevel();
  const twin = { email_addresses: [{ name: 'Work', address: email }] };
  world.clioContact({ first_name: firstName, last_name: lastName, ...twin });
  const duplicates = async () =>
    (await world.syncReader.asks('open', 200)).filter(
      ({ kind, body }) => kind === 'duplicate' && body.candidates?.some(({ id }) => id === String(world.ruth.clioId)),
    );
  await world.pass(2);
  await reconcile();
  await comes(world, async () => (await duplicates()).length);
  await reconcile();
  await world.pass(60);
  expect(await duplicates()).toHaveLength(1);
  expect(world.sent()).toEqual([]);
});
