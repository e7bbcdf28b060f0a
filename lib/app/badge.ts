import type { SyncViewParts } from './console-parts.ts';
import { type LocalArea, readPreferences } from './preferences.ts';
import { waitingCount } from './waiting-count.ts';

/** Bursts of changes end in one count. */
const REST = 1000;

export interface BadgeParts extends Pick<SyncViewParts, 'syncReader' | 'db'> {
  local?: LocalArea;
  /** Paints the number on the toolbar icon; none for 0. */
  badge?: (count: number) => void;
  sleep: (ms: number) => Promise<void>;
}

async function countOf(parts: BadgeParts): Promise<number> {
  const { open, stopped } = await waitingCount(parts);
  return open + stopped;
}

/** How many things need a person, on the toolbar icon; asked for on every change, counted once a second at most. */
export function createBadge(parts: BadgeParts): () => void {
  const { badge, local, sleep } = parts;
  let state: 'idle' | 'counting' | 'again' = 'idle';
  const count = async (): Promise<void> => {
    do {
      state = 'counting';
      const wanted = (await readPreferences(local)).badge;
      badge?.(wanted ? await countOf(parts) : 0);
      await sleep(REST);
    } while ((state as string) === 'again');
  };
  return () => {
    if (!badge) return;
    if (state !== 'idle') {
      state = 'again';
      return;
    }
    // A store that can't be read has nothing to count; the pages say why.
    void count()
      .catch(() => badge(0))
      .finally(() => {
        state = 'idle';
      });
  };
}
