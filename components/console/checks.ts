import { i18n } from '#i18n';
import type { Check } from './use-fields.ts';

const needed: Check = (value) => (value ? undefined : i18n.t('console.required'));

/** Any text up to a length (the protocol's), with the words for a longer one. */
const upTo =
  (max: number, words: () => string): Check =>
  (value) =>
    needed(value) ?? (value.length > max ? words() : undefined);

export const checkToken = upTo(500, () => i18n.t('console.token.tokenWrong'));
export const checkAppPart = upTo(300, () => i18n.t('console.oauth.wrong'));
export const checkLocation: Check = (value) =>
  needed(value) ?? (/^[A-Za-z0-9_-]{1,64}$/.test(value) ? undefined : i18n.t('console.token.locationWrong'));

/** People paste the address of the location's page; the id is what follows `/location/` in it. */
export const locationFrom = (pasted: string): string => /\/location\/([A-Za-z0-9_-]{1,64})/.exec(pasted)?.[1] ?? pasted;
