import type { Mounts } from '../messages/mounts.ts';
import type { From } from '../messages/serve.ts';
import type { Subject } from '../model/subject.ts';

export interface Named {
  mounts: Mounts;
  /** Runs one click as if the record were on screen. */
  as<T>(subject: Subject, from: From, click: (from: From) => Promise<T>): Promise<T>;
}

/**
 * The console names its people instead of showing them in a Clio tab. Clicks find their record by the tab they come from, so each of the
 * console's gets a tab of its own that no browser has (ids of tabs are never negative). It is told once: only a record that really is on
 * screen is read again after the click.
 */
export function createNamed(mounts: Mounts): Named {
  const named = new Map<number, Subject>();
  let last = -1000;
  return {
    mounts: {
      ...mounts,
      async subject(tabId) {
        const subject = named.get(tabId);
        named.delete(tabId);
        return subject ?? (tabId < 0 ? undefined : mounts.subject(tabId));
      },
    },
    async as(subject, from, click) {
      const tabId = --last;
      named.set(tabId, subject);
      try {
        return await click({ ...from, tabId });
      } finally {
        named.delete(tabId);
      }
    },
  };
}
