import type { Connection } from '../model/connection.ts';
import { type AppError, type ErrorCode, retryOf, toAppError } from '../model/errors.ts';
import type { Batch } from '../store/batch.ts';
import type { CursorRow } from '../store/rows.ts';
import type { Keeping } from './pull-keep.ts';
import { joined, type Of, type PullParts } from './pull-parts.ts';
import { createReadings } from './pull-readings.ts';
import { DAY, MINUTE, type Source } from './source.ts';
import { SOURCES } from './sources.ts';
import type { SyncPair } from './sync-pairs.ts';
import { afterPage, askFrom, isFresh, type Place, restarted } from './windows.ts';

export interface Pull {
  /** Reads everything that is due from both systems, then resolves. What fails waits its time; the others go on. */
  run(): Promise<void>;
  /** When something is due next (ms since 1970); undefined while two-way sync is off everywhere. */
  nextAt(): Promise<number | undefined>;
  /** A cause of failing is gone (a sign-in, the network is back): what failed for one of these is due now. */
  hurry(codes: readonly ErrorCode[]): Promise<void>;
}

/** Pages of one source in one run: a long first walk leaves room for the others, and for the worker's sleep. */
const PAGES = 25;
/** What is refused for want of a right is tried again so seldom. */
const PAUSE = 6 * 60 * MINUTE;
const LONGEST_BACKOFF = 15 * MINUTE;

interface Job {
  source: Source;
  of: Of;
  key: string;
  row?: CursorRow;
}

/** Each account once, with its pairs. */
function accountsOf(pairs: SyncPair[]): Of[] {
  const found = new Map<string, Of>();
  for (const pair of pairs) {
    for (const connection of [pair.clio, pair.location]) {
      const of = found.get(connection.id) ?? { connection, pairs: [] };
      of.pairs.push(pair);
      found.set(connection.id, of);
    }
  }
  return [...found.values()];
}

async function jobsOf({ syncReader }: PullParts, pairs: SyncPair[]): Promise<Job[]> {
  const rows = new Map((await syncReader.cursors()).map((row) => [row.key, row]));
  return accountsOf(pairs).flatMap((of) =>
    SOURCES.filter(({ system, wanted }) => system === of.connection.system && (wanted?.(of) ?? true)).map((source) => {
      const key = `${source.id}|${of.connection.account}`;
      return { source, of, key, row: rows.get(key) };
    }),
  );
}

/** Slower when little is left of what the vendor allows: people at work come first. */
function thrift({ meter }: PullParts, connection: Connection): number {
  const { remaining, max, dailyRemaining = Number.POSITIVE_INFINITY } = meter(connection);
  const byDay = dailyRemaining < 1000 ? 15 : dailyRemaining < 5000 ? 4 : 1;
  return remaining < max * 0.3 ? Math.max(2, byDay) : byDay;
}

/** How long a source rests (ms). */
const restOf = (parts: PullParts, { source, of }: Job, isOpen: boolean): number =>
  source.every[isOpen ? 'open' : 'closed'] * thrift(parts, of.connection);

/**
 * When it is due. What was read in a time still to come was read under a clock that was wrong since, as was one that fails put off for more than
 * a day; the slow pace of before ends when a Clio tab is opened.
 */
function dueAt(parts: PullParts, job: Job, isOpen: boolean): number {
  const { row } = job;
  if (!row || row.at > parts.now() || row.nextAt > parts.now() + DAY + MINUTE) return 0;
  return isOpen && !row.problem ? Math.min(row.nextAt, row.at + restOf(parts, job, isOpen)) : row.nextAt;
}

/** Sources end their turns a moment apart: what is due within an eighth of its rest goes along, or each would wake a worker for itself. */
const isDue = (parts: PullParts, job: Job, isOpen: boolean): boolean =>
  dueAt(parts, job, isOpen) <= parts.now() + (job.row?.problem ? 0 : restOf(parts, job, isOpen) / 8);

/** When a source that failed is tried again. */
function againAt({ code, facts }: AppError, failures: number, now: number): number {
  if (facts.until !== undefined && facts.until > now) return facts.until;
  const retry = retryOf(code);
  if (retry === 'after-sign-in' || retry === 'never') return now + PAUSE;
  return now + Math.min(LONGEST_BACKOFF, MINUTE * 2 ** Math.min(failures, 10) * 0.5);
}

const isBegun = ({ row }: Job, place: Place): boolean => (row ?? place.walk) !== undefined;

/** One page into the store, the cursor with it. */
async function onePage(parts: PullParts, job: Job, place: Place, rest: number): Promise<Place> {
  const { source, of, key } = job;
  const { overlap = 0 } = source;
  const since = parts.now();
  const keeping: Keeping = { parts, of, first: place.since === undefined, now: since };
  const start = source.recent ? (place.start ?? new Date(since - DAY).toISOString()) : undefined;
  const { rows, next, change } = await source.page(keeping, askFrom(place, overlap) ?? start, place.walk?.token);
  const fresh = rows.filter((row) => isFresh(place, row));
  const kept = joined([...(change ? [change] : []), ...(await Promise.all(fresh.map((row) => row.keep?.() ?? {})))]);
  const now = parts.now();
  const after = afterPage(place, rows, next, now, overlap);
  // A firm without a single change: the next question still begins where this one did.
  const value = after.walk ? { ...after, start } : { ...after, since: after.since ?? start };
  const batch: Batch = {
    at: now,
    since,
    ...kept,
    cursors: [{ key, value, at: now, nextAt: after.walk && !source.most ? now : now + rest, after: isBegun(job, place) }],
  };
  await parts.apply(batch, 'pull');
  return value;
}

async function turn(parts: PullParts, job: Job, isOpen: boolean): Promise<void> {
  const { source, row } = job;
  let place = (row?.value ?? {}) as Place;
  const rest = restOf(parts, job, isOpen);
  try {
    for (let page = 0; page < (source.most ?? PAGES); page += 1) {
      place = await onePage(parts, job, place, rest);
      if (!place.walk) return;
    }
  } catch (cause) {
    const error = toAppError(cause);
    // The disk's own trouble is the whole run's.
    if (error.code === 'storage-full' || error.code === 'storage-unavailable') throw error;
    await failed(parts, job, place, error);
  }
}

async function failed({ apply, now }: PullParts, job: Job, place: Place, error: AppError): Promise<void> {
  const { key, row } = job;
  const { code } = error;
  const failures = (row?.failures ?? 0) + 1;
  // A page token may run out: the walk begins anew, nothing read so far is lost.
  const isStale = place.walk && (code === 'invalid-request' || code === 'not-found');
  const value = isStale ? restarted(place) : place;
  const nextAt = isStale && failures < 3 ? now() : againAt(error, failures, now());
  // No later than now, or what was read under a clock ahead would be tried again without a pause.
  const at = Math.min(row?.at ?? 0, now());
  const cursor = { key, value, at, nextAt, failures, problem: code, after: isBegun(job, place) };
  await apply({ at: now(), cursors: [cursor] }, 'pull');
}

export function createPull(parts: PullParts): Pull {
  const readings = createReadings(parts);
  return {
    async run() {
      const pairs = await parts.pairs();
      if (!pairs.length) return;
      const isOpen = await parts.isClioOpen();
      const due = (await jobsOf(parts, pairs)).filter((job) => isDue(parts, job, isOpen));
      // The two systems side by side, the sources of each one after the other.
      const byAccount = Map.groupBy(due, ({ of }) => of.connection.id);
      await Promise.all(
        [...byAccount.values()].map(async (jobs) => {
          for (const job of jobs) await turn(parts, job, isOpen);
        }),
      );
      await readings.run(pairs);
    },
    async nextAt() {
      const pairs = await parts.pairs();
      if (!pairs.length) return undefined;
      const isOpen = await parts.isClioOpen();
      const times = (await jobsOf(parts, pairs)).map((job) => dueAt(parts, job, isOpen));
      const reading = await readings.nextAt(pairs);
      return Math.min(...times, ...(reading === undefined ? [] : [reading]));
    },
    async hurry(codes) {
      const held = (await parts.syncReader.cursors()).filter(({ problem }) => problem && codes.includes(problem));
      if (held.length)
        await parts.apply({ at: parts.now(), cursors: held.map((row) => ({ ...row, nextAt: parts.now() })) }, 'pull');
    },
  };
}
