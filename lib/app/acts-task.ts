import { pairTasks } from '../match/pair.ts';
import type { Payload, Queued } from '../messages/protocol.ts';
import type { From } from '../messages/serve.ts';
import { dayOfInstant } from '../model/days.ts';
import { AppError } from '../model/errors.ts';
import type { Task } from '../model/task.ts';
import {
  type ActsParts,
  clioList,
  type Draft,
  highlevelList,
  type Linked,
  linkedFor,
  notThereYet,
  type Pushed,
  pushed,
  queue,
  queuePush,
} from './act.ts';
import { looksPrivileged } from './privileged.ts';

const DAY = 24 * 60 * 60 * 1000;

/** HighLevel demands a due date: a task without one falls due tomorrow. */
function draftOf(parts: ActsParts, scene: Linked, task: Task): Draft {
  const due = task.due ?? { kind: 'day', day: dayOfInstant(parts.now() + DAY, parts.timeZone()) };
  const values = { title: task.title, body: task.body, due, done: task.done };
  return {
    op: 'highlevel.task.create',
    body: {
      label: task.title,
      pair: { entity: 'task', clioId: task.id },
      input: { contactId: scene.link.highlevelId, values },
    },
  };
}

/** Clio ids of the tasks that stand in HighLevel already: pushed before, or made there by somebody with the same title and due day. */
async function tasksThere(parts: ActsParts, scene: Linked, clio: Task[], { known }: Pushed): Promise<Set<string>> {
  const highlevel = await highlevelList<Task>(parts, scene, 'task');
  const zones = { timeZone: parts.timeZone(), dueZone: scene.location.timeZone ?? 'UTC' };
  const items = pairTasks({ clio, highlevel, known, pending: new Map(), ...zones, now: parts.now() });
  return new Set(items.flatMap((item) => (item.clio && item.highlevel ? [item.clio.id] : [])));
}

/** Clio tasks go to HighLevel, each once. A private one, and one that looks privileged, is held until somebody says so. */
export async function pushTasks(parts: ActsParts, payload: Payload<'task.push'>, from: From): Promise<Queued> {
  const { key, taskIds, held } = payload;
  const scene = await linkedFor(parts, from, key, 'highlevel');
  const before = await pushed(parts, scene, 'task');
  const all = await clioList<Task>(parts, scene, 'task', scene.contact.id);
  const asked = all.filter((task) => taskIds.includes(task.id));
  if (!asked.length) throw new AppError('not-found', { system: 'clio', about: 'task' });
  const tasks = notThereYet(asked, await tasksThere(parts, scene, all, before), before);
  const looks = await looksPrivileged(parts, scene.clio);
  if (!held && tasks.some((task) => task.private || looks(task))) throw new AppError('held', { about: 'private task' });
  const drafts = tasks.map((task) => draftOf(parts, scene, task));
  return queuePush(parts, scene, 'task.push', drafts, before);
}

export async function completeTask(parts: ActsParts, payload: Payload<'task.complete'>, from: From): Promise<Queued> {
  const { key, taskId, completed } = payload;
  const scene = await linkedFor(parts, from, key, 'highlevel');
  const task = (await highlevelList<Task>(parts, scene, 'task')).find((one) => one.id === taskId);
  if (!task) throw new AppError('not-found', { system: 'highlevel', about: 'task' });
  const input = { contactId: scene.link.highlevelId, taskId, completed };
  const kind = completed ? 'task.complete' : 'task.reopen';
  return queue(parts, scene, kind, scene.location, [{ op: 'highlevel.task.complete', body: { label: task.title, input } }]);
}

/** A task written in the panel, for HighLevel alone. */
export async function addTask(parts: ActsParts, payload: Payload<'task.add'>, from: From): Promise<Queued> {
  const { key, title, body, due, assignedTo } = payload;
  const scene = await linkedFor(parts, from, key, 'highlevel');
  const values = { title, body, due: { kind: 'day', day: due }, done: false, assignedTo };
  const input = { contactId: scene.link.highlevelId, values };
  return queue(parts, scene, 'task.add', scene.location, [{ op: 'highlevel.task.create', body: { label: title, input } }]);
}
