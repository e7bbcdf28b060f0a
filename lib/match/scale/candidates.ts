import type { Blocks } from './blocks.ts';
import type { Comparer } from './compare.ts';
import { newComparison } from './comparison.ts';
import type { Scorer } from './score.ts';

/** Pairs worth remembering, as three columns. */
export interface Pairs {
  size: number;
  left: Int32Array;
  right: Int32Array;
  scores: Float64Array;
}

/** Pairs below this (log2 odds) can neither be shown nor cast doubt on another. */
export const FLOOR = -8;

export function createPairs(room = 1024): Pairs & { add(left: number, right: number, score: number): void } {
  const pairs = {
    size: 0,
    left: new Int32Array(room),
    right: new Int32Array(room),
    scores: new Float64Array(room),
    add(left: number, right: number, score: number) {
      if (pairs.size === pairs.left.length) {
        const more = pairs.size * 2;
        pairs.left = grown(pairs.left, new Int32Array(more));
        pairs.right = grown(pairs.right, new Int32Array(more));
        pairs.scores = grown(pairs.scores, new Float64Array(more));
      }
      pairs.left[pairs.size] = left;
      pairs.right[pairs.size] = right;
      pairs.scores[pairs.size] = score;
      pairs.size += 1;
    },
  };
  return pairs;
}

const grown = <T extends Int32Array | Float64Array>(old: T, larger: T): T => {
  larger.set(old);
  return larger;
};

export interface Found {
  pairs: Pairs;
  compared: number;
}

/** Compares every pair that shares a block, once, and keeps those that may matter. Memory grows with what is kept only. */
export function findPairs(
  sizes: [number, number],
  blocks: Blocks[],
  compare: Comparer,
  score: Scorer,
  lefts: Iterable<number>,
): Found {
  const pairs = createPairs();
  const comparison = newComparison();
  const seen = new Int32Array(sizes[1]).fill(-1);
  let compared = 0;
  for (const left of lefts) {
    for (const { blockOf, starts, rows } of blocks) {
      const block = blockOf[left]!;
      if (block < 0) continue;
      for (let at = starts[block]!; at < starts[block + 1]!; at += 1) {
        const right = rows[at]!;
        if (seen[right] === left) continue;
        seen[right] = left;
        compared += 1;
        compare.hopefully(left, right, comparison);
        if (score(comparison, left, right, FLOOR) < FLOOR) continue;
        compare.really(left, right, comparison);
        const value = score(comparison, left, right, FLOOR);
        if (value >= FLOOR) pairs.add(left, right, value);
      }
    }
  }
  return { pairs, compared };
}
