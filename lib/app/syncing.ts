import type { Context } from '../catalog/define.ts';
import { actionOf } from '../catalog/index.ts';
import { phoneCountryOf } from '../clio/regions.ts';
import type { Connection } from '../model/connection.ts';
import { type ErrorCode, toAppError } from '../model/errors.ts';
import type { Subject } from '../model/subject.ts';
import { createTimekeeper } from '../store/put-back.ts';
import type { BackfillRow } from '../store/rules-rows.ts';
import { createDrain, type Drain, type DrainParts } from '../sync/drain.ts';
import { createLookup, type Lookup } from '../sync/lookup.ts';
import { syncPairs } from '../sync/sync-pairs.ts';
import { takenIds } from '../sync/taken.ts';
import type { Engine } from './engine.ts';
import type { Network } from './network.ts';
import type { AppParts } from './parts.ts';
import type { Rules } from './rules-run.ts';
import { createSchedule, type Schedule } from './schedule.ts';
import type { Stores } from './stores.ts';
import { createTwoWay } from './two-way.ts';

/** What an action may know of the account it works in. */
export const contextOf = ({ system, account, timeZone, country, region }: Connection): Context => ({
  account,
  timeZone: timeZone ?? 'UTC',
  country: country ?? (system === 'clio' ? phoneCountryOf(region ?? 'us') : 'US'),
});

/** What a write queues behind. */
export const keyOf = (op: string, input: unknown, connection: Connection): string =>
  actionOf(op)?.key(input, contextOf(connection)) ?? op;

export const outboxFailed = (cause: unknown): void => console.error('Rankr: the outbox could not run:', toAppError(cause).code);

/**
 * What the answer told is stored already. A contact made or adopted is read whole, with whatever HighLevel added to it; of any other the
 * contact alone, where the answer told nothing of it. What sync made is marked to be read anyway.
 */
const readAfter =
  ({ reader }: Stores, lookup: Lookup): DrainParts['finished'] =>
  async ({ link, op, by, body }, outcome) => {
    if (!op.startsWith('highlevel.contact.')) return;
    const isMade = body.link !== undefined;
    if (isMade ? by === 'sync' && outcome : outcome?.told.some(({ entity }) => entity === 'contact')) return;
    // The write itself is done and stored: a reading that fails now must not make it look undone.
    const known = await reader.link(link).catch(() => undefined);
    if (known) await lookup.refreshPerson(known, isMade).catch(outboxFailed);
  };

/** What somebody looked at is decided upon at once, and a rule may be about just that. */
const watched = (lookup: Lookup, { run }: Schedule, { isOn }: Engine, seen: (subject: Subject) => Promise<void>): Lookup => {
  const decide = async (subject: Subject): Promise<void> => {
    if (!(await isOn())) return;
    await seen(subject);
    await run();
  };
  const then = (work: Promise<void>, subject: Subject): Promise<void> =>
    work.finally(() => void decide(subject).catch(outboxFailed));
  return {
    ...lookup,
    visit: (subject, force) => then(lookup.visit(subject, force), subject),
    glance: (subject) => then(lookup.glance(subject), subject),
  };
};

/** Tells the rules of a Clio record on screen. */
const visitOf =
  ({ accounts }: Stores, { visited }: Rules) =>
  async ({ region, kind, id }: Subject): Promise<void> => {
    const clio = kind === 'none' ? undefined : await accounts.clioOf(region);
    if (clio && kind !== 'none') await visited(kind, clio.account, id);
  };

const SIGNED_OUT: readonly ErrorCode[] = ['signed-out', 'refresh-refused', 'not-connected', 'bad-credentials'];
/** What a source of changes waited for. */
const NO_RIGHT: readonly ErrorCode[] = [...SIGNED_OUT, 'missing-scope', 'wrong-location'];
/** Nothing could leave: no network, or the browser took our access to the host away. */
const NO_NETWORK: readonly ErrorCode[] = ['offline', 'network-lost', 'timeout', 'host-access-missing'];

/** A rule that was switched off writes no more; what a backfill of it planned is the backfill's, which runs without it. */
const isOff =
  ({ rules }: Stores): DrainParts['isOff'] =>
  async ({ rule, queuedAt }) => {
    if (!rule || (await rules.get(rule))?.on) return false;
    const isOf = ({ rule: own, state, at, endedAt = Number.POSITIVE_INFINITY }: BackfillRow): boolean =>
      own === rule && state !== 'cancelled' && at <= queuedAt && queuedAt <= endedAt;
    return !(await rules.backfills()).some(isOf);
  };

function drainOf({ now, random, exclusive }: AppParts, stores: Stores, { client }: Network, lookup: Lookup): Drain {
  const { outbox, apply, connections, settings, reader } = stores;
  return createDrain({
    outbox,
    apply,
    client,
    now,
    random,
    exclusive: (work) => exclusive(work),
    sync: stores,
    connection: connections.get,
    context: contextOf,
    action: actionOf,
    mayWrite: async ({ system }) => (await settings.get('writing'))[system],
    isOff: isOff(stores),
    linkedTo: async (link) => (await reader.link(link))?.highlevelId,
    taken: (write, seen) => takenIds(stores, write, seen),
    finished: readAfter(stores, lookup),
  });
}

/** Reading what is on screen, keeping both systems equal, sending what was queued, and waking up for the rest. */
export function createSyncing(parts: AppParts, stores: Stores, network: Network) {
  const { now, sleep, alarms } = parts;
  const { apply, reader, accounts, outbox, connections } = stores;
  const { clioOf, locationOf } = accounts;
  const isSynced = async ({ id }: Connection) => (await syncPairs(stores)).some(({ clio }) => clio.id === id);
  const lookup = createLookup({ client: network.client, apply, reader, now, clioOf, locationOf, isSynced });
  const drain = drainOf(parts, stores, network, lookup);
  const usable = async () => (await connections.all()).filter((one) => one.state !== 'reconnect').map((one) => one.id);
  const { engine, pull, rules, reconcile } = createTwoWay({
    app: parts,
    stores,
    network,
    drain,
    context: contextOf,
    failed: outboxFailed,
  });
  const keepTime = createTimekeeper(stores.db, now);
  const schedule = createSchedule({ keepTime, outbox, drain, engine, alarms, usable, sleep, now, failed: outboxFailed });
  /** Runs once a cause of waiting is gone, for writes and for readings. */
  const resume = (writes: readonly ErrorCode[], reads: readonly ErrorCode[]) => async (): Promise<void> => {
    await Promise.all([outbox.hurry(writes, now()), pull.hurry(reads)]).catch(outboxFailed);
    await schedule.run();
  };
  return {
    lookup: watched(lookup, schedule, engine, visitOf(stores, rules)),
    schedule,
    reconcile,
    signedIn: resume(SIGNED_OUT, NO_RIGHT),
    backOnline: resume(NO_NETWORK, ['offline', 'host-access-missing']),
  };
}
