import { accountsOfLink } from '../store/accounts-of.ts';
import { dirtyOf } from './dirty.ts';

/** Which accounts a dirty row speaks of. */
export function dirtyAccounts(key: string): string[] {
  const one = dirtyOf(key);
  return one.kind === 'read' || one.kind === 'contact' ? accountsOfLink(one.link) : [one.account];
}
