import { useEffect, useState } from 'preact/hooks';
import type { SyncPairView } from '../../../lib/model/console-sync.ts';
import type { SyncChoice } from '../../../lib/model/sync.ts';
import { type Act, useSend } from '../use-send.ts';

export interface Choosing {
  choice: SyncChoice;
  changed: boolean;
  change: (part: Partial<SyncChoice>) => void;
  discard: () => void;
  /** Saves what was chosen; with `on`, switches as well. Resolves to whether it was accepted. */
  save: (on?: boolean) => Promise<boolean>;
  act: Act<'sync.set'>;
}

/** Written here alone; what the guard allows is answered elsewhere and must not be set back by a page that was open meanwhile. */
const toSave = (draft: SyncChoice, stored: SyncChoice, on = stored.on): SyncChoice => ({
  ...draft,
  on,
  since: stored.since,
  privilege: stored.privilege,
});

/** Keys in one order: what comes back from the background has them in its own. */
const flat = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, one]) => [name, flat(one)]),
      );
const text = (choice: SyncChoice): string => JSON.stringify(flat(choice));
const same = (a: SyncChoice, b: SyncChoice): boolean => text(toSave(a, b)) === text(b);

/** The choices of one pair while they are being made: they follow the stored ones until something is changed. */
export function useChoice(pair: SyncPairView): Choosing {
  const [draft, setDraft] = useState<SyncChoice>();
  const act = useSend('sync.set');
  const isStored = draft !== undefined && same(draft, pair.choice);
  // From here on they follow the stored ones again.
  useEffect(() => {
    if (isStored) setDraft(undefined);
  }, [isStored]);
  const choice = draft ?? pair.choice;
  const save = (on?: boolean): Promise<boolean> =>
    act.run({ clio: pair.clio.id, choice: toSave(choice, pair.choice, on) as never });
  return {
    choice,
    changed: draft !== undefined && !isStored,
    change: (part) => setDraft((old) => ({ ...(old ?? pair.choice), ...part })),
    discard: () => setDraft(undefined),
    save,
    act,
  };
}
