import type { PersonRow } from '../../lib/match/scale/person.ts';
import { corrupted, type ErrorLevel } from './corrupt.ts';
import { createPopulation } from './population.ts';
import { createRandom } from './random.ts';

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
}

/** Two files of people who are partly the same, each in an order of its own, and who is who. */
export function createTwoFiles({ people, seed, level, overlap = 1 }: TwoFilesOptions): TwoFiles {
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
  return { left: random.shuffled(left), right, truth };
}
