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

test('nobody is made in Clio while its list of people can’t be read: they may stand there already', async () => {
  world = await createPromiseWorld();
  world.sandbox.faults.play({ fault: 'status', route: 'clio.contacts.list', code: 503, times: 'always' });
  const phone_numbers = [{ name: 'Home', number: '(206) 555-0177', default_number: true }];
  const email_addresses = [{ name: 'Work', address: 'petra@work.example', default_email: true }];
  world.clioContact({ first_name: 'Petra', last_name: 'Phone', phone_numbers, email_addresses });
  world.highlevelContact({ firstName: 'Petra', lastName: 'Phone', phone: '+12065550177', email: 'petra@home.example' });
  await world.pass(5);
  expect(world.contactsNamed('Phone').clio).toHaveLength(1);
  world.sandbox.control('clear-faults', {});
  const [own] = world.contactsNamed('Phone').clio;
  await comes(world, async () => (await world.syncReader.linksOfClio(world.clio.account, String(own!.id))).length, 30);
  const both = world.contactsNamed('Phone');
  expect([both.clio.length, both.highlevel.length]).toEqual([1, 1]);
});
