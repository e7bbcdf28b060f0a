import type { PersonRow } from '../../lib/match/scale/person.ts';

/** A row with what a test cares for; the rest blank. */
export const row = (id: string, some: Partial<PersonRow>): PersonRow => ({
  ...{
    id,
    firstName: '',
    lastName: '',
    email: '',
    phone: '',
    dateOfBirth: '',
    address1: '',
    city: '',
    state: '',
    postalCode: '',
  },
  ...some,
});

export const HOME = { address1: '12 Oak Street', city: 'Springfield', state: 'IL', postalCode: '62701' };
export const AWAY = { address1: '480 Pine Avenue', city: 'Portland', state: 'OR', postalCode: '97201' };

/** Two people who are not one, as the left and the right file have them. */
export interface Strangers {
  family: string;
  left: Partial<PersonRow>;
  right: Partial<PersonRow>;
}

const named = (firstName: string, lastName = 'Hartley') => ({ firstName, lastName });
const TWINS: [string, string][] = [
  ...[
    ['Alina', 'Alona'],
    ['Paul', 'Paula'],
    ['Jason', 'Mason'],
    ['Jayden', 'Jaylen'],
    ['Maria', 'Marie'],
    ['Emma', 'Ella'],
  ],
  ...[
    ['Jon', 'Joan'],
    ['Kyla', 'Lyla'],
    ['Eric', 'Erica'],
    ['Tim', 'Tom'],
    ['Michael', 'Michelle'],
    ['Zorabel', 'Zoradel'],
  ],
  ...[
    ['Anna', 'Hannah'],
    ['Christina', 'Christine'],
    ['Daniel', 'Danielle'],
    ['Ethan', 'Evan'],
    ['Kate', 'Katie'],
    ['Marcus', 'Martin'],
    ['Mindong', 'Mi-Dong'],
  ],
] as [string, string][];

const twins = TWINS.map(([one, other], at): Strangers => {
  const same = {
    ...HOME,
    lastName: `Twin${'abcdefghijklmnopqrstuvwxyz'[at]}son`,
    dateOfBirth: '1991-04-17',
    phone: '217 555 0148',
  };
  return { family: `twins ${one} and ${other}`, left: { ...same, firstName: one }, right: { ...same, firstName: other } };
});

const births = (one: string, other: string) => [{ dateOfBirth: one }, { dateOfBirth: other }] as const;
const pair = (family: string, same: Partial<PersonRow>, one: Partial<PersonRow>, other: Partial<PersonRow>): Strangers => ({
  family,
  left: { ...same, ...one },
  right: { ...same, ...other },
});

const office = { email: 'reception@hartleylaw.example', phone: '217 555 0100' };
export const STRANGERS: Strangers[] = [
  ...twins,
  pair('Jr. and Sr., birthdays unknown', { ...HOME, firstName: 'Walter' }, { lastName: 'Brand Jr.' }, { lastName: 'Brand Sr.' }),
  pair(
    'Jr. and Sr., same day',
    { ...HOME, firstName: 'Otto', dateOfBirth: '1950-02-02' },
    { lastName: 'Kern Jr' },
    { lastName: 'Kern' },
  ),
  pair(
    'II and III',
    { ...HOME, firstName: 'Glen', email: 'glen@stone.example' },
    { lastName: 'Stone II' },
    { lastName: 'Stone III' },
  ),
  pair('father and son', { ...HOME, ...named('Victor', 'Lindt') }, ...births('1950-03-04', '1978-11-23')),
  pair('father and son, one digit apart', { ...HOME, ...named('Hugo', 'Bram') }, ...births('1950-03-04', '1980-03-04')),
  pair(
    'father and son, one birthday unknown',
    { ...HOME, ...named('Ralph', 'Ostin'), phone: '217 555 0177' },
    ...births('1950-03-04', ''),
  ),
  pair('father and son, no birthday', { ...HOME, ...named('Abel', 'Quist'), phone: '217 555 0178' }, {}, {}),
  pair(
    'siblings',
    { ...HOME, lastName: 'Dorn', phone: '217 555 0190' },
    { firstName: 'Ruth', dateOfBirth: '1982-01-05' },
    { firstName: 'Amos', dateOfBirth: '1985-06-30' },
  ),
  pair(
    'siblings of alike names',
    { ...HOME, lastName: 'Falk' },
    { firstName: 'Karen', dateOfBirth: '1982-01-05' },
    { firstName: 'Karin', dateOfBirth: '1984-01-05' },
  ),
  pair(
    'spouses',
    { ...HOME, lastName: 'Gant', phone: '217 555 0191', email: 'gants@mail.example' },
    { firstName: 'Iris' },
    { firstName: 'Leon' },
  ),
  pair('one family’s phone', { phone: '217 555 0123', lastName: 'Holt' }, named('Mary', 'Holt'), named('Peter', 'Holt')),
  pair('a firm’s e-mail', office, named('Carl', 'Jansen'), named('Dina', 'Moreau')),
  pair('a firm’s e-mail, one name', { email: office.email, ...named('John', 'Smith') }, HOME, AWAY),
  pair(
    'a recycled number',
    { phone: '217 555 0166' },
    { ...named('Nora', 'Ekman'), ...HOME },
    { ...named('Saul', 'Pryce'), ...AWAY },
  ),
  pair(
    'a recycled number, one last name',
    { phone: '217 555 0167' },
    { ...named('Nora', 'Smith'), ...HOME },
    { ...named('Noah', 'Smith'), ...AWAY },
  ),
  pair('one name and birthday in two cities', { ...named('Anna', 'Keller'), dateOfBirth: '1980-05-05' }, HOME, AWAY),
  pair('one name, birthday and street in two cities', { ...named('Jane', 'Doe'), dateOfBirth: '1981-06-05' }, HOME, {
    ...AWAY,
    address1: HOME.address1,
  }),
  pair(
    'one name, birthday and street in two cities of alike names',
    { ...named('June', 'Doe'), dateOfBirth: '1981-06-05' },
    HOME,
    { ...HOME, city: 'Springdale', postalCode: '60990' },
  ),
  pair('one name and birthday, one place unknown', { ...named('Lena', 'Vogt'), dateOfBirth: '1983-06-05' }, HOME, {}),
  pair('one name in one city', { ...named('Mark', 'Adler'), city: 'Springfield', state: 'IL' }, {}, {}),
  pair(
    'cousins of one name behind two doors, birthdays a digit apart',
    { ...HOME, ...named('Guy', 'Lavoie') },
    { dateOfBirth: '1985-10-18', address1: '12 Oak Street, Unit 158' },
    { dateOfBirth: '1987-10-18', address1: '12 Oak St Apt 77' },
  ),
  pair(
    'cousins of one name in one building, one door unknown',
    { ...HOME, ...named('Guy', 'Favreau') },
    { dateOfBirth: '1985-10-18', address1: '12 Oak Street, Unit 158' },
    { dateOfBirth: '1987-10-18' },
  ),
  pair(
    'clients of one name under their lawyer’s e-mail, birthdays a day apart',
    { ...named('Ashley', 'Mazzei'), email: 'jane.roe@roelaw.example' },
    { ...HOME, dateOfBirth: '1997-05-08' },
    { ...AWAY, dateOfBirth: '1997-05-09' },
  ),
  pair(
    'a twin with an initial and one without',
    { ...HOME, lastName: 'Egli', dateOfBirth: '1982-09-01' },
    { firstName: 'Sandra' },
    { firstName: 'Sandra A.' },
  ),
  pair(
    'twins of one name and two',
    { ...HOME, lastName: 'Vega', dateOfBirth: '1990-08-11' },
    { firstName: 'Maria Jose' },
    { firstName: 'Maria Ines' },
  ),
  pair(
    'twins of two names, one told by the first',
    { ...HOME, lastName: 'Quint', dateOfBirth: '1974-01-30' },
    { firstName: 'Maria Jose' },
    { firstName: 'Maria' },
  ),
  pair(
    'a twin whose name was misspelt towards his brother’s',
    { ...HOME, lastName: 'Koutna', dateOfBirth: '1991-12-24' },
    { firstName: 'Richard' },
    { firstName: 'Ricard' },
  ),
  pair('a person and the estate', { ...HOME, phone: '217 555 0141' }, named('Ines', 'Carver'), {
    firstName: 'Estate of',
    lastName: 'Ines Carver',
  }),
  pair(
    'a wife under her husband’s name',
    { ...HOME, lastName: 'Oster', phone: '217 555 0142' },
    { firstName: 'Paul', dateOfBirth: '1961-02-03' },
    { firstName: 'Mrs. Paul', dateOfBirth: '1964-09-30' },
  ),
  pair('a person and a business', { ...HOME, phone: '217 555 0143' }, named('Lars', 'Penn'), { lastName: 'Lars Penn LLC' }),
  pair('one name and nothing else', named('Kim', 'Lowe'), {}, {}),
];
