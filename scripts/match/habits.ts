import type { PersonRow } from '../../lib/match/scale/person.ts';
import { FIRST_NAMES, LAST_NAMES } from './name-lists.ts';
import { title } from './population.ts';
import type { Random } from './random.ts';

/** How an office writes the people it knows. Shares are of the records. */
export interface Habits {
  /** Two columns, or the whole name in the one for last names. */
  names: 'columns' | 'turned';
  dates: 'iso' | 'slashes' | 'words';
  /** The second given name in full, or its initial; the second last name. */
  middle: number;
  initial: number;
  second: number;
  capitals: boolean;
  /** `St` for `Street`, the unit before the number, the four digits after the ZIP code. */
  short: boolean;
  blank: number;
}

/** Two offices that have nothing in common but the people. */
export const OFFICES: Record<'clerk' | 'import', Habits> = {
  clerk: { names: 'columns', dates: 'words', middle: 0.2, initial: 0.2, second: 0.8, capitals: false, short: false, blank: 0.05 },
  import: { names: 'turned', dates: 'slashes', middle: 0.1, initial: 0.3, second: 0.3, capitals: true, short: true, blank: 0.08 },
};

/** What is known of a person beyond a row's columns; '' where there is none. */
export interface FurtherNames {
  middle: string;
  second: string;
}

export const furtherNames = (random: Random): FurtherNames => ({
  middle: random.chance(0.6) ? title(random.pickCommon(FIRST_NAMES, 30)) : '',
  second: random.chance(0.12) ? title(random.pickCommon(LAST_NAMES)) : '',
});

/** A row as the office writes it. */
export function written(row: PersonRow, further: FurtherNames, habits: Habits, random: Random): PersonRow {
  const copy = { ...row, ...writtenNames(row, further, habits, random) };
  copy.dateOfBirth = writtenDate(row.dateOfBirth, habits);
  if (habits.short) {
    copy.address1 = shortened(row.address1);
    if (/^\d{5}$/.test(row.postalCode) && random.chance(0.5)) copy.postalCode += `-${1000 + random.below(9000)}`;
  }
  for (const field of ['dateOfBirth', 'address1', 'city', 'postalCode'] as const)
    if (random.chance(habits.blank)) copy[field] = '';
  if (habits.capitals)
    for (const field of ['firstName', 'lastName', 'address1', 'city'] as const) copy[field] = copy[field].toUpperCase();
  return copy;
}

const writtenNames = (row: PersonRow, { middle, second }: FurtherNames, habits: Habits, random: Random) => {
  let { firstName, lastName } = row;
  if (firstName && middle) {
    if (random.chance(habits.middle)) firstName += ` ${middle}`;
    else if (random.chance(habits.initial)) firstName += ` ${middle[0]}.`;
  }
  if (lastName && second && random.chance(habits.second)) lastName += random.chance(0.5) ? ` ${second}` : `-${second}`;
  if (habits.names === 'columns' || !firstName || !lastName) return { firstName, lastName };
  return { firstName: '', lastName: `${lastName}, ${firstName}` };
};

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const writtenDate = (iso: string, { dates }: Habits): string => {
  const [year, month = '', day] = iso.split('-');
  if (!day || dates === 'iso') return iso;
  const name = MONTHS[Number(month) - 1];
  return dates === 'words' && name ? `${name} ${Number(day)}, ${year}` : `${month}/${day}/${year}`;
};

const SHORT: Record<string, string> = {
  street: 'St',
  avenue: 'Ave',
  road: 'Rd',
  lane: 'Ln',
  drive: 'Dr',
  court: 'Ct',
  place: 'Pl',
  boulevard: 'Blvd',
};

const shortened = (address: string): string =>
  address.replace(/\p{L}+/gu, (word) => SHORT[word.toLowerCase()] ?? word).replace(/^(.*), Unit (\w+)$/, '$2-$1');
