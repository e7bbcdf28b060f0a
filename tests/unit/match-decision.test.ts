import { describe, expect, it } from 'vitest';
import { clio, codes, decide, highlevel, shown } from './match-people.ts';

const david = {
  firstName: 'David',
  lastName: 'Kim',
  emails: ['david@kim.example'],
  phones: ['(604) 555-0142'],
  city: 'Vancouver',
};

describe('sure', () => {
  it.each<[string, Parameters<typeof highlevel>[1], string[]]>([
    ['the same e-mail and name', { ...david, phones: [] }, ['same-email', 'same-name', 'same-city']],
    [
      'the same phone and name, written otherwise',
      { ...david, emails: [], phones: ['+16045550142'] },
      ['same-phone', 'same-name', 'same-city'],
    ],
    [
      'the e-mail and a nickname',
      { firstName: 'Dave', lastName: 'Kim', emails: ['DAVID@kim.example'] },
      ['same-email', 'similar-name'],
    ],
    [
      'the e-mail and the names changed about',
      { firstName: 'Kim', lastName: 'David', emails: ['david@kim.example'] },
      ['same-email', 'similar-name'],
    ],
    ['the e-mail alone, without any name', { emails: ['david@kim.example'] }, ['same-email']],
    ['the e-mail and a first name only', { firstName: 'david', emails: ['david@kim.example'] }, ['same-email', 'similar-name']],
    [
      'the e-mail and an accent',
      { firstName: 'Dávid', lastName: 'Kim', emails: ['david@kim.example'] },
      ['same-email', 'same-name'],
    ],
  ])('on %s', (_, found, reasons) => {
    const decision = decide(clio(david), [highlevel('a', found)]);
    expect(decision).toMatchObject({ kind: 'sure', candidate: { id: 'a' } });
    expect(decision.kind === 'sure' && codes(decision.candidate.reasons)).toEqual(reasons);
  });

  it('on the second e-mail of the Clio contact', () => {
    const mine = clio({ ...david, emails: ['work@kim.example', 'david@kim.example'], phones: [] });
    expect(decide(mine, [highlevel('a', { ...david, phones: [] })]).kind).toBe('sure');
  });

  it('on the own e-mail although the spouse has the same phone', () => {
    const spouse = highlevel('b', { firstName: 'Ana', lastName: 'Kim', emails: ['ana@kim.example'], phones: david.phones });
    expect(decide(clio(david), [spouse, highlevel('a', david)])).toMatchObject({ kind: 'sure', candidate: { id: 'a' } });
  });

  it('on the own e-mail although somebody else has the same name', () => {
    const namesake = highlevel('b', { firstName: 'David', lastName: 'Kim', emails: ['other@kim.example'] });
    expect(decide(clio(david), [namesake, highlevel('a', david)])).toMatchObject({ kind: 'sure', candidate: { id: 'a' } });
  });
});

describe('choose', () => {
  it('among twins at one address with one phone', () => {
    const home = { lastName: 'Petrova', phones: ['604 555 0101'], address1: '9 Elm St', dateOfBirth: '1990-05-01' };
    const decision = decide(clio({ ...home, firstName: 'Alina' }), [
      highlevel('b', { ...home, firstName: 'Alona', address1: '9 Elm Street' }),
      highlevel('a', { ...home, firstName: 'Alina' }),
    ]);
    expect(shown(decision)).toEqual([
      ['a', 'same-phone', 'same-name', 'same-birthday', 'same-address', 'shared-phone'],
      ['b', 'same-phone', 'same-birthday', 'same-address', 'shared-phone', 'name-differs'],
    ]);
    expect(decision.kind === 'choose' && decision.candidates[0]?.reasons.at(-1)).toEqual({
      code: 'shared-phone',
      tone: 'warn',
      value: '+16045550101',
      count: 1,
    });
  });

  it('when only the other twin is in HighLevel', () => {
    const home = { lastName: 'Petrova', phones: ['604 555 0101'], dateOfBirth: '1990-05-01' };
    const decision = decide(clio({ ...home, firstName: 'Alina' }), [highlevel('b', { ...home, firstName: 'Alona' })]);
    expect(shown(decision)).toEqual([['b', 'same-phone', 'same-birthday', 'name-differs']]);
  });

  it.each<[string, Parameters<typeof highlevel>[1], string]>([
    ['the suffix differs', { ...david, lastName: 'Kim Jr.' }, 'suffix-differs'],
    ['the number was recycled', { firstName: 'Rosa', lastName: 'Diaz', phones: david.phones }, 'name-differs'],
    ['the e-mail belongs to another name', { firstName: 'Rosa', lastName: 'Diaz', emails: david.emails }, 'name-differs'],
    ['the birthday differs', { ...david, dateOfBirth: '2001-01-01' }, 'birthday-differs'],
    ['it is a company', { kind: 'company', name: 'Kim Dental', emails: david.emails }, 'company-differs'],
  ])('when %s', (_, found, against) => {
    const decision = decide(clio({ ...david, dateOfBirth: '1970-01-01' }), [highlevel('a', found)]);
    expect(decision.kind).toBe('choose');
    expect(
      decision.kind === 'choose' && decision.candidates[0]?.reasons.filter((one) => one.tone === 'bad').map((one) => one.code),
    ).toContain(against);
  });

  it('between Sr. and Jr., the right one first', () => {
    const phone = { phones: david.phones };
    const decision = decide(clio({ firstName: 'David', lastName: 'Kim Sr.', ...phone }), [
      highlevel('jr', { firstName: 'David', lastName: 'Kim, Jr.', ...phone }),
      highlevel('sr', { firstName: 'David', lastName: 'Kim Sr', ...phone }),
    ]);
    expect(shown(decision)).toEqual([
      ['sr', 'same-phone', 'same-name', 'shared-phone'],
      ['jr', 'same-phone', 'same-name', 'shared-phone', 'suffix-differs'],
    ]);
  });

  it('when the only e-mail in common is the office’s', () => {
    const decision = decide(clio({ ...david, emails: ['Info@kim.example'], phones: [] }), [
      highlevel('a', { ...david, emails: ['info@kim.example'] }),
    ]);
    expect(shown(decision)).toEqual([['a', 'same-email', 'same-name', 'same-city', 'shared-email']]);
  });

  it('when another Clio contact has the same e-mail', () => {
    const decision = decide(
      clio({ ...david, phones: [] }),
      [highlevel('a', { ...david, phones: [] })],
      new Map([['david@kim.example', 2]]),
    );
    expect(decision).toMatchObject({
      kind: 'choose',
      candidates: [
        { reasons: expect.arrayContaining([{ code: 'shared-email', tone: 'warn', value: 'david@kim.example', count: 2 }]) },
      ],
    });
  });

  it('between two records with the same e-mail', () => {
    const decision = decide(clio(david), [highlevel('a', { ...david, phones: [] }), highlevel('b', { ...david, phones: [] })]);
    expect(shown(decision)).toEqual([
      ['a', 'same-email', 'same-name', 'same-city', 'shared-email', 'several-match'],
      ['b', 'same-email', 'same-name', 'same-city', 'shared-email', 'several-match'],
    ]);
  });

  it('when the e-mail is on one record and the phone on another of the same name', () => {
    const decision = decide(clio(david), [highlevel('p', { ...david, emails: [] }), highlevel('e', { ...david, phones: [] })]);
    expect(shown(decision)).toEqual([
      ['e', 'same-email', 'same-name', 'same-city', 'several-match'],
      ['p', 'same-phone', 'same-name', 'same-city', 'several-match'],
    ]);
  });

  it('on a phone with an initial, or without any name', () => {
    expect(decide(clio(david), [highlevel('a', { firstName: 'D.', lastName: 'Kim', phones: david.phones })]).kind).toBe('choose');
    expect(decide(clio(david), [highlevel('a', { phones: david.phones })]).kind).toBe('choose');
  });

  it('on a name alone', () => {
    const decision = decide(clio(david), [
      highlevel('a', { firstName: 'David', lastName: 'Kim', city: 'vancouver' }),
      highlevel('b', { firstName: 'D.', lastName: 'Kim' }),
    ]);
    expect(shown(decision)).toEqual([
      ['a', 'same-city', 'name-only'],
      ['b', 'name-only'],
    ]);
  });
});

describe('none', () => {
  it('when nobody was found, and says what was looked for', () => {
    expect(decide(clio(david), [])).toEqual({
      kind: 'none',
      reasons: [
        { code: 'no-same-email', tone: 'warn', value: 'david@kim.example' },
        { code: 'no-same-phone', tone: 'warn', value: '+16045550142' },
        { code: 'no-same-name', tone: 'warn', value: 'David Kim' },
      ],
    });
  });

  it('when the search only brought a first or a last name', () => {
    const found = [
      highlevel('a', { firstName: 'David', lastName: 'Osei' }),
      highlevel('b', { firstName: 'Rosa', lastName: 'Kim' }),
      highlevel('c', { firstName: 'David' }),
    ];
    expect(decide(clio({ firstName: 'David', lastName: 'Kim' }), found)).toMatchObject({
      kind: 'none',
      reasons: [{ code: 'nothing-to-go-by' }, { code: 'no-same-name' }],
    });
  });
});

it('counts a record that came twice once', () => {
  expect(decide(clio(david), [highlevel('a', david), highlevel('a', david)]).kind).toBe('sure');
});
