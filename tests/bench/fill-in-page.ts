import { createSealer } from '../../lib/auth/seal.ts';
import type { Link } from '../../lib/model/link.ts';
import { createApply } from '../../lib/store/apply.ts';
import type { PersonIn } from '../../lib/store/batch.ts';
import { createDatabase } from '../../lib/store/db.ts';
import { createEras } from '../../lib/store/eras.ts';
import { emailOf, nameOf, phoneOf } from './people-of-bench.ts';

// Runs in a page of the extension: the product's own store code on the extension's own database, under its own keys.
const db = createDatabase();
const apply = createApply(db, createSealer(db), createEras(), () => undefined);

const person = (account: string, number: number): PersonIn => ({
  key: `clio|${account}|contact|9${number}`,
  system: 'clio',
  account,
  id: `9${number}`,
  changedAt: 1_700_000_000_000 + number,
  brief: {
    name: nameOf(number),
    kind: 'person',
    email: emailOf(number),
    phone: phoneOf(number),
    city: 'Vancouver',
    tags: ['newsletter'],
  },
  emails: [emailOf(number)],
  phones: [phoneOf(number)],
  words: nameOf(number).toLowerCase().split(' '),
});

const link = (clioAccount: string, locationId: string, number: number): Link => ({
  key: `${clioAccount}|9${number}|${locationId}`,
  clioAccount,
  clioId: `9${number}`,
  locationId,
  highlevelId: `bench-${number}`,
  by: 'person',
  reasons: [],
  at: number,
  base: {},
});

/** So many people, one of them is linked. */
const LINKED = 10;

/** People `from` to `to` of a Clio account, some of them linked with people of a location. */
export async function fill(location: string, clio: string, from: number, to: number): Promise<void> {
  const numbers = Array.from({ length: to - from }, (_, one) => from + one);
  const linked = numbers.filter((number) => number % LINKED === 0);
  await apply(
    {
      at: 1,
      people: { put: numbers.map((number) => person(clio, number)) },
      links: linked.map((number) => ({ put: link(clio, location, number) })),
    },
    'pull',
  );
}
