import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

export const ROOT = join(import.meta.dirname, '../..');

/** Every file that is, or would be, in the repository; paths with forward slashes from its root. */
export const allFiles = (): string[] =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\n')
    .filter((path) => path && existsSync(join(ROOT, path)));

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const CODE = /\.(ts|tsx|mjs)$/;
/** Source files under one of the folders (or a root file of that name). */
export const codeIn = (...places: string[]): string[] =>
  allFiles().filter((path) => CODE.test(path) && places.some((place) => path === place || path.startsWith(`${place}/`)));

export interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const trees = new Map<string, Node>();
export function treeOf(path: string): Node {
  const known = trees.get(path);
  if (known) return known;
  const lang = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js';
  const tree = parseAst(read(path), { lang }, path) as unknown as Node;
  trees.set(path, tree);
  return tree;
}

/** Calls `see` on every node with the nodes above it, nearest last. */
export function walk(node: Node, see: (node: Node, above: Node[]) => void, above: Node[] = []): void {
  see(node, above);
  const below = [...above, node];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child !== null && typeof child === 'object' && typeof (child as Node).type === 'string')
        walk(child as Node, see, below);
    }
  }
}

export interface Import {
  /** As written. */
  specifier: string;
  /** Path in the repository, for relative imports. */
  target?: string;
  /** True when nothing of it remains at run time. */
  typeOnly: boolean;
}

const IMPORTING = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression']);

export function importsOf(path: string): Import[] {
  const found: Import[] = [];
  walk(treeOf(path), (node) => {
    const specifier = (node.source as { value?: unknown } | null | undefined)?.value;
    if (!IMPORTING.has(node.type) || typeof specifier !== 'string') return;
    const kinds = (node.specifiers as { importKind?: string; exportKind?: string }[] | undefined) ?? [];
    const each = kinds.length > 0 && kinds.every((kind) => kind.importKind === 'type' || kind.exportKind === 'type');
    const typeOnly = node.importKind === 'type' || node.exportKind === 'type' || each;
    const target = specifier.startsWith('.') ? posix.join(dirname(path), specifier.replace(/\?.*$/, '')) : undefined;
    found.push({ specifier, typeOnly, ...(target ? { target } : {}) });
  });
  return found;
}

export const lineOf = (path: string, offset: number): number => read(path).slice(0, offset).split('\n').length;
