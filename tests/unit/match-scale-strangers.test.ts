import { describe, expect, it } from 'vitest';
import { linkPeople } from '../../lib/match/scale/link-people.ts';
import { ERROR_LEVELS } from '../../scripts/match/corrupt.ts';
import { createTwoFiles } from '../../scripts/match/two-files.ts';
import { HOME, row, STRANGERS } from './match-scale-people.ts';

const autos = (left: ReturnType<typeof row>[], right: ReturnType<typeof row>[]) =>
  linkPeople(left, right, { country: 'US' })
    .filter((one) => one.decision === 'auto')
    .map((one) => `${one.left} = ${one.right}`);

describe('two people who look like one', () => {
  it.each(STRANGERS)('are not linked unasked: $family', ({ left, right }) => {
    expect(autos([row('a', left)], [row('b', right)])).toEqual([]);
    expect(autos([row('b', right)], [row('a', left)])).toEqual([]);
  });

  it('are not linked unasked when all of them stand in the same two files', () => {
    const left = STRANGERS.map((one, at) => row(`l${at}`, one.left));
    const right = STRANGERS.map((one, at) => row(`r${at}`, one.right));
    expect(autos(left, right)).toEqual([]);
  });

  it('are not linked unasked among two thousand people who teach the model how rare such names are', () => {
    const files = createTwoFiles({ people: 2000, seed: 77, level: ERROR_LEVELS.febrl });
    const left = [...files.left, ...STRANGERS.map((one, at) => row(`l${at}`, one.left))];
    const right = [...files.right, ...STRANGERS.map((one, at) => row(`r${at}`, one.right))];
    const found = autos(left, right);
    expect(found.length).toBeGreaterThan(1000);
    expect(found.filter((one) => one.startsWith('l') || one.includes('= r'))).toEqual([]);
  });

  it('are told apart from themselves: each twin is linked to the same twin of the other file', () => {
    const twins = STRANGERS.filter((one) => one.family.startsWith('twins')).flatMap((one) => [one.left, one.right]);
    const found = autos(
      twins.map((one, at) => row(`p${at}`, one)),
      twins.map((one, at) => row(`p${at}`, one)),
    );
    expect(found.sort()).toEqual(twins.map((_, at) => `p${at} = p${at}`).sort());
  });
});

describe('one person twice', () => {
  const person = { firstName: 'William', lastName: 'Zolotarev', dateOfBirth: '1971-09-23', ...HOME };
  const slips = {
    'the same in every field': {},
    'a nickname': { firstName: 'Bill' },
    'a scanner’s slip in the first name': { firstName: 'Wil1iam' },
    'a slip in the last name': { lastName: 'Zolotarov' },
    'another spelling of the street': { address1: '12 oak st' },
    'day and month changed about': { dateOfBirth: '1971-23-09' },
    'a month nobody has': { dateOfBirth: '1971-90-23' },
  };
  it.each(Object.entries(slips))('is linked unasked: %s', (_, slip) => {
    expect(autos([row('a', person)], [row('b', { ...person, ...slip })])).toEqual(['a = b']);
  });

  it('is only suggested when the other file has the person twice', () => {
    expect(autos([row('a', person)], [row('b', person), row('c', person)])).toEqual([]);
  });
});
