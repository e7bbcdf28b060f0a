import { dayOfInstant, instantOfDay } from '../model/days.ts';
import type { Apply } from '../store/apply.ts';
import type { SyncReader } from '../store/read-sync.ts';
import { dirtyKey } from './dirty.ts';
import { reconcileNext, type State } from './reconcile-run.ts';
import { type ReconcileParts, type ReconcileRun, type Reconciling, reconcilingOf, reconcilingRow } from './reconcile-state.ts';
import { type SyncPair, syncPairs } from './sync-pairs.ts';

export interface Reconcile {
  /** Marks all links to be read anew (of one Clio connection, or of all); cheap. */
  run(clioConnectionId?: string): Promise<void>;
  /** Begins what is due tonight, and compares what has been read, a part at a time. */
  finish(): Promise<void>;
  /** When there is more to do (ms since 1970); undefined while nothing is synced. */
  nextAt(): Promise<number | undefined>;
}

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** Links marked or compared in one go. */
const PAGE = 200;
/** While readings are on their way. */
const LOOK_AGAIN = 60_000;

/** Marks every link of two accounts to be read whole. Returns how many. */
export async function markLinks(
  { syncReader, apply, now }: { syncReader: SyncReader; apply: Apply; now: () => number },
  clioAccount: string,
  locationId: string,
  at: number,
): Promise<number> {
  let count = 0;
  for (let after: string | undefined = `${clioAccount}|`; after !== undefined; ) {
    const page = await syncReader.links(after, PAGE);
    const ours = page.filter((link) => link.clioAccount === clioAccount && link.locationId === locationId);
    if (ours.length)
      await apply({ at: now(), dirty: ours.map(({ key }) => ({ key: dirtyKey({ kind: 'read', link: key }), at })) }, 'person');
    count += ours.length;
    const last = page.at(-1);
    after = page.length === PAGE && last?.clioAccount === clioAccount ? last.key : undefined;
  }
  return count;
}

/** The next three in the morning at the location, and up to half an hour later: not all firms at once. */
function nextNight({ location }: SyncPair, after: number, random: number): number {
  const zone = location.timeZone ?? 'UTC';
  const day = (at: number) => dayOfInstant(at, zone) ?? '';
  const night = (at: number) => Date.parse(instantOfDay(day(at), zone, 3));
  const today = night(after);
  return (today > after ? today : night(today + DAY + 2 * HOUR)) + (random * HOUR) / 2;
}

async function begin(parts: ReconcileParts, pair: SyncPair, state: Reconciling): Promise<void> {
  const since = parts.now();
  const of = await markLinks(parts, pair.clio.account, pair.location.account, since);
  const run: ReconcileRun = { since, done: 0, of, so: { links: of, drift: 0, agreed: 0, unread: 0, missing: [] } };
  await parts.apply({ at: since, known: [reconcilingRow(pair, { ...state, run })] }, 'pull');
  await parts.duplicates.begin();
}

/** Pages a turn: the rest of a turn has to come round, too. */
const PAGES = 10;

async function goOn(parts: ReconcileParts, pair: SyncPair, from: State): Promise<void> {
  let next: State | undefined = from;
  for (let page = 0; next && page < PAGES; page += 1) next = await reconcileNext(parts, pair, next);
}

export function createReconcile(parts: ReconcileParts): Reconcile {
  const { reader, now } = parts;
  /** Chosen once a worker, so that the alarm stays where it was set. */
  const jitter = parts.random();
  const stateOf = ({ clio, location }: SyncPair) => reconcilingOf(reader, clio.account, location.account);
  // One that is still to come was made under a clock that was put back since.
  const dueAt = (pair: SyncPair, { last }: Reconciling): number =>
    nextNight(pair, Math.max(last && last.at <= now() ? last.at : 0, pair.choice.since), jitter);

  return {
    async run(clioConnectionId) {
      for (const pair of await syncPairs(parts))
        if (clioConnectionId === undefined || pair.clio.id === clioConnectionId)
          await begin(parts, pair, { last: (await stateOf(pair)).last });
    },
    async finish() {
      for (const pair of await syncPairs(parts)) {
        const state = await stateOf(pair);
        if (state.run) await goOn(parts, pair, { ...state, run: state.run });
        else if (dueAt(pair, state) <= now()) await begin(parts, pair, state);
      }
      await parts.duplicates.run();
    },
    async nextAt() {
      const pairs = await syncPairs(parts);
      const times = await Promise.all(
        pairs.map(async (pair) => {
          const state = await stateOf(pair);
          // Never in the past: `finish` begins what is due, of the pair whose night it is.
          return state.run ? now() + LOOK_AGAIN : Math.max(now() + 1, dueAt(pair, state));
        }),
      );
      return times.length ? Math.min(...times) : undefined;
    },
  };
}
