import type { PersonRow } from '../../lib/match/scale/person.ts';
import { FIRST_NAMES, LAST_NAMES } from './name-lists.ts';
import { newAddress, newBirthday, title } from './population.ts';
import type { Random } from './random.ts';
import { SHORT_NAMES } from './short-names.ts';
import { slip } from './slips.ts';

/** How bad a copy is. FEBRL's data set 4 has at most 2 changes a field and 4 a record. */
export interface ErrorLevel {
  perField: number;
  perRecord: number;
  /** Shares of records with a change of the whole: moved house, first and last name swapped, a nickname. */
  moved: number;
  swapped: number;
  nickname: number;
}

export const ERROR_LEVELS = {
  light: { perField: 1, perRecord: 2, moved: 0.01, swapped: 0.01, nickname: 0.02 },
  febrl: { perField: 2, perRecord: 4, moved: 0.02, swapped: 0.03, nickname: 0.04 },
  heavy: { perField: 3, perRecord: 10, moved: 0.04, swapped: 0.05, nickname: 0.06 },
} as const satisfies Record<string, ErrorLevel>;

type Changed = Exclude<keyof PersonRow, 'id' | 'email' | 'phone'>;
/** How often a change falls on a field, after FEBRL's generator. */
const CHOICE: [Changed, number][] = [
  ['firstName', 0.16],
  ['lastName', 0.2],
  ['address1', 0.26],
  ['city', 0.13],
  ['postalCode', 0.07],
  ['state', 0.06],
  ['dateOfBirth', 0.12],
];

/** The same person as another file has them. */
export function corrupted(person: PersonRow, level: ErrorLevel, random: Random): PersonRow {
  const copy = { ...person };
  if (random.chance(level.nickname))
    copy.firstName = random.pick(SHORT_NAMES.get(copy.firstName.toLowerCase()) ?? [copy.firstName]);
  if (random.chance(level.moved)) Object.assign(copy, newAddress(random));
  const counts = new Map<Changed, number>();
  const changes = random.below(level.perRecord + 1);
  for (let done = 0; done < changes; done += 1) {
    const field = chosen(random);
    const count = (counts.get(field) ?? 0) + 1;
    if (count > level.perField) continue;
    counts.set(field, count);
    copy[field] = field === 'dateOfBirth' ? changedDate(copy[field], random) : changed(field, copy[field], random);
  }
  if (random.chance(level.swapped)) [copy.firstName, copy.lastName] = [copy.lastName, copy.firstName];
  if (random.chance(0.02)) shift(copy, random);
  return copy;
}

const chosen = (random: Random): Changed => {
  let draw = random.next();
  for (const [field, share] of CHOICE) {
    draw -= share;
    if (draw < 0) return field;
  }
  return 'lastName';
};

const changed = (field: Changed, value: string, random: Random): string => {
  const draw = random.next();
  if (draw < 0.04) return '';
  if (draw < 0.06) return newValue(field, random);
  if (field === 'firstName' && draw < 0.09) return value.slice(0, 1);
  return slip(value, random);
};

const newValue = (field: Changed, random: Random): string => {
  if (field === 'firstName') return title(random.pickCommon(FIRST_NAMES, 30));
  if (field === 'lastName') return title(random.pickCommon(LAST_NAMES));
  return newAddress(random)[field as keyof ReturnType<typeof newAddress>];
};

const changedDate = (value: string, random: Random): string => {
  const draw = random.next();
  if (draw < 0.1 || value === '') return '';
  if (draw < 0.15) return newBirthday(random);
  const [year = '', month = '', day = ''] = value.split('-');
  if (draw < 0.3) return `${year}-${day}-${month}`;
  const digits = [...value].flatMap((letter, at) => (/\d/.test(letter) ? [at] : []));
  if (digits.length === 0) return value;
  const at = random.pick(digits);
  return value.slice(0, at) + random.below(10) + value.slice(at + 1);
};

/** Parts of the address in a neighbour's column, or one of them lost. */
const shift = (copy: PersonRow, random: Random): void => {
  const kind = random.below(4);
  if (kind === 0) [copy.city, copy.postalCode] = [copy.postalCode, copy.city];
  if (kind === 1) [copy.city, copy.address1] = [copy.address1, copy.city];
  if (kind === 2) copy.address1 = copy.address1.replace(/^\d+ /, '');
  if (kind === 3) [copy.address1, copy.city] = [`${copy.address1} ${copy.city}`, ''];
};
