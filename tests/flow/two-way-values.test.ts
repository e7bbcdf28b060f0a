import { afterEach, expect, test } from 'vitest';
import { comes, createTwoWayWorld, type TwoWayWorld } from './two-way-world.ts';

let world: TwoWayWorld;
afterEach(() => world.close());
const change = {
  clio: (patch: object) => world.sandbox.control('clio.patchContact', { id: world.ruth.clioId, patch }),
  highlevel: (patch: object) => world.sandbox.control('highlevel.patchContact', { id: world.ruth.highlevelId, patch }),
};
const clioField = (name: string): string =>
  String(world.sandbox.clio.state.rows.customFields.find((one) => one.name === name)!.id);
const highlevelField = (name: string): string =>
  world.sandbox.highlevel.state.rows.customFields.find((one) => one.name === name)!.id;
/** Clio gives a checkbox back as it was sent. */
const clioValue = (id: string): string =>
  String(world.inClio().custom_field_values.find((one) => String(one.custom_field_id) === id)?.value);

test('what is missing is filled in on either side at the first meeting, and nothing else is touched', async () => {
  world = await createTwoWayWorld();
  change.clio({ date_of_birth: '1979-03-14' });
  change.highlevel({ city: 'Seattle' });
  await world.choose();
  await comes(world, () => world.inHighLevel().dateOfBirth && world.inClio().addresses.some(({ city }) => city === 'Seattle'));
  expect(world.inHighLevel()).toMatchObject({
    firstName: 'Ruth',
    city: 'Seattle',
    dateOfBirth: expect.stringContaining('1979-03-14'),
  });
  expect(world.inClio()).toMatchObject({ first_name: 'Ruth', date_of_birth: '1979-03-14' });
  expect(await world.planned()).toEqual(['clio.contact.update', 'highlevel.contact.update']);
});

test('a value cleared on purpose is neither filled in again nor cleared on the other side', async () => {
  world = await createTwoWayWorld();
  change.clio({ date_of_birth: '1979-03-14' });
  change.highlevel({ dateOfBirth: '1979-03-14' });
  await world.choose();
  change.clio({ date_of_birth: null });
  await world.pass(6);
  expect(world.inClio().date_of_birth).toBeNull();
  expect(world.inHighLevel().dateOfBirth).toContain('1979-03-14');
  expect(await world.planned()).toEqual([]);
});

test('a Clio checkbox stands for a HighLevel tag, and a text field for a text field, as somebody paired them', async () => {
  world = await createTwoWayWorld();
  const [checked, language, theirs] = [
    clioField('Conflict checked'),
    clioField('Preferred language'),
    highlevelField('Preferred language'),
  ];
  change.clio({ custom_field_values: [{ custom_field: { id: Number(checked) }, value: true }] });
  await world.choose((choice) => ({
    ...choice,
    extras: [
      {
        id: 'x.checked',
        name: 'Checked',
        kind: 'flag',
        clio: { fieldId: checked },
        highlevel: { tag: 'conflict-checked' },
        direction: 'both',
      },
      {
        id: 'x.language',
        name: 'Language',
        kind: 'text',
        clio: { fieldId: language },
        highlevel: { fieldId: theirs },
        direction: 'both',
      },
    ],
  }));
  await comes(world, () => world.inHighLevel().tags.includes('conflict-checked'));
  change.highlevel({ customFields: [{ id: theirs, value: 'Igbo' }] });
  await comes(world, () => clioValue(language) === 'Igbo');
  // The tag taken off by hand is somebody's no.
  change.highlevel({ tags: world.inHighLevel().tags.filter((tag) => tag !== 'conflict-checked') });
  await comes(world, () => clioValue(checked) === 'false');
  await world.pass(5);
  expect(await world.asks()).toEqual([]);
});

test('do-not-disturb goes into the chosen Clio field', async () => {
  world = await createTwoWayWorld();
  const field = clioField('Conflict checked');
  await world.choose((choice) => ({ ...choice, dnd: { id: field, variant: 'checkbox' } }));
  change.highlevel({ dnd: true });
  await comes(world, () => clioValue(field) === 'true');
  expect(await world.planned()).toEqual(['clio.contact.update']);
});

test('while writing is off nothing leaves; switched on, it goes', async () => {
  world = await createTwoWayWorld();
  await world.choose();
  await world.say('console', 'writing.set', { system: 'highlevel', on: false });
  change.clio({ first_name: 'Ruthie' });
  await world.pass(5);
  expect(world.inHighLevel().firstName).toBe('Ruth');
  expect(await world.openRows()).toMatchObject([{ state: 'queued', error: { code: 'writing-off' } }]);
  await world.say('console', 'writing.set', { system: 'highlevel', on: true });
  await comes(world, () => world.inHighLevel().firstName === 'Ruthie', 20);
});

test('a changed e-mail or phone in Clio replaces the one in HighLevel, and a second one added beside it changes nothing', async () => {
  world = await createTwoWayWorld();
  await world.choose();
  const [row] = world.inClio().email_addresses;
  change.clio({ email_addresses: [{ id: row!.id, address: 'ruth.new@okafor.example' }] });
  await comes(world, () => world.inHighLevel().email === 'ruth.new@okafor.example');
  change.clio({ email_addresses: [{ name: 'Work', address: 'second@okafor.example' }] });
  await world.pass(5);
  expect(world.inHighLevel().email).toBe('ruth.new@okafor.example');
  expect(await world.planned()).toEqual(['highlevel.contact.update']);
  expect(await world.asks()).toEqual([]);
});
