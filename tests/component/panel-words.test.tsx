// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldOf, piecesOf } from '../../components/panel/plain-text.ts';
import { initialsOf, matchWords } from '../../components/panel/words.ts';
import {
  clockWords,
  dateWords,
  dayAfter,
  dayIn,
  dayWords,
  dueWords,
  inWords,
  sinceWords,
  spanWords,
  waitWords,
} from '../../components/ui/time.ts';
import { wordOf } from '../../components/words.ts';
import { CONTACT_FIELDS } from '../../lib/model/contact.ts';
import { ERRORS } from '../../lib/model/errors.ts';
import { NOW, ZONE } from './fixtures.ts';

describe('times in words', () => {
  test.each([
    ['2026-11-22', 'Today'],
    ['2026-11-23', 'Tomorrow'],
    ['2026-11-21', 'Yesterday'],
    ['2026-11-30', 'Mon 30 Nov'],
    ['2027-01-04', 'Mon 4 Jan 2027'],
    ['nonsense', 'nonsense'],
  ])('the day %s is “%s”', (day, words) => {
    expect(dayWords(day, NOW, ZONE)).toBe(words);
  });

  test('a day does not move with the zone, an instant does', () => {
    const late = '2026-11-24T02:30:00Z';
    expect(dueWords({ kind: 'day', day: '2026-11-20' }, true, NOW, 'Pacific/Auckland')).toBe('Overdue · Fri 20 Nov');
    expect(dueWords({ kind: 'time', at: late }, false, NOW, ZONE)).toBe('Tomorrow, 21:30');
    expect(dueWords({ kind: 'time', at: late }, false, NOW, 'Europe/Berlin')).toBe(
      'Tue 24 Nov, 03:30'.replace('Tue 24 Nov', dayWords('2026-11-24', NOW, 'Europe/Berlin')),
    );
  });

  test('midnight in the zone is a day without a time', () => {
    expect(dueWords({ kind: 'time', at: '2026-11-30T05:00:00Z' }, false, NOW, ZONE)).toBe('Mon 30 Nov');
  });

  test('today needs no date', () => {
    expect(sinceWords(NOW - 3_600_000, NOW, ZONE)).toBe('08:41');
    expect(sinceWords(NOW - 86_400_000, NOW, ZONE)).toBe('Yesterday, 09:41');
    expect(spanWords('2026-11-24T15:30:00Z', '2026-11-24T16:00:00Z', NOW, ZONE)).toBe('Tue 24 Nov, 10:30–11:00');
  });

  test.each([
    [7_100, '8 s'],
    [-5, '0 s'],
    [180_000, '3 min'],
    [7_200_000, '2 h'],
  ])('in %i ms there are “%s” left', (ms, words) => {
    expect(waitWords(NOW + ms, NOW)).toBe(words);
  });

  test('a wait that is over is now', () => {
    expect(inWords(NOW, NOW)).toBe('now');
    expect(inWords(NOW + 8_000, NOW)).toBe('in 8 s');
  });

  test('an unknown zone and a broken date do not break the page', () => {
    expect(clockWords(NOW, 'Mars/Olympus')).toBe('14:41');
    expect(clockWords('soon', ZONE)).toBe('');
    expect(dateWords('1984-03-12')).toBe('12 Mar 1984');
  });

  test('the day after goes by the calendar, over the change of the clocks too', () => {
    expect(dayAfter('2026-10-31', 1)).toBe('2026-11-01');
    expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(dayIn('2026-11-22T03:00:00Z', ZONE)).toBe('2026-11-21');
  });
});

describe('foreign text', () => {
  test('pieces joined are the text again, and only safe schemes become links', () => {
    const parts = fc.constantFrom(
      'https://a.example/b',
      'javascript:alert(1)',
      'mailto:a@b.c',
      'tel:+1604',
      'data:text/html,x',
      'file:///etc',
      ' ',
      '(',
      ').',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string())), (words) => {
        const text = words.join('');
        const pieces = piecesOf(text);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const { href } of pieces) if (href) expect(href).toMatch(/^(https|mailto|tel):/);
      }),
    );
  });

  test('an address that hides its host behind a user name stays text', () => {
    expect(piecesOf('https://clio.com@evil.example/').some((piece) => piece.href)).toBe(false);
  });

  test('a fold is a beginning of the text and never half a letter', () => {
    expect(foldOf('short')).toBeUndefined();
    expect(foldOf('a\n'.repeat(30))).toBe(`${'a\n'.repeat(6)}a…`);
    const emoji = foldOf('x'.repeat(319) + '😀'.repeat(200));
    expect(emoji?.isWellFormed()).toBe(true);
  });
});

describe('words of codes', () => {
  test('every error and every field has a sentence or a name', () => {
    for (const code of Object.keys(ERRORS)) expect(wordOf('error', code), code).toMatch(/^[A-Z].+\.$/);
    for (const field of CONTACT_FIELDS) expect(wordOf('field', field), field).not.toBe('');
  });

  test('how it was matched', () => {
    expect(matchWords({ by: 'person', reasons: [] })).toBe('linked by you');
    expect(matchWords({ by: 'match', reasons: [{ code: 'same-phone', tone: 'good' }] })).toBe('matched by phone');
  });

  test.each([
    ['Marisol Ortega-Whitfield', 'MO'],
    ['Cher', 'C'],
    ['  ', '·'],
    ['😀 李 小龍', '李小'],
    ['Jean (Jo) de la Cruz', 'JC'],
  ])('the initials of “%s” are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
