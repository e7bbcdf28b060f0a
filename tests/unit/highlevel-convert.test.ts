import { describe, expect, test } from 'vitest';
import { createContactBody, fromWireContact, searchBody, tagsBody, updateContactBody } from '../../lib/highlevel/convert.ts';
import { wireContact } from '../../lib/highlevel/types.ts';
import { type ContactValues, valuesOf } from '../../lib/model/contact.ts';

const _ZONE = 'America/New_York';
const _WHERE = { account: 'LOC1', contactId: 'c1' };

describe('a HighLevel contact', () => {
  const wire = wireContact.parse({
    id: 'c1',
    locationId: 'LOC1',
    firstName: ' María ',
    lastName: 'Ortega',
    email: 'maria@example.com',
    phone: '+12125550100',
    additionalEmails: ['m2@example.com', { email: 'm3@example.com' }],
    companyName: '',
    country: 'United States',
    dateOfBirth: 653_270_400_000,
    tags: ['client', ' '],
    dnd: false,
    city: null,
    dateAdded: '2024-05-01T10:00:00.000Z',
    surprise: { deep: 1 },
  });

  test('becomes a contact without blanks', () => {
    const contact = fromWireContact(wire, 'LOC1');
    expect(contact).toMatchObject({
      system: 'highlevel',
      account: 'LOC1',
      id: 'c1',
      kind: 'person',
      name: 'María Ortega',
      firstName: 'María',
      country: 'US',
      dateOfBirth: '1990-09-14',
      tags: ['client'],
      dnd: false,
      createdAt: '2024-05-01T10:00:00.000Z',
    });
    expect(contact.emails.map((one) => [one.value, one.primary])).toEqual([
      ['maria@example.com', true],
      ['m2@example.com', false],
      ['m3@example.com', false],
    ]);
    expect([contact.company, contact.city]).toEqual([undefined, undefined]);
    expect(valuesOf(contact).email).toBe('maria@example.com');
  });

  test('of the search has its names from the lower-case fields', () => {
    const row = wireContact.parse({
      id: 'c2',
      firstNameLowerCase: 'jo',
      lastNameLowerCase: 'lee',
      address: '1 Main St',
      searchAfter: [1, 'c2'],
    });
    expect(fromWireContact(row, 'LOC1')).toMatchObject({ name: 'jo lee', account: 'LOC1', address1: '1 Main St' });
  });

  test('with a compared value of the wrong kind is refused, with a decoration of the wrong kind is not', () => {
    expect(wireContact.safeParse({ id: 'c1', email: 7 }).success).toBe(false);
    expect(wireContact.safeParse({ id: 'c1', dateOfBirth: {}, additionalEmails: 'x' }).success).toBe(true);
  });

  test('is named by whatever there is', () => {
    expect(fromWireContact({ id: 'c', email: 'a@b.c' } as never, 'L').name).toBe('a@b.c');
    expect(fromWireContact({ id: 'c' } as never, 'L').name).toBe('');
  });
});

describe('what is sent of a contact', () => {
  const values: ContactValues = {
    firstName: 'Jo',
    lastName: ' ',
    email: 'jo@example.com',
    phone: '',
    company: 'Lee LLC',
    country: 'Canada',
    dateOfBirth: '1990-09-25',
  };
  test('is made with company and location, never with a blank', () => {
    expect(createContactBody('LOC1', values, { tags: [], source: 'Clio' })).toEqual({
      locationId: 'LOC1',
      firstName: 'Jo',
      email: 'jo@example.com',
      companyName: 'Lee LLC',
      country: 'CA',
      dateOfBirth: '1990-09-25',
      source: 'Clio',
    });
  });
  test('is changed without company, location and blanks', () => {
    expect(updateContactBody(values)).toEqual({
      firstName: 'Jo',
      email: 'jo@example.com',
      country: 'CA',
      dateOfBirth: '1990-09-25',
    });
    expect(updateContactBody({ lastName: '', country: 'Narnia', dateOfBirth: '25/09/1990', company: 'X' })).toEqual({});
  });
  test('tags are trimmed, lower case, once each', () => {
    expect(tagsBody([' VIP', 'vip', ''])).toEqual({ tags: ['vip'] });
  });
});

describe('the search', () => {
  const named = (first: string, last: string) => ({
    group: 'AND',
    filters: [
      { field: 'firstNameLowerCase', operator: 'eq', value: first },
      { field: 'lastNameLowerCase', operator: 'eq', value: last },
    ],
  });

  test('is one OR group over e-mails, phones and the name: whole, with its initial, the wrong way round', () => {
    expect(
      searchBody({
        locationId: 'L',
        emails: ['Jo@Example.com', 'jo@example.com '],
        phones: ['+12125550100'],
        firstName: 'Jo',
        lastName: 'Lee',
      }),
    ).toEqual({
      locationId: 'L',
      page: 1,
      pageLimit: 50,
      filters: [
        {
          group: 'OR',
          filters: [
            { field: 'email', operator: 'eq', value: 'jo@example.com' },
            { field: 'phone', operator: 'eq', value: '+12125550100' },
            named('jo', 'lee'),
            named('j', 'lee'),
            named('j.', 'lee'),
            named('lee', 'jo'),
          ],
        },
      ],
    });
  });
  test('leaves out keys that are too long, and half a name unless there is nothing else', () => {
    const long = `${'x'.repeat(76)}@example.com`;
    expect(searchBody({ locationId: 'L', emails: [long], phones: [], lastName: 'Lee' })?.filters).toEqual([
      { group: 'OR', filters: [{ field: 'lastNameLowerCase', operator: 'eq', value: 'lee' }] },
    ]);
    expect(JSON.stringify(searchBody({ locationId: 'L', emails: ['a@b.c'], phones: [], lastName: 'Lee' }))).not.toContain(
      'lastName',
    );
    expect(searchBody({ locationId: 'L', emails: [''], phones: [' '] })).toBeUndefined();
  });
});
