import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { HistoryEnd } from '../tests/simulation/history.ts';
import { MUTANTS } from '../tests/simulation/mutants.ts';
import type { Order } from '../tests/simulation/run.ts';

/**
 * Plays whole histories of the product against simulated time, network, disk and systems, each from one seed. The last line is JSON:
 * `{seeds, violations, lost, duplicates, ms}`; exit code 1 on any violation. `--mutants`: plants each known bug in turn, and fails unless
 * every one of them is caught.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    seed: { type: 'string' },
    steps: { type: 'string' },
    tell: { type: 'boolean' },
    mutant: { type: 'string' },
    mutants: { type: 'boolean' },
  },
});
const first = Number(values.seed ?? 1);
// A hunt is as long and as wide as CI's own histories, unless told otherwise.
const seeds = Number(values.seeds ?? (values.mutants ? 2000 : values.seed ? 1 : 100));
const steps = Number(values.steps ?? (values.mutants ? 10 : 30));
if (![first, seeds, steps].every(Number.isSafeInteger)) throw new TypeError('--seeds, --seed and --steps are whole numbers');

type Said = { line?: string; end?: HistoryEnd };

/** All histories of one order, over all cores; stops early once `enough` says so. */
async function play(mutant: string | undefined, onEnd: (end: HistoryEnd) => boolean | undefined): Promise<void> {
  const cores = Math.min(seeds, values.tell ? 1 : availableParallelism());
  const workers = Array.from({ length: cores }, (_, index) => {
    const order: Order = { first: first + index, stride: cores, end: first + seeds, steps, tell: values.tell === true, mutant };
    // A history leaves much behind and little that lasts: room for what is new saves most of the collecting.
    return new Worker(new URL('../tests/simulation/run.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxYoungGenerationSizeMb: 192 },
    });
  });
  const stop = () => Promise.all(workers.map((one) => one.terminate()));
  await Promise.all(
    workers.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          worker.on('message', ({ line, end }: Said) => {
            if (line) console.log(line);
            if (end && onEnd(end)) void stop();
          });
          worker.on('error', (error) => {
            reject(error);
            void stop();
          });
          worker.on('exit', () => resolve());
        }),
    ),
  );
}

async function hunt(): Promise<number> {
  const began = performance.now();
  const hunted = MUTANTS.filter((one) => !values.mutant || one.name === values.mutant);
  let missed = 0;
  for (const { name } of hunted) {
    let caught: HistoryEnd | undefined;
    await play(name, (end) => {
      if (end.breaches.length && !caught) caught = end;
      return caught !== undefined;
    });
    if (!caught) missed += 1;
    console.log(
      `${caught ? `caught by seed ${caught.seed} (${caught.breaches[0]?.kind}: ${caught.breaches[0]?.what.slice(0, 90)})` : 'MISSED'}: ${name}`,
    );
  }
  console.log(JSON.stringify({ mutants: hunted.length, missed, ms: Math.round(performance.now() - began) }));
  return missed;
}

async function simulate(): Promise<number> {
  const began = performance.now();
  const ends: HistoryEnd[] = [];
  await play(values.mutant, (end) => {
    ends.push(end);
    if (values.tell) console.log(`seed ${end.seed}: ${end.calls} calls, digest ${end.digest}`);
    for (const { kind, what } of end.breaches.slice(0, 5)) console.log(`seed ${end.seed}: ${kind}: ${what}`);
    if (end.breaches.length) console.log(`replay: npm run simulate -- --seeds 1 --seed ${end.seed} --steps ${steps} --tell`);
    return false;
  });
  const count = (kind: string) => ends.flatMap((one) => one.breaches).filter((one) => one.kind === kind).length;
  const violations = ends.filter((one) => one.breaches.length).length;
  if (ends.length !== seeds) throw new Error(`${ends.length} of ${seeds} histories came to an end`);
  const ms = Math.round(performance.now() - began);
  console.log(JSON.stringify({ seeds, violations, lost: count('lost'), duplicates: count('duplicate'), ms }));
  return violations;
}

process.exitCode = (await (values.mutants ? hunt() : simulate())) ? 1 : 0;
