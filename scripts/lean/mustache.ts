import type { Plugin } from 'vite';

/**
 * What lib/rules/template.ts, its only caller, never reaches: partials and lambdas (it takes no such template and has no such value), HTML
 * escaping (it brings its own), the cache's doors and the check that a template is a text.
 */
const LEFT_OUT: readonly [RegExp, string][] = [
  [/var entityMap = \{[\s\S]*?\n\};\n/, ''],
  [/function escapeHtml [\s\S]*?\n\}\n/, ''],
  [/Writer\.prototype\.clearCache = [\s\S]*?\n\};\n/, ''],
  [/ {4}else if \(symbol === '>'\)[^\n]*\n/, ''],
  [/ {2}function subRender [\s\S]*?\n {2}\}\n/, ''],
  [/\} else if \(isFunction\(value\)\) \{[\s\S]*?\n {2}\} else \{/, '} else {'],
  [/Writer\.prototype\.indentPartial = [\s\S]*?\n\};\n/, ''],
  [/Writer\.prototype\.renderPartial = [\s\S]*?\n\};\n/, ''],
  [/ {2}set templateCache [\s\S]*?\n {2}\}\n\};\n/, '};\n'],
  [/mustache\.clearCache = [\s\S]*?\n\};\n/, ''],
  [/ {2}if \(typeof template !== 'string'\) \{\n {4}throw new TypeError[\s\S]*?\n {2}\}\n/, ''],
  [/mustache\.escape = escapeHtml;\n/, ''],
  [/mustache\.Scanner = Scanner;\nmustache\.Context = Context;\nmustache\.Writer = Writer;\n/, ''],
];

/** The package's module without them. */
export function leanMustacheCode(code: string): string {
  return LEFT_OUT.reduce((rest, [part, instead]) => {
    if (!part.test(rest)) throw new Error(`mustache has another shape (${part.source}); look at scripts/lean/mustache.ts`);
    return rest.replace(part, instead);
  }, code);
}

export const leanMustache = (): Plugin => ({
  name: 'lean-mustache',
  enforce: 'pre',
  transform: (code, id) =>
    /\/mustache\/mustache\.mjs(\?|$)/.test(id.replaceAll('\\', '/')) ? { code: leanMustacheCode(code), map: null } : undefined,
});
