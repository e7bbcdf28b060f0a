import type { PanelView } from '../../lib/model/panel.ts';
import { shown } from './clicks.ts';
import { EDITS } from './edits.ts';
import type { Memory } from './memory.ts';
import type { Scene } from './scenes.ts';
import { pass, type Stage, visit } from './stage.ts';
import { someone, tasksOf, twinOf } from './systems.ts';
import { setSync } from './two-way.ts';

/** Tasks that stand on both sides in the same words, and whose they are in Clio. */
function sharedTasks(stage: Stage) {
  return tasksOf.clio(stage).flatMap((clio) => {
    const client = stage.clio.state.rows.matters.find(({ id }) => id === clio.matter_id)?.client_id;
    const highlevel = tasksOf.highlevel(stage).find(({ title }) => title === clio.name);
    return highlevel && typeof client === 'number' ? [{ clio, highlevel, client }] : [];
  });
}

/** A colleague's Rankr carries the same record at the same time: a copy, which must not be copied back. */
async function copiedByTwo(stage: Stage, memory: Memory): Promise<void> {
  const { chance, office } = stage;
  const known = new Set(tasksOf.clio(stage).map(({ id }) => id));
  EDITS['new clio task']?.(stage, memory);
  await pass(stage, 100);
  const mine = sharedTasks(stage).find(({ clio }) => !known.has(clio.id));
  if (!mine) return;
  let title = mine.clio.name;
  if (chance.chance(0.7)) {
    title = `Renamed task ${stage.fresh()}`;
    office.clio('PATCH', `/tasks/${mine.clio.id}.json`, { data: { name: title } });
    memory.texts.set(title, { entity: 'task', from: 'clio', hand: { clio: 1, highlevel: 2 } });
    await pass(stage, 100);
  }
  const ours = tasksOf.highlevel(stage).find((one) => one.id === mine.highlevel.id);
  if (ours?.title !== title) return;
  memory.texts.set(title, { entity: 'task', from: 'clio', hand: { clio: 1, highlevel: 2 } });
  const { contactId, dueDate, completed, assignedTo, body } = ours;
  office.highlevel('POST', `/contacts/${contactId}/tasks`, { title, dueDate, completed, assignedTo, body });
  await pass(stage, 130);
  const count = tasksOf.clio(stage).filter(({ name }) => name === title).length;
  if (count > 1) memory.seen.push({ kind: 'duplicate', what: `a colleague's copy of "${title}" was copied back` });
  const theirs = tasksOf.highlevel(stage).filter((one) => one.title === title && one.id !== ours.id);
  for (const { id } of theirs) office.highlevel('DELETE', `/contacts/${contactId}/tasks/${id}`);
}

/** What a call told is old when it arrives: somebody ticked the task off meanwhile. */
async function toldLate(stage: Stage, memory: Memory): Promise<void> {
  const { weather, machine, time, chance } = stage;
  const person = someone.clio(stage);
  const contact = twinOf(stage, person);
  if (!contact) return;
  stage.focus = person.id;
  const view = await shown(stage);
  stage.focus = undefined;
  const open = view?.screen.kind === 'person' ? view.screen.person.tasks.filter((row) => row.highlevel) : [];
  const task = open.length ? chance.pick(open).highlevel : undefined;
  if (!task || !view) return;
  weather.aimed.push({ at: 'read', path: new RegExp(`/contacts/${contact.id}/tasks$`), mishap: 'told-late' });
  const began = time.now();
  if (chance.chance(0.5)) EDITS['highlevel tag']?.(stage, memory);
  void stage.say('panel', 'panel.refresh', { key: view.key });
  await pass(stage, 1);
  void stage.say('panel', 'task.complete', { key: view.key, taskId: task.id, completed: !task.done });
  await pass(stage, 25);
  weather.aimed = weather.aimed.filter(({ mishap }) => mishap !== 'told-late');
  const after = await stage.ask<PanelView>('panel', 'panel.view', {});
  const row = after?.screen.kind === 'person' && after.screen.person.tasks.find(({ highlevel }) => highlevel?.id === task.id);
  const there = tasksOf.highlevel(stage).find(({ id }) => id === task.id);
  const isFair = weather.online && !Object.keys(weather.mishaps).length && !machine.hurtBetween(began, time.now());
  // Where the day's budget is used up the tick itself waits, and shows as it will be.
  const isTicked = there !== undefined && there.completed !== task.done;
  if (isFair && isTicked && row && row.highlevel?.done === task.done)
    memory.seen.push({ kind: 'overwritten', what: `"${task.title}" shows as it was before it was ticked` });
}

/** What happens where this Rankr does not look, or looks too early. */
export const APART: Record<string, Scene> = {
  'a colleague carries the same': copiedByTwo,
  'an answer is old when it comes': toldLate,
  /** Its list shows that it is gone while nobody is to be asked; asked they are when two-way sync is on again. */
  async 'gone while two-way sync is off'(stage, memory) {
    const { chance, office } = stage;
    const shared = sharedTasks(stage);
    const { sync } = memory;
    if (!sync?.on || !shared.length) return;
    const { client, highlevel } = chance.pick(shared);
    await setSync(stage, memory, { ...sync, on: false });
    office.highlevel('DELETE', `/contacts/${highlevel.contactId}/tasks/${highlevel.id}`);
    for (const one of [highlevel.id, highlevel.title]) memory.removed.add(one);
    await visit(stage, client);
    await pass(stage, 20);
    await setSync(stage, memory, sync);
    await pass(stage, chance.pick([5, 100]));
  },
};
