import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());

test('a phone that HighLevel would refuse stays in Clio and keeps nothing else from travelling', async () => {
  world = await createPromiseWorld();
  const { phone } = world.inHighLevel();
  const [row] = world.inClio().phone_numbers;
  const phone_numbers = [{ id: row!.id, number: 'ask her mother, ext. 5' }];
  world.editClio(`/contacts/${world.ruth.clioId}`, { phone_numbers, first_name: 'Ruthie' });
  await comes(world, () => world.inHighLevel().firstName === 'Ruthie');
  expect(world.inHighLevel().phone).toBe(phone);
  expect(await world.restsFor()).toEqual(QUIET);
  const told = await world.syncReader.activity({ link: world.linked.key, outcome: 'kept' }, undefined, 50);
  expect(told.filter(({ why }) => why === 'cannot_hold')).toHaveLength(1);
});

test('a linked company of Clio is never given a person’s name; what a company has is kept equal', async () => {
  world = await createPromiseWorld();
  const { clioId, highlevelId } = world.cast.company;
  await world.link(clioId, highlevelId);
  await world.say('console', 'reconcile.run', {});
  const company = () => world.sandbox.clio.state.rows.contacts.find(({ id }) => id === clioId)!;
  const before = structuredClone(company());
  await world.pass(5);
  expect(company()).toMatchObject({ type: 'Company', name: before.name, first_name: null, last_name: null });
  world.editHighLevel(`/contacts/${highlevelId}`, { city: 'Tacoma' });
  await comes(world, () => company().addresses.some(({ city }) => city === 'Tacoma'));
  expect(await world.restsFor()).toEqual(QUIET);
});

test('an e-mail that another HighLevel contact has waits for a person; every other field goes on travelling', async () => {
  world = await createPromiseWorld();
  world.highlevelContact({ firstName: 'Hannah', lastName: 'Else', email: 'hannah@else.example' });
  const { email } = world.inHighLevel();
  const [row] = world.inClio().email_addresses;
  const email_addresses = [{ id: row!.id, address: 'hannah@else.example' }];
  world.editClio(`/contacts/${world.ruth.clioId}`, { email_addresses, first_name: 'Ruthie' });
  await comes(world, () => world.inHighLevel().firstName === 'Ruthie');
  world.editClio(`/contacts/${world.ruth.clioId}`, { last_name: 'Okafor-Lee' });
  await comes(world, () => world.inHighLevel().lastName === 'Okafor-Lee');
  expect(world.inHighLevel().email).toBe(email);
  const open = await world.openRows();
  expect(open).toMatchObject([{ op: 'highlevel.contact.update', state: 'needs-you', error: { code: 'duplicate-contact' } }]);
  expect(open[0]!.body.input).toMatchObject({ values: { email: 'hannah@else.example' } });
  expect((await world.restsFor()).writes).toEqual([]);
});

test('a tag typed with capitals, a comma and spaces around it is set and known again', async () => {
  world = await createPromiseWorld();
  const extra = { id: 'x.vip', name: 'VIP', kind: 'flag', direction: 'both', clio: { fieldId: String(world.checkbox) } };
  await world.settings.update('sync', (old) => ({
    [world.clio.id]: { ...old[world.clio.id]!, extras: [{ ...extra, highlevel: { tag: ' VIP,  Gold ' } }] },
  }));
  const tick = (value: boolean) => {
    const [old] = world.inClio().custom_field_values.filter((one) => one.custom_field_id === world.checkbox);
    const row = old ? { id: old.id, value } : { custom_field: { id: world.checkbox }, value };
    world.sandbox.control('clio.patchContact', { id: world.ruth.clioId, patch: { custom_field_values: [row] } });
  };
  tick(true);
  await comes(world, () => world.inHighLevel().tags.some((tag) => tag.includes('gold')));
  expect(await world.restsFor(10)).toEqual(QUIET);
  tick(false);
  await comes(world, () => !world.inHighLevel().tags.some((tag) => tag.includes('gold')));
  expect(await world.restsFor(10)).toEqual(QUIET);
});
