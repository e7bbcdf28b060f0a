import { linkPeople } from '../../lib/match/scale/link-people.ts';
import { ERROR_LEVELS } from '../../scripts/match/corrupt.ts';
import { OFFICES } from '../../scripts/match/habits.ts';
import { measure } from '../../scripts/match/measure.ts';
import { pairKey } from '../../scripts/match/read-people.ts';
import { createTwoFiles, type TwoFilesOptions } from '../../scripts/match/two-files.ts';
import { ms, type Row } from './table.ts';

/** Two files of people without e-mail and phone, one a spoilt copy of the other: how long, and how many of all possible pairs were looked at. */
export function matchRows(people: number): Row[] {
  const plain = timed({ people, seed: 7, level: ERROR_LEVELS.febrl });
  const offices = timed({
    people: people / 4,
    seed: 7,
    level: ERROR_LEVELS.light,
    overlap: 0.5,
    habits: [OFFICES.clerk, OFFICES.import],
  });
  return [
    rowOf(`matching: ${people} x ${people} people`, plain),
    rowOf(`matching: two offices of ${people / 4} people, half of them the same, each written its own way`, offices),
    {
      what: 'matching: pairs looked at',
      measured: `${(plain.compared / people).toFixed(1)} a person`,
      bound: `1 (${people} without blocking)`,
      ratio: plain.compared / people,
      how: `${plain.compared} of ${people * people}: ${((plain.compared / people ** 2) * 100).toFixed(3)} %`,
    },
  ];
}

function timed(options: TwoFilesOptions) {
  const { left, right, truth } = createTwoFiles(options);
  let compared = 0;
  const onStep = (step: string, note: string) => {
    if (step === 'compare') compared = Number.parseInt(note, 10);
  };
  const began = performance.now();
  const pairs = linkPeople(left, right, { country: 'US', onStep });
  const took = performance.now() - began;
  return { took, compared, people: left.length, ...measure(pairs, new Set(truth.map((pair) => pairKey(pair.left, pair.right)))) };
}

const rowOf = (what: string, { took, people, suggest, auto }: ReturnType<typeof timed>): Row => ({
  what,
  measured: `${Math.round((people / took) * 1000)} a second`,
  bound: 'no bound known',
  how: `${ms(took)}; precision ${suggest.precision?.toFixed(4)}, recall ${suggest.recall?.toFixed(4)}, automatic ${auto.precision?.toFixed(4)}`,
});
