import { describe, expect, test } from 'vitest';
import { countryCode, countryName } from '../../lib/model/countries.ts';
import { dayOfInstant, instantOfDay, readTime } from '../../lib/model/days.ts';
import { plainText, sameText, TEXT_LIMIT } from '../../lib/model/plain-text.ts';

describe('plain text of a note', () => {
  test.each([
    ['paragraphs become lines', '<p>Hello&nbsp;<b>you</b></p><p>Two</p>', 'Hello you\nTwo'],
    ['lists get bullets', 'To do:<ul><li>call</li><li><p>file</p></li></ul>then', 'To do:\n• call\n• file\nthen'],
    ['breaks stay', 'x<br>y<br/><br/>z', 'x\ny\n\nz'],
    ['nested blocks do not pile up', '<div>one<div>two</div></div><div><br></div>three', 'one\ntwo\n\nthree'],
    ['scripts and styles vanish with their content', '<style>p{}</style>a<script>evil("</p>")</script>b', 'ab'],
    ['an img with a handler vanishes', '<img src=x onerror="alert(1)>2"> hi', 'hi'],
    ['a link keeps its words only', '<a href="javascript:alert(1)">click</a>', 'click'],
    ['entities are read once', '<p>&amp;lt;b&amp;gt; &#65;&#x42;</p>', '&lt;b&gt; AB'],
    ['escaped markup stays text', '&lt;script&gt;', '<script>'],
    ['addresses in angle brackets are no tags', 'From: John <john@example.com>', 'From: John <john@example.com>'],
    ['comparisons are no tags', 'a < b && c > d, x <a and y', 'a < b && c > d, x <a and y'],
    ['plain line breaks stay', 'a\r\nb\n\n\n\nc', 'a\nb\n\nc'],
    ['direction overrides and control characters go', '\u202Eevil\u0000\u2066 text', 'evil text'],
    ['half a surrogate is made whole', 'a\ud800b', 'a\ufffdb'],
  ])('%s', (_, source, expected) => {
    expect(plainText(source)).toBe(expected);
  });

  test('told that it is plain, leaves tags alone', () => {
    expect(plainText('use <b> for bold', false)).toBe('use <b> for bold');
  });

  test('a text of more than a megabyte is cut and marked', () => {
    const cut = plainText('x'.repeat(TEXT_LIMIT + 1));
    expect(cut).toHaveLength(TEXT_LIMIT + 4);
    expect(cut.endsWith('\n[…]')).toBe(true);
  });

  test.each(['<a href="', '<', '<b> ', '<b ', '<!--', '<script>', '<p', '&#', ' \n', '<a x=\'"'])(
    'a megabyte of %j is read in reasonable time',
    (piece) => {
      const began = performance.now();
      plainText(piece.repeat(TEXT_LIMIT / piece.length), true);
      expect(performance.now() - began).toBeLessThan(3000);
    },
  );

  test('is compared without markup and spacing', () => {
    expect(sameText('<p>Call&nbsp;back</p><p>today</p>', 'Call back\ntoday')).toBe(true);
    expect(sameText('<p>Call back</p>', 'Call back today')).toBe(false);
  });
});

describe('days and instants', () => {
  test.each([
    ['the day before the clock goes forward', '2026-03-07', 'America/New_York', '2026-03-07T22:00:00Z'],
    ['the day the clock goes forward', '2026-03-08', 'America/New_York', '2026-03-08T21:00:00Z'],
    ['the day before the clock goes back', '2026-10-31', 'America/New_York', '2026-10-31T21:00:00Z'],
    ['the day the clock goes back', '2026-11-01', 'America/New_York', '2026-11-01T22:00:00Z'],
    ['London in summer', '2026-07-01', 'Europe/London', '2026-07-01T16:00:00Z'],
    ['a half-hour change', '2026-04-05', 'Australia/Lord_Howe', '2026-04-05T06:30:00Z'],
    ['a zone ahead of UTC', '2026-01-15', 'Pacific/Auckland', '2026-01-15T04:00:00Z'],
    ['an unknown zone counts as UTC', '2026-01-15', 'Mars/Olympus', '2026-01-15T17:00:00Z'],
  ])('%s is due at five', (_, day, zone, at) => {
    expect(instantOfDay(day, zone)).toBe(at);
    expect(dayOfInstant(at, zone)).toBe(day);
  });

  test('every day of a year comes back as itself in every kind of zone', () => {
    for (const zone of [
      'America/Los_Angeles',
      'America/St_Johns',
      'Europe/London',
      'Australia/Sydney',
      'Pacific/Kiritimati',
      'UTC',
    ]) {
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 86_400_000) {
        const day = new Date(at).toISOString().slice(0, 10);
        expect(dayOfInstant(instantOfDay(day, zone), zone)).toBe(day);
        expect(dayOfInstant(instantOfDay(day, zone, 0), zone)).toBe(day);
      }
    }
  });

  test('an hour that the clock skips is the one after it, a doubled one the first', () => {
    expect(instantOfDay('2026-03-08', 'America/New_York', 2)).toBe('2026-03-08T07:00:00Z');
    expect(instantOfDay('2026-11-01', 'America/New_York', 1)).toBe('2026-11-01T05:00:00Z');
  });

  test('midnight decides the day', () => {
    expect(dayOfInstant('2026-03-08T04:59:59Z', 'America/New_York')).toBe('2026-03-07');
    expect(dayOfInstant('2026-03-08T05:00:00Z', 'America/New_York')).toBe('2026-03-08');
  });

  test('times are read with a zone, without one, and as numbers', () => {
    expect(readTime('2021-07-16 11:00:00', 'America/Chicago')).toBe('2021-07-16T16:00:00.000Z');
    expect(readTime('2021-07-16T11:00:00-07:00', 'America/Chicago')).toBe('2021-07-16T18:00:00.000Z');
    expect(readTime(1e12)).toBe('2001-09-09T01:46:40.000Z');
    expect([readTime(''), readTime(null), readTime('soon'), readTime(9e15)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('countries', () => {
  test('names and codes lead to the code, where it is sure', () => {
    const words = ['United States', 'usa', ' US ', 'UK', 'England', 'Canada', 'Australia', 'Ireland', 'Germany'];
    expect(words.map(countryCode)).toEqual(['US', 'US', 'US', 'GB', 'GB', 'CA', 'AU', 'IE', 'DE']);
    expect([countryCode('Narnia'), countryCode(''), countryCode('ZZ'), countryCode('EU')]).toEqual(Array(4).fill(undefined));
  });
  test('codes lead to the name, anything else stays', () => {
    expect([countryName('US'), countryName('gb'), countryName('Narnia')]).toEqual(['United States', 'United Kingdom', 'Narnia']);
  });
});
