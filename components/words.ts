import { i18n } from '#i18n';

/** The sections of the words that are looked up by a code of the model. */
export type WordList = 'error' | 'reason' | 'field' | 'state' | 'op' | 'act';

type Say = (key: string, substitutions?: string[]) => string;

/**
 * The words of a code: `wordOf('error', 'not-found')` reads `error.not_found`. Chrome allows only letters, digits and `_` in the name of a
 * message (developer.chrome.com, i18n message formats), so hyphens become underscores, here and in locales/en.yml.
 */
export const wordOf = (list: WordList, code: string, substitutions?: string[]): string =>
  (i18n.t as Say)(`${list}.${code.replaceAll('-', '_')}`, substitutions);
