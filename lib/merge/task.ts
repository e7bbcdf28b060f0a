import { present } from '../model/blank.ts';
import { dayOfInstant, instantOfDay, isDay, isoSeconds } from '../model/days.ts';
import { dueDay } from '../model/due.ts';
import type { Due, Task } from '../model/task.ts';
import { isBlank } from './compare.ts';
import type { Values } from './field.ts';
import { type FieldSpec, field, fitting, type Mapped, type Read, type Warning } from './mapping.ts';
import type { Pairing } from './pairing.ts';

/** Neither vendor names a length. Beliefs: a common column width, and what our own operations take as a body. */
const TITLE = { max: 255 };
const BODY = { max: 10_000 };
const DAY = { fits: isDay };

/**
 * The fields of a task. Shared terms: `due` is a day, as that is all Clio knows; `status` is open or done, as that is all HighLevel
 * knows; `assignee` is the shared id of a pairing of users. A priority stays in Clio: HighLevel's tasks have none, and a line in the
 * body would come back as a change of the body.
 */
export const TASK_TABLE: readonly FieldSpec[] = [
  field('title', 'text', { label: 'merge.task.title', limits: { clio: TITLE, highlevel: TITLE } }),
  field('body', 'block', { label: 'merge.task.body', limits: { clio: BODY, highlevel: BODY } }),
  field('due', 'date', { label: 'merge.task.due', limits: { clio: DAY, highlevel: DAY } }),
  field('status', 'option', {
    label: 'merge.task.status',
    limits: { clio: { options: ['open', 'done'] }, highlevel: { options: ['open', 'done'] } },
  }),
  field('assignee', 'id', { label: 'merge.task.assignee' }),
  field('priority', 'option', {
    label: 'merge.task.priority',
    directions: ['off'],
    suggested: 'off',
    limits: { clio: { options: ['Low', 'Normal', 'High'] } },
  }),
];

export interface TaskContext {
  /** IANA zone in which days are counted. */
  zone: string;
  users: Pairing;
}

/** A task of either system in shared terms. An assignee nobody has paired is not told, so it is neither changed nor cleared. */
export function readTask(task: Task, { zone, users }: TaskContext): Read {
  const values: Record<string, string | undefined> = {
    title: task.title,
    body: task.body,
    due: dueDay(task.due, zone),
    status: task.done ? 'done' : 'open',
  };
  const id = task.assigneeId;
  const shared = id && (task.system === 'clio' ? users.fromClio(id) : users.fromHighLevel(id));
  if (id && !shared) return { values, warnings: [{ field: 'assignee', code: 'unmapped-user', value: task.assigneeName ?? id }] };
  return { values: { ...values, assignee: shared || undefined }, warnings: [] };
}

export interface TaskWrite {
  title?: string;
  body?: string;
  due?: Due;
  done?: boolean;
  /** Clio's word, where it changes. */
  status?: 'pending' | 'complete';
  assigneeId?: string;
}

/** Values -> HighLevel. `current` is the task as last read there; without it the task is being made, which needs a title and a due date. */
export function toHighLevelTask(values: Values, { zone, users }: TaskContext, current?: Task): Mapped<TaskWrite> {
  const { values: held, warnings } = fitting(TASK_TABLE, 'highlevel', values);
  const assignee = mapped(held.assignee, users.toHighLevel, warnings);
  if (!current) demand(['title', 'due'], held, warnings);
  const value = present({
    title: held.title,
    body: held.body,
    due: held.due === undefined ? undefined : dueTime(held.due, zone, current?.due),
    done: held.status === undefined ? undefined : held.status === 'done',
    assigneeId: assignee,
  });
  return { value, warnings };
}

/**
 * Values -> Clio. `complete` is done; reopening makes it `pending`, the one open word that people without Clio's advanced tasks have
 * [official spec]; a task that is in progress or in review stays so while HighLevel merely says open.
 */
export function toClioTask(values: Values, { users }: TaskContext, current?: Task): Mapped<TaskWrite> {
  const { values: held, warnings } = fitting(TASK_TABLE, 'clio', values);
  const assignee = mapped(held.assignee, users.toClio, warnings);
  // Clio demands name, description and assignee of a new task [official spec]; a description may be sent empty (belief).
  if (!current) demand(['title', 'assignee'], { ...held, assignee }, warnings);
  const done = held.status === undefined ? undefined : held.status === 'done';
  const turns = done !== undefined && done !== (current?.done ?? false);
  const value = present({
    title: held.title,
    body: held.body,
    due: held.due === undefined ? undefined : ({ kind: 'day', day: held.due } as const),
    ...(turns ? { done, status: done ? ('complete' as const) : ('pending' as const) } : {}),
    assigneeId: assignee,
  });
  return { value, warnings };
}

/**
 * A day -> an instant. On the day it is due already the task keeps its instant; moved to another day it keeps its time of day; the noon
 * of both days is the measure, as clocks are put forward and back at night.
 */
export function dueTime(day: string, zone: string, current?: Due): Due {
  const usual: Due = { kind: 'time', at: instantOfDay(day, zone) };
  const was = dueDay(current, zone);
  if (current?.kind !== 'time' || was === undefined) return usual;
  if (was === day) return current;
  const moved = Date.parse(current.at) - Date.parse(instantOfDay(was, zone, 12)) + Date.parse(instantOfDay(day, zone, 12));
  return dayOfInstant(moved, zone) === day ? { kind: 'time', at: isoSeconds(moved) } : usual;
}

/** An unpaired person makes the task nobody's, and says so. */
function mapped(shared: string | undefined, to: (id: string) => string | undefined, warnings: Warning[]): string | undefined {
  if (shared === undefined) return undefined;
  const id = to(shared);
  if (id === undefined) warnings.push({ field: 'assignee', code: 'unmapped-user', value: shared });
  return id;
}

function demand(fields: string[], values: Values, warnings: Warning[]) {
  for (const one of fields) {
    if (isBlank(values[one]) && !warnings.some((known) => known.field === one)) warnings.push({ field: one, code: 'required' });
  }
}
