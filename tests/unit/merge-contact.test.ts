import { describe, expect, it } from 'vitest';
import { CONTACT_TABLE, readContact, rowsToAdd, toClioContact, toHighLevelContact } from '../../lib/merge/contact.ts';
import { noValues, rulesOf } from '../../lib/merge/mapping.ts';
import { decide } from '../../lib/merge/three-way.ts';
import type { Contact } from '../../lib/model/contact.ts';

const contact = (more: Partial<Contact>): Contact => ({
  system: 'clio',
  account: 'us:1',
  id: '1',
  kind: 'person',
  name: 'Ana Kim',
  emails: [],
  phones: [],
  tags: [],
  ...more,
});
const values = (list: string[]) => list.map((value, at) => ({ value, primary: at === 0 }));

describe('a contact', () => {
  it('of several e-mails and phones shows the one the other side has, then the agreed one, then the primary', () => {
    const clio = contact({ emails: values(['a@x.example', 'b@x.example']), phones: values(['+16045550101', '+16045550102']) });
    const other = contact({ emails: values(['B@x.example']) });
    expect(readContact(clio).values).toMatchObject({ email: 'a@x.example', phone: '+16045550101' });
    expect(readContact(clio, { other, base: { email: 'a@x.example' } }).values.email).toBe('b@x.example');
    expect(readContact(clio, { other, base: { phone: '+1 604 555 0102' } }).values).toMatchObject({
      email: 'b@x.example',
      phone: '+16045550102',
    });
    expect(
      readContact(clio, { other: contact({ emails: values(['new@x.example']) }), base: { email: 'b@x.example' } }).values.email,
    ).toBe('b@x.example');
  });

  it('reads every field, blank ones too, so that a blank is told from what was not read', () => {
    expect(Object.keys(readContact(contact({})).values).sort()).toEqual(CONTACT_TABLE.map(({ id }) => id).sort());
  });

  it('carries a company to HighLevel only, and only into a new contact', () => {
    const all = { firstName: 'Ana', company: 'Kim Ltd' };
    expect(toHighLevelContact(all, { create: true }).value).toEqual(all);
    expect(toHighLevelContact(all).value).toEqual({ firstName: 'Ana' });
    expect(toClioContact(all).value).toEqual({ firstName: 'Ana' });
  });

  it('leaves out what the other system cannot hold, and says so', () => {
    expect(toHighLevelContact({ country: 'Narnia', city: ' ', dateOfBirth: '03/04/1980', lastName: 'x'.repeat(256) })).toEqual({
      value: {},
      warnings: [
        { field: 'lastName', code: 'too-long', value: 'x'.repeat(256), limit: 255 },
        { field: 'country', code: 'not-valid', value: 'Narnia' },
        { field: 'dateOfBirth', code: 'not-valid', value: '03/04/1980' },
      ],
    });
    expect(toClioContact({ country: 'Narnia' }).value).toEqual({ country: 'Narnia' });
  });

  it('does not decide to write what the other system cannot hold', () => {
    const rules = rulesOf(CONTACT_TABLE, { country: { direction: 'both', policy: 'clio' } });
    const decisions = decide(rules, { clio: { country: 'Narnia' }, highlevel: { country: undefined } });
    expect(decisions.find(({ id }) => id === 'country')?.why).toBe('cannot-hold');
  });

  it('that is made in HighLevel gets what Clio has, company included', () => {
    const on = Object.fromEntries(CONTACT_TABLE.map((spec) => [spec.id, { direction: spec.suggested }]));
    const clio = readContact(contact({ firstName: 'Ana', company: 'Kim Ltd', emails: values(['a@x.example']) })).values;
    const decisions = decide(rulesOf(CONTACT_TABLE, on, { creating: 'highlevel' }), { clio, highlevel: noValues(CONTACT_TABLE) });
    expect(decisions.filter((one) => one.do === 'to-highlevel').map(({ id }) => id)).toEqual(['firstName', 'email', 'company']);
  });

  it('of HighLevel offers its further e-mails and phones as rows to add, each once', () => {
    const clio = contact({ emails: values(['a@x.example']), phones: values(['+1 604 555 0101']) });
    const highlevel = contact({
      emails: values(['z@x.example', 'A@x.example', 'c@x.example', 'C@x.example']),
      phones: values(['+16045550109', '+16045550101']),
    });
    expect(rowsToAdd(clio, highlevel)).toEqual({ emails: ['c@x.example'], phones: [] });
  });
});
