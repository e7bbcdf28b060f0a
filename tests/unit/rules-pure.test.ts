import { expect, test } from 'vitest';
import { codeIn, importsOf } from '../laws/source.ts';

const files = codeIn('lib/rules');

test('the rules use two packages from outside, neither of which can reach the world', () => {
  const outside = files.flatMap((path) =>
    importsOf(path).flatMap(({ specifier }) => (specifier.startsWith('.') ? [] : [specifier])),
  );
  expect([...new Set(outside)].sort()).toEqual(['mustache', 'zod/mini']);
});

test('the rules import nouns and the catalogue, and nothing that reads, writes or sends', () => {
  const targets = files.flatMap((path) => importsOf(path).flatMap(({ target }) => target ?? []));
  expect(targets.filter((target) => !/^lib\/(rules|model|catalog)\//.test(target))).toEqual([]);
});
