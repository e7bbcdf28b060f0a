import { CLICKS, click, shown } from './clicks.ts';
import { EDITS } from './edits.ts';
import type { Scene } from './scenes.ts';
import { clickMany } from './scenes-clicks.ts';
import { pass, visit } from './stage.ts';
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
  /** Four of five writes find no room: what was not kept must not be called queued. */
  async 'clicks on a full disk'(stage, memory) {
    const { chance, machine } = stage;
    const view = await shown(stage);
    if (view?.screen.kind !== 'person') return;
    machine.diskFull(true);
    for (let count = 2 + chance.below(2); count > 0; count -= 1) {
      const title = `Panel task ${stage.fresh()}`;
      memory.texts.set(title, { entity: 'task', from: 'highlevel' });
      click(stage, memory, 'task.add', title, { key: view.key, title, due: '2026-12-18' });
      await pass(stage, chance.pick([1, 20]));
    }
    machine.diskFull(false);
    await pass(stage, 60);
  },
};
