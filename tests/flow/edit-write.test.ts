import { afterEach, describe, expect, test } from 'vitest';
import type { AppWorld } from './app-world.ts';
import { createMarisolWorld } from './marisol.ts';
import { firstWrite, rowsOnDisk } from './on-disk.ts';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { diskOf } from './pull-world.ts';
import { createRulesWorld, followUp } from './rules-world.ts';
import { comes } from './two-way-world.ts';

let world: { close(): Promise<void> } | undefined;
afterEach(() => world?.close());

type Say = Pick<AppWorld, 'say' | 'sandbox'>;
const NO = { message: ['a value is not allowed'] };
/** Each call of the route is refused, until the office has found out why. */
const refuse = ({ sandbox }: Say, route: string, body: unknown = NO) =>
  sandbox.faults.play({ fault: 'status', route, code: 422, times: 'always', body });
const stopped = async ({ say }: Say) => (await say('console', 'asks.view', {})).writes;
const logOf = async ({ say }: Say) => (await say('console', 'activity.view', { filter: {} })).rows;

async function refusedTask() {
  const marisol = await createMarisolWorld();
  world = marisol;
  refuse(marisol, 'highlevel.create-task');
  await marisol.pushTask();
  await marisol.passUntilSettled(300);
  expect(await firstWrite(marisol)).toMatchObject({ state: 'failed', error: { code: 'invalid-request' } });
  const [write] = await stopped(marisol);
  return { ...marisol, writeId: write!.id, write: write! };
}
const tasksOf = ({ rows, cast }: Awaited<ReturnType<typeof refusedTask>>) =>
  rows()
    .tasks.filter(({ contactId, title }) => contactId === cast.marisol.highlevelId && /medical records/i.test(title))
    .map(({ title }) => title);

describe('a click that was refused', () => {
  test('is put right, sent once with the other value, linked to its Clio task, and told of with both values', async () => {
    const here = await refusedTask();
    expect(here.write.edit?.input).toMatchObject({ values: { title: 'Request medical records' } });
    here.sandbox.faults.clear();
    await here.say('console', 'write.edit', { writeId: here.writeId, values: { title: 'Ask for medical records' } });
    await here.settled();
    expect(tasksOf(here)).toEqual(['Ask for medical records']);
    const [pair] = await rowsOnDisk(here, 'pairs');
    expect(pair?.clioId).toBe(String(here.cast.marisol.tasks.records));
    const [edit] = (await logOf(here)).filter(({ why }) => why === 'edited');
    expect(edit).toMatchObject({ by: 'person', outcome: 'queued', write: here.writeId });
    expect(edit?.body).toMatchObject({
      before: { title: 'Request medical records' },
      after: { title: 'Ask for medical records' },
    });
    // Pushed by now: it can't be pushed once more.
    expect(await here.answerTo('panel', 'task.push', pushOf(here))).toMatchObject({ error: { code: 'already-there' } });
  });

  test('is on the disk when the answer says so: the worker dies on the spot, and it is sent once', async () => {
    const here = await refusedTask();
    here.sandbox.faults.clear();
    // The first look never comes back to the one that dies.
    here.sandbox.faults.play({ fault: 'hangAfter', route: 'highlevel.list-tasks' });
    await here.say('console', 'write.edit', { writeId: here.writeId, values: { title: 'Ask for medical records' } });
    await here.until(() => here.sandbox.faults.pending().length === 0, 'the look');
    await here.kill();
    here.sandbox.faults.clear();
    await here.passUntilSettled(300);
    expect(tasksOf(here)).toEqual(['Ask for medical records']);
  });

  test('the panel leads to the form in the console', async () => {
    const here = await refusedTask();
    expect((await here.view()).waiting).toMatchObject([{ id: here.writeId, canEdit: true }]);
    await here.say('panel', 'console.open', { write: here.writeId });
    expect(here.opened).toEqual([`needs-you/write%7C${here.writeId}`]);
  });

  test('refused again, it waits again, with the values it has now', async () => {
    const here = await refusedTask();
    await here.say('console', 'write.edit', { writeId: here.writeId, values: { title: 'Ask for medical records' } });
    await here.passUntilSettled(300);
    const [again] = await stopped(here);
    expect(again).toMatchObject({ id: here.writeId, state: 'failed', sent: { title: 'Ask for medical records' } });
    expect(tasksOf(here)).toEqual([]);
  });

  test('what is no value of the operation is refused, and nothing changes', async () => {
    const here = await refusedTask();
    const edit = (values: Record<string, string>) => here.answerTo('console', 'write.edit', { writeId: here.writeId, values });
    const invalid = { ok: false, error: { code: 'invalid-request' } };
    expect(await edit({ title: '' })).toMatchObject(invalid);
    expect(await edit({ due: 'soon' })).toMatchObject(invalid);
    // Whom it is for is not for this form to say.
    expect(await edit({ contactId: here.cast.marisol.highlevelId })).toMatchObject(invalid);
    expect(await firstWrite(here)).toMatchObject({ state: 'failed' });
    expect(await here.answerTo('panel', 'write.edit', { writeId: here.writeId, values: { title: 'x' } })).toMatchObject({
      ok: false,
    });
  });

  test('while writing is off it is kept, and asks for the switch', async () => {
    const here = await refusedTask();
    here.sandbox.faults.clear();
    await here.say('console', 'writing.set', { system: 'highlevel', on: false });
    await here.say('console', 'write.edit', { writeId: here.writeId, values: { title: 'Ask for medical records' } });
    await here.until(async () => (await firstWrite(here)).error?.code === 'writing-off', 'the switch');
    expect(tasksOf(here)).toEqual([]);
    // Put right, but not refused: another try is the way on.
    expect((await stopped(here))[0]?.edit).toBeUndefined();
    await here.say('console', 'writing.set', { system: 'highlevel', on: true });
    await here.say('console', 'write.retry', { writeId: here.writeId });
    await here.settled();
    expect(tasksOf(here)).toEqual(['Ask for medical records']);
  });

  test('of two windows that save at once one is told that the other was first', async () => {
    const here = await refusedTask();
    here.sandbox.faults.clear();
    const edit = (title: string) => here.answerTo('console', 'write.edit', { writeId: here.writeId, values: { title } });
    const answers = await Promise.all([edit('Ask for medical records'), edit('Get medical records')]);
    expect(answers).toMatchObject([{ ok: true }, { ok: false, error: { code: 'changed-meanwhile' } }]);
    await here.settled();
    expect(tasksOf(here)).toEqual(['Ask for medical records']);
    expect((await logOf(here)).filter(({ why }) => why === 'edited')).toHaveLength(1);
  });

  test('is not offered for what may have been carried out, nor taken for it', async () => {
    const here = await createMarisolWorld();
    world = here;
    here.sandbox.faults.play({ fault: 'status', route: 'highlevel.create-task', code: 403, times: 'always', body: {} });
    await here.pushTask();
    await here.until(async () => (await firstWrite(here)).state === 'needs-you', 'the refusal');
    const [write] = await stopped(here);
    expect(write?.edit).toBeUndefined();
    const payload = { writeId: write!.id, values: { title: 'x' } };
    expect(await here.answerTo('console', 'write.edit', payload)).toMatchObject({ error: { code: 'changed-meanwhile' } });
  });
});

const pushOf = (here: Awaited<ReturnType<typeof refusedTask>>) => ({
  key: here.key,
  taskIds: [String(here.cast.marisol.tasks.records)],
  held: false,
});

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
