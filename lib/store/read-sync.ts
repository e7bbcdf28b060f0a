import type { Activity, ActivityRow } from '../model/activity.ts';
import type { Ask } from '../model/ask.ts';
import type { Change } from '../model/change.ts';
import type { Link } from '../model/link.ts';
import type { System } from '../model/subject.ts';
import type { Agreed, ChildEntity } from '../model/sync.ts';
import type { Database } from './db.ts';
import { readActivity } from './read-activity.ts';
import { readLinks } from './read-links.ts';
import { readMarks } from './read-marks.ts';
import { readPeople } from './read-people.ts';
import type { CursorRow, DirtyRow, PairRow, PersonBrief, PersonRow, Sealer } from './rows.ts';

export type PairOpen = Omit<PairRow, 'sealed'> & { agreed?: Agreed };
export type PersonOpen = Omit<PersonRow, 'sealed' | 'hashes'> & { brief: PersonBrief };

/** What two-way sync, the console and the rules read from the store. */
export interface SyncReader {
  /** Links in key order, after the key given; `most` a page. */
  links(after: string | undefined, most: number): Promise<Link[]>;
  /** Of one Clio account, or of all. */
  countLinks(clioAccount?: string): Promise<number>;
  /** Links of one Clio contact, over all locations. */
  linksOfClio(clioAccount: string, clioId: string): Promise<Link[]>;
  pair(key: string): Promise<PairOpen | undefined>;
  /** Pairs that lead to this HighLevel record. */
  pairsOfHighLevel(entity: ChildEntity, highlevelId: string): Promise<PairOpen[]>;
  /** Pairs of anybody's in which one of these ids of a system stands; unopened. */
  pairsWith(system: System, entity: ChildEntity, ids: readonly string[]): Promise<PairRow[]>;
  pairsOfLink(link: string): Promise<PairOpen[]>;
  /** Changes after `seq`, oldest first, opened. Rows that can't be opened are left out but counted in `last`. */
  changes(after: number, most: number): Promise<{ changes: Change[]; last: number }>;
  /** `seq` of the newest change; 0 for none. */
  newestChange(): Promise<number>;
  reader(name: string): Promise<number | undefined>;
  cursor(key: string): Promise<CursorRow | undefined>;
  cursors(): Promise<CursorRow[]>;
  /** What is due, the longest waiting first. */
  dirty(now: number, most: number): Promise<DirtyRow[]>;
  /** When the next of them is due; undefined for none. */
  dirtyAt(): Promise<number | undefined>;
  /** Newest first; `under`: only those whose key begins so. */
  asks(state: Ask['state'], most: number, under?: string): Promise<Ask[]>;
  asksOfLink(link: string): Promise<Ask[]>;
  ask(key: string): Promise<Ask | undefined>;
  /** Many at once, in one transaction; undefined where there is none. */
  asksAt(keys: string[]): Promise<(Ask | undefined)[]>;
  countAsks(): Promise<number>;
  /** Newest first, before `seq`. */
  activity(filter: ActivityFilter, before: number | undefined, most: number): Promise<Activity[]>;
  /** The same without the sealed part, oldest first, between two times (ms since 1970, both included): for figures. */
  activityRows(from: number, to: number): Promise<ActivityRow[]>;
  person(key: string): Promise<PersonOpen | undefined>;
  /** People of one account who have one of these e-mails or phones (E.164), or all of these name words' beginnings. */
  peopleLike(
    system: System,
    account: string,
    keys: { emails?: string[]; phones?: string[]; words?: string[] },
  ): Promise<PersonOpen[]>;
  /** Those under the first three letters of all words whose name `fits`, newest change first. A word of fewer letters is a whole word. */
  peopleNamed(
    system: System,
    account: string,
    words: string[],
    fits: (name: string) => boolean,
    most: number,
  ): Promise<PersonOpen[]>;
  /** Newest change first, `after`: the last one of the page before; `free`: only those linked to nobody, and no later page. */
  people(
    system: System,
    account: string,
    after: { changedAt: number; id: string } | undefined,
    most: number,
    free?: boolean,
  ): Promise<PersonOpen[]>;
  countPeople(system: System, account: string): Promise<number>;
  /**
   * People of one account who share an e-mail or a phone: one set of recordKeys (two or more, at most 200) for each value shared. Looks at
   * `most` people a call, in key order; `next` is where to go on, absent at the end. Each set is told once, with the first of its people.
   */
  peopleSharing(
    system: System,
    account: string,
    after: string | undefined,
    most: number,
  ): Promise<{ sets: string[][]; next?: string }>;
  /** Whose change is not older (ms by their system's clock), the oldest first. */
  peopleSince(system: System, account: string, since: number, most: number): Promise<{ key: string; changedAt: number }[]>;
  /** The sets around these people (recordKeys), those of the others in a set of at most `most` included. */
  peopleAround(keys: string[], most: number): Promise<string[][]>;
}

export interface ActivityFilter {
  link?: string;
  kind?: Activity['kind'];
  outcome?: Activity['outcome'];
  by?: Activity['by'];
  act?: string;
  id?: string;
  why?: string;
  /** Milliseconds since 1970. */
  from?: number;
  to?: number;
}

export function createSyncReader(db: Database, sealer: Sealer): SyncReader {
  return { ...readLinks(db, sealer), ...readMarks(db, sealer), ...readActivity(db, sealer), ...readPeople(db, sealer) };
}
