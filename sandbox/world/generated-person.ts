import type { Random } from './random.ts';

/** One invented human being, before either system has written them down in its own way. */
export interface Human {
  index: number;
  first: string;
  last: string;
  email?: string;
  /** National digits, ten of them. */
  phone?: string;
  city: string;
  province: string;
  country: string;
  age: number;
}

const FIRST = [
  'Ada',
  'Ben',
  'Carla',
  'Dev',
  'Eszter',
  'Femi',
  'Gustav',
  'Hana',
  'Ivo',
  'Jun',
  'Kofi',
  'Lucía',
  'Marek',
  'Noor',
  'Olena',
  'Pavel',
  'Quinn',
  'Rania',
  'Siobhán',
  'Thijs',
  'Uma',
  'Vikram',
  'Wanda',
  'Xavi',
  'Yara',
  'Zoltán',
  'María',
  'John',
  'Mary',
  'Li',
];
const LAST = [
  'Abbott',
  'Baker',
  'Castellano',
  'Dhillon',
  'Eriksen',
  'Fontaine',
  'García',
  'Hughes',
  'Ito',
  'Jovanović',
  'Khan',
  'Lefebvre',
  'Müller',
  'Novak',
  'O’Connor',
  'Pereira',
  'Quirke',
  'Rossi',
  'Smith',
  'Tran',
  'Ueda',
  'Vargas',
  'Wójcik',
  'Xu',
  'Young',
  'Zhang',
  'van der Berg',
];
const PLACES: [city: string, province: string, country: string, area: string][] = [
  ['Vancouver', 'BC', 'CA', '604'],
  ['Burnaby', 'BC', 'CA', '778'],
  ['Seattle', 'WA', 'US', '206'],
  ['Bellevue', 'WA', 'US', '425'],
  ['Toronto', 'ON', 'CA', '416'],
];

/** Invents a person. E-mails are unique by index; about one phone in forty belongs to a household and is shared. */
export function inventHuman(random: Random, index: number, household: { phone?: string }): Human {
  const [city, province, country, area] = random.pick(PLACES);
  const first = random.pick(FIRST);
  const last = random.pick(LAST);
  const fresh = `${area}${2 + random.below(8)}${String(random.below(1_000_000)).padStart(6, '0')}`;
  const shares = household.phone !== undefined && random.chance(0.025);
  const phone = random.chance(0.9) ? (shares ? household.phone : fresh) : undefined;
  if (phone) household.phone = phone;
  return {
    index,
    first,
    last,
    ...(random.chance(0.88) ? { email: `${plain(first)}.${plain(last)}.${index}@people.example` } : {}),
    ...(phone ? { phone } : {}),
    city,
    province,
    country,
    age: 1 + random.below(1500),
  };
}

/** A ten-digit number as an office types it: one of six ways. */
export function typedPhone(random: Random, digits: string): string {
  const [area, middle, end] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  return random.pick([
    `(${area}) ${middle}-${end}`,
    `${area}.${middle}.${end}`,
    `${area}-${middle}-${end}`,
    `+1 ${area} ${middle} ${end}`,
    `+1${digits}`,
    `(${area}) ${middle}-${end} ext. ${10 + random.below(90)}`,
  ]);
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase();
}
