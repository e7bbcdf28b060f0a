import type { Activity } from '../model/activity.ts';
import type { Link } from '../model/link.ts';
import type { DirtyRow } from '../store/rows.ts';
import { dirtyOf } from './dirty.ts';
import { groundOf } from './plan-parts.ts';
import { compareLink, type Found } from './reconcile-link.ts';
import { type ReconcileParts, type ReconcileRun, type Reconciling, reconcilingRow } from './reconcile-state.ts';
import type { SyncPair } from './sync-pairs.ts';

/** Links compared in one go. */
const PAGE = 200;
/** Readings that take longer than that (ms) are stuck: the rest is reported as unread. */
const LONGEST = 6 * 60 * 60 * 1000;

/** Links that have still to be read, or to be decided about now. */
const restless = (rows: DirtyRow[], now: number): Set<string> =>
  new Set(
    rows.flatMap(({ key, at }) => {
      const of = dirtyOf(key);
      return of.kind === 'read' || (of.kind === 'contact' && at <= now) ? [of.link] : [];
    }),
  );

export type State = Reconciling & { run: ReconcileRun };

/** Compares the links of a page in their order, up to the first one that is still to be read. True when the page was done. */
async function comparePage(
  parts: ReconcileParts,
  pair: SyncPair,
  page: Link[],
  next: ReconcileRun,
  found: Found,
): Promise<boolean> {
  const now = parts.now();
  const unread = restless(await parts.syncReader.dirty(Number.MAX_SAFE_INTEGER, 100_000), now);
  const isLate = now - next.since > LONGEST;
  const ground = groundOf(pair);
  for (const link of page) {
    if (link.clioAccount !== pair.clio.account) return true;
    const isOurs = link.locationId === pair.location.account;
    const wasRead = !unread.has(link.key);
    if (isOurs && !wasRead && !isLate) return false;
    if (isOurs) {
      await compareLink(parts, ground, link, found, next.so, wasRead);
      next.done += 1;
    }
    next.after = link.key;
  }
  return true;
}

const told = (pair: SyncPair, so: ReconcileRun['so'], at: number): Omit<Activity, 'seq'> => ({
  at,
  kind: 'run',
  by: 'reconcile',
  system: 'clio',
  account: pair.clio.account,
  outcome: 'done',
  why: 'reconciled',
  body: { label: pair.clio.name, after: { ...so, missing: so.missing.length } },
});

/**
 * The next links, as far as they have been read; the report and its questions in one transaction with the place it has got to. Where it
 * can go on from at once, if it can.
 */
export async function reconcileNext(parts: ReconcileParts, pair: SyncPair, { run, last }: State): Promise<State | undefined> {
  const page = await parts.syncReader.links(run.after ?? `${pair.clio.account}|`, PAGE);
  const next: ReconcileRun = { ...run, so: { ...run.so, missing: [...run.so.missing] } };
  const found: Found = { asks: [], activity: [] };
  const isDone = await comparePage(parts, pair, page, next, found);
  const isOver = isDone && (page.length < PAGE || page.at(-1)?.clioAccount !== pair.clio.account);
  const at = parts.now();
  if (isOver) found.activity.push(told(pair, next.so, at));
  const value: Reconciling = isOver ? { last: { ...next.so, at } } : { last, run: next };
  await parts.apply({ at, ...found, known: [reconcilingRow(pair, value)] }, 'pull');
  return isOver || !isDone ? undefined : { last, run: next };
}
