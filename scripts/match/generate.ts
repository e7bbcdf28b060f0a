import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PersonRow } from '../../lib/match/scale/person.ts';
import { ERROR_LEVELS } from './corrupt.ts';
import { csvLine } from './csv.ts';
import { OFFICES } from './habits.ts';
import { createTwoFiles } from './two-files.ts';

// `node scripts/match/generate.ts --people 5000 --seed 1 --dir out [--errors light|febrl|heavy] [--overlap 1] [--offices]`:
// left.csv, right.csv, truth.csv; with `--offices` each file is written in a way of its own.
const COLUMNS = [
  'id',
  'firstName',
  'lastName',
  'email',
  'phone',
  'dateOfBirth',
  'address1',
  'city',
  'state',
  'postalCode',
] as const;

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    dir: { type: 'string', default: '.' },
    errors: { type: 'string', default: 'febrl' },
    overlap: { type: 'string', default: '1' },
    offices: { type: 'boolean', default: false },
  },
});
const level = ERROR_LEVELS[values.errors as keyof typeof ERROR_LEVELS];
if (!level) {
  console.error(`--errors is one of ${Object.keys(ERROR_LEVELS).join(', ')}, not ${values.errors}.`);
  process.exit(2);
}
const files = createTwoFiles({
  people: Number(values.people),
  seed: Number(values.seed),
  level,
  overlap: Number(values.overlap),
  ...(values.offices && { habits: [OFFICES.clerk, OFFICES.import] }),
});
mkdirSync(values.dir, { recursive: true });
writePeople('left.csv', files.left);
writePeople('right.csv', files.right);
write('truth.csv', ['left,right', ...files.truth.map((pair) => csvLine([pair.left, pair.right]))]);

function writePeople(name: string, people: PersonRow[]): void {
  write(name, [COLUMNS.join(','), ...people.map((person) => csvLine(COLUMNS.map((column) => person[column])))]);
}

function write(name: string, lines: string[]): void {
  writeFileSync(join(values.dir, name), `${lines.join('\n')}\n`);
}
