import type { Entity } from '../model/change.ts';
import type { System } from '../model/subject.ts';
import type { Database } from '../store/db.ts';
import type { RecordRow, Sealer } from '../store/rows.ts';

/** What a list on the first page needs of a record. */
export interface Brief<T> {
  system: System;
  account: string;
  id: string;
  /** The contact it is listed under. */
  owner: string;
  value: T;
}

export interface RecordBriefs {
  /** Records of one kind that `pick` finds worth showing; `partial`: there are more than were looked through. */
  of<W, T>(
    system: System,
    account: string,
    entity: Entity,
    pick: (record: W) => T | undefined,
  ): Promise<{ found: Brief<T>[]; partial: boolean }>;
}

/** Looked through at most, a kind and side. Opening one takes some 50 µs, and each is opened once while the worker lives. */
const MOST = 2000;

/** A page of lists without an index by date: the records are opened once and remembered by their seal, which is new with each change. */
export function createRecordBriefs(db: Database, sealer: Sealer): RecordBriefs {
  const opened = new Map<string, { seal: string; record: unknown }>();
  const open = async (row: RecordRow): Promise<unknown> => {
    const seal = row.sealed.iv.join();
    const known = opened.get(row.key);
    if (known?.seal === seal) return known.record;
    const record = await sealer.open(row.sealed, row.key).catch(() => undefined);
    opened.set(row.key, { seal, record });
    return record;
  };
  return {
    async of(system, account, entity, pick) {
      const from = `${system}|${account}|${entity}|`;
      const range = IDBKeyRange.bound(from, `${from}\uffff`);
      const rows = await db.read(['records'], (tx) => tx.objectStore('records').getAll(range, MOST));
      const listed = rows.filter((row) => row.list);
      const values = await Promise.all(listed.map(open));
      const found = listed.flatMap((row, at) => {
        const value = values[at] === undefined ? undefined : pick(values[at] as never);
        const owner = row.list?.split('|of|')[1] ?? '';
        return value === undefined ? [] : [{ system, account, id: row.id, owner, value }];
      });
      return { found, partial: rows.length === MOST };
    },
  };
}
