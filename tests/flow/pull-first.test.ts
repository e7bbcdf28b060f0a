import { afterEach, expect, test } from 'vitest';
import { createInClio, createInHighLevel, createPullWorld, type PullWorld } from './pull-world.ts';
import { ALL_ON } from './two-way-world.ts';

let world: PullWorld;
afterEach(() => world.close());

test('with two-way sync off nothing is read and no alarm is set', async () => {
  world = await createPullWorld();
  const before = world.calls();
  await world.wake();
  await world.pass(60);
  expect(world.calls()).toBe(before);
  expect(world.state.alarm).toBeUndefined();
});

test('switched on, everybody of both sides stands in the index, and nothing readable does', async () => {
  world = await createPullWorld();
  await world.switchOn();
  await world.wake();
  const { rows } = world.sandbox.highlevel.state;
  const theirs = rows.contacts.filter(({ locationId }) => locationId === world.location.account);
  const [, accountId] = world.clio.account.split(':');
  const ours = world.sandbox.clio.state.rows.contacts.filter(({ account_id }) => String(account_id) === accountId);
  expect(await world.syncReader.countPeople('highlevel', world.location.account)).toBe(theirs.length);
  expect(await world.syncReader.countPeople('clio', world.clio.account)).toBe(ours.length);
  const { marisol } = world.cast;
  const found = await world.syncReader.person(world.asContact('clio', marisol.clioId));
  expect(found?.brief.name).toContain('Marisol');
  expect(
    (await world.syncReader.peopleLike('highlevel', world.location.account, { words: ['marisol'] })).map(({ id }) => id),
  ).toContain(marisol.highlevelId);
  // Nobody is linked and nobody is new: no record is kept, nothing has to be decided.
  expect(await world.reader.record(world.asContact('clio', marisol.clioId))).toBeUndefined();
  expect(await world.dirty('new')).toEqual([]);
});

test('switched off again, the alarm goes and no call is made any more', async () => {
  world = await createPullWorld();
  await world.switchOn();
  await world.wake();
  expect(world.state.alarm).toBeGreaterThan(world.now());
  await world.switchOff();
  await world.pass(2);
  const before = world.calls();
  await world.pass(60);
  expect(world.calls()).toBe(before);
  expect(world.state.alarm).toBeUndefined();
});

test('a linked person changed in Clio is in the store two minutes later, whole, and once', async () => {
  world = await createPullWorld();
  const { marisol } = world.cast;
  await world.link(marisol.clioId, marisol.highlevelId);
  await world.switchOn();
  await world.openContact(marisol.clioId);
  await world.wake();
  world.sandbox.control('clio.patchContact', { id: marisol.clioId, patch: { first_name: 'Maribel' } });
  await world.pass(2);
  const record = await world.reader.record<{ firstName: string; emails: unknown[] }>(world.asContact('clio', marisol.clioId));
  expect(record?.firstName).toBe('Maribel');
  expect(record?.emails.length).toBeGreaterThan(0);
});

test('a contact made on either side since it was switched on is kept and decided upon; those made before are not', async () => {
  world = await createPullWorld();
  await world.switchOn();
  await world.wake();
  await world.pass(20);
  const ada = createInClio(world, 'Ada', 'Lovelace');
  const grace = createInHighLevel(world, 'Grace', 'Hopper');
  await world.pass(6);
  expect(await world.planned()).toEqual(['clio.contact.create', 'highlevel.contact.create']);
  expect(await world.reader.record<{ firstName: string }>(world.asContact('clio', ada))).toMatchObject({ firstName: 'Ada' });
  // The search tells names in lower case: the record is the contact itself.
  expect(await world.reader.record(world.asContact('highlevel', grace))).toMatchObject({
    firstName: 'Grace',
    lastName: 'Hopper',
  });
});

test('an idle hour without a Clio tab costs at most 60 calls with ten linked people and everything on; with one, each list once a minute', async () => {
  world = await createPullWorld();
  const { marisol, ruth, claire, twins, seniorJunior, spouses, companyNamedLikePerson, mallory } = world.cast;
  const both = [marisol, ruth, claire, twins.anna, twins.amelia, seniorJunior.senior, seniorJunior.junior, spouses.hannah];
  for (const one of [...both, companyNamedLikePerson, mallory]) await world.link(one.clioId, one.highlevelId);
  expect(await world.syncReader.countLinks()).toBe(10);
  await world.switchOn(({ since }) => ALL_ON(since, [], {}));
  await world.closeTab();
  await world.wake();
  await world.pass(60);
  const from = world.calls();
  await world.pass(240);
  const closed = (world.calls() - from) / 4;
  await world.openContact(marisol.clioId);
  await world.say('page', 'panel.closed', {});
  await world.pass(60);
  const open = world.calls() - from - closed * 4;
  expect(closed).toBeLessThanOrEqual(60);
  expect(open).toBeGreaterThan(5 * 60);
  expect(open).toBeLessThan(600);
}, 120_000);
