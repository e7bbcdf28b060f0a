import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());
const inClio = () => world.sandbox.clio.state.rows.contacts.length;

test('a HighLevel lead without a name waits for one, as Clio takes nobody nameless; named, they come', async () => {
  world = await createPromiseWorld();
  const before = inClio();
  const id = world.highlevelContact({ phone: '+12065550191' });
  world.highlevelContact({ email: 'only@mail.example' });
  world.highlevelContact({ companyName: 'Acme GmbH', email: 'info@acme.example' });
  expect(await world.restsFor(10)).toEqual(QUIET);
  expect(inClio()).toBe(before);
  world.editHighLevel(`/contacts/${id}`, { firstName: 'Lena', lastName: 'Lead' });
  await comes(world, () => world.contactsNamed('Lead').clio.length);
  expect(inClio()).toBe(before + 1);
});
