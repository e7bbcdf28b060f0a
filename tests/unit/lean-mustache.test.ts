import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import whole from 'mustache';
import { expect, test } from 'vitest';
import { leanMustacheCode } from '../../scripts/lean/mustache.ts';
import { codeIn, importsOf, read } from '../laws/source.ts';

const source = readFileSync(join(dirname(createRequire(import.meta.url).resolve('mustache')), 'mustache.mjs'), 'utf8');
const code = leanMustacheCode(source);
const lean = ((await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { default: typeof whole }).default;

const VIEW = {
  record: { title: 'Ana & <Bo> "x"', count: 0, open: true, none: null, tags: ['a', 'b'], people: [{ name: 'C' }, { name: 'D' }] },
  custom: { 'a-b': '=1', deep: { more: 7 } },
};

test.each([
  '',
  'plain',
  '{{record.title}} and {{{record.title}}} and {{&record.title}}',
  '{{record.count}}|{{record.none}}|{{record.missing}}|{{custom.a-b}}|{{custom.deep.more}}',
  '{{#record.tags}}<{{.}}>{{/record.tags}}{{^record.tags}}none{{/record.tags}}',
  '{{#record.people}}\n  - {{name}} of {{record.title}}\n{{/record.people}}\nend',
  '{{#record.open}}open{{/record.open}}{{^record.none}}nothing{{/record.none}}{{#record.count}}never{{/record.count}}',
  '{{! left out }}a{{=<% %>=}}<% record.title %>',
])('without what is never reached %j is read and filled in as by the whole', (template) => {
  const config = { escape: (value: unknown) => String(value) };
  expect(lean.parse(template)).toEqual(whole.parse(template));
  expect(lean.render(template, VIEW, undefined, config)).toBe(whole.render(template, VIEW, undefined, config));
});

test.each(['{{#a}}', '{{/a}}', '{{a', '{{#a}}{{/b}}'])('%j is refused by both', (template) => {
  expect(() => whole.parse(template)).toThrow();
  expect(() => lean.parse(template)).toThrow();
});

test('mustache is called by one file, which brings its own escaping and takes no partials', () => {
  const callers = codeIn('lib', 'components', 'entrypoints').filter((path) =>
    importsOf(path).some(({ specifier }) => specifier === 'mustache'),
  );
  expect(callers).toEqual(['lib/rules/template.ts']);
  const calls = read('lib/rules/template.ts').match(/mustache\.\w+\([^\n]*/g);
  expect(calls).toEqual([
    "mustache.parse(text, ['{{', '}}']) as Token[];",
    "mustache.parse(template.text, ['{{', '}}']) as Token[], groups) > MOST) return undefined;",
    'mustache.render(template.text, groups, undefined, { escape: (value) => String(value) });',
  ]);
});

test('a mustache of another shape stops the build', () => {
  expect(() => leanMustacheCode(source.replace('function subRender', 'function other'))).toThrow('another shape');
});
