import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import { expect, test } from 'vitest';
import { namesFor } from '../../components/console/rules/names.ts';
import { CATALOGUE } from '../../lib/catalog/operations/catalogue.ts';
import { read } from '../laws/source.ts';

const english = generateChromeMessages(parseMessagesText(read('locales/en.yml'), 'YAML'));
const PREFIX = 'rules_fact_';

test('everything that a rule may speak of has a name in words, and there are no others', () => {
  const triggers = CATALOGUE.filter(({ kind }) => kind === 'trigger');
  const names = new Set(triggers.flatMap(({ id }) => namesFor(id).flatMap((group) => group.names)));
  const asked = [...names].filter((name) => !/^in\d+days$/.test(name)).map((name) => PREFIX + name);
  expect(asked.filter((key) => !english[key]?.message)).toEqual([]);
  const computed = ['inDays', 'step', 'count'].map((name) => PREFIX + name);
  const said = Object.keys(english).filter((key) => key.startsWith(PREFIX));
  expect(said.filter((key) => !asked.includes(key) && !computed.includes(key))).toEqual([]);
});
