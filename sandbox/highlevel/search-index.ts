import type { Clock } from '../exchange.ts';
import type { HlContact } from '../world/types.ts';

/** What `/contacts/search` sees: the contacts as they were `lag` ago. The vendor's page says "updates may take a few seconds to appear". */
export interface SearchIndex {
  /** Tells the index of a write; `undefined` is a delete. Rows are replaced, never changed in place, so no copy is needed. */
  wrote(id: string, row: HlContact | undefined): void;
  rows(): HlContact[];
}

/** `lag` is read at every look, so that a changed lag holds for writes already made. */
export function createSearchIndex(contacts: readonly HlContact[], clock: Clock, lag: () => number): SearchIndex {
  const visible = new Map(contacts.map((contact) => [contact.id, contact]));
  let waiting: { at: number; id: string; row: HlContact | undefined }[] = [];
  const settle = () => {
    const due = clock.now() - lag();
    for (const { id, row } of waiting.filter((write) => write.at <= due)) {
      if (row) visible.set(id, row);
      else visible.delete(id);
    }
    waiting = waiting.filter((write) => write.at > due);
  };
  return {
    wrote: (id, row) => void waiting.push({ at: clock.now(), id, row }),
    rows() {
      settle();
      return [...visible.values()];
    },
  };
}
