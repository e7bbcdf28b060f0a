import { probabilityOf } from './score.ts';

/** The list of suggestions as a whole is to be at least this pure, by the model's own reckoning. */
const SUGGEST_PRECISION = 0.97;
/** Nobody is shown a pair that is less likely than one in five. */
const LEAST_BITS = -2;
/** Pairs found with no more than this say how many more there are on the other side of even odds. */
const BARELY_BITS = 4;
/** However many were found, some rows have nobody in the other file. */
const MOST_FOUND = 0.95;

/**
 * The lowest score (log2 odds) of a pair to be shown. `scores` are those of the one-to-one pairs, best first; `rows` the size of the
 * smaller file. Pairs at the end of that list are made of rows that found nobody better: the more of the others are settled, the
 * fewer strangers and relatives are left for them, and the likelier is the pair that remains.
 */
export function suggestThreshold(scores: number[], rows: number): number {
  const expected = scores.reduce((sum, score) => sum + (score > 0 ? probabilityOf(score) : 0), 0);
  const found = Math.min(MOST_FOUND, expected / Math.max(1, rows));
  const barely = scores.filter((score) => score > 0 && score < BARELY_BITS).length / Math.max(1, rows);
  const gain = Math.max(0, Math.log2(Math.min(0.9, barely / (1 - found)) / (1 - found)));
  let [shown, right, lowest] = [0, 0, 0];
  for (const score of scores) {
    shown += 1;
    right += probabilityOf(score + gain);
    if (score >= 0) continue;
    if (score + gain < LEAST_BITS || right / shown < SUGGEST_PRECISION) break;
    lowest = score;
  }
  return lowest;
}
