import { CLICKS, click, shown } from './clicks.ts';
import type { Memory } from './memory.ts';
import type { Scene } from './scenes.ts';
import { pass, type Stage } from './stage.ts';

/** Two to four clicks on one person; nothing of them has been sent when this is over. */
export async function clickMany(stage: Stage, memory: Memory): Promise<void> {
  const { chance } = stage;
  const view = await shown(stage);
  if (view?.screen.kind !== 'person') return;
  const { key } = view;
  for (let count = 2 + chance.below(3); count > 0; count -= 1) {
    const n = stage.fresh();
    const [type, text, payload] = chance.pick([
      ['tag.add', 'tag', { tags: [`tag-${n}`] }],
      ['note.add', `Panel note ${n}`, { text: `Panel note ${n}` }],
      ['task.add', `Panel task ${n}`, { title: `Panel task ${n}`, due: '2026-12-18' }],
    ] as const);
    if (type !== 'tag.add') memory.texts.set(text, { entity: type === 'note.add' ? 'note' : 'task', from: 'highlevel' });
    click(stage, memory, type, text, { key, ...payload });
  }
}

/** What one person in front of the panel does within seconds. */
export const CLICK_SCENES: Record<string, Scene> = {
  /** Faster than anything is sent: what is about one record leaves one after the other. */
  async 'several clicks in a row'(stage, memory) {
    await clickMany(stage, memory);
    await pass(stage, stage.chance.pick([2, 60]));
  },
  /** The answer is lost, the look after it fails for good; whoever asks for another try does not want it twice. */
  async 'lost, stopped and tried again'(stage, memory) {
    const { weather, chance } = stage;
    weather.aimed.push({ at: 'write', mishap: 'lost-after' });
    await CLICKS[chance.pick(['add note', 'add task'])]?.(stage, memory);
    await pass(stage, 1);
    for (let count = 0; count < 3; count += 1) weather.aimed.push({ at: 'read', mishap: 'absent' });
    await pass(stage, 5 + chance.below(30));
    weather.aimed = [];
    await CLICKS.retry?.(stage, memory);
    await pass(stage, 60);
  },
};
