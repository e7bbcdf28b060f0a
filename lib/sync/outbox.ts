import { AppError, type ErrorCode } from '../model/errors.ts';
import type { WriteState } from '../model/operation.ts';
import type { NewWrite, Write, WriteBody, WriteRow } from '../model/outbox.ts';
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
  tryAgain,
} from './outbox-rows.ts';

export interface Outbox {
  /** Resolves once the rows are on the disk (strict durability): only then may the screen say "queued". */
  enqueue(writes: NewWrite[], now: number): Promise<number[]>;
  /** How many are not yet finished; opens none of them. */
  waiting(): Promise<number>;
  /** Not yet finished, or only those in these states, in order. */
  open(states?: WriteState[]): Promise<Write[]>;
  /** What may be sent now, in order: the first row of each key, when it is due and `wanted`. Only these are unsealed. */
  due(now: number, wanted: (row: WriteRow) => boolean, most: number): Promise<Write[]>;
  /** Done at this time or later. Only these are unsealed. */
  doneSince(at: number): Promise<Write[]>;
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
  /** A person asks for another try, of a row that stopped; one that may have been carried out is looked for first. False for any other row. */
  retry(seq: number, now: number): Promise<boolean>;
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

/** What a rule or two-way sync planned before it, or writing, was switched off. */
const HELD: ReadonlySet<ErrorCode | undefined> = new Set(['writing-off', 'sync-off', 'rule-off']);

/** The first row of each key, in order: one at a time a key. Rows that wait for a person, or until something is on again, hold nobody up. */
export function headOfEachKey<R extends Pick<WriteRow, 'key' | 'state' | 'nextAt' | 'error'>>(
  rows: R[],
  now = Number.NEGATIVE_INFINITY,
): R[] {
  const busy = new Set<string>();
  return rows.filter(({ key, state, nextAt: at, error }) => {
    if (state === 'needs-you' || state === 'failed' || busy.has(key)) return false;
    if (at <= now || !HELD.has(error?.code)) busy.add(key);
    return true;
  });
}

const inOrder = (rows: SealedWrite[]): SealedWrite[] => rows.toSorted((a, b) => a.seq - b.seq);

/** A row that can't be opened any more (its key is gone) is shown as failed: it must not keep the others from being sent. */
const unreadable = (row: WriteRow): Write => ({
  ...row,
  state: 'failed',
  error: { code: 'storage-unavailable', facts: {} },
  body: { label: '', input: undefined },
});

async function opened(sealer: Sealer, { sealed, ...row }: SealedWrite): Promise<Write> {
  const body = await sealer.open<WriteBody>(sealed, outboxContext(row)).catch(() => undefined);
  if (!body) return unreadable(row);
  const error = row.error && { code: row.error.code, facts: { ...row.error.facts, ...body.told } };
  return { ...row, error, body };
}

/** What the vendor said may name a client: it is kept in the sealed part, the rest of an error in the open. */
export function partError(error: NonNullable<WriteRow['error']>): {
  error: NonNullable<WriteRow['error']>;
  told: WriteBody['told'];
} {
  const { detail, existingId, ...facts } = error.facts;
  return { error: { code: error.code, facts }, told: { detail, existingId } };
}

const openedAll = async (sealer: Sealer, rows: SealedWrite[]): Promise<Write[]> =>
  Promise.all(inOrder(rows).map((row) => opened(sealer, row)));

async function enqueue({ db, sealer }: OutboxParts, writes: NewWrite[], now: number): Promise<number[]> {
  const sealed = await Promise.all(writes.map((one) => sealer.seal(one.body, outboxContext(one))));
  const fresh = { state: 'queued', attempts: 0, checks: 0, queuedAt: now, nextAt: now };
  const rows = writes.map(({ body: _, ...one }, index) => ({ ...one, ...fresh, sealed: sealed[index] }));
  return db.write(
    ['outbox', 'connections'],
    async (tx) => {
      // An account erased while the click was being sealed: nothing of it may be left behind.
      for (const { connection } of writes) {
        if (!(await tx.objectStore('connections').get(connection))) throw new AppError('not-connected');
      }
      // `seq` is given by the store.
      return Promise.all(rows.map((row) => tx.objectStore('outbox').add(row as SealedWrite)));
    },
    true,
  );
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
  const parted = values.error && partError(values.error);
  const open = parted ? (body ?? (await sealer.open<WriteBody>(row.sealed, outboxContext(row)))) : body;
  const sealed = open && { sealed: await sealer.seal(parted ? { ...open, told: parted.told } : open, outboxContext(row)) };
  return overlay(db, seq, { ...values, ...(parted && { error: parted.error }), ...sealed }, seen);
}

async function nextAt({ db }: OutboxParts, connections: string[]): Promise<number | undefined> {
  const heads = headOfEachKey(inOrder(await byState(db, RUNNABLE)));
  const times = heads.filter((row) => connections.includes(row.connection)).map((row) => row.nextAt);
  return times.length ? Math.min(...times) : undefined;
}

type Reading = Pick<Outbox, 'due' | 'waiting' | 'open' | 'doneSince' | 'ofLink' | 'ofAct' | 'get' | 'nextAt'>;

function reading(parts: OutboxParts): Reading {
  const { db, sealer } = parts;
  return {
    async due(now, wanted, most) {
      const heads = headOfEachKey(inOrder(await byState(db, RUNNABLE)), now);
      const rows = heads.filter((row) => row.nextAt <= now && row.state !== 'sending' && wanted(row));
      return openedAll(sealer, rows.slice(0, most));
    },
    waiting: async () => (await byState(db, OPEN)).length,
    open: async (states = OPEN) => openedAll(sealer, await byState(db, states)),
    doneSince: async (at) =>
      openedAll(
        sealer,
        (await byState(db, ['done'])).filter(({ doneAt = 0 }) => doneAt >= at),
      ),
    ofLink: async (link) => openedAll(sealer, await byIndex(db, 'link', link)),
    ofAct: async (act) => openedAll(sealer, await byIndex(db, 'act', act)),
    async get(seq) {
      const row = await db.read(['outbox'], (tx) => tx.objectStore('outbox').get(seq));
      return row && opened(sealer, row);
    },
    nextAt: (connections) => nextAt(parts, connections),
  };
}

/** The queue of all writes: their bodies sealed, their progress strictly on the disk. `changed` is rung after each change. */
export function createOutbox(db: Database, sealer: Sealer, changed: () => void): Outbox {
  const parts: OutboxParts = { db, sealer };
  /** Rings when something came of it. */
  const rung = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    if (result) changed();
    return result;
  };
  return {
    ...reading(parts),
    enqueue: (writes, now) => rung(enqueue(parts, writes, now)),
    patch: (seq, values, body, seen) => rung(patch(parts, seq, values, body, seen)),
    drop: (seqs) => rung(dropUnlessSending(db, seqs)),
    retry: (seq, now) => rung(tryAgain(db, seq, now)),
    hurry: async (codes, now) => void (await rung(bringForward(db, codes, now))),
    // An empty write waits for the disk like any other.
    recover: async (now) => ((await byState(db, ['sending'])).length ? rung(markUnknown(db, now)) : 0),
    prune: (before) => forgetDone(db, before),
  };
}
