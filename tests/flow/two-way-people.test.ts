import { afterEach, expect, test } from 'vitest';
import { createInClio, createInHighLevel } from './pull-world.ts';
import { comes, createTwoWayWorld, type TwoWayWorld } from './two-way-world.ts';

let world: TwoWayWorld;
afterEach(() => world.close());
const start = async (change?: Parameters<TwoWayWorld['choose']>[0]) => {
  world = await createTwoWayWorld();
  await world.choose(change);
};
const inHighLevel = (firstName: string) =>
  world.sandbox.highlevel.state.rows.contacts.filter((one) => one.firstName === firstName);
const inClio = (name: string) => world.sandbox.clio.state.rows.contacts.filter((one) => one.first_name === name);

test('a Clio contact made later becomes a HighLevel contact, linked, with its note', async () => {
  await start();
  const id = createInClio(world, 'Zephyrine', 'Quackenbush');
  world.sandbox.control('clio.addNote', {
    contact_id: Number(id),
    subject: 'Intake',
    detail: 'Referred by her sister.',
    created_at: world.stamp(),
    updated_at: world.stamp(),
  });
  await comes(world, () => inHighLevel('Zephyrine').length);
  const [made] = inHighLevel('Zephyrine');
  await comes(world, () =>
    world.sandbox.highlevel.state.rows.notes.some((one) => one.contactId === made!.id && one.body.includes('sister')),
  );
  const [link] = await world.syncReader.linksOfClio(world.clio.account, id);
  expect(link).toMatchObject({ highlevelId: made!.id, by: 'create' });
  await world.pass(5);
  expect(inHighLevel('Zephyrine')).toHaveLength(1);
  expect(inClio('Zephyrine')).toHaveLength(1);
});

test('a HighLevel contact made later becomes a Clio contact, and is not made again by its own echo', async () => {
  await start();
  const id = createInHighLevel(world, 'Thelonious', 'Quackenbush');
  await comes(world, () => inClio('Thelonious').length);
  const [link] = await world.reader.linksOfHighLevel(world.location.account, id);
  expect(link).toMatchObject({ clioId: String(inClio('Thelonious')[0]!.id), by: 'create' });
  await world.pass(10);
  expect(inClio('Thelonious')).toHaveLength(1);
  expect(inHighLevel('Thelonious')).toHaveLength(1);
});

test('a pilot of one new person a day makes one a day', async () => {
  await start((choice) => ({ ...choice, pilot: { on: true, people: [String(world.ruth.clioId)], perDay: 1 } }));
  createInClio(world, 'Zephyrine', 'Quackenbush');
  createInClio(world, 'Ignatius', 'Featherstonehaugh');
  await world.pass(8);
  expect(inHighLevel('Zephyrine').length + inHighLevel('Ignatius').length).toBe(1);
});

test('an answer lost on the way back makes nobody twice', async () => {
  await start();
  world.sandbox.faults.play({ fault: 'resetAfter', route: 'highlevel.create-contact' });
  const id = createInClio(world, 'Zephyrine', 'Quackenbush');
  await comes(world, () => inHighLevel('Zephyrine').length);
  await world.pass(5);
  expect(inHighLevel('Zephyrine')).toHaveLength(1);
  expect(await world.syncReader.linksOfClio(world.clio.account, id)).toMatchObject([
    { highlevelId: inHighLevel('Zephyrine')[0]!.id },
  ]);
});
