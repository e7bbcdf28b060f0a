import type { LinkedPair } from '../../lib/match/scale/decide.ts';
import { pairKey } from './read-people.ts';

export interface Figures {
  pairs: number;
  /** Share of the pairs that are true; null without truth or without pairs. */
  precision: number | null;
  /** Share of the true pairs that were found; null without truth. */
  recall: number | null;
}

/** `suggest` counts every pair a person is shown, the automatic ones too. */
export function measure(pairs: LinkedPair[], truth: ReadonlySet<string> | undefined): { auto: Figures; suggest: Figures } {
  return {
    auto: figuresOf(
      pairs.filter((one) => one.decision === 'auto'),
      truth,
    ),
    suggest: figuresOf(pairs, truth),
  };
}

const figuresOf = (pairs: LinkedPair[], truth: ReadonlySet<string> | undefined): Figures => {
  if (!truth) return { pairs: pairs.length, precision: null, recall: null };
  const right = pairs.filter((one) => truth.has(pairKey(one.left, one.right))).length;
  return {
    pairs: pairs.length,
    precision: pairs.length > 0 ? right / pairs.length : null,
    recall: truth.size > 0 ? right / truth.size : null,
  };
};
