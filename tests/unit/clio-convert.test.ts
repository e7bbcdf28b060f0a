import { describe, expect, test } from 'vitest';
import { contactPatch, fromWireContact } from '../../lib/clio/convert.ts';
import { type WireContact, wireContact } from '../../lib/clio/types.ts';

const person = (more: Partial<WireContact> = {}): WireContact =>
  wireContact.parse({
    id: 7,
    etag: '"e1"',
    type: 'Person',
    name: 'Jo Q. Lee',
    first_name: 'Jo',
    middle_name: 'Q.',
    last_name: 'Lee',
    company: { id: 9, name: 'Lee LLC' },
    email_addresses: [
      { id: 1, name: 'Home', address: 'a@x.com', primary: false },
      { id: 2, name: 'Work', address: 'b@x.com', primary: true },
    ],
    phone_numbers: [
      { id: 3, name: 'Mobile', number: '(212) 555-0100', primary: true },
      { id: 4, name: 'Fax', number: ' ', primary: false },
    ],
    addresses: [
      {
        id: 5,
        name: 'Home',
        street: '1 Main St\nApt 2',
        city: 'Albany',
        province: 'NY',
        postal_code: null,
        country: 'United States',
        primary: true,
      },
    ],
    web_sites: [{ id: 6, name: 'Work', address: 'https://lee.example', default_web_site: true }],
    date_of_birth: '1990-09-25',
    created_at: '2024-01-01T00:00:00-08:00',
    ...more,
  });

describe('a Clio contact', () => {
  test('becomes a contact with its primary rows', () => {
    const contact = fromWireContact(person(), 'us:1');
    expect(contact).toMatchObject({
      system: 'clio',
      account: 'us:1',
      id: '7',
      kind: 'person',
      name: 'Jo Q. Lee',
      company: 'Lee LLC',
      address1: '1 Main St, Apt 2',
      state: 'NY',
      country: 'US',
      website: 'https://lee.example',
      dateOfBirth: '1990-09-25',
      etag: '"e1"',
      createdAt: '2024-01-01T08:00:00.000Z',
    });
    expect(contact.emails).toEqual([
      { id: '1', label: 'Home', value: 'a@x.com', primary: false },
      { id: '2', label: 'Work', value: 'b@x.com', primary: true },
    ]);
    expect(contact.phones).toHaveLength(1);
    expect(contact.postalCode).toBeUndefined();
  });

  test('that is a company has no first name, and its own name as company', () => {
    expect(fromWireContact(person({ type: 'Company', name: 'Acme' }), 'us:1')).toMatchObject({
      kind: 'company',
      name: 'Acme',
      company: 'Acme',
      firstName: undefined,
    });
  });
});

describe('copying what is missing into Clio', () => {
  test('replaces nothing that is there', () => {
    expect(
      contactPatch(person(), {
        firstName: 'Joe',
        email: 'new@x.com',
        phone: '+1',
        city: 'Troy',
        website: 'https://n',
        company: 'New',
      }),
    ).toBeUndefined();
  });

  test('adds rows, and completes the address in its own row', () => {
    const bare = person({ first_name: ' ', email_addresses: [], phone_numbers: null, web_sites: [], date_of_birth: null });
    const patch = contactPatch(bare, {
      firstName: 'Jo',
      email: 'jo@x.com',
      phone: '+12125550100',
      postalCode: '12207',
      city: 'Troy',
      website: 'https://n',
      dateOfBirth: '1990-09-25',
      lastName: '',
    });
    expect(patch?.body).toEqual({
      data: {
        first_name: 'Jo',
        date_of_birth: '1990-09-25',
        email_addresses: [{ name: 'Other', address: 'jo@x.com', default_email: true }],
        phone_numbers: [{ name: 'Other', number: '+12125550100', default_number: true }],
        web_sites: [{ name: 'Other', address: 'https://n', default_web_site: true }],
        addresses: [{ id: 5, postal_code: '12207' }],
      },
    });
    expect(patch?.fields).toEqual(['firstName', 'dateOfBirth', 'email', 'phone', 'website', 'postalCode']);
  });

  test('adds an address where there is none, with the name of the country', () => {
    expect(contactPatch(person({ addresses: [] }), { city: 'Leeds', country: 'GB' })?.body.data.addresses).toEqual([
      { name: 'Other', city: 'Leeds', country: 'United Kingdom' },
    ]);
  });

  test('never deletes a row', () => {
    expect(
      JSON.stringify(contactPatch(person({ addresses: [], email_addresses: [] }), { city: 'x', email: 'y@z.w' })),
    ).not.toContain('_destroy');
  });
});
