import { i18n } from '#i18n';
import type { ErrorCode, ErrorFacts } from '../lib/model/errors.ts';
import { STORAGE_WHYS, type StorageProblem } from '../lib/model/storage.ts';

/** The sections of the words that are looked up by a code of the model. */
export type WordList = 'error' | 'reason' | 'field' | 'state' | 'op' | 'act';

type Say = (key: string, substitutions?: string[]) => string;

/**
 * The words of a code: `wordOf('error', 'not-found')` reads `error.not_found`. Chrome allows only letters, digits and `_` in the name of a
 * message (developer.chrome.com, i18n message formats), so hyphens become underscores, here and in locales/en.yml.
 */
export const wordOf = (list: WordList, code: string, substitutions?: string[]): string =>
  (i18n.t as Say)(`${list}.${code.replaceAll('-', '_')}`, substitutions);

/** What is wrong with the disk, and what to do about it. */
export function storageWords(problem: StorageProblem): { title: string; hint: string } {
  const key = `storage.${problem.replaceAll('-', '_')}`;
  return { title: (i18n.t as Say)(`${key}.title`), hint: (i18n.t as Say)(`${key}.hint`) };
}

/** A failure in words; one of the store by the browser's reason, where it told one. */
export function failureWords({ code, facts: { about } }: { code: ErrorCode; facts: ErrorFacts }): string {
  const why = code.startsWith('storage-') && STORAGE_WHYS.find((one) => one === about);
  if (!why) return wordOf('error', code);
  const { title, hint } = storageWords(why);
  return `${title}. ${hint}`;
}
