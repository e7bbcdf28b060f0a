import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { LinkedPair } from '../lib/match/scale/decide.ts';
import { linkPeople } from '../lib/match/scale/link-people.ts';
import { csvLine } from './match/csv.ts';
import { measure } from './match/measure.ts';
import { readPeople, readTruth } from './match/read-people.ts';

// `npm run match -- --left a.csv --right b.csv [--truth t.csv] [--out pairs.csv] [--country US]`: who of the one file is who of the other.
const USAGE = 'Usage: npm run match -- --left a.csv --right b.csv [--truth t.csv] [--out pairs.csv] [--country US]';
const COUNTRIES = ['US', 'CA', 'GB', 'AU'] as const;

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});

async function run(): Promise<void> {
  const { left, right, truth, out, country } = readArguments();
  const started = performance.now();
  const onStep = stepTimer();
  const [mine, theirs] = [await readPeople(left), await readPeople(right)];
  const known = truth ? await readTruth(truth, mine, theirs) : undefined;
  onStep('read', `${left} and ${right}`);
  const pairs = linkPeople(mine, theirs, { country, onStep });
  if (out) writeFileSync(out, outputOf(pairs));
  const ms = Math.round(performance.now() - started);
  console.error(`memory      ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`);
  console.log(JSON.stringify({ ...measure(pairs, known), ms }));
}

function readArguments() {
  const text = { type: 'string' } as const;
  const options = { left: text, right: text, truth: text, out: text, country: { type: 'string', default: 'US' } } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    ({ values } = parseArgs({ options }));
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
  const { left, right, truth, out } = values;
  const country = COUNTRIES.find((one) => one === values.country?.toUpperCase());
  if (!left || !right) throw new Error(`Both --left and --right are needed.\n${USAGE}`);
  if (!country) throw new Error(`--country is one of ${COUNTRIES.join(', ')}, not ${values.country}.`);
  return { left, right, truth, out, country };
}

function stepTimer() {
  let last = performance.now();
  return (step: string, note: string) => {
    const now = performance.now();
    console.error(`${step.padEnd(10)} ${String(Math.round(now - last)).padStart(8)} ms  ${note}`);
    last = now;
  };
}

function outputOf(pairs: LinkedPair[]): string {
  const lines = pairs.map((one) => csvLine([one.left, one.right, one.score.toFixed(2), one.decision, one.doubts.join(' ')]));
  return `${[csvLine(['left', 'right', 'score', 'decision', 'reasons']), ...lines].join('\n')}\n`;
}
