import type { Entity } from '../model/change.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { Link } from '../model/link.ts';
import type { WriteBody, WriteRow } from '../model/outbox.ts';
import type { System } from '../model/subject.ts';
import { accountOfRecord, accountsOfKnown, accountsOfLink, isHint } from './accounts-of.ts';
import type { PairRow } from './rows.ts';

export interface RecordIn {
  system: System;
  account: string;
  entity: Entity;
  id: string;
  value: unknown;
  /** listKey of the list it was read in. */
  list?: string;
}

/** `ifAbsent`: a link that is there stays (the matcher never replaces a person's). `only`: removed only while it leads to this contact. */
export interface LinkChange {
  put?: Link;
  ifAbsent?: boolean;
  remove?: string;
  only?: string;
}

/** Everything one answer changes, written in one transaction. */
export interface Batch {
  /** When the answer was read. */
  at: number;
  /** When the request left: rows written since then are newer than this answer and are kept. */
  since?: number;
  records?: RecordIn[];
  /** Lists read to the end: rows of theirs that are not named any more are gone. */
  lists?: { key: string; ids: string[] }[];
  /** recordKeys that no longer exist. */
  gone?: string[];
  /** Single records read (recordKeys), so that their age is known even when nothing changed. */
  seen?: string[];
  /** Lists or records that could not be read this time. */
  problems?: { key: string; code: ErrorCode }[];
  links?: LinkChange[];
  /** `value: undefined` forgets. */
  known?: { key: string; value: unknown }[];
  pairs?: PairRow[];
  /** Keys of pairs taken back. */
  unpair?: string[];
  writes?: { seq: number; patch: Partial<WriteRow>; body?: WriteBody }[];
}

/** What is left of a batch once an account was erased while its answer was on the way: nothing of that account comes back. */
export function ofAccounts(batch: Batch, accounts: string[]): Batch {
  const ours = (key: string): boolean => accounts.includes(accountOfRecord(key));
  const all = (named: string[]): boolean => named.every((account) => accounts.includes(account));
  return {
    ...batch,
    records: batch.records?.filter((one) => accounts.includes(one.account)),
    lists: batch.lists?.filter((one) => ours(one.key)),
    seen: batch.seen?.filter(ours),
    problems: batch.problems?.filter((one) => ours(one.key)),
    links: batch.links?.filter(({ put }) => !put || all([put.clioAccount, put.locationId])),
    // Hints belong to a page, not to an account; with no account left they go too.
    known: batch.known?.filter((one) => (isHint(one.key) ? accounts.length > 0 : all(accountsOfKnown(one.key)))),
    pairs: batch.pairs?.filter((one) => all(accountsOfLink(one.link))),
  };
}
