import type { ErrorCode } from '../model/errors.ts';
import type { WriteState } from '../model/operation.ts';
import type { WriteRow } from '../model/outbox.ts';
import type { Database } from '../store/db.ts';
import type { Sealed } from '../store/rows.ts';

export type SealedWrite = WriteRow & { sealed: Sealed };

export const OPEN: WriteState[] = ['queued', 'sending', 'unknown', 'needs-you', 'failed'];
export const RUNNABLE: WriteState[] = ['queued', 'sending', 'unknown'];

export const byIndex = (db: Database, index: 'link' | 'act', value: string): Promise<SealedWrite[]> =>
  db.read(['outbox'], (tx) => tx.objectStore('outbox').index(index).getAll(value));

export const byState = (db: Database, states: WriteState[]): Promise<SealedWrite[]> =>
  db.read(
    ['outbox'],
    async (tx) => (await Promise.all(states.map((state) => tx.objectStore('outbox').index('state').getAll(state)))).flat(),
    states.join(),
  );

/** Lays values over a row that still exists, and is still in the state it was seen in where that is asked; strict. True when it was. */
export const overlay = (db: Database, seq: number, values: Partial<SealedWrite>, seen?: WriteState): Promise<boolean> =>
  db.write(
    ['outbox'],
    async (tx) => {
      const now = await tx.objectStore('outbox').get(seq);
      if (!now || (seen !== undefined && now.state !== seen)) return false;
      await tx.objectStore('outbox').put({ ...now, ...values });
      return true;
    },
    true,
  );

/** Deletes rows, but none that is on its way: what has left can't be called back by forgetting it. Returns the ones deleted. */
export const dropUnlessSending = (db: Database, seqs: number[]): Promise<number[]> =>
  db.write(
    ['outbox'],
    async (tx) => {
      const rows = await Promise.all(seqs.map((seq) => tx.objectStore('outbox').get(seq)));
      const idle = rows.filter((row) => row !== undefined && row.state !== 'sending').map((row) => (row as SealedWrite).seq);
      for (const seq of idle) await tx.objectStore('outbox').delete(seq);
      return idle;
    },
    true,
  );

/** A stopped row is due again; whether it was carried out is looked at first where it was ever sent. */
export const tryAgain = (db: Database, seq: number, now: number): Promise<boolean> =>
  db.write(
    ['outbox'],
    async (tx) => {
      const row = await tx.objectStore('outbox').get(seq);
      if (row?.state !== 'needs-you' && row?.state !== 'failed') return false;
      // What was plainly refused was not carried out; anything else that ever left is looked for first.
      const state = row.attempts > 0 && !row.refused ? 'unknown' : 'queued';
      const fresh = { attempts: Math.min(row.attempts, 1), checks: 0, failures: 0, error: undefined, refused: undefined };
      await tx.objectStore('outbox').put({ ...row, ...fresh, state, nextAt: now });
      return true;
    },
    true,
  );

/** Rows that wait because of one of these errors are due at once. */
export async function bringForward(db: Database, codes: readonly ErrorCode[], now: number): Promise<number> {
  const waits = (row: SealedWrite): boolean => row.error !== undefined && codes.includes(row.error.code) && row.nextAt > now;
  if (!(await byState(db, RUNNABLE)).some(waits)) return 0;
  return db.write(['outbox'], async (tx) => {
    const waiting = await Promise.all(RUNNABLE.map((state) => tx.objectStore('outbox').index('state').getAll(state)));
    const rows = waiting.flat().filter(waits);
    for (const row of rows) await tx.objectStore('outbox').put({ ...row, nextAt: now });
    return rows.length;
  });
}

/** Rows found `sending` become `unknown`, due at once. Returns how many. */
export const markUnknown = (db: Database, now: number): Promise<number> =>
  db.write(
    ['outbox'],
    async (tx) => {
      const rows = await tx.objectStore('outbox').index('state').getAll('sending');
      for (const row of rows) await tx.objectStore('outbox').put({ ...row, state: 'unknown', nextAt: now });
      return rows.length;
    },
    true,
  );

/** Deletes rows that were finished before that time. */
export async function forgetDone(db: Database, before: number): Promise<void> {
  const old = (await byState(db, ['done'])).filter(({ doneAt = 0 }) => doneAt < before);
  if (old.length) await db.write(['outbox'], (tx) => Promise.all(old.map(({ seq }) => tx.objectStore('outbox').delete(seq))));
}
