import { fold } from '../../model/fold.ts';
import type { PersonName } from '../names.ts';
import { type Country, normalizeEmail, normalizePhone, normalizeStreet } from '../normalize.ts';
import { dateOrder, readBirthday } from './birthday.ts';
import { nameReader } from './name-columns.ts';
import type { Person, PersonRow } from './person.ts';

const STREET_KINDS = new Set('st ave rd dr blvd ln ct pl cres hwy pkwy sq ter way close cl circuit cct'.split(' '));

/** Rows of one file -> people in comparable form. The order of day and month is found out from the file. */
export function preparePeople(rows: PersonRow[], country: Country): Person[] {
  const order = dateOrder(rows.map((row) => row.dateOfBirth));
  const [nameIn, postalIn] = [nameReader(rows), postalReader(rows)];
  return rows.map((row) => ({
    id: row.id,
    ...preparedName(nameIn(row)),
    birthday: readBirthday(row.dateOfBirth, order),
    ...preparedPlace(row, postalIn),
    email: normalizeEmail(row.email) ?? '',
    phone: normalizePhone(row.phone, country) ?? bareNumber(row.phone),
  }));
}

/** A number that nobody can own by the country's rules is still compared when it is long enough to mean somebody. */
const bareNumber = (raw: string): string => {
  const digits = raw.replace(/\D/g, '');
  return digits.length >= 7 && !/^(\d)\1+$/.test(digits) ? digits : '';
};

/** Words that go with the name behind them. */
const PARTICLES = new Set(
  'al el de la las los del della di da do dos du le van von der den ter bin ben ibn abu st san santa o y'.split(' '),
);

const preparedName = ({ first, middle, last, suffix = '' }: PersonName): PreparedName => {
  const given = [...first, ...middle];
  const families = last.filter((word) => !PARTICLES.has(word));
  const whole = last.join('');
  return {
    first: given.join(''),
    head: given[0] ?? '',
    tail: given.length > 1 ? given.at(-1)! : '',
    last: whole,
    family: last.length > 1 ? (families[0] ?? whole) : whole,
    family2: last.length > 1 ? (families.at(-1) ?? '') : '',
    suffix,
  };
};
type PreparedName = Pick<Person, 'first' | 'head' | 'tail' | 'last' | 'family' | 'family2' | 'suffix'>;

type Place = Pick<Person, 'number' | 'unit' | 'street' | 'city' | 'state' | 'postal'>;

/** Parts that slipped into the neighbouring column are put back: a postal code in the city, a street in the city. */
const preparedPlace = (row: PersonRow, postalIn: (raw: string) => string): Place => {
  let [address, city, postal] = [row.address1, row.city, row.postalCode];
  if (/^[\d\s-]+$/.test(city) && !/\d/.test(postal)) [city, postal] = [postal, city];
  if (/^\s*\d+\w?\s+\p{L}/u.test(city) && !/\d/.test(address)) [address, city] = [city, address];
  return {
    ...preparedStreet(address),
    city: fold(city),
    state: fold(row.state).replaceAll(' ', ''),
    postal: postalIn(postal),
  };
};

const ZIP = /^\d{5}(\d{4})?$/;

/** A spreadsheet takes the zero off `02139`, and off `02139-4307`; where most of the column is ZIP codes it is put back. */
function postalReader(rows: PersonRow[]): (raw: string) => string {
  const plain = (raw: string) => fold(raw).replaceAll(' ', '');
  const filled = rows.map((row) => plain(row.postalCode)).filter(Boolean);
  const isUs = filled.filter((postal) => ZIP.test(postal)).length * 2 > filled.length;
  return (raw) => {
    const postal = plain(raw);
    return (isUs && /^(\d{4}|\d{8})$/.test(postal) ? `0${postal}` : postal).replace(ZIP, (zip) => zip.slice(0, 5));
  };
}

const preparedStreet = (address: string): Pick<Person, 'number' | 'unit' | 'street'> => {
  // `4-12 Oak St` and `4/12 Oak St` are unit 4 of number 12, as Canada Post and Australia Post write it.
  const [, first = '', rest = address] = address.match(/^\s*#?(\w{1,5})\s*[-/]\s*(\d+\w?\s.*)$/s) ?? [];
  const words = (normalizeStreet(rest.replace(/^(\s*\d+)(?=\p{L}{2})/u, '$1 ')) ?? '').split(' ').filter(Boolean);
  const at = words.indexOf('unit');
  const unit = at >= 0 ? (words.splice(at, 2)[1] ?? '') : fold(first);
  const place = words.findIndex((word) => /^\d+\w?$/.test(word));
  const number = place >= 0 ? words.splice(place, 1)[0]! : '';
  // The kind of street is what is left out, abbreviated and mistaken most; the name is what tells.
  const named = words.filter((word) => !STREET_KINDS.has(word));
  return { number, unit, street: (named.length > 0 ? named : words).join(' ') };
};
