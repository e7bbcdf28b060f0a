import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkPeople } from '../../lib/match/scale/link-people.ts';
import type { PersonRow } from '../../lib/match/scale/person.ts';
import { ERROR_LEVELS } from '../../scripts/match/corrupt.ts';
import { createTwoFiles } from '../../scripts/match/two-files.ts';
import { row } from './match-scale-people.ts';

const some = (list: string[]) => fc.constantFrom('', ...list);
/** Few values, so that many pairs agree in something. */
const values = fc.record({
  firstName: some(['Ana', 'Anna', 'Bob', 'Robert', 'A', 'Kim', 'Kimberly']),
  lastName: some(['Kim', 'Smith', 'Smyth', 'Smith Jr.', 'Ortega']),
  email: some(['a@x.example', 'b@x.example', 'info@x.example']),
  phone: some(['604 555 0101', '604 555 0102']),
  dateOfBirth: some(['1980-01-02', '1980-02-01', '1980-01-03', '1955-01-02']),
  address1: some(['1 Oak St', '1 Oak Street', '2 Elm Road', '7 Oak St']),
  city: some(['Delta', 'Detla', 'Surrey']),
  state: some(['BC', 'WA']),
  postalCode: some(['98101', '98102']),
});
const people = fc.array(values, { maxLength: 12 });
const rows = (prefix: string, list: Omit<PersonRow, 'id'>[]) => list.map((one, at) => row(`${prefix}${at}`, one));
const link = (left: PersonRow[], right: PersonRow[]) => linkPeople(left, right, { country: 'CA' });
const said = (pairs: ReturnType<typeof link>, turned = false) =>
  pairs
    .map((one) => `${turned ? `${one.right} ${one.left}` : `${one.left} ${one.right}`} ${one.decision} ${one.score.toFixed(6)}`)
    .sort();
const runs = { numRuns: 150 };

describe('linking two files', () => {
  it('gives the same pairs whichever file is called left', () => {
    fc.assert(
      fc.property(people, people, (one, other) => {
        const [left, right] = [rows('l', one), rows('r', other)];
        expect(said(link(right, left), true)).toEqual(said(link(left, right)));
      }),
      runs,
    );
  });

  it('gives the same pairs in whatever order the rows stand', () => {
    fc.assert(
      fc.property(people, people, fc.nat(), (one, other, turn) => {
        const [left, right] = [rows('l', one), rows('r', other)];
        const moved = (list: PersonRow[]) => [...list.slice(turn % 7), ...list.slice(0, turn % 7)].reverse();
        expect(said(link(moved(left), moved(right)))).toEqual(said(link(left, right)));
      }),
      runs,
    );
  });

  it('gives the same pairs of spoilt files, turned and shuffled', () => {
    const { left, right } = createTwoFiles({ people: 600, seed: 21, level: ERROR_LEVELS.heavy });
    const pairs = said(link(left, right));
    expect(pairs.length).toBeGreaterThan(400);
    expect(said(link([...left].reverse(), [...right].reverse()))).toEqual(pairs);
    expect(said(link(right, left), true)).toEqual(pairs);
  });

  it('uses no row twice and links nobody unasked whose pair it would not show', () => {
    fc.assert(
      fc.property(people, people, (one, other) => {
        const pairs = link(rows('l', one), rows('r', other));
        expect(new Set(pairs.map((pair) => pair.left)).size).toBe(pairs.length);
        expect(new Set(pairs.map((pair) => pair.right)).size).toBe(pairs.length);
        for (const pair of pairs) expect(pair.decision === 'auto').toBe(pair.doubts.length === 0);
      }),
      runs,
    );
  });

  it('links nobody unasked by name and birthday alone', () => {
    fc.assert(
      fc.property(people, people, (one, other) => {
        const bare = (list: Omit<PersonRow, 'id'>[]) =>
          list.map((each) => ({ ...each, email: '', phone: '', address1: '', city: '', postalCode: '' }));
        expect(link(rows('l', bare(one)), rows('r', bare(other))).filter((pair) => pair.decision === 'auto')).toEqual([]);
      }),
      runs,
    );
  });
});
