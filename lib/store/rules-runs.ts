import type { Database } from './db.ts';
import type { Sealer } from './rows.ts';
import { runContext } from './rules-batch.ts';
import type { RunBody, RunRow } from './rules-rows.ts';
import type { RulesStore } from './rules-store.ts';

type Runs = Pick<
  RulesStore,
  'waiting' | 'waitingAt' | 'countWaiting' | 'ranFor' | 'count' | 'lastRun' | 'runOfAct' | 'nextRun' | 'prune'
>;
const ALL = Number.MAX_SAFE_INTEGER;

const waitingRows = (db: Database): Promise<RunRow[]> =>
  db.read(['runs'], (tx) => tx.objectStore('runs').index('state').getAll('waiting'), 'waiting');

function readWaiting(db: Database, sealer: Sealer): Pick<Runs, 'waiting' | 'waitingAt' | 'countWaiting'> {
  return {
    async waiting(now) {
      const rows = (await waitingRows(db)).filter(({ nextAt = 0, acts }) => nextAt <= now || acts.length);
      return Promise.all(
        rows
          .slice(0, 1_000)
          .map(async ({ sealed, ...row }) => ({ ...row, body: await sealer.open<RunBody>(sealed, runContext(row.id)) })),
      );
    },
    async waitingAt() {
      const times = (await waitingRows(db)).flatMap(({ nextAt }) => nextAt ?? []);
      return times.length ? times.reduce((least, one) => Math.min(least, one)) : undefined;
    },
    countWaiting: async (rule) => (await waitingRows(db)).filter((row) => rule === undefined || row.rule === rule).length,
  };
}

/** Reading side of the runs; `apply` writes them. */
export function readRuns(db: Database, sealer: Sealer): Runs {
  return {
    ...readWaiting(db, sealer),
    ranFor: async (once) => (await db.read(['runs'], (tx) => tx.objectStore('runs').index('once').count(once))) > 0,
    count: (rule, since, record) =>
      db.read(['runs'], (tx) =>
        record === undefined
          ? tx
              .objectStore('runs')
              .index('rule')
              .count(IDBKeyRange.bound([rule, since], [rule, ALL]))
          : tx
              .objectStore('runs')
              .index('record')
              .count(IDBKeyRange.bound([rule, record, since], [rule, record, ALL])),
      ),
    lastRun: (rule) =>
      db.read(['runs'], async (tx) => {
        const at = await tx
          .objectStore('runs')
          .index('rule')
          .openCursor(IDBKeyRange.bound([rule, 1], [rule, ALL]), 'prev');
        return at?.value.at;
      }),
    runOfAct: (act) => db.read(['runs'], (tx) => tx.objectStore('runs').index('acts').get(act)),
    // By the clock, so that a number is not given twice after the last run was pruned.
    nextRun: (now) =>
      db.read(['runs'], async (tx) =>
        Math.max(now * 1000, ((await tx.objectStore('runs').openKeyCursor(undefined, 'prev'))?.primaryKey ?? 0) + 1),
      ),
    async prune(before) {
      const keys = await db.read(['runs'], (tx) => tx.objectStore('runs').getAllKeys(IDBKeyRange.upperBound(before * 1000), 500));
      if (!keys.length) return;
      await db.write(['runs'], async (tx) => {
        for (const key of keys)
          if ((await tx.objectStore('runs').get(key))?.state !== 'waiting') await tx.objectStore('runs').delete(key);
      });
    },
  };
}
