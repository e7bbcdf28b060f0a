import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShortFor } from '../../lib/match/nicknames.ts';
import { dateOrder, digitSlips, readBirthday } from '../../lib/match/scale/birthday.ts';
import { editDistance, isFarOff, jaroWinkler } from '../../lib/match/scale/distance.ts';
import { isOneName } from '../../lib/match/scale/first-names.ts';
import { LEVEL } from '../../lib/match/scale/levels.ts';
import { emailLikeness } from '../../lib/match/scale/likeness.ts';
import { preparePeople } from '../../lib/match/scale/prepare.ts';
import { soundOf } from '../../lib/match/scale/sound.ts';
import { FIRST_NAMES, LAST_NAMES, STREETS, TOWNS } from '../../scripts/match/name-lists.ts';
import { row } from './match-scale-people.ts';

describe('how far two texts are apart', () => {
  it.each([
    ['smith', 'smith', 0],
    ['smith', 'smyth', 1],
    ['smith', 'smiht', 1],
    ['smith', 'smit', 1],
    ['smith', 'psmithe', 2],
    ['kitten', 'sitting', 3],
    ['abcdef', 'uvwxyz', 4],
  ])('%s and %s: %i edits, counted up to three', (one, other, edits) => {
    expect(editDistance(one, other, 3)).toBe(edits);
    expect(editDistance(other, one, 3)).toBe(edits);
  });

  it('is what Winkler printed', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.961, 3);
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.813, 3);
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 2);
    expect(jaroWinkler('abc', 'xyz')).toBe(0);
  });

  it('is never called far when one edit lies between', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 3, maxLength: 9 });
    fc.assert(fc.property(word, word, (one, other) => editDistance(one, other, 1) > 1 || !isFarOff(one, other)));
  });
});

describe('what names sound like', () => {
  it.each([
    ['philip', 'filip'],
    ['catherine', 'katherine'],
    ['smith', 'smyth'],
    ['knight', 'nighte'],
    ['mcdonald', 'macdonald'],
    ['wi1son', 'wilson'],
  ])('%s sounds like %s', (one, other) => expect(soundOf(one)).toBe(soundOf(other)));

  it('tells what sounds otherwise', () => expect(soundOf('martin')).not.toBe(soundOf('morgan')));
});

const IN_WORDS = ['Apr 17, 1980', '17 avril 1980', '17-APR-80', '1980-abr-17', 'Thu, April 17th, 1980 12:30'];

describe('a date of birth', () => {
  it.each(['1980-04-17', '19800417', '04/17/1980', '4/17/80', '1980/4/17', '198O-O4-l7', '1980-04-17T00:00:00Z', ...IN_WORDS])(
    'is read from %s',
    (raw) => expect(readBirthday(raw, 'month-first')).toBe(19_800_417),
  );
  it('is unknown when there is no reading it', () => {
    for (const raw of ['', '--', '1980', 'unknown', '17 April']) expect(readBirthday(raw, 'month-first')).toBe(0);
  });
  it('has the order of day and month that the file shows', () => {
    expect(dateOrder(['03/04/1980', '25/04/1980', '05/06/1980'])).toBe('day-first');
    expect(dateOrder(['03/04/1980', '04/25/1980'])).toBe('month-first');
  });
  it('is off by digits, two changed about being one', () => {
    expect([19_800_417, 19_800_471, 19_810_417, 18_910_417].map((other) => digitSlips(19_800_417, other))).toEqual([0, 1, 1, 2]);
  });
});

describe('an address', () => {
  const place = (some: object) => preparePeople([row('a', some)], 'US')[0]!;
  it('is the same without its unit, its kind of street and the space after the number', () => {
    for (const address1 of ['12 Oak Street', '12 oak st, Unit 4', '12Oak Rd', 'Apt 9, 12 Oak'])
      expect(place({ address1 })).toMatchObject({ number: '12', street: 'oak' });
  });
  it('has the unit before the number where Canadians and Australians write it', () => {
    for (const address1 of ['4-12 Oak Street', '#4 - 12 Oak St', '4/12 Oak St', '12 Oak St Unit 4'])
      expect(place({ address1 })).toMatchObject({ number: '12', unit: '4', street: 'oak' });
    expect(place({ address1: '12 1/2 Oak' }).number).toBe('12');
  });
  it('gets back the zero that a spreadsheet took off its ZIP code, where the others are ZIP codes', () => {
    const postals = (...codes: string[]) =>
      preparePeople(
        codes.map((postalCode, at) => row(`z${at}`, { postalCode })),
        'US',
      ).map((one) => one.postal);
    expect(postals('2139', '21394307', '98101', '10001-2222', '60601')).toEqual(['02139', '02139', '98101', '10001', '60601']);
    expect(postals('2139', '3000', '4005')).toEqual(['2139', '3000', '4005']);
  });
  it('gets parts back that stand in the neighbour’s column', () => {
    expect(place({ city: '62701', postalCode: 'Springfield' })).toMatchObject({ city: 'springfield', postal: '62701' });
    expect(place({ address1: 'Springfield', city: '12 Oak Street' })).toMatchObject({ city: 'springfield', street: 'oak' });
  });
});

describe('first names', () => {
  const counts = (name: string) => ({ zoradel: 40, avanika: 9 })[name] ?? 1;
  it('are short for their formal name only', () => {
    expect([isShortFor('bill', 'william'), isShortFor('william', 'bill'), isShortFor('bill', 'will')]).toEqual([
      true,
      false,
      false,
    ]);
  });
  it.each([
    ['william', 'bill', true],
    ['michael', 'mihcael', true],
    ['charlotte', 'charlote', true],
    ['am3lia', 'amelia', true],
    ['zoradel', 'zorsdel', true],
    ['alina', 'alona', false],
    ['paul', 'paula', false],
    ['christina', 'christine', false],
    ['robert', 'rupert', false],
    ['zorabel', 'zorebel', false],
    ['richard', 'ricard', false],
    ['zoradel', 'zoraidel', false],
    ['zoradel', 'zoardel', true],
    ['brian', 'brain', false],
    ['avanika', 'abanika', false],
    ['guadalupe', 'lupe', true],
  ])('%s and %s are one name: %s', (one, other, same) => {
    expect([isOneName(one, other, counts), isOneName(other, one, counts)]).toEqual([same, same]);
  });
});

it('mailboxes of namesakes, numbered apart, are no slip of one another', () => {
  const likeness = (one: string, other: string) => emailLikeness(one, other, soundOf);
  expect(likeness('ana.lee2@mail.example', 'ana.lee7@mail.example')).toBe(LEVEL.differs);
  expect(likeness('ana.lee2@mail.example', 'ana.le2@mail.example')).toBe(LEVEL.near);
});

it('the lists people are made of are as long as life demands', () => {
  expect(FIRST_NAMES.length).toBeGreaterThan(800);
  expect(LAST_NAMES.length).toBeGreaterThan(1000);
  expect(Math.min(STREETS.length, TOWNS.length)).toBeGreaterThanOrEqual(250);
});
