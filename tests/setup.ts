import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import { afterEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// `#i18n` asks browser.i18n.getMessage; here it answers from locales/en.yml as the built `_locales/en/messages.json` would.
const source = readFileSync(join(import.meta.dirname, '../locales/en.yml'), 'utf8');
const messages = generateChromeMessages(parseMessagesText(source, 'YAML'));

/** The browser's own rules: unknown key is '', `$$` is a dollar, `$1`..`$9` are filled in, a missing one becomes ''. */
function getMessage(key: string, substitutions?: string | string[]): string {
  const given = substitutions === undefined ? [] : [substitutions].flat();
  const message = messages[key]?.message ?? '';
  return message.replace(/\$(\$+|[1-9])/g, (_all, what: string) => (what[0] === '$' ? what : (given[Number(what) - 1] ?? '')));
}

Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => 'en-US' });

// Testing Library cleans up by itself only where test globals exist.
if (typeof document !== 'undefined') {
  const { cleanup, configure } = await import('@testing-library/preact');
  // Its one second is short for a page that is loaded in pieces while browsers use the processors.
  configure({ asyncUtilTimeout: 5000 });
  afterEach(cleanup);
}
