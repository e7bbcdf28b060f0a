import type { Lane } from '../model/lane.ts';
import type { System } from '../model/subject.ts';
import type { Database } from './db.ts';
import { laneKey, type RecordRow, type Sealer } from './rows.ts';
import type { Tx } from './transaction.ts';

/** Of which Clio account and location people have to be linked. */
export interface Linked {
  clio: string;
  highlevel: string;
}

/** A part of a list by time, both ends included. */
export interface Stretch {
  lane: Lane;
  from: string;
  to: string;
}

export interface Listed<T> {
  system: System;
  id: string;
  link: string;
  when: string;
  record: T;
}

/** How many records of one staff member, and one of them, which tells who that is. */
export interface Counted<T> {
  count: number;
  record: T;
}

export interface LaneReader {
  /** The first `most` of linked people, `next` or `prev` in time. No other row is opened. */
  listed<T>(linked: Linked, system: System, stretch: Stretch, way: 'next' | 'prev', most: number): Promise<Listed<T>[]>;
  /** By staff member, from the index alone; whose they are not told of are not counted. */
  counted<T>(system: System, account: string, stretch: Stretch): Promise<Counted<T>[]>;
}

/** The link of the person a row stands under. Matters' own notes stand under nobody. */
async function linkOf(tx: Tx, { clio, highlevel }: Linked, { system, list }: RecordRow): Promise<string | undefined> {
  const owner = list?.split('|of|')[1];
  if (!owner) return undefined;
  const links = tx.objectStore('links');
  if (system === 'clio') return links.getKey(`${clio}|${owner}|${highlevel}`);
  const keys = await links.index('highlevel').getAllKeys(IDBKeyRange.only([highlevel, owner]));
  return keys.find((key) => key.startsWith(`${clio}|`));
}

/** Rows of a stretch that stand under linked people, with their links. */
async function linkedRows(tx: Tx, linked: Linked, range: IDBKeyRange, way: 'next' | 'prev', most: number) {
  const found: { row: RecordRow; link: string }[] = [];
  let at = await tx.objectStore('records').index('when').openCursor(range, way);
  while (at) {
    const link = await linkOf(tx, linked, at.value);
    if (link) found.push({ row: at.value, link });
    at = found.length < most ? await at.continue() : null;
  }
  return found;
}

/** How many rows each staff member has in a stretch, and one of them. */
async function perStaff(tx: Tx, lane: string, { from, to }: Stretch) {
  const index = tx.objectStore('records').index('who');
  const found: { row: RecordRow; count: number }[] = [];
  let at = await index.openKeyCursor(IDBKeyRange.bound([lane], [lane, []]));
  while (at) {
    const who = at.key[1];
    const theirs = IDBKeyRange.bound([lane, who, from], [lane, who, to]);
    const [count, row] = await Promise.all([index.count(theirs), index.get(theirs)]);
    if (row) found.push({ row, count });
    // On to the next one, past all that is theirs: an array sorts behind every text.
    at = await at.continue([lane, who, []] as never);
  }
  return found;
}

/** Lists over all people, by the indexes on time. */
export function createLaneReader(db: Database, sealer: Sealer): LaneReader {
  /** Each with its record; one that can't be opened any more is left out. */
  const opened = async <T, R extends { row: RecordRow }>(rows: R[]): Promise<(R & { record: T })[]> => {
    const records = await Promise.all(rows.map(({ row }) => sealer.open<T>(row.sealed, row.key).catch(() => undefined)));
    return rows.flatMap((one, index) => {
      const record = records[index];
      return record === undefined ? [] : { ...one, record };
    });
  };
  return {
    async listed<T>(linked: Linked, system: System, { lane, from, to }: Stretch, way: 'next' | 'prev', most: number) {
      const key = laneKey(system, linked[system], lane);
      const range = IDBKeyRange.bound([key, from], [key, to]);
      const rows = await db.read(['records', 'links'], (tx) => linkedRows(tx, linked, range, way, most));
      const found = await opened<T, (typeof rows)[number]>(rows);
      return found.map(({ row, link, record }) => ({ system, id: row.id, link, when: row.when ?? '', record }));
    },
    async counted<T>(system: System, account: string, stretch: Stretch) {
      const rows = await db.read(['records'], (tx) => perStaff(tx, laneKey(system, account, stretch.lane), stretch));
      return opened<T, (typeof rows)[number]>(rows);
    },
  };
}
