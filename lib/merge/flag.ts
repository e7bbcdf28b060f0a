import { fold } from '../model/fold.ts';

export type Flag = 'yes' | 'no';

/**
 * Systems show "not set" and "no" alike (an unticked box, a tag that isn't there, HighLevel's `dnd: false`). Until both sides agreed on
 * something, "not set" says nothing and must not talk anybody's yes away; once there is a base, it is a no that somebody meant.
 */
export const flagOf = (on: boolean | undefined, base: string | undefined): Flag | undefined =>
  on ? 'yes' : on === false && (base === 'yes' || base === 'no') ? 'no' : undefined;

const YES = new Set(['yes', 'y', 'true', 't', '1', 'x', 'on', 'checked', 'oui', 'si']);
const NO = new Set(['no', 'n', 'false', 'f', '0', 'off', 'unchecked', 'non']);

/** A word as a person or an API writes it; undefined where it is neither a yes nor a no. */
export const flagWord = (text: string): Flag | undefined => {
  const word = fold(text);
  return YES.has(word) ? 'yes' : NO.has(word) ? 'no' : undefined;
};
