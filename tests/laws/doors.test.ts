import { parseAst } from 'rolldown/parseAst';
import { describe, expect, test } from 'vitest';
import { PREFERENCE_KEYS } from '../../lib/model/settings-view.ts';
import { codeIn, lineOf, type Node, read, treeOf, walk } from './source.ts';

/** The world outside comes in at the doors only; elsewhere it is an argument, so that tests can replace it. */
const DOORS = /^(entrypoints\/|lib\/(app|store|auth|messages)(\/|\.ts$))/;
/** Counts seconds on the screen between two answers of the background, whose clock it is. */
const TICKERS = /^components\/(\w+\/)?use-clock\.ts$/;
const WORLD = new Set([
  'fetch',
  'browser',
  'chrome',
  'indexedDB',
  'crypto',
  'caches',
  'localStorage',
  'sessionStorage',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
]);
const CALLS: Record<string, string> = { Date: 'now', Math: 'random', performance: 'now' };
// setTimeout waits; in simulated time nothing of it may happen behind the clock's back.
const WAITS = new Set(['setTimeout', 'setInterval']);

const product = () => codeIn('lib', 'components', 'entrypoints');

describe('doors', () => {
  test('the world outside is reached at the doors only', () => {
    const wrong = product()
      .filter((path) => !DOORS.test(path) && !TICKERS.test(path))
      .flatMap((path) => uses(path, { waits: path.startsWith('lib/') }));
    expect(wrong).toEqual([]);
  });

  test('the search for doors sees what it should', () => {
    expect(reaches('const a = Date.now(); fetch("x"); const o = { fetch: 1 }; o.fetch; parts.crypto.subtle; new Date()')).toEqual(
      ['Date.now', 'fetch', 'new Date()'],
    );
  });
});

/** The only ones that may speak of storage.local, and why. */
const LOCAL_STORAGE: Record<string, string> = {
  'components/appearance.ts': 'reads the theme and the way of writing dates before the first paint; writes nothing',
  'entrypoints/background.ts': 'clears storage.local when everything is erased; hands it over for what a person likes (below)',
  'entrypoints/clio.content/index.ts': "keeps the launcher's place and the panel's width in storage.local; no client data",
};

describe('forbidden in the product', () => {
  const FORBIDDEN: [string, RegExp][] = [
    ['postMessage (it would hand the page a handle to the frame)', /\bpostMessage\b/],
    ['HTML made of strings', /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/],
    ['code made of strings', /\beval\s*\(|\bnew\s+Function\b|\bsetTimeout\(\s*['"`]/],
    ['the upsert of contacts (it drops phones and erases e-mails)', /contacts\/upsert/],
    ['a store that other scripts or accounts can read', /\bstorage\.sync\b|\blocalStorage\b|\bdocument\.cookie\b/],
    ['another browser message door', /\bonMessageExternal\b|\bonConnectExternal\b/],
  ];
  test('storage.local, which every content script can read in Firefox, is used only where nothing secret goes in', () => {
    const users = product().filter((path) => /\bstorage\.local\b/.test(withoutComments(path)));
    expect(users.sort()).toEqual(Object.keys(LOCAL_STORAGE));
  });

  test('the background only clears storage.local, and hands it over for what a person likes, under keys named here', () => {
    const uses = withoutComments('entrypoints/background.ts').match(/storage\.local\b\.?\w*/g);
    expect(uses).toEqual(['storage.local', 'storage.local.clear']);
    const handed = product().filter((path) => /\bLocalArea\b/.test(withoutComments(path)));
    const holders = ['badge', 'handlers-settings', 'parts', 'preferences'].map((name) => `lib/app/${name}.ts`);
    expect(handed.sort()).toEqual(holders);
    expect(holders.filter((path) => /\b(local|area)\??\.set\(/.test(withoutComments(path)))).toEqual(['lib/app/preferences.ts']);
    const keys = ['panel.opens', 'panel.side', 'panel.width', 'ui.badge', 'ui.dates', 'ui.guide', 'ui.theme'];
    expect(Object.values(PREFERENCE_KEYS).sort()).toEqual(keys);
  });

  for (const [what, pattern] of FORBIDDEN) {
    test(`there is no ${what}`, () => {
      const wrong = product().filter((path) => pattern.test(withoutComments(path)));
      expect(wrong).toEqual([]);
    });
  }
});

function uses(path: string, { waits }: { waits: boolean }): string[] {
  return found(treeOf(path), waits).map(({ what, start }) => `${path}:${lineOf(path, start)} ${what}`);
}

function reaches(source: string): string[] {
  return found(parse(source), true).map(({ what }) => what);
}

function found(tree: Node, waits: boolean): { what: string; start: number }[] {
  const seen: { what: string; start: number }[] = [];
  const own = declared(tree);
  walk(tree, (node, above) => {
    const parent = above.at(-1);
    if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date' && (node.arguments as unknown[]).length === 0) {
      seen.push({ what: 'new Date()', start: node.start });
    }
    if (node.type !== 'Identifier' || own.has(node.name as string) || isLabel(node, parent) || inType(above)) return;
    const name = node.name as string;
    const member = parent?.type === 'MemberExpression' && parent.object === node ? nameOf(parent.property) : undefined;
    if (member && CALLS[name] === member) seen.push({ what: `${name}.${member}`, start: node.start });
    else if (WORLD.has(name) || (waits && WAITS.has(name))) seen.push({ what: name, start: node.start });
  });
  return seen;
}

const nameOf = (node: unknown): string | undefined => (node as { name?: string } | undefined)?.name;

/** Property names, not references: `parts.fetch`, `{ fetch: … }`. */
function isLabel(node: Node, parent: Node | undefined): boolean {
  if (!parent) return false;
  if (parent.type === 'MemberExpression') return parent.property === node && parent.computed !== true;
  if (parent.type === 'Property') return parent.key === node && parent.shorthand !== true && parent.computed !== true;
  return /^(TSPropertySignature|TSMethodSignature|MethodDefinition|PropertyDefinition|ImportSpecifier|JSXAttribute)$/.test(
    parent.type,
  );
}

const inType = (above: Node[]) =>
  above.some(({ type }) =>
    /^TS(TypeAnnotation|InterfaceDeclaration|TypeAliasDeclaration|TypeQuery|TypeParameterInstantiation)$/.test(type),
  );

/** Names the file gives a meaning of its own: parameters, constants, destructured arguments. */
function declared(tree: Node): Set<string> {
  const names = new Set<string>();
  const bind = (pattern: unknown): void => {
    const node = pattern as Node | null;
    if (!node) return;
    if (node.type === 'Identifier') names.add(node.name as string);
    if (node.type === 'ObjectPattern')
      for (const property of node.properties as Node[]) bind(property.value ?? property.argument);
    if (node.type === 'ArrayPattern') for (const element of node.elements as (Node | null)[]) bind(element);
    if (node.type === 'AssignmentPattern') bind(node.left);
    if (node.type === 'RestElement') bind(node.argument);
  };
  walk(tree, (node) => {
    if (node.type === 'VariableDeclarator') bind(node.id);
    if (Array.isArray(node.params)) for (const parameter of node.params) bind(parameter);
  });
  return names;
}

const parse = (source: string) => parseAst(source, { lang: 'ts' }) as unknown as Node;

const withoutComments = (path: string) =>
  read(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1');
