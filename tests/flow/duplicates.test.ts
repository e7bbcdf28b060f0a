import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());

const named = { first_name: 'Odile', last_name: 'Farquharson' };
const address = 'odile@farquharson.example';
const duplicatesOf = async () =>
  (await world.say('console', 'asks.view', {})).asks.filter(({ kind, body }) => kind === 'duplicate' && /Farq/.test(body.label));
const again = (id: number) => world.editClio(`/contacts/${id}`, { title: `Ms ${world.stamp()}` });

test('a second record of one person is noticed when it is read, asked about once, and not again after a no', async () => {
  world = await createPromiseWorld((choice) => ({
    ...choice,
    entities: { ...choice.entities, contact: { ...choice.entities.contact, create: false } },
  }));
  const email_addresses = [{ name: 'Work', address, default_email: true }];
  const first = world.clioContact({ ...named, email_addresses });
  await world.pass(4);
  expect(await duplicatesOf()).toEqual([]);
  const second = world.clioContact({ ...named, email_addresses });
  // Long before the night.
  await comes(world, async () => (await duplicatesOf()).length);
  const [ask] = await duplicatesOf();
  expect(ask?.body.candidates?.map(({ id }) => id).sort()).toEqual([String(first), String(second)].sort());
  expect(ask?.body.keep?.id).toBeTruthy();
  // The index was enough: neither of the two is read for it by itself.
  expect(world.sandbox.ledger.entries({}).filter(({ path }) => path.endsWith(`/contacts/${second}.json`))).toEqual([]);
  again(second);
  await world.pass(4);
  expect(await duplicatesOf()).toHaveLength(1);
  await world.say('console', 'ask.answer', { key: ask!.key, answer: { offer: 'not-same' } });
  again(first);
  await world.pass(4);
  await world.kill();
  await world.openTab();
  await world.pass(4);
  expect(await duplicatesOf()).toEqual([]);
});

test('HighLevel’s twins, as an import leaves them, are noticed as well', async () => {
  world = await createPromiseWorld((choice) => ({
    ...choice,
    entities: { ...choice.entities, contact: { ...choice.entities.contact, create: false } },
  }));
  const body = { firstName: 'Odile', lastName: 'Farquharson', phone: '+16045550964' };
  const first = world.highlevelContact({ ...body, email: address });
  // HighLevel refuses a second one of an e-mail or a phone; an import does not.
  const { rows, newId, index } = world.sandbox.highlevel.state;
  const id = newId();
  const row = { ...structuredClone(rows.contacts.find((one) => one.id === first)!), id, email: 'o.farquharson@example.com' };
  rows.contacts.push(row);
  index.wrote(id, row);
  await comes(world, async () => (await duplicatesOf()).length);
  expect((await duplicatesOf())[0]?.body).toMatchObject({ side: 'highlevel', offers: ['merge', 'not-same'] });
});
