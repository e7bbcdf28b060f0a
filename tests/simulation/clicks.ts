import type { PanelView, PersonView } from '../../lib/model/panel.ts';
import type { Memory } from './memory.ts';
import { type Stage, visit } from './stage.ts';
import { someone } from './systems.ts';

type Act = (stage: Stage, memory: Memory) => Promise<void>;

/** Sends a click and remembers what was promised. Not awaited: a worker may die over it. */
export function click(
  { say, time, chance, machine }: Stage,
  memory: Memory,
  type: string,
  label: string,
  payload: Record<string, unknown>,
): void {
  const row = { at: time.now(), type, label } as Memory['clicks'][number];
  memory.clicks.push(row);
  // Between the click and the end of its call are some dozen awaits.
  if (chance.chance(0.1)) machine.doom(chance.below(30), chance.chance(0.5));
  else if (chance.chance(0.06)) machine.storage.closeAfter(chance.below(12));
  void say('panel', type, payload).then((answer) => {
    // The moment something is promised is the moment to die at.
    if (answer.ok && chance.chance(0.15)) machine.kill();
    if (answer.ok) row.act = (answer.value as { actId?: string } | undefined)?.actId;
    else row.refused = answer.error?.code;
  });
}

export async function shown(stage: Stage): Promise<PanelView | undefined> {
  const person = someone.clio(stage);
  await visit(stage, person.id);
  return stage.ask<PanelView>('panel', 'panel.view', {});
}

const onPerson =
  (work: (stage: Stage, memory: Memory, key: string, person: PersonView) => void): Act =>
  async (stage, memory) => {
    const view = await shown(stage);
    if (view?.screen.kind === 'person') work(stage, memory, view.key, view.screen.person);
  };

/** What the user of the panel may do, each on a person of their choice. */
export const CLICKS: Record<string, Act> = {
  look: async (stage) => void (await shown(stage)),
  async create(stage, memory) {
    const view = await shown(stage);
    if (view?.screen.kind === 'none') click(stage, memory, 'contact.create', view.screen.name, { key: view.key });
  },
  async link(stage, memory) {
    const view = await shown(stage);
    if (view?.screen.kind !== 'choose') return;
    const { id, name } = stage.chance.pick(view.screen.candidates);
    click(stage, memory, 'link.set', name, { key: view.key, highlevelId: id });
  },
  push: onPerson((stage, memory, key, { name, fields }) => {
    const open = fields.filter((row) => row.pushable);
    if (!open.length) return;
    const overwrite = open.filter((row) => row.state === 'differs' && stage.chance.chance(0.5)).map((row) => row.field);
    // Whoever overwrites has seen what stands there.
    for (const row of open) if (overwrite.includes(row.field) && row.highlevel) memory.decided.add(row.highlevel);
    click(stage, memory, 'contact.push', name, { key, fields: open.map((row) => row.field), overwrite });
  }),
  copy: onPerson((stage, memory, key, { name, fields }) => {
    const open = fields.filter((row) => row.copyable).map((row) => row.field);
    if (open.length) click(stage, memory, 'contact.copy-to-clio', name, { key, fields: open });
  }),
  'push task': onPerson((stage, memory, key, { tasks }) => {
    const open = tasks.filter((row) => row.clio && !row.highlevel);
    const ids = open.map((row) => row.clio?.id);
    for (const { clio } of open) if (clio) memory.allowed.add(clio.title);
    if (ids.length) click(stage, memory, 'task.push', open[0]?.clio?.title ?? '', { key, taskIds: ids, held: true });
  }),
  'push note': onPerson((stage, memory, key, { notes }) => {
    const open = notes.filter((row) => row.from === 'clio' && row.clioId);
    if (!open.length) return;
    const note = stage.chance.pick(open);
    memory.allowed.add(note.text);
    click(stage, memory, 'note.push', note.text, { key, noteId: note.clioId, held: true });
  }),
  'add task': onPerson((stage, memory, key) => {
    const title = `Panel task ${stage.fresh()}`;
    memory.texts.set(title, { entity: 'task', from: 'highlevel' });
    click(stage, memory, 'task.add', title, {
      key,
      title,
      due: `2026-12-${String(1 + stage.chance.below(28)).padStart(2, '0')}`,
    });
  }),
  'add note': onPerson((stage, memory, key) => {
    const text = stage.words ?? `Panel note ${stage.fresh()}`;
    if (!stage.words) memory.texts.set(text, { entity: 'note', from: 'highlevel' });
    click(stage, memory, 'note.add', text, { key, text });
  }),
  tag: onPerson((stage, memory, key) => click(stage, memory, 'tag.add', 'tag', { key, tags: [`tag-${stage.fresh()}`] })),
  complete: onPerson((stage, memory, key, { tasks }) => {
    const open = tasks.filter((row) => row.highlevel);
    if (!open.length) return;
    const task = stage.chance.pick(open).highlevel;
    click(stage, memory, 'task.complete', task?.title ?? '', { key, taskId: task?.id, completed: !task?.done });
  }),
  async undo(stage, memory) {
    const view = await stage.ask<PanelView>('panel', 'panel.view', {});
    const act = view?.acts.find((one) => one.undoUntil !== undefined);
    if (act) click(stage, memory, 'act.undo', act.label, { actId: act.id });
  },
  async retry(stage, memory) {
    const view = await stage.ask<PanelView>('panel', 'panel.view', {});
    const row = view?.waiting.find((one) => one.state === 'failed' || one.state === 'needs-you');
    if (row) click(stage, memory, 'write.retry', row.label, { writeId: row.id });
  },
};
