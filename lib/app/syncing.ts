import type { Context } from '../catalog/define.ts';
import { actionOf } from '../catalog/index.ts';
import { phoneCountryOf } from '../clio/regions.ts';
import type { Connection } from '../model/connection.ts';
import { type ErrorCode, toAppError } from '../model/errors.ts';
import type { Write } from '../model/outbox.ts';
import { createDrain, type DrainParts } from '../sync/drain.ts';
import { createLookup, type Lookup } from '../sync/lookup.ts';
import type { Network } from './network.ts';
import type { AppParts } from './parts.ts';
import { createSchedule } from './schedule.ts';
import type { Stores } from './stores.ts';

const contextOf = ({ system, account, timeZone, country, region }: Connection): Context => ({
  account,
  timeZone: timeZone ?? 'UTC',
  country: country ?? (system === 'clio' ? phoneCountryOf(region ?? 'us') : 'US'),
});

/** What a write queues behind. */
export const keyOf = (op: string, input: unknown, connection: Connection): string =>
  actionOf(op)?.key(input, contextOf(connection)) ?? op;

export const outboxFailed = (cause: unknown): void => console.error('Rankr: the outbox could not run:', toAppError(cause).code);

/** What the answer told is stored already; a contact made or adopted is read whole, with whatever HighLevel added to it. */
const readAfter =
  ({ reader }: Stores, lookup: Lookup): DrainParts['finished'] =>
  async ({ link, op }) => {
    // The write itself is done and stored: a reading that fails now must not make it look undone.
    const known = await reader.link(link).catch(() => undefined);
    if (known && op.startsWith('highlevel.contact.')) await lookup.refreshPerson(known).catch(outboxFailed);
  };

/** What other rows of the same person made, and what was pushed for other Clio records. */
async function takenIds({ outbox, reader }: Stores, { seq, link, body }: Write): Promise<string[]> {
  const others = (await outbox.ofLink(link)).filter((row) => row.seq !== seq);
  const pairs = (await reader.pairs(link)).filter((pair) => pair.clioId !== body.pair?.clioId);
  return [...others.flatMap((row) => row.body.result?.id ?? []), ...pairs.map((pair) => pair.highlevelId)];
}

const SIGNED_OUT: readonly ErrorCode[] = ['signed-out', 'refresh-refused', 'not-connected', 'bad-credentials'];
/** Nothing could leave: no network, or the browser took our access to the host away. */
const NO_NETWORK: readonly ErrorCode[] = ['offline', 'network-lost', 'timeout', 'host-access-missing'];

/** Reading what is on screen, sending what was queued, and waking up for the rest. */
export function createSyncing(parts: AppParts, stores: Stores, { client }: Network) {
  const { now, random, sleep, alarms, exclusive } = parts;
  const { apply, reader, accounts, outbox, connections, settings } = stores;
  const lookup = createLookup({ client, apply, reader, now, clioOf: accounts.clioOf, locationOf: accounts.locationOf });
  const drain = createDrain({
    outbox,
    apply,
    client,
    now,
    random,
    exclusive,
    connection: connections.get,
    context: contextOf,
    action: actionOf,
    mayWrite: async ({ system }) => (await settings.get('writing'))[system],
    linkedTo: async (link) => (await reader.link(link))?.highlevelId,
    taken: (write) => takenIds(stores, write),
    finished: readAfter(stores, lookup),
  });
  const usable = async () => (await connections.all()).filter((one) => one.state !== 'reconnect').map((one) => one.id);
  const schedule = createSchedule({ outbox, drain, alarms, usable, sleep, now, failed: outboxFailed });
  /** Runs the outbox once a cause of waiting is gone. */
  const resume = (codes: readonly ErrorCode[]) => async (): Promise<void> => {
    await outbox.hurry(codes, now()).catch(outboxFailed);
    await schedule.run();
  };
  return { lookup, schedule, signedIn: resume(SIGNED_OUT), backOnline: resume(NO_NETWORK) };
}
