import { describe, expect, it } from 'vitest';
import { type DuplicateRecord, duplicates } from '../../lib/merge/duplicates.ts';
import { sameName } from '../../lib/merge/same-name.ts';

describe('duplicates', () => {
  const record = (id: string, more: Partial<DuplicateRecord> = {}): DuplicateRecord => ({
    id,
    emailKeys: [],
    phoneKeys: [],
    name: 'Ana Kim',
    linked: false,
    filled: 3,
    ...more,
  });
  const groups = (...records: DuplicateRecord[]) => duplicates(records).map(({ keep, others }) => [keep, ...others].join(' '));
  const mail = { emailKeys: ['m'] };
  const phone = { phoneKeys: ['p'] };

  it.each([
    ['same e-mail and name', [record('a', mail), record('b', mail)], ['a b']],
    ['same phone and name', [record('a', phone), record('b', phone)], ['a b']],
    ['name alone', [record('a'), record('b')], []],
    ['same e-mail, an initial', [record('a', mail), record('b', { ...mail, name: 'A. Kim' })], ['a b']],
    ['same phone, an initial', [record('a', phone), record('b', { ...phone, name: 'A. Kim' })], []],
    ['same e-mail, no name', [record('a', mail), record('b', { ...mail, name: undefined })], ['a b']],
    ['a couple with one e-mail', [record('a', mail), record('b', { ...mail, name: 'Bob Kim' })], []],
    ['father and son', [record('a', { ...mail, name: 'Al Kim Sr.' }), record('b', { ...mail, name: 'Al Kim Jr.' })], []],
    [
      'one with a suffix, one without',
      [record('a', { ...mail, name: 'Al Kim' }), record('b', { ...mail, name: 'Al Kim Jr.' })],
      [],
    ],
    [
      'twins of one name but two birthdays',
      [record('a', { ...mail, birthKey: '1' }), record('b', { ...mail, birthKey: '2' })],
      [],
    ],
    ['a chain of e-mail and phone', [record('a', mail), record('b', { ...mail, ...phone }), record('c', phone)], ['a b c']],
    [
      'a nameless one between two people',
      [record('a', mail), record('b', { ...mail, name: 'Bob Kim' }), record('c', { ...mail, name: undefined })],
      ['a c'],
    ],
    ['an office’s number', Array.from({ length: 21 }, (_, at) => record(`r${at}`, phone)), []],
  ])('%s', (_, records, expected) => {
    expect(groups(...records)).toEqual(expected);
    expect(groups(...records.toReversed())).toEqual(expected);
  });

  it.each([
    ['the linked one', { linked: true }, {}, 'linked'],
    ['the older one', { createdAt: '2020-01-01T00:00:00Z' }, { createdAt: '2021-01-01T00:00:00Z' }, 'older'],
    ['the one that tells its age', { createdAt: '2020-01-01T00:00:00Z' }, {}, 'older'],
    ['the fuller one', { filled: 9 }, {}, 'more-filled'],
  ])('propose to keep %s', (_, better, worse, because) => {
    const [group] = duplicates([record('a', { ...mail, ...worse }), record('z', { ...mail, ...better })]);
    expect(group).toMatchObject({ keep: 'z', others: ['a'], because, shared: ['email'] });
  });

  it('say when several are linked, as somebody has to choose the link then', () => {
    expect(duplicates([record('a', { ...mail, linked: true }), record('b', { ...mail, linked: true })])[0]?.severalLinked).toBe(
      true,
    );
  });

  it('are found among 100,000 records in seconds', () => {
    const many = Array.from({ length: 100_000 }, (_, at) =>
      record(`r${at}`, { emailKeys: [`m${at % 60_000}`], name: `N${at % 60_000} K` }),
    );
    const started = performance.now();
    expect(duplicates(many)).toHaveLength(40_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('names of one side', () => {
  it.each([
    ['Ana Kim', 'KIM, Ana', 'same'],
    ['José Núñez', 'Jose Nunez', 'same'],
    ['Al Kim Junior', 'Al Kim Jr.', 'same'],
    ['Ana Kim', 'Ana M. Kim', 'similar'],
    ['Ana Maria Kim', 'A. M. Kim', 'similar'],
    ['Ana', 'Ana Kim', 'similar'],
    ['', 'Ana Kim', 'unknown'],
    ['Ana Kim', 'Anna Kim', 'differs'],
    ['Ana Kim', 'Ana Ortega', 'differs'],
    ['M. Kim', 'Ana Maria Kim', 'differs'],
  ])('%j and %j: %s', (a, b, expected) => {
    expect([sameName(a, b), sameName(b, a)]).toEqual([expected, expected]);
  });
});
