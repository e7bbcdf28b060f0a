import { inLane } from '../model/lane.ts';
import type { Task } from '../model/task.ts';
import type { Database } from './db.ts';
import { laneKey, type RecordRow, type Sealer } from './rows.ts';

export type Laned = Pick<RecordRow, 'lane' | 'when' | 'who'>;
type Placed = Pick<RecordRow, 'system' | 'account' | 'entity' | 'list'>;

/** What a row is listed by; `doneAt`: when its task was done. */
export async function laned(sealer: Sealer, row: Placed, value: unknown, doneAt?: string): Promise<Laned> {
  const place = inLane(row.entity, value, row.list);
  if (!place) return {};
  const { lane, when = doneAt, who } = place;
  return { lane: laneKey(row.system, row.account, lane), when, who: who && (await sealer.hash(who)) };
}

/**
 * When a task was done that we saw open before: HighLevel doesn't tell, so it is when we saw it; in Clio the change that we saw last. One that
 * was done when first seen was so since nobody knows when.
 */
export function doneAt(value: Partial<Task>, before: Partial<Task> | undefined, old: Laned | undefined, at: number) {
  if (!value.done || !before) return undefined;
  return before.done ? old?.when : (value.updatedAt ?? new Date(at).toISOString());
}

/** Rows a transaction: a click never waits long behind it. */
const AT_ONCE = 500;
const MARK = 'unlaned';

/** Goes through one batch of the rows of before version 4; true while there may be more. */
async function laneSome(db: Database, sealer: Sealer): Promise<boolean> {
  const from = await db.read(['settings'], (tx) => tx.objectStore('settings').get(MARK), MARK);
  if (from === undefined) return false;
  const range = IDBKeyRange.lowerBound(from, true);
  const rows = await db.read(['records'], (tx) => tx.objectStore('records').getAll(range, AT_ONCE));
  const placed = await Promise.all(
    rows.map(async (row) => ({
      row,
      // Contacts, the most of them, need not be opened to know that they stand in no list.
      place:
        row.lane || !inLane(row.entity, {})
          ? {}
          : await sealer.open(row.sealed, row.key).then(
              (value) => laned(sealer, row, value),
              () => ({}),
            ),
    })),
  );
  const more = rows.length === AT_ONCE;
  await db.write(['records', 'settings'], async (tx) => {
    const settings = tx.objectStore('settings');
    // Erased meanwhile.
    if ((await settings.get(MARK)) === undefined) return;
    for (const { row, place } of placed) {
      const now = 'lane' in place && (await tx.objectStore('records').get(row.key));
      // Written anew meanwhile: that put it where it belongs.
      if (now && String(now.sealed.iv) === String(row.sealed.iv)) await tx.objectStore('records').put({ ...now, ...place });
    }
    await (more ? settings.put(rows.at(-1)?.key, MARK) : settings.delete(MARK));
  });
  return more;
}

/**
 * Puts the rows of before version 4 where they belong, in small transactions that a worker may die between. Asked for by whoever reads those
 * lists, and not by the upgrade: opening 20,000 rows takes a second or two, which nobody should wait for who only wants to write.
 */
export function createLaning(db: Database, sealer: Sealer): () => Promise<void> {
  let going: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (await laneSome(db, sealer));
  };
  return () => {
    going ??= run().finally(() => {
      going = undefined;
    });
    return going;
  };
}
