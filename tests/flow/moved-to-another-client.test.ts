import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());

/** A second client, linked. */
async function ann(): Promise<{ clioId: number; highlevelId: string }> {
  const email_addresses = [{ name: 'Work', address: 'ann@other.example', default_email: true }];
  const clioId = world.clioContact({ first_name: 'Ann', last_name: 'Other', email_addresses });
  await comes(world, () => world.contactsNamed('Other').highlevel.length);
  await world.pass(3);
  return { clioId, highlevelId: world.contactsNamed('Other').highlevel[0]!.id };
}
const reconcile = async () => {
  await world.say('console', 'reconcile.run', {});
  await world.pass(10);
};
const tasksOf = (contactId: string) =>
  world.sandbox.highlevel.state.rows.tasks.filter((one) => one.contactId === contactId).map(({ title }) => title);

test('a task that moves to another client’s matter tells the former client nothing more, and takes nothing from them', async () => {
  world = await createPromiseWorld();
  const { clioId, highlevelId } = await ann();
  const matter = world.clioMatter(clioId);
  const id = world.clioTask(world.ruth.matterId, { name: 'Call the client', due_at: world.day(5) });
  await comes(world, () => world.tasksNamed('Call the client').highlevel.length);
  await world.pass(3);
  world.editClio(`/tasks/${id}`, { matter: { id: matter } });
  await world.pass(3);
  world.editClio(`/tasks/${id}`, { name: 'Ann has accepted 90,000' });
  await comes(world, () => tasksOf(highlevelId).includes('Ann has accepted 90,000'));
  await reconcile();
  expect(tasksOf(world.ruth.highlevelId)).toContain('Call the client');
  expect(tasksOf(world.ruth.highlevelId)).not.toContain('Ann has accepted 90,000');
  const [former] = world.tasksNamed('Call the client').highlevel;
  world.editHighLevel(`/contacts/${world.ruth.highlevelId}/tasks/${former!.id}`, {
    title: 'Call Ruth',
    dueDate: former!.dueDate,
  });
  await reconcile();
  expect(world.sandbox.clio.state.rows.tasks.find((one) => one.id === id)?.name).toBe('Ann has accepted 90,000');
  const told = (await world.syncReader.activity({ link: world.linked.key, outcome: 'kept' }, undefined, 50)).filter(
    ({ why }) => why === 'moved',
  );
  expect(told).toHaveLength(1);
});

test('a meeting that is held with somebody else tells the former client nothing more', async () => {
  world = await createPromiseWorld();
  const { clioId, highlevelId } = await ann();
  const span = { start_at: `${world.day(4)}T18:00:00Z`, end_at: `${world.day(4)}T18:30:00Z` };
  const own = { id: world.ruth.clioId, type: 'Contact' };
  const made = world.office.clio('POST', '/calendar_entries.json', {
    data: { summary: 'Signing', ...span, calendar_owner: { id: Number(world.choice.calendars.clio) }, attendees: [own] },
  }) as { data: { id: number } };
  await comes(world, () => world.visits().some(({ title }) => title === 'Signing'));
  await world.pass(3);
  const attendees = [
    { ...own, _destroy: true },
    { id: clioId, type: 'Contact' },
  ];
  world.editClio(`/calendar_entries/${made.data.id}`, { summary: 'Ann signs the waiver', attendees });
  const hers = () => world.sandbox.highlevel.state.rows.appointments.filter((one) => one.contactId === highlevelId);
  await comes(world, () => hers().length);
  await reconcile();
  expect(hers().map(({ title }) => title)).toEqual(['Ann signs the waiver']);
  expect(world.visits().map(({ title }) => title)).toContain('Signing');
  expect(world.visits().map(({ title }) => title)).not.toContain('Ann signs the waiver');
});
