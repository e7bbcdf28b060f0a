import { noSync, SYNC_ENTITIES, type SyncChoice } from '../../lib/model/sync.ts';
import { createPullWorld } from './pull-world.ts';

/** Ruth, linked, in the app on the sandbox; two-way sync is chosen by messages, as the console does. */
export async function createConsoleWorld() {
  const world = await createPullWorld();
  const { ruth, users } = world.cast;
  const link = await world.link(ruth.clioId, ruth.highlevelId);
  const choice = (): SyncChoice => {
    const all = {
      ...noSync(),
      on: true,
      since: 0,
      users: [{ clio: String(users.priya.clioId), highlevel: users.priya.highlevelId }],
    };
    for (const entity of SYNC_ENTITIES) all.entities[entity] = { direction: 'both', policy: 'ask', create: false, fields: {} };
    return all;
  };
  return {
    ...world,
    ...{ ruth, link, choice },
    set: (one: SyncChoice) => world.say('console', 'sync.set', { clio: world.clio.id, choice: one as never }),
    /** Waits in the world's own time, and a little in ours for what is on its way. */
    async comes(what: () => unknown, label = 'it'): Promise<void> {
      for (let half = 0; half < 40; half += 1) {
        for (let turn = 0; turn < 5; turn += 1) {
          if (await what()) return;
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        await world.advance(30_000);
      }
      throw new Error(`${label} never came; dirty ${JSON.stringify(await world.syncReader.dirty(Number.MAX_SAFE_INTEGER, 50))}`);
    },
    /** Both indexes are filled and every linked person was read. */
    async isRead() {
      const cursors = await Promise.all(['clio.contacts', 'highlevel.contacts'].map(world.cursor));
      const isDone = cursors.every((one) => one && one.nextAt > world.now());
      return isDone && (await world.dirty('read')).length === 0 && (await world.dirty('contact')).length === 0;
    },
    async asksOf(kind: string) {
      return (await world.say('console', 'asks.view', {})).asks.filter((one) => one.kind === kind);
    },
    inClio: () => world.sandbox.clio.state.rows.contacts.find(({ id }) => id === ruth.clioId)!,
    inHighLevel: () => world.sandbox.highlevel.state.rows.contacts.find(({ id }) => id === ruth.highlevelId)!,
  };
}

export type ConsoleWorld = Awaited<ReturnType<typeof createConsoleWorld>>;
