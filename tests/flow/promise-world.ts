import { vi } from 'vitest';
import type { SyncChoice } from '../../lib/model/sync.ts';
import type { ActivityFilter } from '../../lib/store/read-sync.ts';
import { officeActs } from './office-acts.ts';
import { createTwoWayWorld } from './two-way-world.ts';

/** A checkbox of Clio beside a tag of HighLevel: Clio's contacts have no tags of their own. */
export const TAG = { clio: 'Conflict checked', highlevel: 'conflict-checked' };

// Hours of the world's own time: seconds here, more on a machine that has much to do.
vi.setConfig({ testTimeout: 90_000 });

type ContactRow = { first_name: string | null; last_name: string | null; email_addresses: { address: string }[] };

/**
 * The whole app on the sandbox, switched on by the console's message, a Clio tab open; people work in both systems through the same doors as
 * everybody (their calls are not in the ledger). Ruth is linked and equal; whoever else is needed is made on the way.
 */
export async function createPromiseWorld(
  change: (choice: SyncChoice) => SyncChoice = (one) => one,
  options: Parameters<typeof createTwoWayWorld>[0] = {},
) {
  const world = await createTwoWayWorld(options);
  const { clio } = world.sandbox;
  const acts = officeActs(world);
  const checkbox = clio.state.rows.customFields.find(({ name }) => name === TAG.clio)!.id;
  const extra = {
    ...{ id: 'x.checked', name: 'Checked', kind: 'flag', direction: 'both' },
    ...{ clio: { fieldId: String(checkbox) }, highlevel: { tag: TAG.highlevel } },
  };
  let seen = 0;
  let begun = 0;
  const promise = {
    ...world,
    ...acts,
    checkbox,
    /** Calls of ours that change something, since the last time this was asked. */
    sent(): string[] {
      const all = world.writes().filter(({ n }) => n > seen);
      seen = Math.max(seen, ...all.map(({ n }) => n));
      return all.map(({ routeId = '' }) => routeId).sort();
    },
    /** Calls of one route since everything was read once. */
    callsOf: (routeId: string) => world.sandbox.ledger.entries({ routeId, after: begun }),
    /** What the app says it wrote, the oldest first: the operation, what was there and what is there now. */
    async told(filter: ActivityFilter = {}) {
      const rows = await world.syncReader.activity({ kind: 'write', ...filter }, undefined, 200);
      return rows.reverse().map(({ op, by, outcome, body: { before, after } }) => ({ op, by, outcome, before, after }));
    },
    /** Some time in which nobody does anything: nothing is sent, nothing asked, nothing left to do. */
    async restsFor(minutes = 30) {
      const before = world.writes().length;
      await world.pass(minutes);
      const open = (await world.openRows()).map(({ op, state }) => `${op} ${state}`);
      const asks = (await world.asks()).map(({ kind, body }) => `${kind} ${body.label}`);
      return {
        writes: world
          .writes()
          .slice(before)
          .map(({ routeId }) => routeId),
        open,
        asks,
      };
    },
    sameName: (one: ContactRow, other: { firstName?: string; lastName?: string; email?: string }) =>
      one.first_name === other.firstName && one.last_name === other.lastName && one.email_addresses[0]?.address === other.email,
  };
  await world.say('console', 'sync.set', {
    clio: world.clio.id,
    choice: change({ ...world.choice, extras: [extra] }) as never,
  });
  await world.wake();
  await world.pass(3);
  promise.sent();
  begun = world.sandbox.ledger.entries({}).at(-1)?.n ?? 0;
  return promise;
}

/** At rest: half an hour without a write, an open row or a question. */
export const QUIET = { writes: [], open: [], asks: [] };

export type PromiseWorld = Awaited<ReturnType<typeof createPromiseWorld>>;
