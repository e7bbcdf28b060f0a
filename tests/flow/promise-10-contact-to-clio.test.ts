import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());

test('row 10: a contact created in HighLevel becomes a Clio contact with its core fields, tasks and notes', async () => {
  world = await createPromiseWorld();
  const id = world.highlevelContact({
    ...{ firstName: 'Thelonious', lastName: 'Quackenbush', email: 'theo@quackenbush.example', phone: '+12065550188' },
    ...{ address1: '12 Pine St', city: 'Seattle', state: 'WA', postalCode: '98101', country: 'US', dateOfBirth: '1984-02-29' },
  });
  world.addHighLevel(`/contacts/${id}/tasks`, {
    ...{ title: 'Call him back', body: 'After five', dueDate: `${world.day(2)}T20:00:00Z`, completed: false },
  });
  world.addHighLevel(`/contacts/${id}/notes`, { body: 'Found us through the radio.' });
  const both = () => world.contactsNamed('Quackenbush');
  const own = () => both().clio[0]!;
  await comes(world, own);
  await comes(world, () => world.tasksNamed('Call him back').clio.length);
  await comes(world, () => world.notesSaying('through the radio').clio.length);
  expect(world.sameName(own(), both().highlevel[0]!)).toBe(true);
  expect(own()).toMatchObject({ type: 'Person', date_of_birth: '1984-02-29' });
  expect(own().phone_numbers.map(({ number }) => number.replace(/\D/g, ''))).toEqual([expect.stringMatching(/2065550188$/)]);
  expect(own().addresses).toMatchObject([{ street: '12 Pine St', city: 'Seattle', province: 'WA', postal_code: '98101' }]);
  expect(world.tasksNamed('Call him back').clio).toMatchObject([
    { status: 'pending', due_at: world.day(2), description: expect.stringContaining('After five') },
  ]);
  expect(world.notesSaying('through the radio').clio).toMatchObject([{ contact_id: own().id }]);
  const sent = world.sent();
  expect(sent.filter((one) => !/update|patch/.test(one))).toEqual([
    'clio.contacts.create',
    'clio.notes.create',
    'clio.tasks.create',
  ]);
  const told = await world.told();
  expect(told.find(({ op }) => op === 'clio.contact.create')).toMatchObject({
    ...{ by: 'sync', outcome: 'done' },
    after: { firstName: 'Thelonious', lastName: 'Quackenbush', email: 'theo@quackenbush.example' },
  });
  const [link] = await world.reader.linksOfHighLevel(world.location.account, id);
  expect(link).toMatchObject({ clioId: String(own().id), by: 'create' });
  expect(await world.restsFor()).toEqual(QUIET);
  expect([both().clio.length, both().highlevel.length]).toEqual([1, 1]);
});
