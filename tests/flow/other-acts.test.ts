import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AppWorld, createAppWorld } from './app-world.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
  await world.connect();
  await world.allowWriting();
});
afterEach(() => world.close());

const rows = () => world.sandbox.highlevel.state.rows;
const tasksOf = (contactId: string) => rows().tasks.filter((task) => task.contactId === contactId);

test('a task and a note are added in HighLevel, tags come and go', async () => {
  const { marisol } = world.cast;
  const key = await world.openContact(marisol.clioId);
  await world.screen('person');
  await world.say('panel', 'task.add', { key, title: 'Call about the hearing', due: '2026-12-01' });
  await world.say('panel', 'note.add', { key, text: 'Prefers e-mail.\nCalls after four.' });
  await world.say('panel', 'tag.add', { key, tags: ['VIP'] });
  await world.say('panel', 'tag.remove', { key, tags: ['newsletter'] });
  await world.settled();
  expect(tasksOf(marisol.highlevelId).filter((task) => task.title === 'Call about the hearing')).toHaveLength(1);
  expect(rows().notes.filter((note) => note.body.includes('Prefers e-mail.'))).toHaveLength(1);
  const contact = rows().contacts.find((one) => one.id === marisol.highlevelId);
  expect(contact?.tags).toContain('vip');
  expect(contact?.tags).not.toContain('newsletter');
  await world.until(async () => {
    const { screen } = await world.view();
    return screen.kind === 'person' && screen.person.tags.some((tag) => tag.name === 'vip' && tag.state === 'same');
  }, 'the tag to be read back');
});

test('a person missing in HighLevel is created once, linked, and taken back by undo', async () => {
  const { nadia } = world.cast;
  const key = await world.openContact(nadia.clioId);
  await world.screen('none');
  const { actId } = await world.say('panel', 'contact.create', { key });
  const { person } = await world.screen('person');
  expect(person.match.by).toBe('create');
  const made = rows().contacts.filter((one) => one.email === nadia.email);
  expect(made).toHaveLength(1);
  expect(made[0]).toMatchObject({ phone: nadia.phone, firstName: 'Nadia', lastName: 'Haddad' });
  await world.settled();
  await world.say('panel', 'act.undo', { actId });
  await world.until(() => rows().contacts.every((one) => one.email !== nadia.email), 'the contact to be gone');
});

test('a missing field is copied back to Clio under its etag, and only while writing to Clio is on', async () => {
  const { clioId, highlevelId } = world.cast.ruth;
  const contact = world.sandbox.clio.state.rows.contacts.find((one) => one.id === clioId);
  world.sandbox.control('clio.patchContact', { id: clioId, patch: { date_of_birth: null } });
  world.sandbox.control('highlevel.patchContact', { id: highlevelId, patch: { dateOfBirth: '1979-03-14' } });
  const key = await world.openContact(clioId);
  await world.screen('person');
  await world.say('console', 'writing.set', { system: 'clio', on: false });
  await expect(world.say('panel', 'contact.copy-to-clio', { key, fields: ['dateOfBirth'] })).rejects.toThrow('writing-off');
  await world.say('console', 'writing.set', { system: 'clio', on: true });
  await world.say('panel', 'contact.copy-to-clio', { key, fields: ['dateOfBirth'] });
  await world.settled();
  expect(contact?.date_of_birth).toBe('1979-03-14');
  const patch = world.sandbox.ledger.entries({ method: 'PATCH', path: `/api/v4/contacts/${clioId}.json` }).at(-1);
  expect(patch?.headers['if-match']).toBeTruthy();
});
