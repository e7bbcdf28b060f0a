import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { codeIn, lineOf, type Node, read, treeOf, walk } from './source.ts';

const OURS = ['lib', 'components', 'entrypoints', 'sandbox', 'scripts', 'tests'];
/** Files that are nothing but a table; they may be longer. */
const TABLE_LINES = 300;
const FILE_LINES = 200;
const MEDIAN_LINES = 80;
const FUNCTION_LINES = 40;
const isTable = (path: string) =>
  /^sandbox\/world\/|\/(endpoints|types|protocol|nicknames|fields|shapes[\w-]*)\.ts$/.test(path) || path.includes('fixtures');

const lines = (path: string) => read(path).trimEnd().split('\n').length;

test('no file is longer than 200 lines, and no table longer than 300', () => {
  const long = codeIn(...OURS).filter((path) => lines(path) > (isTable(path) ? TABLE_LINES : FILE_LINES));
  expect(long.map((path) => `${path} ${lines(path)}`)).toEqual([]);
});

test('half of the product’s files have 80 lines or fewer', () => {
  const sizes = codeIn('lib', 'components', 'entrypoints')
    .map(lines)
    .sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(MEDIAN_LINES);
});

test('no function is longer than 40 lines', () => {
  const long = codeIn('lib', 'components', 'entrypoints', 'sandbox', 'scripts').flatMap((path) =>
    functionsOf(path)
      .filter(({ count }) => count > FUNCTION_LINES)
      .map(({ line, count }) => `${path}:${line} ${count}`),
  );
  expect(long).toEqual([]);
});

test('no file is named after what everything is', () => {
  const vague = /(^|[-.])(utils?|helpers?|common|manager|service|handler|base|misc)([-.]|$)/i;
  const wrong = codeIn(...OURS).filter((path) =>
    path.split('/').some((part) => vague.test(part.replace(/\.(test\.)?(tsx?|mjs)$/, ''))),
  );
  expect(wrong).toEqual([]);
});

test('files are kebab-case and components PascalCase', () => {
  const wrong = codeIn(...OURS).filter((path) => {
    const name = basename(path).replace(/\.(test\.tsx?|tsx?|mjs)$/, '');
    return !(/^[a-z0-9]+(-[a-z0-9]+)*(\.content)?$/.test(name) || (path.endsWith('.tsx') && /^[A-Z][A-Za-z0-9]*$/.test(name)));
  });
  expect(wrong).toEqual([]);
});

test('the only class is the error', () => {
  const classes: string[] = [];
  for (const path of codeIn('lib', 'components', 'entrypoints')) {
    walk(treeOf(path), (node) => {
      if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression')
        classes.push(`${path} ${(node.id as { name?: string } | null)?.name}`);
    });
  }
  expect(classes).toEqual(['lib/model/errors.ts AppError']);
});

function functionsOf(path: string): { line: number; count: number }[] {
  const found: { line: number; count: number }[] = [];
  walk(treeOf(path), (node: Node) => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type) || !node.body) return;
    const line = lineOf(path, node.start);
    found.push({ line, count: lineOf(path, node.end) - line + 1 });
  });
  return found;
}
