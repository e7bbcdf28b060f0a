import { describe, expect, it } from 'vitest';
import { linkPeople } from '../../lib/match/scale/link-people.ts';
import { preparePeople } from '../../lib/match/scale/prepare.ts';
import { HOME, row } from './match-scale-people.ts';

const names = (...rows: [firstName: string, lastName: string][]) =>
  preparePeople(
    rows.map(([firstName, lastName], at) => row(`n${at}`, { firstName, lastName })),
    'US',
  ).map(({ first, last, suffix }) => [first, last, suffix]);

describe('whole names in one column', () => {
  it('are taken apart where a comma says how, whatever the others are', () => {
    expect(names(['', 'Brown, Anthony J.'], ['Lee, Kim, Jr.', ''], ['Ana', 'Diaz'])).toEqual([
      ['anthonyj', 'brown', ''],
      ['kim', 'lee', 'jr'],
      ['ana', 'diaz', ''],
    ]);
  });

  it('are taken apart where all of the file is written so', () => {
    expect(names(['Anthony Brown', ''], ['Dr. Ana Maria Diaz', ''])).toEqual([
      ['anthony', 'brown', ''],
      ['anamaria', 'diaz', ''],
    ]);
  });

  it('are not made of a lone last name, or of a last name and its suffix', () => {
    expect(names(['Ana', 'Diaz'], ['', 'de Haan'], ['', 'De Santis, Jr.'], ['Jo', 'Ray'])).toEqual([
      ['ana', 'diaz', ''],
      ['', 'dehaan', ''],
      ['', 'desantis', 'jr'],
      ['jo', 'ray', ''],
    ]);
  });
});

it('a last name without its first name is one among whole names too', () => {
  const turned = Array.from({ length: 9 }, (): [string, string] => ['', 'Brown, Anthony']);
  expect(names(['', 'Miller'], ['', 'de Haan'], ...turned).slice(0, 2)).toEqual([
    ['', 'miller', ''],
    ['', 'dehaan', ''],
  ]);
  const plain = Array.from({ length: 9 }, (): [string, string] => ['', 'Anthony Brown']);
  expect(names(['', 'Miller'], ...plain)[0]).toEqual(['', 'miller', '']);
});

describe('Jr. and Sr. in one house without birthdays', () => {
  it.each([
    ['a', 'b'],
    ['b', 'a'],
  ])('are each suggested as themselves, whatever their ids (%s, %s)', (junior, senior) => {
    const walter = (id: string, lastName: string) => row(id, { ...HOME, firstName: 'Walter', lastName });
    const found = linkPeople(
      [walter('a', 'Brand, Jr.'), walter('b', 'Brand Sr')],
      [walter(junior, 'Brand Jr'), walter(senior, 'Brand, Sr.')],
      { country: 'US' },
    );
    expect(found.map((one) => [one.left, one.right]).sort()).toEqual([
      ['a', junior],
      ['b', senior],
    ]);
    expect(found.every((one) => one.decision === 'suggest')).toBe(true);
  });
});
