import { describe, expect, test } from 'vitest';
import { codeIn, type Import, importsOf } from './source.ts';

/** Who may import whom. A folder may always import itself; what is not named here is refused. */
const SYSTEM_PARTS = /^lib\/(highlevel|clio)\/(?!auth\b)/;
const MAY: { folder: string; may: (string | RegExp)[]; mayTypes?: (string | RegExp)[] }[] = [
  { folder: 'lib/model', may: [] },
  { folder: 'lib/http', may: ['lib/model'] },
  { folder: 'lib/highlevel', may: ['lib/http', 'lib/model'] },
  { folder: 'lib/clio', may: ['lib/http', 'lib/model'] },
  { folder: 'lib/match', may: ['lib/model'] },
  { folder: 'lib/merge', may: ['lib/model'] },
  { folder: 'lib/page', may: ['lib/model'] },
  { folder: 'lib/catalog', may: ['lib/model', /^lib\/http\/(?!client)/, SYSTEM_PARTS] },
  { folder: 'lib/rules', may: ['lib/model', 'lib/catalog'] },
  { folder: 'lib/store', may: ['lib/model'] },
  { folder: 'lib/auth', may: ['lib/http', 'lib/store', 'lib/model'] },
  {
    folder: 'lib/sync',
    may: ['lib/store', 'lib/catalog', 'lib/http', 'lib/highlevel', 'lib/clio', 'lib/match', 'lib/merge', 'lib/model'],
  },
  { folder: 'lib/messages', may: ['lib/model'], mayTypes: [/^lib\//] },
  {
    folder: 'components',
    may: ['lib/messages/send.ts', 'lib/catalog', 'lib/rules/operators.ts', 'lib/rules/templates', 'lib/model'],
    mayTypes: ['lib/messages/protocol.ts'],
  },
  { folder: 'lib/app', may: [/^lib\//] },
  { folder: 'lib/app.ts', may: [/^lib\//] },
  { folder: 'entrypoints', may: [/^lib\//, 'components'] },
  { folder: 'sandbox', may: [] },
];

const inside = (path: string, place: string | RegExp) =>
  typeof place === 'string' ? path === place || path.startsWith(`${place}/`) : place.test(path);

/** Styles and other data beside the code carry no direction. */
const isCode = (one: Import) => one.target !== undefined && /\.(ts|tsx|mjs)$/.test(one.target);

describe('who may import whom', () => {
  for (const { folder, may, mayTypes = [] } of MAY) {
    test(`${folder} imports only what the table allows`, () => {
      const wrong = codeIn(folder).flatMap((path) =>
        importsOf(path)
          .filter(isCode)
          .filter(
            ({ target, typeOnly }) => ![folder, ...may, ...(typeOnly ? mayTypes : [])].some((place) => inside(target!, place)),
          )
          .map(({ target, typeOnly }) => `${path} -> ${target}${typeOnly ? ' (type)' : ''}`),
      );
      expect(wrong).toEqual([]);
    });
  }

  test('every folder of lib stands in the table', () => {
    const known = MAY.map(({ folder }) => folder);
    const folders = codeIn('lib').map((path) => path.split('/').slice(0, 2).join('/'));
    expect([...new Set(folders)].filter((folder) => !known.includes(folder))).toEqual([]);
  });

  test('nothing imports an entrypoint', () => {
    const wrong = codeIn('lib', 'components', 'sandbox', 'scripts').filter((path) =>
      importsOf(path).some(({ target }) => target?.startsWith('entrypoints/')),
    );
    expect(wrong).toEqual([]);
  });

  test('the product imports neither the sandbox nor the tests', () => {
    const wrong = codeIn('lib', 'components', 'entrypoints').filter((path) =>
      importsOf(path).some(({ target }) => /^(sandbox|tests|scripts)\//.test(target ?? '')),
    );
    expect(wrong).toEqual([]);
  });

  test('HighLevel and Clio know nothing of each other, and neither knows the browser', () => {
    const bare = codeIn('lib/highlevel', 'lib/clio', 'lib/model', 'lib/match', 'lib/page', 'lib/catalog', 'lib/http').flatMap(
      (path) =>
        importsOf(path)
          .filter(({ specifier }) => /^(wxt|webextension-polyfill|idb|preact)/.test(specifier))
          .map(({ specifier }) => `${path} -> ${specifier}`),
    );
    expect(bare).toEqual([]);
  });
});

describe('circles', () => {
  test('no file imports itself by way of others', () => {
    const edges = new Map(
      codeIn('lib', 'components', 'entrypoints', 'sandbox', 'scripts').map((path) => [
        path,
        importsOf(path)
          .filter((one) => !one.typeOnly && isCode(one))
          .map(({ target }) => target!),
      ]),
    );
    expect(circles(edges)).toEqual([]);
  });

  test('the search for circles finds one', () => {
    expect(
      circles(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['a']],
          ['d', []],
        ]),
      ),
    ).toEqual(['a -> b -> c -> a']);
  });
});

function circles(edges: Map<string, string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) return void found.push([...trail.slice(at), path].join(' -> '));
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return found;
}
