import { turned } from './birthday.ts';
import type { Table, Vocabulary } from './table.ts';

/** A key that both rows of a pair must have to be compared at all; '' for none. */
interface Pass {
  name: string;
  /** One value alone: only where few have it. */
  coarse?: boolean;
  key(row: RowView): string;
}

/** What keys are made of; blank parts are ''. */
interface RowView {
  first: string;
  last: string;
  firstSound: string;
  lastSound: string;
  year: string;
  /** Month and day in ascending order, so that a swapped pair has the same one. */
  days: string;
  number: string;
  streetSound: string;
  citySound: string;
  postal: string;
  email: string;
  phone: string;
}

const all = (...parts: string[]): string => (parts.every(Boolean) ? parts.join('|') : '');
const eitherWay = (one: string, other: string): string => (one && other ? [one, other].sort().join('|') : '');

/** Each pass forgives what the others rely on: a pair is lost only when something is wrong in every one of them. */
const PASSES: Pass[] = [
  { name: 'names by sound', key: (row) => eitherWay(row.firstSound, row.lastSound) },
  { name: 'names by start', key: (row) => eitherWay(row.first.slice(0, 3), row.last.slice(0, 3)) },
  { name: 'last name, initial', key: (row) => all(row.lastSound, row.firstSound[0] ?? '') },
  { name: 'birthday', key: (row) => all(row.year, row.days) },
  { name: 'last name, year', key: (row) => all(row.lastSound, row.year) },
  { name: 'last name, days', key: (row) => all(row.lastSound, row.days) },
  { name: 'first name, year', key: (row) => all(row.firstSound, row.year) },
  { name: 'first name, days', key: (row) => all(row.firstSound, row.days) },
  { name: 'last name, postal code', key: (row) => all(row.lastSound, row.postal) },
  { name: 'first name, postal code', key: (row) => all(row.firstSound, row.postal) },
  { name: 'last name, city', key: (row) => all(row.lastSound, row.citySound) },
  { name: 'last name, number', key: (row) => all(row.lastSound, row.number) },
  { name: 'first name, city', key: (row) => all(row.firstSound, row.citySound, row.number) },
  { name: 'house', key: (row) => all(row.number, row.streetSound) },
  { name: 'street, postal code', key: (row) => all(row.streetSound, row.postal) },
  { name: 'number, postal code', key: (row) => all(row.number, row.postal) },
  { name: 'street, year', key: (row) => all(row.streetSound, row.year) },
  { name: 'postal code, year', key: (row) => all(row.postal, row.year) },
  { name: 'last name', coarse: true, key: (row) => row.lastSound },
  { name: 'postal code', coarse: true, key: (row) => row.postal },
  { name: 'street', coarse: true, key: (row) => row.streetSound },
  { name: 'city, initial', key: (row) => all(row.citySound, row.firstSound[0] ?? '') },
  { name: 'city, last initial', key: (row) => all(row.citySound, row.lastSound[0] ?? '') },
  { name: 'city, number', key: (row) => all(row.citySound, row.number) },
  { name: 'city, year', key: (row) => all(row.citySound, row.year) },
  { name: 'days, initial', key: (row) => all(row.days, row.first[0] ?? '') },
  { name: 'days, last initial', key: (row) => all(row.days, row.last[0] ?? '') },
  { name: 'name ends', key: (row) => all(row.first.slice(-3), row.last.slice(-3)) },
  { name: 'start, end', key: (row) => all(row.first.slice(0, 2), row.last.slice(-3)) },
  { name: 'end, start', key: (row) => all(row.first.slice(-2), row.last.slice(0, 3)) },
  { name: 'email', key: (row) => row.email },
  { name: 'phone', key: (row) => row.phone },
];

/** One pass over both files: the block of each left row, and the right rows of each block. */
export interface Blocks {
  name: string;
  /** By left row; -1 for none. */
  blockOf: Int32Array;
  /** Right rows of block b: `rows` from `starts[b]` to `starts[b + 1]`. */
  starts: Int32Array;
  rows: Int32Array;
  pairs: number;
  skipped: number;
}

/** A block with more pairs than this is left to the other passes: such a key says too little, and the work would grow with its square. */
const BLOCK_PAIRS = 90_000;
const COARSE_PAIRS = 15_000;

/** All passes; a pass over columns that one file doesn't have costs nothing. */
export function* blocksOf(left: Table, right: Table, vocabulary: Vocabulary): Generator<Blocks> {
  const views = [viewOf(left, vocabulary), viewOf(right, vocabulary)] as const;
  for (const { name, key, coarse } of PASSES) {
    const numbers = new Map<string, number>();
    const theirs = Int32Array.from({ length: right.size }, (_, r) => {
      const text = key(views[1](r));
      if (!text) return -1;
      if (!numbers.has(text)) numbers.set(text, numbers.size);
      return numbers.get(text)!;
    });
    const mine = Int32Array.from({ length: left.size }, (_, l) => numbers.get(key(views[0](l))) ?? -1);
    yield { name, ...gathered(mine, theirs, numbers.size, coarse ? COARSE_PAIRS : BLOCK_PAIRS) };
  }
}

const gathered = (blockOf: Int32Array, theirs: Int32Array, count: number, most: number): Omit<Blocks, 'name'> => {
  const [mine, sizes] = [new Int32Array(count), new Int32Array(count)];
  for (const block of blockOf) if (block >= 0) mine[block]! += 1;
  for (const block of theirs) if (block >= 0) sizes[block]! += 1;
  const starts = new Int32Array(count + 1);
  let [pairs, skipped] = [0, 0];
  for (let block = 0; block < count; block += 1) {
    const size = mine[block]! * sizes[block]!;
    const kept = size <= most;
    if (kept) pairs += size;
    else skipped += 1;
    starts[block + 1] = starts[block]! + (kept && size > 0 ? sizes[block]! : 0);
  }
  const rows = new Int32Array(starts[count]!);
  const next = starts.slice();
  theirs.forEach((block, row) => {
    if (block >= 0 && next[block]! < starts[block + 1]!) rows[next[block]!++] = row;
  });
  return { blockOf, starts, rows, pairs, skipped };
};

const viewOf = (table: Table, { words, soundOf }: Vocabulary) => {
  return (row: number): RowView => {
    const birthday = table.days[row]!;
    const ascending = String(Math.min(birthday, turned(birthday))).padStart(8, '0');
    return {
      first: words[table.head[row]!]!,
      last: words[table.last[row]!]!,
      firstSound: soundOf(table.head[row]!),
      lastSound: soundOf(table.last[row]!),
      year: birthday ? ascending.slice(0, 4) : '',
      days: birthday ? ascending.slice(4) : '',
      number: words[table.number[row]!]!,
      streetSound: soundOf(table.street[row]!),
      citySound: soundOf(table.city[row]!),
      postal: words[table.postal[row]!]!,
      email: words[table.email[row]!]!,
      phone: words[table.phone[row]!]!,
    };
  };
};
