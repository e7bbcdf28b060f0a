import { parseArgs } from 'node:util';
import { callRows } from '../tests/bench/calls.ts';
import { enqueueRows, panelRows } from '../tests/bench/disk.ts';
import { limitRows } from '../tests/bench/limits.ts';
import { matchRows } from '../tests/bench/matching.ts';
import { paintRows } from '../tests/bench/paint.ts';
import { indexRows } from '../tests/bench/people.ts';
import { syncRows } from '../tests/bench/sync-calls.ts';
import { type Row, tableOf } from '../tests/bench/table.ts';

// `npm run bench [-- --quick] [-- --json] [-- --only limits]`: what it costs, beside what it could cost at best. Times depend on the machine; ratios and counts don't.
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'boolean' }, only: { type: 'string' } } });
const PARTS: Record<string, () => Promise<Row[]> | Row[]> = {
  limits: limitRows,
  calls: callRows,
  sync: syncRows,
  enqueue: enqueueRows,
  panel: () => panelRows(values.quick ? 10_000 : 100_000),
  paint: () => paintRows(values.quick ? 5_000 : 100_000),
  index: () => indexRows(values.quick ? 5_000 : 50_000),
  matching: () => matchRows(values.quick ? 2_000 : 20_000),
};

const rows: Row[] = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (values.only && values.only !== name) continue;
  const began = performance.now();
  rows.push(...(await part()));
  console.error(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
console.log(values.json ? JSON.stringify(rows, undefined, 2) : tableOf(rows));
