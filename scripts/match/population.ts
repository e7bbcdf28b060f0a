import type { PersonRow } from '../../lib/match/scale/person.ts';
import { FIRST_NAMES, LAST_NAMES, STREETS, TOWNS } from './name-lists.ts';
import type { Random } from './random.ts';

export type Address = Pick<PersonRow, 'address1' | 'city' | 'state' | 'postalCode'>;

/** Share of people who live with others of the file. */
const FAMILY_SHARE = 0.3;
const TWIN_SHARE = 0.04;
const MISSING: Partial<Record<keyof PersonRow, number>> = {
  firstName: 0.02,
  dateOfBirth: 0.02,
  address1: 0.02,
  state: 0.03,
  city: 0.005,
};

/** People without e-mail or phone; some are families at one address under one name, a few of them twins. */
export function createPopulation(count: number, random: Random): PersonRow[] {
  const people: PersonRow[] = [];
  while (people.length < count) {
    const [lastName, address] = [title(random.pickCommon(LAST_NAMES)), newAddress(random)];
    const size = random.chance(FAMILY_SHARE / 2) ? 2 + random.below(3) : 1;
    let birthday = '';
    for (let member = 0; member < size && people.length < count; member += 1) {
      birthday = member >= 2 && random.chance(TWIN_SHARE) ? birthday : newBirthday(random);
      const firstName = title(random.pickCommon(FIRST_NAMES, 30));
      people.push(thinned({ id: '', firstName, lastName, email: '', phone: '', dateOfBirth: birthday, ...address }, random));
    }
  }
  return people;
}

const thinned = (person: PersonRow, random: Random): PersonRow => {
  for (const [field, share] of Object.entries(MISSING)) if (random.chance(share)) person[field as keyof PersonRow] = '';
  return person;
};

export const newBirthday = (random: Random): string =>
  new Date(Date.UTC(1930, 0, 1) + random.below(78 * 365) * 86_400_000).toISOString().slice(0, 10);

export function newAddress(random: Random): Address {
  const town = random.pickCommon(TOWNS, 60);
  const number = 1 + Math.floor(random.next() ** 2 * 400);
  const unit = random.chance(0.08) ? `, Unit ${1 + random.below(40)}` : '';
  return {
    address1: `${number} ${title(random.pickCommon(STREETS, 80))}${unit}`,
    city: title(town.city),
    state: town.state,
    postalCode: random.pick(town.postals),
  };
}

export const title = (text: string): string => text.replace(/\b\p{L}/gu, (letter) => letter.toUpperCase());
