import type { StoreName } from './rows.ts';
import type { RulesBatch, RunRow } from './rules-rows.ts';
import type { Sealer } from './sealed.ts';
import type { Tx } from './transaction.ts';

export const runContext = (id: number): string => `run|${id}`;

export const prepareRuns = (sealer: Sealer, { runs = [] }: RulesBatch): Promise<RunRow[]> =>
  Promise.all(runs.map(async ({ body, ...row }) => ({ ...row, sealed: await sealer.seal(body, runContext(row.id)) })));

/** Stores that rules need in a batch. */
export const rulesStores = ({ runs, rules, backfills }: RulesBatch): StoreName[] => [
  ...(runs?.length ? (['runs'] as const) : []),
  ...(rules?.length ? (['rules'] as const) : []),
  ...(backfills?.length ? (['backfills'] as const) : []),
];

export async function putRules(tx: Tx<'readwrite'>, { rules = [], backfills = [] }: RulesBatch, runs: RunRow[]): Promise<void> {
  for (const run of runs) await tx.objectStore('runs').put(run);
  for (const { id, patch } of rules) {
    const row = await tx.objectStore('rules').get(id);
    // A rule that was removed meanwhile stays so.
    if (row) await tx.objectStore('rules').put({ ...row, ...patch });
  }
  for (const row of backfills) {
    const old = await tx.objectStore('backfills').get(row.id);
    // Paused or cancelled while the batch was on its way: how far it came is kept, the click stays.
    if (old) await tx.objectStore('backfills').put({ ...row, ...(old.state === 'running' ? {} : { state: old.state }) });
  }
}
