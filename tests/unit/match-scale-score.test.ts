import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createComparer } from '../../lib/match/scale/compare.ts';
import { newComparison } from '../../lib/match/scale/comparison.ts';
import type { PersonRow } from '../../lib/match/scale/person.ts';
import { preparePeople } from '../../lib/match/scale/prepare.ts';
import { createScorer } from '../../lib/match/scale/score.ts';
import { createVocabulary, tableOf } from '../../lib/match/scale/table.ts';
import { sharesOf, weightsOf } from '../../lib/match/scale/weights.ts';
import { corrupted, ERROR_LEVELS } from '../../scripts/match/corrupt.ts';
import { createPopulation } from '../../scripts/match/population.ts';
import { createRandom } from '../../scripts/match/random.ts';
import { HOME, row } from './match-scale-people.ts';

const FIELDS = ['firstName', 'lastName', 'dateOfBirth', 'address1', 'city', 'state', 'postalCode'] as const;
const crowd = createPopulation(400, createRandom(5)).map((person, at) => ({ ...person, id: `c${at}` }));
const prepared = preparePeople(crowd, 'US');

/** Scores of pairs within one crowd, so that every value has a share. */
const scoresOf = (pairs: [PersonRow, PersonRow][]) => {
  const vocabulary = createVocabulary();
  const table = (rows: PersonRow[]) => tableOf([...preparePeople(rows, 'US'), ...prepared], vocabulary);
  const tables = [table(pairs.map(([one]) => one)), table(pairs.map(([, other]) => other))] as const;
  const compare = createComparer(...tables, vocabulary);
  const score = createScorer(...tables, vocabulary.words, weightsOf(sharesOf([...tables], vocabulary.words.length)), {
    bits: 13,
    relatives: 0.7,
  });
  const comparison = newComparison();
  return pairs.map((_, at) => {
    compare.whole(at, at, comparison);
    return { score: score(comparison, at, at, Number.NEGATIVE_INFINITY), swapped: comparison.swapped };
  });
};

describe('the score of a pair', () => {
  it('never falls when a field is made to agree', () => {
    fc.assert(
      fc.property(
        fc.nat(399),
        fc.nat(399),
        fc.nat(),
        fc.boolean(),
        fc.constantFrom(...FIELDS),
        (at, other, seed, same, field) => {
          const person = crowd[at]!;
          const copy = corrupted(same ? person : crowd[other]!, ERROR_LEVELS.heavy, createRandom(seed));
          const [before, after] = scoresOf([
            [person, copy],
            [person, { ...copy, [field]: person[field] }],
          ]);
          // Crosswise names agree less when one of them is set straight.
          if (before!.swapped && (field === 'firstName' || field === 'lastName')) return;
          // Parts in the neighbour's column are put back while preparing; setting one straight undoes that.
          if (/\d/.test(copy.city)) return;
          if (person[field] === '') return;
          expect(after!.score).toBeGreaterThanOrEqual(before!.score - 1e-9);
        },
      ),
      { numRuns: 400 },
    );
  });

  const person = row('p', { ...HOME, firstName: 'Robert', lastName: 'Zolotarev', dateOfBirth: '1980-04-17' });
  const scoreOf = (change: Partial<PersonRow>, mine: Partial<PersonRow> = {}) =>
    scoresOf([
      [
        { ...person, ...mine },
        { ...person, ...mine, ...change },
      ],
    ])[0]!.score;

  it('falls the further a value is off', () => {
    const steps = [{}, { dateOfBirth: '1980-04-18' }, { dateOfBirth: '1980-05-18' }, { dateOfBirth: '1953-11-02' }].map((one) =>
      scoreOf(one),
    );
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
    expect(new Set(steps).size).toBe(steps.length);
  });

  it('is higher for a rare last name than for a common one', () => {
    const away = { address1: '', city: '', state: '', postalCode: '' };
    expect(scoreOf({}, away)).toBeGreaterThan(scoreOf({}, { ...away, lastName: 'Smith' }));
  });

  it('takes a blank for neither agreement nor contradiction', () => {
    const blank = scoreOf({ dateOfBirth: '' });
    expect(blank).toBeLessThan(scoreOf({}));
    expect(blank).toBeGreaterThan(scoreOf({ dateOfBirth: '1953-11-02' }));
  });

  it('takes a middle name that one of the two leaves out for nothing said', () => {
    const [plain, initial, middle] = [{}, { firstName: 'Robert E.' }, { firstName: 'Robert Edward' }].map((one) => scoreOf(one));
    expect(plain! - initial!).toBeLessThan(2);
    expect(plain! - middle!).toBeLessThan(2);
    expect(scoreOf({ firstName: 'Edward' }, { firstName: 'Robert Edward' })).toBeGreaterThan(
      scoreOf({ firstName: 'Edward' }) + 4,
    );
  });

  it('tells sisters of one first name by the second', () => {
    const jane = scoreOf({ firstName: 'Mary Jane' }, { firstName: 'Mary Anne' });
    expect(scoreOf({ firstName: 'Mary' }, { firstName: 'Mary Anne' })).toBeGreaterThan(jane);
  });

  it('knows one of two last names, and a nickname with an initial behind it', () => {
    const half = scoreOf({ lastName: 'Quiroga' }, { lastName: 'Quiroga Zamorano' });
    expect(half).toBeGreaterThan(scoreOf({ lastName: 'Quirogazamora' }, { lastName: 'Quiroga Zamorano' }));
    expect(half).toBeGreaterThan(scoreOf({ lastName: 'Quiroga Abascal' }, { lastName: 'Quiroga Zamorano' }));
    expect(scoreOf({ firstName: 'Bobby J.' })).toBeGreaterThan(scoreOf({ firstName: 'Quentin' }) + 2);
  });

  it('rises by an initial that fits', () => {
    expect(scoreOf({ firstName: 'R' })).toBeGreaterThan(scoreOf({ firstName: '' }));
    expect(scoreOf({ firstName: 'Q' })).toBeLessThan(scoreOf({ firstName: '' }));
  });

  it('knows father from son where both say who they are', () => {
    const suffix = (mine: string, theirs: string) => scoreOf({ lastName: `Bell${theirs}` }, { lastName: `Bell${mine}` });
    const [both, none, one, other] = [suffix(' Jr', ', Jr.'), suffix('', ''), suffix(' Jr', ''), suffix(' Jr', ' Sr')] as const;
    expect([both, none, one, other]).toEqual([both, none, one, other].sort((a, b) => b - a));
    expect(new Set([both, none, one, other]).size).toBe(4);
  });

  it('sees names that stand in each other’s column with a middle name, or as a nickname', () => {
    const away = { firstName: 'Zolotarev', lastName: 'Quentin' };
    for (const lastName of ['Robert James', 'Bob']) expect(scoreOf({ ...away, lastName })).toBeGreaterThan(scoreOf(away) + 3);
  });

  it('sees names that stand in each other’s column', () => {
    const swapped = scoreOf({ firstName: 'Zolotarev', lastName: 'Robert' });
    expect(swapped).toBeGreaterThan(scoreOf({ firstName: 'Quentin', lastName: 'Abernathy' }));
    expect(swapped).toBeLessThan(scoreOf({}));
  });
});
