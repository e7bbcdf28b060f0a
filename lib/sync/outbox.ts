import type { Write, WriteBody, WriteRow } from '../model/outbox.ts';
import type { WriteState } from '../model/operation.ts';
import { outboxContext } from '../store/apply.ts';
import type { Database } from '../store/db.ts';
import type { Sealed, Sealer } from '../store/rows.ts';

export type NewWrite = Pick<WriteRow, 'op' | 'connection' | 'key' | 'act' | 'kind' | 'link' | 'undoes'> & { body: WriteBody };

export interface Outbox {
  /** Resolves once the rows are on the disk (strict durability): only then may the screen say "queued". */
  enqueue(writes: NewWrite[], now: number): Promise<number[]>;
  /** Not yet finished, in order. */
  open(): Promise<Write[]>;
  ofLink(link: string): Promise<Write[]>;
  ofAct(act: string): Promise<Write[]>;
  get(seq: number): Promise<Write | undefined>;
  /** Changes a row; strict. `body` replaces the sealed part. */
  patch(seq: number, values: Partial<WriteRow>, body?: WriteBody): Promise<void>;
  drop(seqs: number[]): Promise<void>;
  /** Rows found `sending` belong to a worker that died: their outcome is unknown. Returns how many. */
  recover(now: number): Promise<number>;
  /** Forgets finished rows older than `before` (milliseconds since 1970). */
  prune(before: number): Promise<void>;
  /** How many wait, and the next time one may be tried. */
  pending(): Promise<{ count: number; nextAt?: number }>;
}

type SealedWrite = WriteRow & { sealed: Sealed };
const OPEN: WriteState[] = ['queued', 'sending', 'unknown', 'needs-you', 'failed'];
const RUNNABLE: WriteState[] = ['queued', 'sending', 'unknown'];

export function createOutbox(db: Database, sealer: Sealer, changed: () => void): Outbox {
  const opened = async ({ sealed, ...row }: SealedWrite): Promise<Write> => ({ ...row, body: await sealer.open<WriteBody>(sealed, outboxContext(row)) });
  const byState = (states: WriteState[]) =>
    db.read(['outbox'], async (tx) => (await Promise.all(states.map((state) => tx.objectStore('outbox').index('state').getAll(state)))).flat());
  const inOrder = async (rows: SealedWrite[]) => Promise.all(rows.sort((a, b) => a.seq - b.seq).map(opened));

  return {
    async enqueue(writes, now) {
      const sealed = await Promise.all(writes.map((one) => sealer.seal(one.body, outboxContext(one))));
      const seqs = await db.write(
        ['outbox'],
        (tx) =>
          Promise.all(
            writes.map(({ body: _, ...one }, index) => {
              const row = { ...one, state: 'queued', attempts: 0, checks: 0, queuedAt: now, nextAt: now, sealed: sealed[index] };
              return tx.objectStore('outbox').add(row as SealedWrite); // seq is given by the store
            }),
          ),
        true,
      );
      changed();
      return seqs;
    },
    open: async () => inOrder(await byState(OPEN)),
    ofLink: async (link) => inOrder(await db.read(['outbox'], (tx) => tx.objectStore('outbox').index('link').getAll(link))),
    ofAct: async (act) => inOrder(await db.read(['outbox'], (tx) => tx.objectStore('outbox').index('act').getAll(act))),
    async get(seq) {
      const row = await db.read(['outbox'], (tx) => tx.objectStore('outbox').get(seq));
      return row && opened(row);
    },
    async patch(seq, values, body) {
      const row = await db.read(['outbox'], (tx) => tx.objectStore('outbox').get(seq));
      if (!row) return;
      const sealed = body ? await sealer.seal(body, outboxContext(row)) : undefined;
      await db.write(
        ['outbox'],
        async (tx) => {
          const now = await tx.objectStore('outbox').get(seq);
          if (now) await tx.objectStore('outbox').put({ ...now, ...values, ...(sealed ? { sealed } : {}) });
        },
        true,
      );
      changed();
    },
    async drop(seqs) {
      await db.write(['outbox'], (tx) => Promise.all(seqs.map((seq) => tx.objectStore('outbox').delete(seq))), true);
      changed();
    },
    async recover(now) {
      const count = await db.write(
        ['outbox'],
        async (tx) => {
          const rows = await tx.objectStore('outbox').index('state').getAll('sending');
          for (const row of rows) await tx.objectStore('outbox').put({ ...row, state: 'unknown', nextAt: now });
          return rows.length;
        },
        true,
      );
      if (count) changed();
      return count;
    },
    async prune(before) {
      await db.write(['outbox'], async (tx) => {
        const rows = await tx.objectStore('outbox').index('state').getAll('done');
        for (const row of rows) if ((row.doneAt ?? 0) < before) await tx.objectStore('outbox').delete(row.seq);
      });
    },
    async pending() {
      const rows = await byState(RUNNABLE);
      return rows.length ? { count: rows.length, nextAt: Math.min(...rows.map((row) => row.nextAt)) } : { count: 0 };
    },
  };
}
