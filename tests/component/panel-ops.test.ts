// @vitest-environment node

import { readFileSync } from 'node:fs';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import { expect, test } from 'vitest';
import { ACTIONS } from '../../lib/catalog/index.ts';

const text = readFileSync(new URL('../../locales/en.yml', import.meta.url), 'utf8');
const words = Object.keys(generateChromeMessages(parseMessagesText(text, 'YAML')));
const under = (list: string) => words.filter((key) => key.startsWith(`${list}_`)).sort();
const asName = (id: string) => id.replaceAll(/[.-]/g, '_');

test('every write has its word, and no word is for a write that there is not', () => {
  expect(under('op')).toEqual(['op_other', ...ACTIONS.map(({ id }) => `op_${asName(id)}`)].sort());
});

/** Kinds of clicks, as lib/app/acts-* name them; `undo` and `other` are the panel's own. */
const KINDS = [
  ...['contact.push', 'contact.create', 'contact.copy-to-clio', 'task.push', 'task.complete', 'task.reopen', 'task.add'],
  ...['note.push', 'note.add', 'tag.add', 'tag.remove', 'undo', 'other'],
];

test('every click has its three words, and no word is for a click that there is not', () => {
  const wanted = KINDS.flatMap((kind) => ['doing', 'done', 'failed'].map((form) => `act_${asName(kind)}_${form}`));
  expect(under('act')).toEqual(wanted.sort());
});
