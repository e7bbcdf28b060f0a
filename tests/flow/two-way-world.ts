import { createSealer } from '../../lib/auth/seal.ts';
import type { Write } from '../../lib/model/outbox.ts';
import { noSync, SYNC_ENTITIES, type SyncChoice } from '../../lib/model/sync.ts';
import { dirtyKey } from '../../lib/sync/dirty.ts';
import { createOutbox } from '../../lib/sync/outbox.ts';
import { createPullWorld } from './pull-world.ts';

export const ALL_ON = (since: number, users: SyncChoice['users'], calendars: SyncChoice['calendars']): SyncChoice => {
  const choice = { ...noSync(), on: true, since, users, calendars, assignee: users[0]?.clio };
  for (const entity of SYNC_ENTITIES) choice.entities[entity] = { direction: 'both', policy: 'ask', create: true, fields: {} };
  return choice;
};

/** Ruth, who is equal in both systems, linked; two-way sync on for everything, and everything read once. */
export async function createTwoWayWorld(options: Parameters<typeof createPullWorld>[0] = {}) {
  const world = await createPullWorld(options);
  const { ruth, users } = world.cast;
  await world.allowWriting();
  const link = await world.link(ruth.clioId, ruth.highlevelId);
  const { clio, highlevel } = world.sandbox;
  const [, account] = world.clio.account.split(':');
  const calendar = clio.state.rows.calendars.find((one) => String(one.account_id) === account);
  const place = highlevel.state.rows.calendars.find((one) => one.locationId === world.location.account);
  const pairs = [users.priya, users.tomas].map((one) => ({ clio: String(one.clioId), highlevel: one.highlevelId }));
  const choice = ALL_ON(world.now(), pairs, { clio: String(calendar?.id), highlevel: place?.id });
  const outbox = createOutbox(world.db, createSealer(world.db), () => undefined);
  const asRead = (key: string) =>
    world.apply({ at: world.now(), dirty: [{ key: dirtyKey({ kind: 'read', link: key }), at: world.now() }] }, 'person');
  const two = {
    ...world,
    ...{ linked: link, outbox, ruth, choice },
    /** As the console's switch does: from now on, and all linked people are read. */
    async choose(change: (choice: SyncChoice) => SyncChoice = (one) => one) {
      await world.switchOn(() => change(choice));
      await asRead(link.key);
      await world.wake();
      await world.pass(2);
    },
    inClio: () => clio.state.rows.contacts.find(({ id }) => id === ruth.clioId)!,
    inHighLevel: () => highlevel.state.rows.contacts.find(({ id }) => id === ruth.highlevelId)!,
    clioTasks: () => clio.state.rows.tasks.filter(({ matter_id }) => matter_id === ruth.matterId),
    highlevelTasks: () => highlevel.state.rows.tasks.filter(({ contactId }) => contactId === ruth.highlevelId),
    highlevelNotes: () => highlevel.state.rows.notes.filter(({ contactId }) => contactId === ruth.highlevelId),
    clioNotes: () => clio.state.rows.notes.filter(({ contact_id }) => contact_id === ruth.clioId),
    visits: () => highlevel.state.rows.appointments.filter(({ contactId }) => contactId === ruth.highlevelId),
    entries: () => clio.state.rows.calendarEntries.filter(({ attendees }) => attendees.some(({ id }) => id === ruth.clioId)),
    /** Rows that are not done, for a failure's message. */
    openRows: (): Promise<Write[]> => outbox.open(),
    /** Questions about Ruth; others of the sandbox's people have their own. */
    asks: async () => (await world.syncReader.asks('open', 100)).filter(({ kind }) => kind !== 'duplicate'),
    /** Calls that change something: HighLevel's searches are POSTs too. */
    writes: () =>
      world.sandbox.ledger.entries({}).filter(({ method, routeId = '' }) => method !== 'GET' && !/search|token/.test(routeId)),
    stamp: () => new Date(world.sandbox.clock.now()).toISOString(),
  };
  return two;
}

export type TwoWayWorld = Awaited<ReturnType<typeof createTwoWayWorld>>;

/** Waits in the world's own time until both sides are as wanted; says what is open when they never are. */
export async function comes(world: TwoWayWorld, what: () => unknown, minutes = 8): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    if (await what()) return;
    await world.pass(1);
  }
  if (await what()) return;
  const open = (await world.openRows()).map(({ op, state, error, body }) => ({ op, state, error, input: body.input }));
  const dirty = await world.syncReader.dirty(Number.MAX_SAFE_INTEGER, 100);
  throw new Error(
    `it never came; open ${JSON.stringify(open)}, asks ${JSON.stringify(await world.asks())}, dirty ${JSON.stringify(dirty)}`,
  );
}
