import type { WriteRow } from '../model/outbox.ts';
import type { Batch } from './batch.ts';
import { personHashes } from './person-hash.ts';
import { type ActivityStored, type PairRow, type PersonRow, recordKey, type Sealed, type Sealer } from './rows.ts';

/** What a row of the outbox is sealed to. */
export const outboxContext = (row: { op: string; act: string }): string => `outbox|${row.act}|${row.op}`;
export const pairContext = (key: string): string => `pair|${key}`;
export const personContext = (key: string): string => `person|${key}`;
/** Its number is given by the store, so it is bound to what else is its own. */
export const activityContext = (row: { at: number; act?: string; op?: string }): string =>
  `activity|${row.at}|${row.act ?? ''}|${row.op ?? ''}`;

export type NewRow = Omit<WriteRow, 'seq'> & { sealed: Sealed };

export type NewPerson = Omit<PersonRow, 'links'>;

/** The parts of a batch that only two-way sync and the rules fill in, sealed. */
export interface PreparedSync {
  pairs: PairRow[];
  people: NewPerson[];
  enqueue: NewRow[];
  activity: ActivityStored[];
}

export async function prepareSync(sealer: Sealer, batch: Batch): Promise<PreparedSync> {
  const { at, pairs = [], people, enqueue = [], activity = [] } = batch;
  return {
    pairs: await Promise.all(
      pairs.map(async ({ agreed, ...row }) =>
        agreed ? { ...row, sealed: await sealer.seal(agreed, pairContext(row.key)) } : row,
      ),
    ),
    people: await Promise.all(
      (people?.put ?? []).map(async ({ system, account, id, changedAt, brief, ...look }) => {
        const key = recordKey(system, account, 'contact', id);
        const { emails, phones, words } = await personHashes(sealer, system, account, look);
        const hashes = [...new Set([...emails, ...phones, ...words])];
        return { key, system, account, id, changedAt, hashes, sealed: await sealer.seal(brief, personContext(key)) };
      }),
    ),
    enqueue: await Promise.all(
      enqueue.map(async ({ body, ...row }) => ({
        ...row,
        state: 'queued' as const,
        attempts: 0,
        checks: 0,
        queuedAt: at,
        nextAt: at,
        sealed: await sealer.seal(body, outboxContext(row)),
      })),
    ),
    activity: await Promise.all(
      activity.map(async ({ body, ...row }) => ({ ...row, sealed: await sealer.seal(body, activityContext(row)) })),
    ),
  };
}
