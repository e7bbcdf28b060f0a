import { afterEach, describe, expect, test } from 'vitest';
import { refuse, stopped } from './edit-world.ts';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { diskOf } from './pull-world.ts';
import { createRulesWorld, followUp } from './rules-world.ts';
import { comes } from './two-way-world.ts';

let world: { close(): Promise<void> } | undefined;
afterEach(() => world?.close());

describe('a write of two-way sync that was refused', () => {
  const start = async (): Promise<PromiseWorld> => {
    const here = await createPromiseWorld();
    world = here;
    return here;
  };
  const failing = async (here: PromiseWorld) => {
    await comes(here, async () => (await stopped(here))[0]?.state === 'failed', 20);
    here.sandbox.faults.clear();
    here.sent();
    return (await stopped(here))[0]!;
  };

  test('a value put right on its way to HighLevel stays there, and travels nowhere else', async () => {
    const here = await start();
    refuse(here, 'highlevel.update-contact');
    here.editClio(`/contacts/${here.ruth.clioId}`, { first_name: 'Ruth*' });
    const write = await failing(here);
    await here.say('console', 'write.edit', { writeId: write.id, values: { firstName: 'Ruthanne' } });
    await comes(here, () => here.inHighLevel().firstName === 'Ruthanne');
    expect(here.inClio().first_name).toBe('Ruth*');
    expect(here.sent()).toEqual(['highlevel.update-contact']);
    expect(await here.restsFor()).toEqual(QUIET);
    // Neither does the comparison of all linked people call it a difference.
    await here.say('console', 'reconcile.run', {});
    expect(await here.restsFor()).toEqual(QUIET);
    expect(here.inClio().first_name).toBe('Ruth*');
    expect((await here.told()).at(-1)).toMatchObject({ op: 'highlevel.contact.update', after: { firstName: 'Ruthanne' } });
    // The next change in Clio goes its way again.
    here.editClio(`/contacts/${here.ruth.clioId}`, { first_name: 'Ruthie' });
    await comes(here, () => here.inHighLevel().firstName === 'Ruthie');
    expect(await here.restsFor()).toEqual(QUIET);
  });

  test('a value taken out is not filled in again', async () => {
    const here = await start();
    refuse(here, 'highlevel.update-contact');
    const before = here.inHighLevel().firstName;
    here.editClio(`/contacts/${here.ruth.clioId}`, { first_name: 'Ruth*', last_name: 'Abernathy' });
    const write = await failing(here);
    await here.say('console', 'write.edit', { writeId: write.id, values: { firstName: '' } });
    await comes(here, () => here.inHighLevel().lastName === 'Abernathy');
    expect(here.inHighLevel().firstName).toBe(before);
    expect(await here.restsFor()).toEqual(QUIET);
    expect([here.inHighLevel().firstName, here.inClio().first_name]).toEqual([before, 'Ruth*']);
  });

  test('a new task is made once, under the other title, and stays the twin of its Clio task', async () => {
    const here = await start();
    refuse(here, 'highlevel.create-task');
    const id = here.clioTask(here.ruth.matterId, { name: 'Call the *clerk*', due_at: here.day(5) });
    const write = await failing(here);
    await here.say('console', 'write.edit', { writeId: write.id, values: { title: 'Call the clerk' } });
    await comes(here, () => here.tasksNamed('Call the clerk').highlevel.length);
    expect(await here.restsFor()).toEqual(QUIET);
    expect(here.tasksNamed('Call the *clerk*')).toMatchObject({ clio: [{ id }], highlevel: [] });
    expect(here.tasksNamed('Call the clerk').highlevel).toHaveLength(1);
    here.editClio(`/tasks/${id}`, { due_at: here.day(9) });
    const dueDay = () =>
      new Date(here.tasksNamed('Call the clerk').highlevel[0]!.dueDate).toLocaleDateString('sv-SE', {
        timeZone: here.location.timeZone,
      });
    await comes(here, () => dueDay() === here.day(9), 12);
    expect(here.highlevelTasks().filter(({ title }) => /clerk/.test(title))).toHaveLength(1);
  });

  test('a new person is made once, and linked', async () => {
    const here = await start();
    refuse(here, 'highlevel.create-contact');
    here.clioContact({
      ...{ first_name: 'Odile', last_name: 'Farquharson' },
      email_addresses: [{ name: 'Work', address: 'odile@farquharson.example', default_email: true }],
    });
    const write = await failing(here);
    expect(write.op).toBe('highlevel.contact.create');
    await here.say('console', 'write.edit', { writeId: write.id, values: { firstName: 'Odille', city: 'Surrey' } });
    await comes(here, () => here.contactsNamed('Farquharson').highlevel.length);
    expect(await here.restsFor()).toEqual(QUIET);
    const { clio, highlevel } = here.contactsNamed('Farquharson');
    expect([clio.length, highlevel.length]).toEqual([1, 1]);
    expect([clio[0]?.first_name, highlevel[0]?.firstName]).toEqual(['Odile', 'Odille']);
    const links = await diskOf(here).reader.linksOfHighLevel(here.location.account, highlevel[0]!.id);
    expect(links).toHaveLength(1);
  });
});

test('a person put right whose creation was answered by nobody is found, linked, and not carried back to Clio', async () => {
  const here = await createPromiseWorld();
  world = here;
  refuse(here, 'highlevel.create-contact');
  here.clioContact({
    ...{ first_name: 'Odile', last_name: 'Farquharson' },
    email_addresses: [{ name: 'Work', address: 'odile@farquharson.example', default_email: true }],
  });
  await comes(here, async () => (await stopped(here))[0]?.state === 'failed', 20);
  here.sandbox.faults.clear();
  here.sandbox.faults.play({ fault: 'resetAfter', route: 'highlevel.create-contact' });
  const [write] = await stopped(here);
  await here.say('console', 'write.edit', { writeId: write!.id, values: { firstName: 'Odille' } });
  await comes(here, async () => !(await here.openRows()).length);
  expect(await here.restsFor()).toEqual(QUIET);
  const { clio, highlevel } = here.contactsNamed('Farquharson');
  expect([clio.map((one) => one.first_name), highlevel.map((one) => one.firstName)]).toEqual([['Odile'], ['Odille']]);
});

test('a rule’s write that was refused is put right and sent once, for the rule', async () => {
  const here = await createRulesWorld();
  world = here;
  await here.rule({ trigger: { id: 'clio.task.created', params: {} }, steps: [followUp] });
  refuse(here, 'highlevel.create-task');
  here.sandbox.control('clio.addTask', {
    ...{ name: 'File *it*', matter_id: here.ruth.matterId, permission: 'public', created_at: here.stamp() },
    due_at: new Date(here.sandbox.clock.now() + 5 * 86_400_000).toISOString().slice(0, 10),
  });
  await here.live(8);
  const [write] = await stopped(here);
  expect(write).toMatchObject({ by: 'rule', state: 'failed' });
  here.sandbox.faults.clear();
  await here.say('console', 'write.edit', { writeId: write!.id, values: { title: 'After: File it' } });
  await here.live(4);
  const made = here.highlevelTasks().filter(({ title }) => title.startsWith('After: File'));
  expect(made.map(({ title }) => title)).toEqual(['After: File it']);
  expect(await here.openRows()).toEqual([]);
});
