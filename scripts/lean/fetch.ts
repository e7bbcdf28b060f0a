import type { Plugin } from 'vite';

/**
 * ofetch brings its own URL joining (ufo) and JSON reading (destr) for options that lib/http/send.ts, its only caller, does not give:
 * `baseURL`, `query` and any `responseType` but `text`. A test holds that caller to it.
 */
const LEFT_OUT: Record<string, readonly string[]> = { ufo: ['withBase', 'withQuery'], destr: ['default'] };
const PREFIX = '\0lean-';

export function leanFetch(): Plugin {
  return {
    name: 'lean-fetch',
    enforce: 'pre',
    resolveId: (id, importer) => (Object.hasOwn(LEFT_OUT, id) && importer?.includes('/ofetch/') ? PREFIX + id : undefined),
    load(id) {
      const names = id.startsWith(PREFIX) ? LEFT_OUT[id.slice(PREFIX.length)] : undefined;
      if (!names) return undefined;
      const lines = names.map((name) => (name === 'default' ? 'export default absent;' : `export const ${name} = absent;`));
      return `const absent = () => { throw new Error('left out by scripts/lean/fetch.ts'); };\n${lines.join('\n')}`;
    },
  };
}
