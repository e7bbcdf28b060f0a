import type { PersonRow } from '../../lib/match/scale/person.ts';
import { corrupted, type ErrorLevel } from './corrupt.ts';
import { furtherNames, type Habits, written } from './habits.ts';
import { createPopulation } from './population.ts';
import { createRandom, type Random } from './random.ts';

export interface TwoFiles {
  left: PersonRow[];
  right: PersonRow[];
  truth: { left: string; right: string }[];
}

export interface TwoFilesOptions {
  /** People in each file. */
  people: number;
  seed: number;
  level: ErrorLevel;
  /** Share of each file's people who are in the other one as well. */
  overlap?: number;
  /** How the left and the right office write; both alike and plainly without. */
  habits?: [Habits, Habits];
}

/** Two files of people who are partly the same, each in an order of its own, and who is who. */
export function createTwoFiles({ people, seed, level, overlap = 1, habits }: TwoFilesOptions): TwoFiles {
  const random = createRandom(seed);
  const common = Math.round(people * overlap);
  const everybody = random.shuffled(createPopulation(people * 2 - common, random));
  const truth: TwoFiles['truth'] = [];
  const left = everybody.slice(0, people).map((person, at) => ({ ...person, id: `L${at}` }));
  const others = random.shuffled([...left.slice(0, common), ...everybody.slice(people)]);
  const right = others.map((person, at) => {
    if (person.id) truth.push({ left: person.id, right: `R${at}` });
    return { ...corrupted(person, level, random), id: `R${at}` };
  });
  const files = { left: random.shuffled(left), right, truth };
  return habits ? asWritten(files, habits, random) : files;
}

/** Whoever is in both files has the same further names in both. */
const asWritten = ({ left, right, truth }: TwoFiles, [mine, theirs]: [Habits, Habits], random: Random): TwoFiles => {
  const known = new Map(left.map((row) => [row.id, furtherNames(random)]));
  const lefts = new Map(truth.map((pair) => [pair.right, pair.left]));
  return {
    left: left.map((row) => written(row, known.get(row.id)!, mine, random)),
    right: right.map((row) => written(row, known.get(lefts.get(row.id) ?? '') ?? furtherNames(random), theirs, random)),
    truth,
  };
};
