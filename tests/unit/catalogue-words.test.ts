import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import { expect, test } from 'vitest';
import { openFields } from '../../lib/catalog/fields.ts';
import { fieldWords, optionWords, wordsOf } from '../../lib/catalog/operation.ts';
import { CATALOGUE } from '../../lib/catalog/operations/catalogue.ts';
import { read } from '../laws/source.ts';

const english = generateChromeMessages(parseMessagesText(read('locales/en.yml'), 'YAML'));
const said = Object.keys(english).filter((key) => key.startsWith('operation_'));
const asName = (key: string) => key.replaceAll('.', '_');

/** Every key that the catalogue can ask for. */
const asked = new Set(
  CATALOGUE.flatMap((one) => [
    ...Object.values(wordsOf(one.id)),
    ...openFields(one.fields).flatMap((field) => [fieldWords(field.name), ...(field.options ?? []).map(optionWords)]),
  ]).map(asName),
);

test('every operation, field and choice has words, and there are no others', () => {
  expect([...asked].filter((key) => !english[key]?.message)).toEqual([]);
  expect(said.filter((key) => !asked.has(key))).toEqual([]);
});

test('no two operations of a system are called the same', () => {
  const labels = CATALOGUE.map((one) => `${one.system} ${english[asName(wordsOf(one.id).label)]?.message}`);
  expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
});

test('Chrome takes no two names that differ in capitals only', () => {
  const lower = said.map((key) => key.toLowerCase());
  expect(lower.filter((key, at) => lower.indexOf(key) !== at)).toEqual([]);
});
