import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld, QUIET, TAG } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());
const start = async () => {
  world = await createPromiseWorld((choice) => ({ ...choice, extras: [] }));
  const [own] = Object.entries(await world.settings.get('sync'));
  const [id, choice] = own!;
  await world.settings.update('sync', () => ({
    [id]: { ...choice, extras: [], dnd: { id: String(world.checkbox), variant: 'checkbox' } },
  }));
};
const ticked = () => world.inClio().custom_field_values.find(({ custom_field_id: id }) => id === world.checkbox);
/** An office does away with the field: nobody has a value of it any more. */
const takeFieldAway = () =>
  world.sandbox.control('clio.patchContact', {
    id: world.ruth.clioId,
    patch: { custom_field_values: [{ id: ticked()!.id, _destroy: true }] },
  });

test('who asked not to be disturbed is made so in HighLevel in the very call: no workflow greets them first', async () => {
  await start();
  const email_addresses = [{ name: 'Work', address: 'nell@quiet.example', default_email: true }];
  const custom_field_values = [{ custom_field: { id: world.checkbox }, value: true }];
  world.clioContact({ first_name: 'Nell', last_name: 'Quiet', email_addresses, custom_field_values });
  await comes(world, () => world.contactsNamed('Quiet').highlevel.length);
  expect(world.callsOf('highlevel.create-contact')).toMatchObject([{ body: { dnd: true } }]);
  expect(world.sent()).toEqual(['highlevel.create-contact']);
  expect(await world.restsFor()).toEqual(QUIET);
});

test('a HighLevel that makes the contact without it is told once more', async () => {
  await start();
  const { contacts } = world.sandbox.highlevel.state.rows;
  const email_addresses = [{ name: 'Work', address: 'nell@quiet.example', default_email: true }];
  world.clioContact({
    ...{ first_name: 'Nell', last_name: 'Quiet', email_addresses },
    custom_field_values: [{ custom_field: { id: world.checkbox }, value: true }],
  });
  // Worker and answer are one turn: the reading that follows finds it off.
  world.sandbox.faults.play({ fault: 'hangAfter', route: 'highlevel.create-contact' });
  void world.advance(60_000);
  await world.until(() => contacts.find(({ lastName }) => lastName === 'Quiet'), 'the new contact');
  world.sandbox.control('highlevel.patchContact', { id: contacts.at(-1)!.id, patch: { dnd: false } });
  world.sandbox.control('release-faults', {});
  await comes(world, () => world.contactsNamed('Quiet').highlevel[0]?.dnd === true);
  expect(world.contactsNamed('Quiet').highlevel).toHaveLength(1);
});

test('a value that is gone from Clio altogether frees nobody; an unticked box does', async () => {
  await start();
  world.editHighLevel(`/contacts/${world.ruth.highlevelId}`, { dnd: true });
  await comes(world, ticked);
  await world.pass(3);
  takeFieldAway();
  expect(await world.restsFor()).toEqual(QUIET);
  expect(world.inHighLevel().dnd).toBe(true);
  world.sandbox.control('clio.patchContact', {
    id: world.ruth.clioId,
    patch: { custom_field_values: [{ custom_field: { id: world.checkbox }, value: false }] },
  });
  await comes(world, () => world.inHighLevel().dnd === false);
});

test('a box that is gone from Clio altogether takes no tag off', async () => {
  world = await createPromiseWorld();
  world.sandbox.control('highlevel.patchContact', { id: world.ruth.highlevelId, patch: { tags: [TAG.highlevel] } });
  await comes(world, ticked);
  await world.pass(3);
  takeFieldAway();
  expect(await world.restsFor()).toEqual(QUIET);
  expect(world.inHighLevel().tags).toContain(TAG.highlevel);
});
