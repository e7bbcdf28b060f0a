import { fold } from '../../model/fold.ts';
import { nameOf } from '../names.ts';
import { type Country, normalizeEmail, normalizePhone, normalizeStreet } from '../normalize.ts';
import { dateOrder, readBirthday } from './birthday.ts';
import type { Person, PersonRow } from './person.ts';

const STREET_KINDS = new Set('st ave rd dr blvd ln ct pl cres hwy pkwy sq ter way close cl circuit cct'.split(' '));

/** Rows of one file -> people in comparable form. The order of day and month is found out from the file. */
export function preparePeople(rows: PersonRow[], country: Country): Person[] {
  const order = dateOrder(rows.map((row) => row.dateOfBirth));
  return rows.map((row) => ({
    id: row.id,
    ...preparedName(row),
    birthday: readBirthday(row.dateOfBirth, order),
    ...preparedPlace(row),
    email: normalizeEmail(row.email) ?? '',
    phone: normalizePhone(row.phone, country) ?? bareNumber(row.phone),
  }));
}

/** A number that nobody can own by the country's rules is still compared when it is long enough to mean somebody. */
const bareNumber = (raw: string): string => {
  const digits = raw.replace(/\D/g, '');
  return digits.length >= 7 && !/^(\d)\1+$/.test(digits) ? digits : '';
};

const preparedName = (row: PersonRow): Pick<Person, 'first' | 'head' | 'last' | 'suffix'> => {
  const { first, middle, last, suffix = '' } = nameOf({ name: '', firstName: row.firstName, lastName: row.lastName });
  const given = [...first, ...middle];
  return { first: given.join(''), head: given[0] ?? '', last: last.join(''), suffix };
};

type Place = Pick<Person, 'number' | 'street' | 'city' | 'state' | 'postal'>;

/** Parts that slipped into the neighbouring column are put back: a postal code in the city, a street in the city. */
const preparedPlace = (row: PersonRow): Place => {
  let [address, city, postal] = [row.address1, row.city, row.postalCode];
  if (/^[\d\s-]+$/.test(city) && !/\d/.test(postal)) [city, postal] = [postal, city];
  if (/^\s*\d+\w?\s+\p{L}/u.test(city) && !/\d/.test(address)) [address, city] = [city, address];
  return {
    ...preparedStreet(address),
    city: fold(city),
    state: fold(row.state).replaceAll(' ', ''),
    postal: fold(postal)
      .replaceAll(' ', '')
      .replace(/^(\d{5})\d{4}$/, '$1'),
  };
};

const preparedStreet = (address: string): Pick<Person, 'number' | 'street'> => {
  const words = (normalizeStreet(address.replace(/^(\s*\d+)(?=\p{L}{2})/u, '$1 ')) ?? '').split(' ').filter(Boolean);
  const unit = words.indexOf('unit');
  if (unit >= 0) words.splice(unit, 2);
  const at = words.findIndex((word) => /^\d+\w?$/.test(word));
  const number = at >= 0 ? words.splice(at, 1)[0]! : '';
  // The kind of street is what is left out, abbreviated and mistaken most; the name is what tells.
  const named = words.filter((word) => !STREET_KINDS.has(word));
  return { number, street: (named.length > 0 ? named : words).join(' ') };
};
