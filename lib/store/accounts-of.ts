import type { LinkRow, PairRow, ReadRow, RecordRow } from './rows.ts';

/** Which accounts a row speaks of, read from its key part by part: `us:1` is not in `us:12`. */

const parts = (key: string): string[] => key.split('|');

/** `clioAccount|clioId|locationId`, and whatever begins like it. */
export const accountsOfLink = (link: string): string[] => {
  const [clioAccount = '', , locationId = ''] = parts(link);
  return [clioAccount, locationId];
};

/** recordKey and listKey: `system|account|…` */
export const accountOfRecord = (key: string): string => parts(key)[1] ?? '';

/** Hints are of a page, not of an account: their keys name a region. */
export const isHint = (key: string): boolean => key.startsWith('hint|');

/** `subject|clioAccount|kind|id` and `person|clioAccount|clioId|locationId`; none for a hint. */
export function accountsOfKnown(key: string): string[] {
  const [kind, ...rest] = parts(key);
  if (kind === 'person') return accountsOfLink(rest.join('|'));
  return kind === 'subject' ? [rest[0] ?? ''] : [];
}

/** What "erase this account" takes of each store. */
export const CONCERNS = {
  records: (row: RecordRow, account: string) => row.account === account,
  reads: (row: ReadRow, account: string) => accountOfRecord(row.key) === account,
  links: (row: LinkRow, account: string) => row.clioAccount === account || row.locationId === account,
  pairs: (row: PairRow, account: string) => accountsOfLink(row.link).includes(account),
  // Hints hold names and candidates of whichever account answered: they go with any.
  known: (row: { key: string }, account: string) => isHint(row.key) || accountsOfKnown(row.key).includes(account),
};
