import { toAppError } from '../model/errors.ts';
import type { PullParts } from './pull-parts.ts';
import { readWhole, type Wanted, wantedOf } from './pull-whole.ts';
import { MINUTE } from './source.ts';
import type { SyncPair } from './sync-pairs.ts';

/** How many marks are looked through for those that ask for a reading: newcomers who wait for a pilot to end are marks, too. */
const MARKS = 100_000;
/** People read whole in one run; more wait for the next. */
const AT_ONCE = 20;
const LONGEST_BACKOFF = 60 * MINUTE;

export interface Readings {
  run(pairs: SyncPair[]): Promise<void>;
  nextAt(pairs: SyncPair[]): Promise<number | undefined>;
}

const pairOf = (pairs: SyncPair[], link: string): SyncPair | undefined => {
  const [clioAccount, , locationId] = link.split('|');
  return pairs.find(({ clio, location }) => clio.account === clioAccount && location.account === locationId);
};

/** Marks of pairs that sync works on, those of one link together. Marks of others wait until theirs is on again. */
async function wanted({ syncReader }: PullParts, pairs: SyncPair[], now: number): Promise<Wanted[][]> {
  const all = wantedOf(await syncReader.dirty(now, MARKS)).filter(({ of }) => pairOf(pairs, of.link));
  return [...Map.groupBy(all, ({ of }) => of.link).values()];
}

/** Reads one link for all its marks. False when the calls are used up. */
async function one(parts: PullParts, pairs: SyncPair[], marks: Wanted[]): Promise<boolean> {
  const [{ of: first }] = marks as [Wanted];
  const clean = marks.map(({ key, mark }) => ({ key, mark }));
  const pair = pairOf(pairs, first.link);
  const link = await parts.reader.link(first.link);
  try {
    if (!pair || !link) await parts.apply({ at: parts.now(), clean }, 'pull');
    else {
      const only = marks.every(({ of }) => of.side === first.side) ? first.side : undefined;
      await parts.apply({ at: parts.now(), ...(await readWhole(parts, pair, link, only)), clean }, 'pull');
    }
    return true;
  } catch (cause) {
    const { code, facts } = toAppError(cause);
    if (code === 'storage-full' || code === 'storage-unavailable') throw cause;
    const now = parts.now();
    const isSpent = code === 'rate-limited' || code === 'daily-limit';
    const dirty = marks.map(({ key, tries = 0 }) => ({
      key,
      at: facts.until ?? now + Math.min(LONGEST_BACKOFF, MINUTE * 2 ** tries),
      tries: isSpent ? tries : tries + 1,
    }));
    await parts.apply({ at: now, clean, dirty }, 'pull');
    return !isSpent;
  }
}

/** People whose sides have to be read whole, one after the other. */
export const createReadings = (parts: PullParts): Readings => ({
  async run(pairs) {
    for (const marks of (await wanted(parts, pairs, parts.now())).slice(0, AT_ONCE)) {
      if (!(await one(parts, pairs, marks))) return;
    }
  },
  async nextAt(pairs) {
    const times = (await wanted(parts, pairs, Number.MAX_SAFE_INTEGER)).flat().map(({ at }) => at);
    return times.length ? Math.min(...times) : undefined;
  },
});
