import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyWords, nameOf, nearness } from '../../lib/match/names.ts';

const whole = (name: string) => nameOf({ name });
const parts = (firstName: string, lastName: string) => nameOf({ name: '', firstName, lastName });

describe('nameOf', () => {
  it.each([
    ['David Kim Jr.', 'jr'],
    ['Kim, David, Jr.', 'jr'],
    ['Kim Jr., David', 'jr'],
    ['David Kim III', 'iii'],
    ['David Kim, Esq.', undefined],
  ])('finds David Kim and the suffix in %j', (name, suffix) => {
    expect(whole(name)).toEqual({ first: ['david'], middle: [], last: ['kim'], suffix });
  });

  it('keeps Junior as a first name', () =>
    expect(parts('Junior', 'Seau')).toMatchObject({ first: ['junior'], suffix: undefined }));
  it('drops a form of address', () => expect(parts('Dr. Ana', 'Ruiz').first).toEqual(['ana']));
  it('keeps both first names where the system says which they are', () =>
    expect(parts('Mary Anne', '').first).toEqual(['mary', 'anne']));
});

describe('nearness', () => {
  it.each([
    ['José Núñez', 'Jose Nunez', 'same'],
    ['David S. Kim', 'David Kim', 'same'],
    ['David S. Kim', 'David Samuel Kim', 'same'],
    ['David S. Kim', 'David T. Kim', 'differs'],
    ['Kim David', 'David Kim', 'similar'],
    ['William Hart', 'Bill Hart', 'similar'],
    ['Bill Hart', 'Will Hart', 'similar'],
    ['Alexander Hart', 'Alexandra Hart', 'differs'],
    ['Marisol Ortega-Whitfield', 'Marisol Ortega', 'similar'],
    ['Marisol Whitfield', 'Marisol Ortega', 'differs'],
    ['Priya Raghunathan', 'Priya Raghunatan', 'similar'],
    ['Alina Petrova', 'Alona Petrova', 'differs'],
    ['D. Kim', 'David Kim', 'initials'],
    ['David', 'David Kim', 'partial'],
    ['Diana', 'David Kim', 'differs'],
    ['', 'David Kim', 'unknown'],
    ['Jean-Luc Roy', 'Jeanluc Roy', 'same'],
  ])('says of %j and %j: %s', (one, other, wanted) => {
    expect(nearness(whole(one), whole(other))).toBe(wanted);
    expect(nearness(whole(other), whole(one))).toBe(wanted);
  });

  it('reads separate parts as it reads the whole', () =>
    expect(nearness(parts('Jean Luc', 'Roy'), parts('Jeanluc', 'Roy'))).toBe('same'));

  it('is the same from both sides', () => {
    const word = fc.constantFrom(
      'ana',
      'Bill',
      'William',
      'Kim',
      'D.',
      'Ortega',
      'Ortega-Kim',
      'Jr.',
      'José',
      'Petrova',
      'Petrov',
    );
    const name = fc.array(word, { maxLength: 4 }).map((words) => whole(words.join(' ')));
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(nearness(one, other)).toBe(nearness(other, one));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds every full name the same as itself', () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(nearness(parts(a, b), parts(a.toUpperCase(), b))).toBe('same');
      }),
    );
  });
});

it('reads a company without its legal form', () => {
  expect(companyWords('The Hart & Sons Ltd.')).toBe(companyWords('Hart and Sons Limited'));
  expect(companyWords('Limited')).toBe('limited');
});
