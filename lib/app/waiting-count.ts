import type { WriteState } from '../model/operation.ts';
import type { AskCount } from '../model/people-acts.ts';
import type { SyncViewParts } from './console-parts.ts';

/** How many writes are in one of these states. */
export const countWrites = ({ db }: Pick<SyncViewParts, 'db'>, states: WriteState[]): Promise<number> =>
  db.read(
    ['outbox'],
    async (tx) => {
      const index = tx.objectStore('outbox').index('state');
      let count = 0;
      for (const state of states) count += await index.count(state);
      return count;
    },
    `count ${states}`,
  );

/** Open questions, and writes that stopped: by the indexes, nothing is opened. */
export async function waitingCount(parts: Pick<SyncViewParts, 'db' | 'syncReader'>): Promise<AskCount> {
  return { open: await parts.syncReader.countAsks(), stopped: await countWrites(parts, ['needs-you', 'failed']) };
}
