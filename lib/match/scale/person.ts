/** One line of a file of people. Blank values are ''. */
export interface PersonRow {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  /** Any order of day and month; read by `readDates`. */
  dateOfBirth: string;
  address1: string;
  city: string;
  state: string;
  postalCode: string;
}

/** A person's values in the form in which they are compared; '' when unknown. */
export interface Person {
  id: string;
  /** Folded, words joined: `maryanne`. */
  first: string;
  /** The first word of it: `mary`. */
  head: string;
  /** The last word of it where there are several: `anne`. */
  tail: string;
  /** Folded, words joined: `garcialopez`. */
  last: string;
  /** The first word of it that is no particle: `garcia`; for one word the word itself. */
  family: string;
  /** The last word of it where there are several: `lopez`. */
  family2: string;
  /** `jr`, `sr`, `ii`, …; '' for none. */
  suffix: string;
  /** yyyymmdd as a number, unchecked (a month may be 25 after a slip); 0 when unknown. */
  birthday: number;
  /** House number without its unit. */
  number: string;
  unit: string;
  street: string;
  city: string;
  state: string;
  postal: string;
  email: string;
  phone: string;
}

/** The texts among a person's values that are interned: both names share one vocabulary, since they may be swapped. */
export const TEXTS = [
  'first',
  'head',
  'tail',
  'last',
  'family',
  'family2',
  'number',
  'unit',
  'street',
  'city',
  'state',
  'postal',
  'email',
  'phone',
  'birthday',
] as const;
export type Text = (typeof TEXTS)[number];
