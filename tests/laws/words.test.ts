import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import { expect, test } from 'vitest';
import { ERRORS } from '../../lib/model/errors.ts';
import { allFiles, codeIn, read, treeOf, walk } from './source.ts';

const keysOf = (file: string) =>
  Object.keys(generateChromeMessages(parseMessagesText(read(file), 'YAML'))).filter((key) => !key.startsWith('@@'));
const english = keysOf('locales/en.yml');
const sources = codeIn('lib', 'components', 'entrypoints', 'wxt.config.ts', 'scripts/manifest.ts');
const asName = (key: string) => key.replaceAll('.', '_');

/** Every string and template of the product: whole ones, and what stands before the first `${`. */
const strings = new Set<string>();
const starts = new Set<string>();
for (const path of sources) {
  walk(treeOf(path), (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') strings.add(node.value);
    if (node.type !== 'TemplateLiteral') return;
    const [first] = node.quasis as { value: { cooked: string } }[];
    if (first?.value.cooked && (node.expressions as unknown[]).length > 0) starts.add(first.value.cooked);
    else if (first) strings.add(first.value.cooked);
  });
}

test('every key that the code names has words', () => {
  const used = new Set<string>();
  for (const path of sources) {
    for (const [, key] of read(path).matchAll(/\bi18n\.t\(\s*'([^']+)'/g)) used.add(key!);
  }
  expect([...used].filter((key) => !english.includes(asName(key)))).toEqual([]);
});

test('every word is used', () => {
  const manifest = [...strings].flatMap((text) => [...text.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key!));
  const named = new Set([...[...strings].map(asName), ...manifest]);
  // `wordOf('error', code)` and `lookUp(`console.region.${…}`)` name a section and take the rest from a table.
  const lists = ['error', 'reason', 'field', 'state', 'op', 'act'].map((list) => `${list}_`);
  const open = [...[...starts].filter((start) => /^[a-zA-Z]+\./.test(start)).map(asName), ...lists];
  expect(english.filter((key) => !named.has(key) && !open.some((start) => key.startsWith(start)))).toEqual([]);
});

test('every error has words', () => {
  const missing = Object.keys(ERRORS).filter((code) => !english.includes(`error_${code.replaceAll('-', '_')}`));
  expect(missing).toEqual([]);
});

test('no error has words without being in the table', () => {
  const known = Object.keys(ERRORS).map((code) => `error_${code.replaceAll('-', '_')}`);
  expect(english.filter((key) => key.startsWith('error_') && !known.includes(key))).toEqual([]);
});

test('every language has the same keys', () => {
  const files = allFiles().filter((path) => /^locales\/.+\.yml$/.test(path));
  for (const file of files) expect(keysOf(file).sort(), file).toEqual([...english].sort());
});

test('a message’s name has letters, digits and _ only, as Chrome demands', () => {
  expect(english.filter((key) => !/^\w+$/.test(key))).toEqual([]);
});
