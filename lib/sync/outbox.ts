import type { ErrorCode } from '../model/errors.ts';
import type { WriteState } from '../model/operation.ts';
import type { Write, WriteBody, WriteRow } from '../model/outbox.ts';
import type { Database } from '../store/db.ts';
import { outboxContext } from '../store/prepare.ts';
import type { Sealer } from '../store/rows.ts';
import {
  bringForward,
  byIndex,
  byState,
  dropUnlessSending,
  forgetDone,
  markUnknown,
  OPEN,
  overlay,
  RUNNABLE,
  type SealedWrite,
} from './outbox-rows.ts';

export type NewWrite = Pick<WriteRow, 'op' | 'connection' | 'key' | 'act' | 'kind' | 'link' | 'undoes'> & { body: WriteBody };

export interface Outbox {
  /** Resolves once the rows are on the disk (strict durability): only then may the screen say "queued". */
  enqueue(writes: NewWrite[], now: number): Promise<number[]>;
  /** Not yet finished, in order. */
  open(): Promise<Write[]>;
  /** What may be sent now, in order: the first row of each key, when it is due and `wanted`. Only these are unsealed. */
  due(now: number, wanted: (row: WriteRow) => boolean, most: number): Promise<Write[]>;
  ofLink(link: string): Promise<Write[]>;
  ofAct(act: string): Promise<Write[]>;
  get(seq: number): Promise<Write | undefined>;
  /**
   * Changes a row; strict. `body` replaces the sealed part. With `seen`, only while the row is still in that state.
   * False when the row is gone (somebody took the click back) or has moved on.
   */
  patch(seq: number, values: Partial<WriteRow>, body?: WriteBody, seen?: WriteState): Promise<boolean>;
  /** Forgets rows, but none that is on its way; answers with those it forgot. */
  drop(seqs: number[]): Promise<number[]>;
  /** What waits because of one of these errors is due at once: the cause is gone. */
  hurry(codes: readonly ErrorCode[], now: number): Promise<void>;
  /** Rows found `sending` belong to a worker that died: their outcome is unknown. Returns how many. */
  recover(now: number): Promise<number>;
  /** Forgets finished rows older than `before` (milliseconds since 1970). */
  prune(before: number): Promise<void>;
  /** The next time something may be tried, for rows of these connections; undefined when nothing of theirs waits. */
  nextAt(connections: string[]): Promise<number | undefined>;
}

interface OutboxParts {
  db: Database;
  sealer: Sealer;
}

/** The first row of each key, in order: one at a time a key; rows that wait for a person hold nobody up. */
export function headOfEachKey<R extends Pick<WriteRow, 'key' | 'state'>>(rows: R[]): R[] {
  const busy = new Set<string>();
  return rows.filter(({ key, state }) => {
    if (state === 'needs-you' || state === 'failed' || busy.has(key)) return false;
    busy.add(key);
    return true;
  });
}

const inOrder = (rows: SealedWrite[]): SealedWrite[] => rows.sort((a, b) => a.seq - b.seq);

async function opened(sealer: Sealer, { sealed, ...row }: SealedWrite): Promise<Write> {
  return { ...row, body: await sealer.open<WriteBody>(sealed, outboxContext(row)) };
}

const openedAll = async (sealer: Sealer, rows: SealedWrite[]): Promise<Write[]> =>
  Promise.all(inOrder(rows).map((row) => opened(sealer, row)));

async function enqueue({ db, sealer }: OutboxParts, writes: NewWrite[], now: number): Promise<number[]> {
  const sealed = await Promise.all(writes.map((one) => sealer.seal(one.body, outboxContext(one))));
  const fresh = { state: 'queued', attempts: 0, checks: 0, queuedAt: now, nextAt: now };
  const rows = writes.map(({ body: _, ...one }, index) => ({ ...one, ...fresh, sealed: sealed[index] }));
  // `seq` is given by the store.
  return db.write(['outbox'], (tx) => Promise.all(rows.map((row) => tx.objectStore('outbox').add(row as SealedWrite))), true);
}

async function patch(
  { db, sealer }: OutboxParts,
  seq: number,
  values: Partial<WriteRow>,
  body?: WriteBody,
  seen?: WriteState,
): Promise<boolean> {
  const row = await db.read(['outbox'], (tx) => tx.objectStore('outbox').get(seq));
  if (!row) return false;
  const sealed = body ? { sealed: await sealer.seal(body, outboxContext(row)) } : {};
  return overlay(db, seq, { ...values, ...sealed }, seen);
}

async function nextAt({ db }: OutboxParts, connections: string[]): Promise<number | undefined> {
  const heads = headOfEachKey(inOrder(await byState(db, RUNNABLE)));
  const times = heads.filter((row) => connections.includes(row.connection)).map((row) => row.nextAt);
  return times.length ? Math.min(...times) : undefined;
}

/** The queue of all writes: their bodies sealed, their progress strictly on the disk. */
export function createOutbox(db: Database, sealer: Sealer, changed: () => void): Outbox {
  const parts: OutboxParts = { db, sealer };
  return {
    async enqueue(writes, now) {
      const seqs = await enqueue(parts, writes, now);
      changed();
      return seqs;
    },
    async due(now, wanted, most) {
      const heads = headOfEachKey(inOrder(await byState(db, RUNNABLE)));
      const rows = heads.filter((row) => row.nextAt <= now && row.state !== 'sending' && wanted(row));
      return openedAll(sealer, rows.slice(0, most));
    },
    open: async () => openedAll(sealer, await byState(db, OPEN)),
    ofLink: async (link) => openedAll(sealer, await byIndex(db, 'link', link)),
    ofAct: async (act) => openedAll(sealer, await byIndex(db, 'act', act)),
    async get(seq) {
      const row = await db.read(['outbox'], (tx) => tx.objectStore('outbox').get(seq));
      return row && opened(sealer, row);
    },
    async patch(seq, values, body, seen) {
      const patched = await patch(parts, seq, values, body, seen);
      if (patched) changed();
      return patched;
    },
    async drop(seqs) {
      const dropped = await dropUnlessSending(db, seqs);
      changed();
      return dropped;
    },
    async hurry(codes, now) {
      if (await bringForward(db, codes, now)) changed();
    },
    async recover(now) {
      const count = await markUnknown(db, now);
      if (count) changed();
      return count;
    },
    prune: (before) => forgetDone(db, before),
    nextAt: (connections) => nextAt(parts, connections),
  };
}
