import { existsSync, statSync } from 'node:fs';
import type { PersonRow } from '../../lib/match/scale/person.ts';
import { csvError, readCsv } from './csv.ts';

const COLUMNS = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'dateOfBirth',
  'address1',
  'city',
  'state',
  'postalCode',
] as const satisfies (keyof PersonRow)[];

const plain = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '');

/** People of a CSV file with a header; `id` is demanded, the other columns may be absent. Throws a sentence. */
export async function readPeople(path: string): Promise<PersonRow[]> {
  const people: PersonRow[] = [];
  const seen = new Set<string>();
  for await (const { line, get } of namedRecords(path, ['id'])) {
    const id = get('id').trim();
    if (!id) throw csvError(path, line, 'the id is blank.');
    if (seen.has(id)) throw csvError(path, line, `the id ${id} stands twice in the file.`);
    seen.add(id);
    people.push({ id, ...(Object.fromEntries(COLUMNS.map((column) => [column, get(column)])) as Omit<PersonRow, 'id'>) });
  }
  return people;
}

/** True pairs of a CSV file with the columns `left` and `right`; ids must be in the files. */
export async function readTruth(path: string, left: PersonRow[], right: PersonRow[]): Promise<Set<string>> {
  const known = { left: new Set(left.map((one) => one.id)), right: new Set(right.map((one) => one.id)) };
  const truth = new Set<string>();
  for await (const { line, get } of namedRecords(path, ['left', 'right'])) {
    for (const side of ['left', 'right'] as const)
      if (!known[side].has(get(side).trim()))
        throw csvError(path, line, `the ${side} id ${get(side).trim() || '(blank)'} is not in the ${side} file.`);
    truth.add(pairKey(get('left').trim(), get('right').trim()));
  }
  return truth;
}

export const pairKey = (left: string, right: string): string => JSON.stringify([left, right]);

interface NamedRecord {
  line: number;
  get(column: string): string;
}

async function* namedRecords(path: string, demanded: string[]): AsyncGenerator<NamedRecord> {
  if (!existsSync(path)) throw new Error(`There is no file ${path}.`);
  if (!statSync(path).isFile()) throw new Error(`${path} is not a file.`);
  let places: Map<string, number> | undefined;
  let width = 0;
  for await (const { line, cells } of readCsv(path)) {
    if (!places) {
      places = headerOf(path, cells, demanded);
      width = cells.length;
      continue;
    }
    // Spreadsheets leave out blank cells at the end of a line; more cells than columns means a lost quote.
    if (cells.length > width) throw csvError(path, line, `there are ${cells.length} values for ${width} columns.`);
    const found = places;
    yield { line, get: (column) => cells[found.get(plain(column)) ?? -1] ?? '' };
  }
  if (!places) throw new Error(`${path} is empty: the first line must name the columns.`);
}

const headerOf = (path: string, cells: string[], demanded: string[]): Map<string, number> => {
  const names = cells.map((cell) => plain(cell.trim()));
  const twice = names.find((name, at) => name && names.indexOf(name) !== at);
  if (twice) throw csvError(path, 1, `the column ${twice} stands twice.`);
  const missing = demanded.filter((column) => !names.includes(plain(column)));
  if (missing.length > 0) throw csvError(path, 1, `there is no column ${missing.join(' and no column ')}.`);
  return new Map(names.map((name, at) => [name, at]));
};
