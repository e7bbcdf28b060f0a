import { CLICKS, click, shown } from './clicks.ts';
import { openDisk } from './disk.ts';
import { EDITS } from './edits.ts';
import type { Scene } from './scenes.ts';
import { clickMany } from './scenes-clicks.ts';
import { pass, type Stage, visit } from './stage.ts';
import { someone } from './systems.ts';

const NEWS = ['new clio task', 'new clio note', 'new clio entry', 'new highlevel task', 'new highlevel note', 'new appointment'];

/** What one worker must not do beside another, and what a disk must not be believed to have done. */
export const WORKERS: Record<string, Scene> = {
  /** Both find the same news, and rows to be sent, in the same moment. */
  async 'two workers at once'(stage, memory) {
    const { chance, machine, time } = stage;
    const { id } = someone.clio(stage);
    for (let times = 2; times > 0; times -= 1) {
      stage.focus = id;
      await visit(stage, id);
      for (let count = 3; count > 0; count -= 1) EDITS[chance.pick(NEWS)]?.(stage, memory);
      if (chance.chance(0.5)) await CLICKS[chance.pick(['add task', 'add note', 'push task'])]?.(stage, memory);
      stage.focus = undefined;
      // The alarm wakes the one when its sources are due; the other begins in the same breath, or a little later.
      await time.run((time.next() ?? time.now()) + 20 * chance.below(10));
      machine.second(60_000);
      await pass(stage, 100);
    }
  },
  /** One sends what was clicked, and the other finds it on its way. */
  async 'a second worker while much is sent'(stage, memory) {
    const { chance, machine, time } = stage;
    for (let times = 2; times > 0; times -= 1) {
      await clickMany(stage, memory);
      await time.run(time.now() + 20 * chance.below(40));
      machine.second(60_000);
      await pass(stage, 60);
    }
  },
  /** An alarm that has rung is gone: whoever is there already, and dies over what it rang for, must have set the next. */
  async 'the worker dies as its alarm rings'(stage, memory) {
    const { chance, machine, time } = stage;
    if (chance.chance(0.5)) await clickMany(stage, memory);
    const rung = machine.rings().length;
    // Somebody looks at the console meanwhile, which keeps it alive.
    for (let looks = 0; looks < 40 && machine.rings().length === rung; looks += 1) {
      await stage.ask('console', 'connections.view', {});
      for (const until = time.now() + 10_000; machine.rings().length === rung && time.now() < until; )
        await time.run(Math.min(time.next() ?? until, until));
    }
    await time.run(time.now() + 20 * chance.below(30));
    machine.kill();
  },
  /** What was not kept must not be called queued; and what can be read again goes before a click is refused. */
  async 'clicks on a full disk'(stage, memory) {
    const { chance, machine } = stage;
    const view = await shown(stage);
    if (view?.screen.kind !== 'person') return;
    const how = chance.pick(['refusing', 'really'] as const);
    machine.storage.full(how);
    for (let count = 2 + chance.below(2); count > 0; count -= 1) {
      const title = `Panel task ${stage.fresh()}`;
      memory.texts.set(title, { entity: 'task', from: 'highlevel' });
      const caches = await cachedRows(stage);
      click(stage, memory, 'task.add', title, { key: view.key, title, due: '2026-12-18' });
      await pass(stage, chance.pick([1, 20]));
      if (how === 'really' && caches && memory.clicks.at(-1)?.refused === 'storage-full')
        memory.seen.push({
          kind: 'lost',
          what: `"${title}" was refused for want of room, beside ${caches} rows that can be read again`,
        });
    }
    machine.storage.full(false);
    await pass(stage, 60);
  },
};

async function cachedRows({ disk }: Stage): Promise<number> {
  const lying = await openDisk(disk);
  const rows = await Promise.all((['records', 'reads', 'people'] as const).map((name) => lying.all(name)));
  await lying.close();
  return rows.flat().length;
}
