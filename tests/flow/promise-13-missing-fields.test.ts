import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());

test('row 13: what a profile lacks is filled in from the other side, either way, and what both have stays', async () => {
  world = await createPromiseWorld();
  const { clioId, highlevelId } = world.ruth;
  const before = structuredClone({ clio: world.inClio(), highlevel: world.inHighLevel() });
  expect([before.clio.date_of_birth, before.highlevel.dateOfBirth ?? null], 'blank on both sides').toEqual([null, null]);
  world.editClio(`/contacts/${clioId}`, { date_of_birth: '1979-03-14' });
  await comes(world, () => world.inHighLevel().dateOfBirth);
  expect(world.inHighLevel().dateOfBirth).toContain('1979-03-14');
  world.editHighLevel(`/contacts/${highlevelId}`, { website: 'https://okafor.example' });
  await comes(world, () => world.inClio().web_sites.length);
  expect(world.inClio().web_sites).toMatchObject([{ address: 'https://okafor.example' }]);
  expect(world.sent()).toEqual(['clio.contacts.patch', 'highlevel.update-contact']);
  for (const field of ['first_name', 'last_name', 'email_addresses', 'phone_numbers'] as const)
    expect(world.inClio()[field]).toEqual(before.clio[field]);
  for (const field of ['firstName', 'lastName', 'email', 'phone', 'tags'] as const)
    expect(world.inHighLevel()[field]).toEqual(before.highlevel[field]);
  expect(await world.told({ link: world.linked.key })).toMatchObject([
    { op: 'highlevel.contact.update', outcome: 'done', after: { dateOfBirth: '1979-03-14' } },
    { op: 'clio.contact.update', outcome: 'done', after: { website: expect.stringContaining('okafor.example') } },
  ]);
  // A blank is no value: emptied on one side, it neither empties the other nor comes back.
  world.editClio(`/contacts/${clioId}`, { date_of_birth: null });
  expect(await world.restsFor()).toEqual(QUIET);
  expect(world.inHighLevel().dateOfBirth).toContain('1979-03-14');
});
