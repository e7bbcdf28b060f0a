import type { Activity } from '../model/activity.ts';
import type { Ask } from '../model/ask.ts';
import type { Entity } from '../model/change.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { Link } from '../model/link.ts';
import type { WriteState } from '../model/operation.ts';
import type { NewWrite, WriteBody, WriteRow } from '../model/outbox.ts';
import type { System } from '../model/subject.ts';
import type { Agreed } from '../model/sync.ts';
import {
  accountOfRecord,
  accountsOfActivity,
  accountsOfDirty,
  accountsOfKnown,
  accountsOfLink,
  accountsOfWrite,
} from './accounts-of.ts';
import type { CursorRow, PairRow, PersonBrief, PersonRow } from './rows.ts';
import type { RulesBatch } from './rules-rows.ts';

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

export type PairIn = Omit<PairRow, 'sealed'> & { agreed?: Agreed };

/** `phones` as E.164, `emails` in lower case, `words` of the name folded: hashed by the store. */
export interface PersonIn extends Omit<PersonRow, 'sealed' | 'hashes' | 'links'> {
  brief: PersonBrief;
  emails: string[];
  phones: string[];
  words: string[];
}

export interface AskChange {
  put?: Omit<Ask, 'state' | 'at'>;
  close?: string;
  /** Closed only where it is open, and of this Clio account. */
  of?: string;
}

/** Everything one answer changes, written in one transaction. */
export interface Batch extends RulesBatch {
  /** When the answer was read. */
  at: number;
  /** When the request left: rows written since then are newer than this answer and are kept. */
  since?: number;
  records?: RecordIn[];
  /** Lists read to the end: rows of theirs that are not named any more are gone. */
  lists?: { key: string; ids: string[] }[];
  /** recordKeys that no longer exist. */
  gone?: string[];
  /** Confirmed to be no more: the log says so, and the row stays for the question about it. */
  lost?: string[];
  /** Single records read (recordKeys), so that their age is known even when nothing changed. */
  seen?: string[];
  /** Lists or records that could not be read this time. */
  problems?: { key: string; code: ErrorCode }[];
  links?: LinkChange[];
  /** `value: undefined` forgets. */
  known?: { key: string; value: unknown }[];
  pairs?: PairIn[];
  /** Keys of pairs taken back. */
  unpair?: string[];
  /** New base of links that are there; `link`: its key. Left alone when the link is gone or leads elsewhere (`only`: HighLevel id). */
  agreed?: { link: string; only?: string; value: Agreed }[];
  /** Entries of the contact index; `gone`: recordKeys that are no more. */
  people?: { put?: PersonIn[]; gone?: string[] };
  /** Rows of the outbox planned in the same breath as the cursor moves on. */
  enqueue?: NewWrite[];
  /**
   * Asked once: an open or answered question of the same key and the same facts (its body without the answer) stays as it is; other facts
   * ask anew. A body that has an `answer` is stored as answered. `close`: not a question any more.
   */
  asks?: AskChange[];
  activity?: Omit<Activity, 'seq'>[];
  /** `after`: it was there when its reading began; taken away since (a full disk costs it), it begins anew. */
  cursors?: (CursorRow & { after?: boolean })[];
  readers?: { name: string; seq: number }[];
  /** Marks keys as dirty; an earlier time wins. Done after `clean`, so that one batch may take a key off and put it on later. */
  dirty?: { key: string; at: number; tries?: number }[];
  /** Takes keys off, unless they were marked again since `mark` was read. */
  clean?: { key: string; mark: number }[];
  /** `seen`: only while the row is still in that state; else nothing of the batch is written. */
  writes?: { seq: number; patch: Partial<WriteRow>; body?: WriteBody; seen?: WriteState }[];
}

/** What is left of a batch once an account was erased while its answer was on the way: nothing of that account comes back. */
export function ofAccounts(batch: Batch, accounts: string[]): Batch {
  // What names no account stays while there is one.
  const all = (named: string[]): boolean =>
    accounts.length > 0 && named.every((account) => !account || accounts.includes(account));
  const of = <T>(list: T[] | undefined, named: (one: T) => string[]): T[] | undefined => list?.filter((one) => all(named(one)));
  const ofKey = (one: { key: string }): string[] => [accountOfRecord(one.key)];
  return {
    ...batch,
    records: of(batch.records, (one) => [one.account]),
    lists: of(batch.lists, ofKey),
    seen: of(batch.seen, (key) => [accountOfRecord(key)]),
    problems: of(batch.problems, ofKey),
    links: of(batch.links, ({ put }) => (put ? [put.clioAccount, put.locationId] : [])),
    // Hints belong to a page, not to an account; with no account left they go too.
    known: of(batch.known, (one) => accountsOfKnown(one.key)),
    pairs: of(batch.pairs, (one) => accountsOfLink(one.link)),
    people: batch.people && { ...batch.people, put: of(batch.people.put, (one) => [one.account]) },
    enqueue: of(batch.enqueue, accountsOfWrite),
    runs: of(batch.runs, (run) => run.accounts),
    asks: of(batch.asks, ({ put }) => (put ? [put.clioAccount, put.locationId] : [])),
    activity: of(batch.activity, accountsOfActivity),
    cursors: of(batch.cursors, ofKey),
    dirty: of(batch.dirty, (one) => accountsOfDirty(one.key)),
  };
}
