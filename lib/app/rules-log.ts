import type { Change } from '../model/change.ts';
import { isCopy, isMade, leftCreates } from './rules-made.ts';
import { isAbout, offer } from './rules-offer.ts';
import { activeRules, merged, type RulesParts } from './rules-parts.ts';
import { chainOf } from './rules-past.ts';

/** The name under which the rules read the change log. */
export const READER = 'rules';
const AT_ONCE = 200;

/** Asked for once a change, and only where a rule means it. */
function lazily<T>(work: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => {
    found ??= work();
    return found;
  };
}

const offerOf = (parts: RulesParts, change: Change) => ({
  event: change,
  // What was seen, forgotten (its person was unlinked, its list said it was gone) and is seen again has not come about twice.
  occasion: change.before === undefined ? 'first' : `c${change.seq}`,
  chain: lazily(() => chainOf(parts, change)),
});

/**
 * Goes through what changed since the last time. What a change brings about and the reader's step past it are one transaction: a worker that
 * dies in between finds both or neither. Begins with the newest: what is older is a matter for a backfill.
 */
export async function readChanges(parts: RulesParts): Promise<void> {
  const { syncReader, apply, now } = parts;
  const rules = await activeRules(parts);
  let seq = await syncReader.reader(READER);
  const newest = await syncReader.newestChange();
  const moveTo = (to: number) => apply({ at: now(), readers: [{ name: READER, seq: to }] }, 'person');
  // Without rules there is nobody to keep old changes for.
  if (!rules.length && seq === undefined) return;
  if (seq === undefined || !rules.length) {
    if (seq !== newest) await moveTo(newest);
    return;
  }
  while (seq < newest) {
    const { changes, last } = await syncReader.changes(seq, AT_ONCE);
    if (last <= seq) return;
    const creates = await leftCreates(parts.outbox, changes);
    let moved = seq;
    for (const read of changes) {
      if (!rules.some((one) => isAbout(one, read))) continue;
      const isOurs = isMade(read, creates) || (await isCopy(read, syncReader));
      const change: Change = isOurs ? { ...read, origin: 'write' } : read;
      const batches = await offer(parts, rules, offerOf(parts, change));
      if (!batches.length) continue;
      moved = change.seq;
      await apply({ ...merged(now(), batches), readers: [{ name: READER, seq: moved }] }, 'person');
    }
    if (moved < last) await moveTo(last);
    seq = last;
  }
}
