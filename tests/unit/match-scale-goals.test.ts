import { describe, expect, it } from 'vitest';
import { linkPeople } from '../../lib/match/scale/link-people.ts';
import { ERROR_LEVELS } from '../../scripts/match/corrupt.ts';
import { OFFICES } from '../../scripts/match/habits.ts';
import { measure } from '../../scripts/match/measure.ts';
import { pairKey } from '../../scripts/match/read-people.ts';
import { createTwoFiles, type TwoFilesOptions } from '../../scripts/match/two-files.ts';

const run = (seed: number, errors: keyof typeof ERROR_LEVELS, overlap = 1, more: Partial<TwoFilesOptions> = {}) => {
  const { left, right, truth } = createTwoFiles({ people: 2000, seed, level: ERROR_LEVELS[errors], overlap, ...more });
  const pairs = linkPeople(left, right, { country: 'US' });
  return measure(pairs, new Set(truth.map((pair) => pairKey(pair.left, pair.right))));
};

describe('people without e-mail and phone', () => {
  it.each([11, 12, 13])('are found in a spoilt copy: suggestions and automatic pairs reach their goals (seed %i)', (seed) => {
    const { auto, suggest } = run(seed, 'febrl');
    expect(suggest.precision).toBeGreaterThanOrEqual(0.95);
    expect(suggest.recall).toBeGreaterThanOrEqual(0.98);
    expect(auto.precision).toBeGreaterThanOrEqual(0.999);
    expect(auto.recall).toBeGreaterThan(0.5);
  });

  it('are found in a badly spoilt copy nearly as well', () => {
    const { auto, suggest } = run(14, 'heavy');
    expect(suggest.precision).toBeGreaterThanOrEqual(0.95);
    expect(suggest.recall).toBeGreaterThanOrEqual(0.95);
    expect(auto.precision).toBe(1);
  });

  it.each([17, 18])('are found where the other office writes another way, with half of them in both files (seed %i)', (seed) => {
    const { auto, suggest } = run(seed, 'light', 0.5, { habits: [OFFICES.clerk, OFFICES.import] });
    expect(suggest.precision).toBeGreaterThanOrEqual(0.95);
    expect(suggest.recall).toBeGreaterThanOrEqual(0.98);
    expect(auto.precision).toBeGreaterThanOrEqual(0.999);
    expect(auto.recall).toBeGreaterThan(0.4);
  });

  it('are not invented where half of either file is not in the other', () => {
    const { auto, suggest } = run(15, 'febrl', 0.5);
    expect(suggest.precision).toBeGreaterThanOrEqual(0.95);
    expect(suggest.recall).toBeGreaterThanOrEqual(0.98);
    expect(auto.precision).toBeGreaterThanOrEqual(0.999);
  });

  it('are not invented where nobody is in both files', () => {
    const { auto, suggest } = run(16, 'febrl', 0);
    expect(auto.pairs).toBe(0);
    expect(suggest.pairs).toBeLessThan(2000 * 0.03);
  });
});
