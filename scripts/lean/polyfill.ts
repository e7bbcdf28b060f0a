import type { Plugin } from 'vite';

/** What our code calls, of what the polyfill wraps; a test compares the list with the code. What is not wrapped stays as the browser made it. */
export const CALLED: Record<string, readonly string[]> = {
  alarms: ['clear'],
  identity: ['launchWebAuthFlow'],
  permissions: ['contains', 'request'],
  runtime: ['openOptionsPage', 'sendMessage'],
  storage: ['local'],
  tabs: ['create', 'query', 'sendMessage'],
};

type Table = Record<string, Record<string, unknown>>;
const TABLE = /const apiMetadata = (\{[\s\S]*?\n {6}\});/;
/** From the first line to the factory: loaders that nobody uses here. */
const WRAPPER = /^\(function \(global, factory\) \{[\s\S]*?\}\)\([^\n]*function \(module\) \{/;

/** The polyfill's table of calls (`namespace.call`), as it stands in its code. */
export function tableIn(code: string): Table {
  const found = TABLE.exec(code)?.[1];
  if (!found) throw new Error('webextension-polyfill has another shape; look at scripts/lean/polyfill.ts');
  return JSON.parse(found) as Table;
}

const kept = (table: Table): Table =>
  Object.fromEntries(
    Object.entries(CALLED).map(([space, names]) => [
      space,
      Object.fromEntries(names.map((name) => [name, table[space]?.[name]]).filter(([, wrapped]) => wrapped)),
    ]),
  );

/** As a module, with the calls in use only. */
export function leanPolyfillCode(code: string): string {
  const table = JSON.stringify(kept(tableIn(code)));
  if (!WRAPPER.test(code)) throw new Error('webextension-polyfill has another wrapper; look at scripts/lean/polyfill.ts');
  const bare = code.replace(WRAPPER, 'const module = {};\n(function () {').replace(TABLE, () => `const apiMetadata = ${table};`);
  return `${bare.replace(/\}\);\s*(\/\/# sourceMappingURL=.*)?\s*$/, '})();')}\nexport default module.exports;`;
}

/** Firefox has promises and `browser` of its own: there the polyfill hands those over and nothing else. */
export function leanPolyfill(browser: string): Plugin {
  return {
    name: 'lean-polyfill',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/webextension-polyfill\/dist\/browser-polyfill(\.min)?\.js(\?|$)/.test(id.replaceAll('\\', '/'))) return undefined;
      return { code: browser === 'firefox' ? 'export default globalThis.browser;' : leanPolyfillCode(code), map: null };
    },
  };
}
