import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld, QUIET, TAG } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());

test('row 7: a Clio contact created or changed becomes the HighLevel contact, with its tasks, notes and tags', async () => {
  world = await createPromiseWorld();
  const id = world.clioContact({
    ...{ first_name: 'Zephyrine', last_name: 'Quackenbush' },
    email_addresses: [{ name: 'Work', address: 'zephyrine@quackenbush.example' }],
    phone_numbers: [{ name: 'Mobile', number: '206-555-0177' }],
    custom_field_values: [{ custom_field: { id: world.checkbox }, value: true }],
  });
  const matter = world.clioMatter(id);
  world.clioTask(matter, { name: 'Collect her payslips', due_at: world.day(4) });
  world.clioNote(id, 'Intake', 'Referred by her sister.');
  const theirs = () => world.contactsNamed('Quackenbush').highlevel[0];
  await comes(world, () => theirs()?.tags.includes(TAG.highlevel));
  await comes(world, () => world.tasksNamed('Collect her payslips').highlevel.length);
  await comes(world, () => world.notesSaying('by her sister').highlevel.length);
  expect(theirs()).toMatchObject({
    ...{ firstName: 'Zephyrine', lastName: 'Quackenbush' },
    ...{ email: 'zephyrine@quackenbush.example', phone: '+12065550177' },
  });
  expect(world.tasksNamed('Collect her payslips').highlevel).toMatchObject([{ contactId: theirs()!.id, completed: false }]);
  expect(world.notesSaying('by her sister').highlevel).toMatchObject([{ contactId: theirs()!.id }]);
  const made = world.sent();
  expect(made.filter((one) => /create/.test(one))).toEqual([
    'highlevel.create-contact',
    'highlevel.create-note',
    'highlevel.create-task',
  ]);
  expect(await world.restsFor(20)).toEqual(QUIET);

  const own = world.contactsNamed('Quackenbush').clio[0]!;
  world.editClio(`/contacts/${id}`, {
    first_name: 'Zéphyrine',
    email_addresses: [{ id: own.email_addresses[0]!.id, address: 'zq@quackenbush.example' }],
    phone_numbers: [{ id: own.phone_numbers[0]!.id, number: '206-555-0178' }],
  });
  await comes(world, () => theirs()!.firstName === 'Zéphyrine');
  expect(theirs()).toMatchObject({ email: 'zq@quackenbush.example', phone: '+12065550178', tags: [TAG.highlevel] });
  expect(world.sent()).toEqual(['highlevel.update-contact']);
  expect((await world.told()).at(-1)).toMatchObject({
    ...{ op: 'highlevel.contact.update', by: 'sync', outcome: 'done' },
    before: { firstName: 'Zephyrine', email: 'zephyrine@quackenbush.example' },
    after: { firstName: 'Zéphyrine', email: 'zq@quackenbush.example' },
  });
  expect(await world.restsFor()).toEqual(QUIET);
  const both = world.contactsNamed('Quackenbush');
  expect([both.clio.length, both.highlevel.length]).toEqual([1, 1]);
  expect(world.sameName(both.clio[0]!, both.highlevel[0]!)).toBe(true);
});
