import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ConsoleWorld, createConsoleWorld } from './asks-world.ts';

let world: ConsoleWorld;
beforeEach(async () => {
  world = await createConsoleWorld();
  await world.set(world.choice());
  await world.comes(world.isRead, 'the first reading');
});
afterEach(() => world.close());

const found = async (query: string, show?: 'linked' | 'unlinked') => {
  const { rows } = await world.say('console', 'people.view', { system: 'clio', account: world.clio.account, query, show });
  return rows.map(({ id }) => id);
};
const said = (value: string | undefined, what: string): string => {
  if (!value) throw new Error(`Ruth has no ${what}`);
  return value;
};

test('somebody is found by name, by e-mail and by phone however they are written, from the store alone', async () => {
  const ruth = String(world.ruth.clioId);
  const row = world.inClio();
  const { first_name, last_name } = row;
  const email = said(row.email_addresses[0]?.address, 'e-mail');
  const phone = said(row.phone_numbers[0]?.number, 'phone');
  const digits = phone.replaceAll(/\D/g, '');
  const before = world.calls();
  const queries = [
    `${first_name} ${last_name}`,
    `${last_name}, ${first_name}`,
    `${last_name}`.toUpperCase().slice(0, 4),
    `${first_name} ${String(last_name)[0]}`,
    email,
    email.toUpperCase(),
    phone,
    digits.slice(-10),
  ];
  for (const query of queries) expect(await found(query), query).toContain(ruth);
  expect(await found(`${first_name} Nobodysname`)).toEqual([]);
  expect(await found(email, 'unlinked')).toEqual([]);
  expect(await found(email, 'linked')).toEqual([ruth]);
  expect(world.calls()).toBe(before);
});

test('a name of two letters is found', async () => {
  const bo = world.sandbox.clio.state.rows.contacts.find(({ id }) => id === world.ruth.clioId)!;
  Object.assign(bo, {
    first_name: 'Bo',
    last_name: 'Li',
    name: 'Bo Li',
    updated_at: new Date(world.sandbox.clock.now()).toISOString(),
  });
  await world.comes(async () => (await found('bo li')).length, 'the new name');
  expect(await found('Li')).toEqual([String(bo.id)]);
});
