import type { Country } from '../normalize.ts';
import { assign } from './assign.ts';
import { type Blocks, blocksOf } from './blocks.ts';
import { findPairs, type Pairs } from './candidates.ts';
import { type Comparer, createComparer } from './compare.ts';
import { at, newComparison } from './comparison.ts';
import { decide, type LinkedPair } from './decide.ts';
import { createJudge } from './evidence.ts';
import { householdOf } from './household.ts';
import { FIELDS } from './levels.ts';
import type { PersonRow } from './person.ts';
import { preparePeople } from './prepare.ts';
import { createScorer } from './score.ts';
import { createVocabulary, type Table, tableOf } from './table.ts';
import { noCounts, sharesOf, weightsOf } from './weights.ts';

export interface LinkOptions {
  /** For phone numbers written without a country. */
  country: Country;
  /** Called at the end of each step, to be timed by whoever has a clock. */
  onStep?: (step: string, note: string) => void;
}

/** Pairs to learn from: the doubtful ones too, or only the unspoilt would be learnt. */
const LEARN_BITS = 0;
/** Random chance grows with the files; in a small file names are no rarer than in a town. */
const LEAST_ROWS = 5000;

/** Who of the left file is who of the right one: one to one, best first. Same files, same answer, in whichever order. */
export function linkPeople(left: PersonRow[], right: PersonRow[], { country, onStep = () => {} }: LinkOptions): LinkedPair[] {
  const vocabulary = createVocabulary();
  const tables: [Table, Table] = [
    tableOf(preparePeople(left, country), vocabulary),
    tableOf(preparePeople(right, country), vocabulary),
  ];
  onStep('normalise', `${left.length} and ${right.length} rows`);
  const blocks = [...blocksOf(...tables, vocabulary)].filter(({ pairs }) => pairs > 0);
  onStep('block', blocksNote(blocks));
  const compare = createComparer(...tables, vocabulary);
  const shares = sharesOf(tables, vocabulary.words.length);
  const prior = { bits: Math.log2(Math.max(left.length, right.length, LEAST_ROWS)), relatives: householdOf(tables) };
  const score = createScorer(...tables, vocabulary.words, weightsOf(shares), prior);
  const { pairs, compared } = findPairs([left.length, right.length], blocks, compare, score, tables[0].first.keys());
  onStep('compare', `${compared} pairs, ${pairs.size} kept`);
  const counts = learn(pairs, tables, compare);
  rescore(pairs, compare, createScorer(...tables, vocabulary.words, weightsOf(shares, counts), prior));
  onStep('learn', `${counts.state.reduce((sum, count) => sum + count, 0)} likely pairs`);
  const linked = decide(pairs, tables, compare, createJudge(...tables, vocabulary));
  onStep('decide', `${linked.length} pairs`);
  return linked;
}

const blocksNote = (blocks: Blocks[]) => {
  const skipped = blocks.filter((one) => one.skipped > 0).map((one) => `${one.skipped} of ${one.name}`);
  return `${blocks.length} passes${skipped.length > 0 ? `; blocks too large: ${skipped.join(', ')}` : ''}`;
};

/** How likely pairs agree in these very files. */
const learn = (pairs: Pairs, [left, right]: [Table, Table], compare: Comparer) => {
  const counts = noCounts();
  const comparison = newComparison();
  for (const pair of assign(pairs, left.ids, right.ids)) {
    if (pairs.scores[pair]! < LEARN_BITS) continue;
    compare.whole(pairs.left[pair]!, pairs.right[pair]!, comparison);
    for (const field of FIELDS) {
      if (comparison.swapped && (field === 'first' || field === 'last')) continue;
      counts[field][comparison.levels[at[field]]!]! += 1;
    }
  }
  return counts;
};

const rescore = (pairs: Pairs, compare: Comparer, score: ReturnType<typeof createScorer>): void => {
  const comparison = newComparison();
  for (let pair = 0; pair < pairs.size; pair += 1) {
    const [l, r] = [pairs.left[pair]!, pairs.right[pair]!];
    compare.whole(l, r, comparison);
    pairs.scores[pair] = score(comparison, l, r, Number.NEGATIVE_INFINITY);
  }
};
