import { dirtyOf } from '../model/dirty.ts';
import type { AskStored, ChangeRow, CursorRow, LinkRow, PairRow, ReadRow, RecordRow } from './rows.ts';
import type { RunRow } from './rules-rows.ts';

/** Which accounts a row speaks of, read from its key part by part: `us:1` is not in `us:12`. */

const parts = (key: string): string[] => key.split('|');

/** `clioAccount|clioId|locationId`, and whatever begins like it. */
export const accountsOfLink = (link: string): string[] => {
  const [clioAccount = '', , locationId = ''] = parts(link);
  return [clioAccount, locationId];
};

/** recordKey, listKey and the key of a cursor: `…|account|…` */
export const accountOfRecord = (key: string): string => parts(key)[1] ?? '';

/** Hints are of a page, not of an account: their keys name a region. */
export const isHint = (key: string): boolean => key.startsWith('hint|');

/** `subject|clioAccount|kind|id` and `person|clioAccount|clioId|locationId`; none for a hint. */
export function accountsOfKnown(key: string): string[] {
  const [kind, ...rest] = parts(key);
  if (kind === 'person') return accountsOfLink(rest.join('|'));
  return kind === 'subject' ? [rest[0] ?? ''] : [];
}

export function accountsOfDirty(key: string): string[] {
  const one = dirtyOf(key);
  return 'link' in one ? accountsOfLink(one.link) : [one.account];
}

/** A connection's id is its system and its account. */
export const accountsOfWrite = (row: { connection: string; link: string }): string[] => [
  row.connection.slice(row.connection.indexOf(':') + 1),
  ...accountsOfLink(row.link),
];

export const accountsOfActivity = (row: { account?: string; link?: string }): string[] => [
  row.account ?? '',
  ...accountsOfLink(row.link ?? ''),
];

/** What "erase this account" takes of each store. */
export const CONCERNS = {
  records: (row: RecordRow, account: string) => row.account === account,
  reads: (row: ReadRow, account: string) => accountOfRecord(row.key) === account,
  links: (row: LinkRow, account: string) => row.clioAccount === account || row.locationId === account,
  pairs: (row: PairRow, account: string) => accountsOfLink(row.link).includes(account),
  // Hints hold names and candidates of whichever account answered: they go with any.
  known: (row: { key: string }, account: string) => isHint(row.key) || accountsOfKnown(row.key).includes(account),
  // Rows of the first version name no account: they may be of any.
  changes: (row: ChangeRow, account: string) => row.account === undefined || row.account === account,
  cursors: (row: CursorRow, account: string) => accountOfRecord(row.key) === account,
  dirty: (row: { key: string }, account: string) => accountsOfDirty(row.key).includes(account),
  asks: (row: AskStored, account: string) => row.clioAccount === account || row.locationId === account,
  activity: (row: { account?: string; link?: string }, account: string) => accountsOfActivity(row).includes(account),
  runs: (row: RunRow, account: string) => row.accounts.includes(account),
  outbox: (row: { connection: string; link: string }, account: string) => accountsOfWrite(row).includes(account),
};
