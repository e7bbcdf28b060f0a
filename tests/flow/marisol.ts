import { createAppWorld } from './app-world.ts';

/** The world with writing allowed and the panel open on Marisol, who is linked and read to the end. */
export async function createMarisolWorld() {
  const world = await createAppWorld();
  await world.connect();
  await world.allowWriting();
  const { marisol } = world.cast;
  const key = await world.openContact(marisol.clioId);
  await world.screen('person');
  const sends = (routeId: string) => world.sandbox.ledger.entries({ routeId });
  await world.until(() => sends('highlevel.list-contact-appointments').length > 0);
  const rows = () => world.sandbox.highlevel.state.rows;
  return {
    ...world,
    key,
    rows,
    sends,
    pushTask: () => world.say('panel', 'task.push', { key, taskIds: [String(marisol.tasks.records)], held: false }),
    pushedTasks: () =>
      rows().tasks.filter((task) => task.contactId === marisol.highlevelId && task.title === 'Request medical records'),
    /** Lets time pass until nothing waits any more. */
    async passUntilSettled(seconds = 120) {
      for (let passed = 0; passed < seconds; passed += 5) {
        const { waiting } = await world.view();
        if (waiting.every((write) => write.state === 'failed' || write.state === 'needs-you')) return;
        await world.advance(5000);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    },
  };
}

export type MarisolWorld = Awaited<ReturnType<typeof createMarisolWorld>>;
