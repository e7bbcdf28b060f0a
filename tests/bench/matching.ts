import { linkPeople } from '../../lib/match/scale/link-people.ts';
import { ERROR_LEVELS } from '../../scripts/match/corrupt.ts';
import { measure } from '../../scripts/match/measure.ts';
import { pairKey } from '../../scripts/match/read-people.ts';
import { createTwoFiles } from '../../scripts/match/two-files.ts';
import { ms, type Row } from './table.ts';

/** Two files of people without e-mail and phone, one a spoilt copy of the other: how long, and how many of all possible pairs were looked at. */
export function matchRows(people: number): Row[] {
  const { left, right, truth } = createTwoFiles({ people, seed: 7, level: ERROR_LEVELS.febrl });
  let compared = 0;
  const onStep = (step: string, note: string) => {
    if (step === 'compare') compared = Number.parseInt(note, 10);
  };
  const began = performance.now();
  const pairs = linkPeople(left, right, { country: 'US', onStep });
  const took = performance.now() - began;
  const { suggest, auto } = measure(pairs, new Set(truth.map((pair) => pairKey(pair.left, pair.right))));
  const size = `${people} x ${people} people`;
  return [
    {
      what: `matching: ${size}`,
      measured: `${Math.round((people / took) * 1000)} a second`,
      bound: 'no bound known',
      how: `${ms(took)}; precision ${suggest.precision?.toFixed(4)}, recall ${suggest.recall?.toFixed(4)}, automatic ${auto.precision?.toFixed(4)}`,
    },
    {
      what: 'matching: pairs looked at',
      measured: `${(compared / people).toFixed(1)} a person`,
      bound: `1 (${people} without blocking)`,
      ratio: compared / people,
      how: `${compared} of ${people * people}: ${((compared / people ** 2) * 100).toFixed(3)} %`,
    },
  ];
}
