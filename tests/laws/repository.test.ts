import { describe, expect, test } from 'vitest';
import { allFiles, read } from './source.ts';

const TEXT = /\.(ts|tsx|mjs|js|json|yml|yaml|md|html|css|svg|txt|sh)$|(^|\/)(LICENSE|run|\.npmrc|\.gitignore)$/;
const texts = allFiles().filter((path) => TEXT.test(path));

/** Put together from parts so that this file does not hold what it looks for. */
const word = (...parts: string[]) => new RegExp(parts.join(''));
const UNWANTED: [string, RegExp][] = [
  [
    'a registry’s host',
    word('registry\\.', 'npmjs|', 'npmmirror\\.com|', 'registry\\.', 'yarnpkg|', 'jsr\\.', 'io/|artifact', 'ory'),
  ],
  [
    'a path of somebody’s machine',
    word('(^|[\\s"\'`(=])(/', 'work/|/', 'home/[a-z]|/', 'Users/[A-Z]|/', 'root/|[A-Z]:\\\\', 'Users\\\\)'),
  ],
];

describe('no tracked file names', () => {
  for (const [what, pattern] of UNWANTED) {
    test(what, () => {
      const wrong = texts.filter((path) => path !== 'tests/laws/repository.test.ts' && pattern.test(read(path)));
      expect(wrong).toEqual([]);
    });
  }
});

const SECRETS: [string, RegExp][] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a HighLevel token', /\bpit-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/],
  ['a JSON web token', /\beyJ[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}/],
  ['a cloud key', /\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bsk-[A-Za-z0-9]{32,}\b/],
  ['a client secret', /client_?secret["']?\s*[:=]\s*["'][\w-]{16,}["']/i],
];
// The sandbox's own credentials are made up, open no door anywhere, and say so in their digits.
const MADE_UP = /pit-(5a9d|0000)0000-|clio-sandbox-app-secret|5a9d0000-0000-4000|sandbox|example|canary/i;

describe('no tracked file holds', () => {
  for (const [what, pattern] of SECRETS) {
    test(what, () => {
      const wrong = texts.flatMap((path) =>
        [...read(path).matchAll(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`))]
          .map(([match]) => match)
          .filter((match) => !MADE_UP.test(match))
          .map((match) => `${path}: ${match.slice(0, 12)}…`),
      );
      expect(wrong).toEqual([]);
    });
  }

  test('the search for secrets finds one', () => {
    expect(SECRETS[1]![1].test(`pit-${'1234abcd-12ab-12ab-12ab-1234567890ab'}`)).toBe(true);
  });
});
