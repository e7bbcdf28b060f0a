import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';

const source = readFileSync(join(import.meta.dirname, '../../locales/en.yml'), 'utf8');
const messages = generateChromeMessages(parseMessagesText(source, 'YAML'));

function message(key: string): string {
  const found = messages[key.replaceAll('.', '_')]?.message;
  if (found === undefined) throw new Error(`no words for ${key} in locales/en.yml`);
  return found;
}

/** The words on the screen for a key, filled in, so that a driver looks for what a person reads. Plurals go by `wordPattern`. */
export const word = (key: string, ...fill: string[]): string =>
  message(key).replace(/\$([1-9])/g, (_, n: string) => fill[Number(n) - 1] ?? '');

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The words of a key whatever is filled in, in singular or plural, as a pattern for a whole name. */
export const wordPattern = (key: string): RegExp =>
  new RegExp(
    `^(?:${message(key)
      .split(' | ')
      .map((form) => escaped(form).replace(/\\\$[1-9]/g, '.+?'))
      .join('|')})$`,
  );
