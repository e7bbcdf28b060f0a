/** Where a source of changes stands. Plain: times, page tokens and ids only. */
export interface Place {
  /** ISO 8601 UTC by the vendor's clock: everything changed up to here was read. Absent until the first walk is done. */
  since?: string;
  /** Where the first walk begins, if not with everything: the same for all its pages. */
  start?: string;
  /** The newest change any answer has shown. */
  high?: string;
  /** Id -> stamp of what the overlap will bring once more. */
  seen?: Record<string, string>;
  /** A walk through pages that is not done yet. */
  walk?: Walk;
}

interface Walk {
  /** Page token, `searchAfter` or the like of the next page. */
  token?: unknown;
  pages: number;
  /** Newest change of the first page, and of all. */
  first?: string;
  newest?: string;
  /** What `high` was when it began. */
  before?: string;
  /** Time between first and last answer (ms); undefined when the clock was put back on the way. */
  took?: number;
  /** Our clock at the last answer, for the span alone: no time of ours is ever compared with the vendor's. */
  last: number;
}

/** One row of a page: what changed, and when by its system. */
export interface Seen {
  id: string;
  /** ISO 8601 UTC; absent where the system does not tell. */
  changedAt?: string;
  etag?: string;
}

/** More of them than a firm changes in an overlap; the rest is compared by value once more, which changes nothing. */
const MOST_SEEN = 1000;

const newest = (...times: (string | undefined)[]): string | undefined =>
  times.filter((one) => one !== undefined).reduce<string | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined);

const earlier = (at: string, ms: number): string => new Date(Date.parse(at) - ms).toISOString();

/** What to ask for: changes after this, so much earlier than what was read that neither late nor slow records slip through. */
export const askFrom = ({ since }: Place, overlap: number): string | undefined => since && earlier(since, overlap);

const stampOf = ({ changedAt, etag = '' }: Seen): string | undefined => changedAt && `${changedAt} ${etag}`;

/** Was not read before in this very state. */
export const isFresh = ({ seen = {} }: Place, row: Seen): boolean => {
  const stamp = stampOf(row);
  return stamp === undefined || seen[row.id] !== stamp;
};

/** Keeps what the next question will bring again, the newest first. */
function kept(seen: Record<string, string>, from: string | undefined): Record<string, string> {
  const rows = Object.entries(seen).filter(([, stamp]) => from === undefined || stamp >= from);
  return Object.fromEntries(rows.length <= MOST_SEEN ? rows : rows.sort((a, b) => (a[1] < b[1] ? 1 : -1)).slice(0, MOST_SEEN));
}

/**
 * How far a walk that is done has surely read. Each page shows its records as they were when it was asked (and an index may show them later
 * still), so a change made on the way may be missed: only what is older than the first answer is sure. The first answer came at the vendor's time `newest - took`
 * at the earliest (the last one came at `newest` or later); it came after everything its own page and the walks before it showed.
 */
function readUpTo({ pages, first, newest: last, before, took }: Walk): string | undefined {
  if (pages === 1) return last;
  return newest(first, before, last !== undefined && took !== undefined ? earlier(last, took) : undefined);
}

/** The place after one more page. `next`: what leads on; undefined at the end. `now`: our clock; `overlap`: milliseconds asked for twice. */
export function afterPage(place: Place, rows: Seen[], next: unknown, now: number, overlap: number): Place {
  const top = newest(...rows.map((one) => one.changedAt));
  const old = place.walk ?? { pages: 0, before: place.high, took: 0, last: now };
  const walk: Walk = {
    ...old,
    token: next,
    pages: old.pages + 1,
    first: old.pages ? old.first : top,
    newest: newest(old.newest, top),
    took: old.took === undefined || now < old.last ? undefined : old.took + (now - old.last),
    last: now,
  };
  const stamps = rows.flatMap((one): [string, string][] => {
    const stamp = stampOf(one);
    return stamp ? [[one.id, stamp]] : [];
  });
  const seen = { ...place.seen, ...Object.fromEntries(stamps) };
  const high = newest(place.high, top);
  if (next !== undefined) return { ...place, high, seen: kept(seen, undefined), walk };
  const since = newest(place.since, readUpTo(walk));
  return { since, high, seen: kept(seen, since && earlier(since, overlap)) };
}

/** The walk begins anew (its page token is not taken any more). */
export const restarted = ({ walk: _, ...place }: Place): Place => place;
