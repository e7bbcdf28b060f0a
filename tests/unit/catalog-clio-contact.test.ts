import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClioContact } from '../../sandbox/world/types.ts';
import { type ActionWorld, createActionWorld, rowOf } from './catalog-world.ts';

let world: ActionWorld;
beforeEach(async () => {
  world = await createActionWorld();
});
afterEach(() => world.close());

const contacts = () => world.rows().clio.contacts;
const NEW = {
  ...{ firstName: 'Ines', lastName: 'Varga', email: 'ines@varga.example', phone: '+16045550177', company: 'Varga Ltd' },
  ...{ address1: '4 Elm St', city: 'Vancouver', state: 'BC', postalCode: 'V5K 0A1', country: 'CA', dateOfBirth: '1988-02-29' },
};

describe('a new contact in Clio', () => {
  test('is made with all its values', async () => {
    const done = await world.run('clio.contact.create', { values: NEW, type: 'Person' });
    expect(done.outcome).toMatchObject({ differs: [], told: [{ entity: 'contact', value: { name: 'Ines Varga' } }] });
    const row = rowOf(contacts(), done.outcome?.id ?? '');
    expect(row).toMatchObject({ type: 'Person', first_name: 'Ines', last_name: 'Varga', date_of_birth: '1988-02-29' });
    expect(row.addresses).toMatchObject([{ street: '4 Elm St', country: 'Canada' }]);
    expect(row.email_addresses).toMatchObject([{ address: NEW.email, primary: true }]);
  });

  test('whose answer was lost is found again', async () => {
    const count = contacts().length;
    const found = await world.lose('clio.contact.create', { values: NEW }, 'clio.contacts.create');
    expect(found).toMatchObject({ differs: [], told: [{ value: { name: 'Ines Varga' } }] });
    expect(contacts()).toHaveLength(count + 1);
  });

  test('who stands there already is asked about, a relative with the same e-mail is not', async () => {
    await world.run('clio.contact.create', { values: NEW });
    expect(await world.run('clio.contact.create', { values: NEW })).toMatchObject({ refused: 'changed' });
    const sister = await world.run('clio.contact.create', { values: { ...NEW, firstName: 'Nora' } });
    expect(sister.outcome?.differs).toEqual([]);
  });
});

describe('a contact changed in Clio', () => {
  /** Two of everything, of which the second is the one that is synced. */
  const seeded = (): ClioContact => {
    const row = rowOf(contacts(), world.cast.marisol.clioId);
    row.email_addresses = [
      { id: 1, name: 'Work', address: 'work@example.com', primary: true },
      { id: 2, name: 'Home', address: 'home@example.com', primary: false },
    ];
    row.phone_numbers = [
      { id: 3, name: 'Work', number: '(604) 555-0100', primary: true },
      { id: 4, name: 'Mobile', number: '(604) 555-0142', primary: false },
    ];
    const blank = { street: null, province: null, postal_code: null, country: null };
    row.addresses = [
      { id: 5, name: 'Work', ...blank, city: 'Burnaby', primary: true },
      { id: 6, name: 'Home', ...blank, city: 'Surrey', country: 'Canada', primary: false },
    ];
    return row;
  };
  const clioId = () => String(world.cast.marisol.clioId);
  const row = () => rowOf(contacts(), clioId());

  test('has the row replaced that holds what was seen; all others stay', async () => {
    seeded();
    const input = {
      ...{ clioId: clioId(), values: { email: 'new@example.com', phone: '+16045550199', city: 'Delta' } },
      seen: { email: 'home@example.com', phone: '(604) 555-0142', city: 'Surrey', country: 'CA' },
    };
    const done = await world.run('clio.contact.update', input);
    expect(done.outcome?.differs).toEqual([]);
    expect(row().email_addresses).toMatchObject([
      { id: 1, address: 'work@example.com' },
      { id: 2, name: 'Home', address: 'new@example.com' },
    ]);
    expect(row().phone_numbers).toMatchObject([{ number: '(604) 555-0100' }, { id: 4, number: '+16045550199' }]);
    expect(row().addresses).toMatchObject([{ city: 'Burnaby' }, { id: 6, city: 'Delta', country: 'Canada' }]);
    expect(await world.run('clio.contact.update', input)).toMatchObject({ refused: 'done' });
    const back = await world.undo('clio.contact.update', input, done);
    expect(back.outcome?.differs).toEqual([]);
    expect(row().email_addresses).toMatchObject([{ id: 1 }, { id: 2, address: 'home@example.com' }]);
  });

  test('is asked about when nothing holds what was seen any more, and when a name was written meanwhile', async () => {
    seeded();
    const gone = { clioId: clioId(), values: { email: 'new@example.com' }, seen: { email: 'old@example.com' } };
    expect(await world.run('clio.contact.update', gone)).toMatchObject({ refused: 'changed' });
    const name = { clioId: clioId(), values: { lastName: 'Ortega' }, seen: { lastName: 'Whitfield' } };
    expect(await world.run('clio.contact.update', name)).toMatchObject({ refused: 'changed' });
  });

  test('is left alone where nothing was seen and something stands there by now', async () => {
    seeded();
    const input = { clioId: clioId(), values: { email: 'third@example.com' }, seen: {} };
    expect(await world.run('clio.contact.update', input)).toMatchObject({ refused: 'changed' });
  });

  test('gets the rows to be added beside the others, each once', async () => {
    seeded();
    const input = {
      ...{ clioId: clioId(), values: {}, seen: {} },
      ...{ addEmails: ['fourth@example.com', 'WORK@example.com'], addPhones: ['604-555-0142', '604-555-0143'] },
    };
    expect((await world.run('clio.contact.update', input)).outcome?.differs).toEqual([]);
    expect(row().email_addresses.map((one) => [one.address, one.primary])).toEqual([
      ['work@example.com', true],
      ['home@example.com', false],
      ['fourth@example.com', false],
    ]);
    expect(row().phone_numbers.map(({ number }) => number)).toEqual(['(604) 555-0100', '(604) 555-0142', '604-555-0143']);
    expect(await world.run('clio.contact.update', input)).toMatchObject({ refused: 'done' });
  });

  test('holds custom fields: a text under its value’s id, a picklist by the option’s id', async () => {
    const fields = world.rows().clio.customFields.filter(({ parent_type }) => parent_type === 'Contact');
    const text = fields.find(({ field_type }) => field_type === 'text_line');
    const picklist = {
      ...fields[0],
      id: 77_001,
      field_type: 'picklist',
      name: 'Lead',
      picklist_options: [
        { id: 77_002, option: 'Web' },
        { id: 77_003, option: 'Radio' },
      ],
    };
    world.rows().clio.customFields.push(picklist as never);
    const set = (value: string, option: string) => ({ [String(text?.id)]: value, 77001: option });
    const input = { clioId: clioId(), values: {}, seen: {}, customFields: set('Spanish', '77002') };
    const done = await world.run('clio.contact.update', input);
    expect(done.outcome).toMatchObject({ differs: [], told: [{ value: { customFields: set('Spanish', '77002') } }] });
    const again = { ...input, customFields: set('French', '77003'), seenCustomFields: set('Spanish', '77002') };
    expect((await world.run('clio.contact.update', again)).outcome?.differs).toEqual([]);
    expect(row().custom_field_values.map(({ value }) => value)).toEqual(expect.arrayContaining(['French', '77003']));
    expect(await world.run('clio.contact.update', { ...again, customFields: set('x', '77002') })).toMatchObject({
      refused: 'changed',
    });
  });

  test('whose answer was lost is found by reading', async () => {
    seeded();
    const input = { clioId: clioId(), values: { city: 'Delta' }, seen: { city: 'Burnaby' } };
    expect(await world.lose('clio.contact.update', input, 'clio.contacts.patch')).toMatchObject({ id: clioId(), differs: [] });
  });
});
