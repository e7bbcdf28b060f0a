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
  pair('one name and nothing else', named('Kim', 'Lowe'), {}, {}),
];
