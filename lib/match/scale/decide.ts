import { assign, rivalsOf } from './assign.ts';
import type { Pairs } from './candidates.ts';
import type { Comparer } from './compare.ts';
import { at, newComparison } from './comparison.ts';
import type { createJudge, Doubt } from './evidence.ts';
import { LEVEL } from './levels.ts';
import type { Table } from './table.ts';
import { suggestThreshold } from './threshold.ts';

export interface LinkedPair {
  left: string;
  right: string;
  /** Log2 odds that the two are one person. */
  score: number;
  decision: 'auto' | 'suggest';
  /** What is in the way of linking without asking; empty for `auto`. */
  doubts: (Doubt | 'low-score' | 'rival')[];
}

/** 999 to 1 in every single pair, so that all of them together are better than that. */
const AUTO_BITS = Math.log2(999);
/** The next best pair of either row must be this many bits less likely. */
const MARGIN_BITS = 6;
/** What says that two rows are two people, whatever else they have in common. */
const AGAINST: ReadonlySet<Doubt> = new Set(['suffix-differs', 'first-name-differs', 'birthday-differs']);

/** Of the scored pairs, those to show and those to link unasked: one to one, best first. */
export function decide(
  pairs: Pairs,
  [left, right]: [Table, Table],
  compare: Comparer,
  judge: ReturnType<typeof createJudge>,
): LinkedPair[] {
  const chosen = assign(pairs, left.ids, right.ids);
  const lowest = suggestThreshold(
    chosen.map((pair) => pairs.scores[pair]!),
    Math.min(left.size, right.size),
  );
  const comparison = newComparison();
  const look = (pair: number): Doubt[] => {
    compare.whole(pairs.left[pair]!, pairs.right[pair]!, comparison);
    return judge(comparison, pairs.left[pair]!, pairs.right[pair]!);
  };
  const rivals = rivalsOf(pairs, left.size, right.size, () => true);
  // A twin or a namesake father is no rival of the very same name and birthday; beside a slip he may be the one meant.
  const equals = rivalsOf(pairs, left.size, right.size, (pair) => !look(pair).some((doubt) => AGAINST.has(doubt)));
  return chosen.flatMap((pair): LinkedPair[] => {
    const score = pairs.scores[pair]!;
    if (score < lowest) return [];
    const doubts: LinkedPair['doubts'] = look(pair);
    const clear = (['first', 'last', 'birthday'] as const).every((field) => comparison.levels[at[field]] === LEVEL.exact);
    if (score < AUTO_BITS) doubts.push('low-score');
    if (score - (clear && !comparison.swapped ? equals : rivals)[pair]! < MARGIN_BITS) doubts.push('rival');
    const [mine, theirs] = [left.ids[pairs.left[pair]!]!, right.ids[pairs.right[pair]!]!];
    return [{ left: mine, right: theirs, score, decision: doubts.length > 0 ? 'suggest' : 'auto', doubts }];
  });
}
