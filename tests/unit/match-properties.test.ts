import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchContact } from '../../lib/match/match.ts';
import { keysOf } from '../../lib/match/signals.ts';
import { clio, highlevel } from './match-people.ts';

const EMAILS = ['ana@x.example', 'ANA@x.example', 'kim@x.example', 'info@x.example', 'bob@y.example', 'broken'];
const PHONES = ['604 555 0101', '+1 (604) 555-0101', '604-555-0102 x3', '604 555 0103', '000'];
const person = fc.record(
  {
    firstName: fc.constantFrom('Ana', 'Anna', 'Bob', 'Robert', 'A.', 'Kim'),
    lastName: fc.constantFrom('Kim', 'Kim Jr.', 'Kim Sr.', 'Ortega', 'Ortega-Kim', 'Bob'),
    emails: fc.subarray(EMAILS, { maxLength: 3 }),
    phones: fc.subarray(PHONES, { maxLength: 3 }),
    city: fc.constantFrom('Vancouver', 'vancouver ', 'Burnaby'),
    dateOfBirth: fc.constantFrom('1980-01-01', '1981-01-01'),
  },
  { requiredKeys: [] },
);
const world = fc.tuple(
  person.map(clio),
  fc.array(person, { maxLength: 5 }).map((list) => list.map((one, at) => highlevel(`h${at}`, one))),
);
const all = (contact: Parameters<typeof keysOf>[0]) => Object.values(keysOf(contact, 'CA')).flat();
const runs = { numRuns: 1500 };

describe('whoever is sure', () => {
  it('has an e-mail or phone in common that no other candidate has and that is no office’s', () => {
    fc.assert(
      fc.property(world, ([mine, found]) => {
        const decision = matchContact({ clio: mine, found, country: 'CA' });
        if (decision.kind !== 'sure') return;
        const others = found.filter((one) => one.id !== decision.candidate.id).flatMap(all);
        const own = all(found.find((one) => one.id === decision.candidate.id)!).filter((key) => all(mine).includes(key));
        expect(own.filter((key) => !others.includes(key) && !key.startsWith('info@'))).not.toEqual([]);
        expect(decision.candidate.reasons.filter((one) => one.tone === 'bad')).toEqual([]);
      }),
      runs,
    );
  });

  it('is never found by name, birthday and city alone', () => {
    fc.assert(
      fc.property(world, ([mine, found]) => {
        const bare = found.map((one) => ({ ...one, emails: [], phones: [] }));
        expect(matchContact({ clio: mine, found: bare, country: 'CA' }).kind).not.toBe('sure');
      }),
      runs,
    );
  });

  it('is no longer sure when a copy of the record turns up', () => {
    fc.assert(
      fc.property(world, ([mine, found]) => {
        const decision = matchContact({ clio: mine, found, country: 'CA' });
        if (decision.kind !== 'sure') return;
        const copy = { ...found.find((one) => one.id === decision.candidate.id)!, id: 'copy' };
        expect(matchContact({ clio: mine, found: [...found, copy], country: 'CA' }).kind).toBe('choose');
      }),
      runs,
    );
  });

  it('is no longer sure when every key is shared in Clio', () => {
    fc.assert(
      fc.property(world, ([mine, found]) => {
        const sharedInClio = new Map(all(mine).map((key) => [key, 1] as const));
        expect(matchContact({ clio: mine, found, country: 'CA', sharedInClio }).kind).not.toBe('sure');
      }),
      runs,
    );
  });
});

it('decides the same in whatever order the candidates come', () => {
  fc.assert(
    fc.property(world, ([mine, found]) => {
      const there = matchContact({ clio: mine, found, country: 'CA' });
      expect(matchContact({ clio: mine, found: [...found].reverse(), country: 'CA' })).toEqual(there);
    }),
    runs,
  );
});

it('orders candidates by score and gives each at least one reason', () => {
  fc.assert(
    fc.property(world, ([mine, found]) => {
      const decision = matchContact({ clio: mine, found, country: 'CA' });
      if (decision.kind !== 'choose') return;
      const scores = decision.candidates.map((one) => one.score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
      expect(decision.candidates.every((one) => one.reasons.length > 0)).toBe(true);
    }),
    runs,
  );
});
