import type { Clock } from '../exchange.ts';
import type { HlContact } from '../world/types.ts';

/** What `/contacts/search` sees: the contacts as they were `lag` ago. The vendor's page says "updates may take a few seconds to appear". */
export interface SearchIndex {
  /** Tells the index of a write; `undefined` is a delete. Rows are replaced, never changed in place, so no copy is needed. */
  wrote(id: string, row: HlContact | undefined): void;
  rows(): HlContact[];
}

/** Between nothing and all of it, spread evenly and the same each time. */
const shareOf = (count: number): number => (count * 0.618_034) % 1;

/**
 * `lag` is read at every look, so that a changed lag holds for writes already made. Uneven, each write waits a share of it of its own:
 * whoever reads "changed since" may see a later change before an earlier one.
 */
export function createSearchIndex(
  contacts: readonly HlContact[],
  clock: Clock,
  lag: () => number,
  uneven: () => boolean = () => false,
): SearchIndex {
  const visible = new Map(contacts.map((contact) => [contact.id, contact]));
  let waiting: { at: number; share: number; id: string; row: HlContact | undefined }[] = [];
  let count = 0;
  const settle = () => {
    const now = clock.now();
    const isDue = ({ at, share }: { at: number; share: number }) => at <= now - lag() * (uneven() ? share : 1);
    const due = new Map(waiting.filter(isDue).map((write) => [write.id, write]));
    for (const { id, row } of due.values()) {
      if (row) visible.set(id, row);
      else visible.delete(id);
    }
    // What the same contact was before is of no use any more.
    waiting = waiting.filter((write) => !(due.has(write.id) && write.at <= (due.get(write.id)?.at ?? 0)) && !isDue(write));
  };
  return {
    wrote: (id, row) => void waiting.push({ at: clock.now(), share: shareOf(++count), id, row }),
    rows() {
      settle();
      return [...visible.values()];
    },
  };
}
