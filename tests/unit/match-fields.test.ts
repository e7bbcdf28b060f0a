import { describe, expect, it } from 'vitest';
import { compareFields } from '../../lib/match/fields.ts';
import { clio, highlevel } from './match-people.ts';

const CA = { country: 'CA' } as const;
const rows = (...args: Parameters<typeof compareFields>) =>
  compareFields(...args).map((row) => [row.field, row.state, row.pushable, row.copyable]);

describe('compareFields', () => {
  it('finds the same values under other spellings', () => {
    const mine = clio({
      firstName: 'David ',
      lastName: 'Kim',
      emails: ['David@Kim.example'],
      phones: ['(604) 555-0142 x2'],
      address1: '12  king St',
      city: 'VANCOUVER',
      postalCode: 'v6b 1a1',
      country: 'Canada',
      website: 'https://www.kim.example/',
      dateOfBirth: '1980-01-02',
    });
    const theirs = highlevel('a', {
      firstName: 'David',
      lastName: 'Kim',
      emails: ['david@kim.example'],
      phones: ['+16045550142'],
      address1: '12 King St',
      city: 'Vancouver',
      postalCode: 'V6B1A1',
      country: 'CA',
      website: 'kim.example',
      dateOfBirth: '1980-01-02T00:00:00Z',
    });
    const compared = compareFields(mine, theirs, CA);
    expect(compared).toHaveLength(10);
    expect(compared.filter((row) => row.state !== 'same' || row.pushable || row.copyable)).toEqual([]);
  });

  it('marks what differs and what one side lacks, and leaves out what both lack', () => {
    const mine = clio({ firstName: 'David', lastName: 'Kim', city: 'Vancouver', emails: ['david@kim.example'] });
    const theirs = highlevel('a', {
      firstName: 'Dave',
      lastName: 'Kim',
      emails: ['david@kim.example'],
      phones: ['+16045550142'],
    });
    expect(rows(mine, theirs, CA)).toEqual([
      ['firstName', 'differs', true, false],
      ['lastName', 'same', false, false],
      ['email', 'same', false, false],
      ['phone', 'only-highlevel', false, true],
      ['city', 'only-clio', true, false],
    ]);
  });

  it('treats blanks as nothing', () => {
    expect(compareFields(clio({ city: '  ' }), highlevel('a', { city: '', state: ' BC' }), CA)).toEqual([
      { field: 'state', highlevel: ' BC', state: 'only-highlevel', pushable: false, copyable: true },
    ]);
  });

  it('takes a second e-mail or phone of the Clio contact for the same and shows it', () => {
    const mine = clio({ emails: ['work@kim.example', 'David@kim.example'], phones: ['604 555 0100', '604 555 0142'] });
    expect(compareFields(mine, highlevel('a', { emails: ['david@kim.example'], phones: ['+16045550142'] }), CA)).toMatchObject([
      { field: 'email', clio: 'David@kim.example', highlevel: 'david@kim.example', state: 'same' },
      { field: 'phone', clio: '604 555 0142', highlevel: '+16045550142', state: 'same' },
    ]);
  });

  it('compares a number that is none by its digits', () => {
    expect(rows(clio({ phones: ['555-0142'] }), highlevel('a', { phones: ['5550142'] }), CA)).toEqual([
      ['phone', 'same', false, false],
    ]);
    expect(rows(clio({ phones: ['ask Ana'] }), highlevel('a', {}), CA)).toEqual([['phone', 'only-clio', true, false]]);
  });

  it('offers the company only when the contact is created', () => {
    const mine = clio({ company: 'Kim Dental' });
    expect(rows(mine, highlevel('a', {}), CA)).toEqual([['company', 'only-clio', false, false]]);
    expect(rows(mine, highlevel('a', { company: 'Other' }), CA)).toEqual([['company', 'differs', false, false]]);
    expect(rows(clio({}), highlevel('a', { company: 'Other' }), CA)).toEqual([['company', 'only-highlevel', false, false]]);
    expect(rows(mine, undefined, { country: 'CA', create: true })).toEqual([['company', 'only-clio', true, false]]);
  });
});
