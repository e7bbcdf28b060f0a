import type { TaskItem } from '../../lib/model/panel.ts';
import { inFlight } from './words.ts';

export type TaskGroup = 'only-clio' | 'both' | 'only-highlevel' | 'done';
export const TASK_GROUPS = ['only-clio', 'both', 'only-highlevel', 'done'] as const satisfies readonly TaskGroup[];

export const titleOf = (task: TaskItem): string => (task.highlevel ?? task.clio)?.title ?? '';

export const groupOf = (task: TaskItem): TaskGroup => {
  if (task.done) return 'done';
  if (task.clio && task.highlevel) return 'both';
  return task.clio ? 'only-clio' : 'only-highlevel';
};

const dueKey = (task: TaskItem): string => (task.due ? (task.due.kind === 'day' ? task.due.day : task.due.at) : '9999');

/** Earliest due first, undated last. */
export const byDue = (tasks: TaskItem[]): TaskItem[] => tasks.toSorted((a, b) => dueKey(a).localeCompare(dueKey(b)));

export const nextTask = (tasks: TaskItem[]): TaskItem | undefined => byDue(tasks.filter((task) => !task.done))[0];

/**
 * Can be pushed now: Clio has it, HighLevel lacks it, and no write of it is on its way or waits for a person. One that stands on both sides
 * and differs is shown with what differs: pushing it again would only make a second one.
 */
export const canPush = (task: TaskItem): boolean =>
  Boolean(task.clio) && !task.highlevel && !inFlight(task.state) && task.state !== 'needs-you';

/** Needs a yes first: private in Clio, or held because it looks privileged. */
export const isHeld = (task: TaskItem): boolean => task.state === 'held' || (task.clio?.private ?? false);
