import type { SyncChoice } from '../model/sync.ts';
import type { Database } from './db.ts';
import type { StoreName } from './rows.ts';
import type { Tx } from './transaction.ts';

/** Where the latest time that was seen lies among the settings. */
const CLOCK = 'clock';
const MINUTE = 60_000;
/** It is written down so often (ms): by so much a clock may be put back between two workers without anybody noticing. */
const EVERY = 5 * MINUTE;

/** What waits for a time, or counts from one. */
const TIMES: [StoreName, string[]][] = [
  ['outbox', ['nextAt']],
  ['dirty', ['at']],
  ['cursors', ['nextAt']],
  ['runs', ['nextAt', 'at']],
  ['rules', ['since']],
];

/** Those of these times that are still to come, so much earlier. */
function earlier<R extends object>(row: R, names: string[], by: number, now: number): R {
  const late = Object.entries(row).filter(([name, at]) => names.includes(name) && at > now);
  return late.length ? { ...row, ...Object.fromEntries(late.map(([name, at]) => [name, at - by])) } : row;
}

/** What was chosen "from now on" under the wrong clock is meant from that moment on, and not from a day to come. */
const chosen = (choice: SyncChoice, by: number, now: number): SyncChoice => ({
  ...earlier(choice, ['since', 'mappedAt'], by, now),
  entities: Object.fromEntries(
    Object.entries(choice.entities).map(([id, one]) => [
      id,
      { ...one, ...(one.since && { since: earlier(one.since, ['clio', 'highlevel'], by, now) }) },
    ]),
  ) as SyncChoice['entities'],
});

async function shift(tx: Tx<'readwrite'>, by: number, now: number): Promise<void> {
  for (const [name, times] of TIMES) {
    const store = tx.objectStore(name);
    for (const row of await store.getAll()) {
      const next = earlier(row as object, times, by, now);
      if (next !== row) await store.put(next as never);
    }
  }
  const settings = tx.objectStore('settings');
  const sync = Object.entries(((await settings.get('sync')) ?? {}) as Record<string, SyncChoice>);
  if (sync.length) await settings.put(Object.fromEntries(sync.map(([id, one]) => [id, chosen(one, by, now)])), 'sync');
}

/**
 * Looks at the clock as often as anything is done. Once it was put back, all that waits is as far off as it was meant to be; else a clock
 * that was a year ahead for a minute would keep the outbox for a year.
 */
export function createTimekeeper(db: Database, now: () => number): () => Promise<void> {
  let last: number | undefined;
  let kept = Number.NEGATIVE_INFINITY;
  return async () => {
    const at = now();
    if (last === undefined) {
      const seen = await db.read(['settings'], (tx) => tx.objectStore('settings').get(CLOCK), CLOCK);
      if (typeof seen === 'number') kept = seen;
      last = kept;
    }
    const by = last - at;
    const isBack = by > MINUTE;
    if (isBack || at - kept >= EVERY) {
      const stores: StoreName[] = ['connections', 'settings', ...(isBack ? TIMES.map(([name]) => name) : [])];
      await db.write(
        stores,
        async (tx) => {
          // Nothing is kept before there is an account, nor after the last one was erased.
          if (!(await tx.objectStore('connections').count())) return;
          const settings = tx.objectStore('settings');
          // Another worker may have put it right meanwhile.
          if (isBack && ((await settings.get(CLOCK)) as number) > at + MINUTE) await shift(tx, by, at);
          await settings.put(at, CLOCK);
        },
        isBack,
        ['connections'],
      );
      kept = at;
    }
    last = at;
  };
}
