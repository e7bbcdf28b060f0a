import { filled, present } from '../model/blank.ts';
import { instantOfDay, isoSeconds, readTime } from '../model/days.ts';
import { dueDay } from '../model/due.ts';
import { AppError } from '../model/errors.ts';
import { plainText } from '../model/plain-text.ts';
import type { Due, Task } from '../model/task.ts';
import type { WireTask } from './types.ts';

/** What is sent of a task. */
export interface TaskValues {
  title: string;
  body?: string;
  due?: Due;
  done: boolean;
  /** A HighLevel user's id. */
  assignedTo?: string;
}

export function fromWireTask(wire: WireTask, where: { account: string; contactId?: string }): Task {
  const at = readTime(wire.dueDate);
  const body = plainText(wire.body ?? '');
  return {
    system: 'highlevel',
    account: where.account,
    id: wire.id,
    contactId: filled(wire.contactId) ?? where.contactId,
    title: plainText(wire.title ?? ''),
    body: body || undefined,
    due: at ? { kind: 'time', at } : undefined,
    done: wire.completed === true,
    status: wire.completed ? 'completed' : 'open',
    assigneeId: filled(wire.assignedTo),
  };
}

/** A row of the location-wide search; undefined without an id. `_id` and `contactDetails` are seen in live answers only [belief]. */
export function fromFoundTask(
  { _id, contactDetails, ...wire }: Partial<WireTask> & { _id?: string | null; contactDetails?: { id?: string | null } | null },
  where: { account: string },
): Task | undefined {
  const id = filled(wire.id) ?? filled(_id);
  const contactId = filled(wire.contactId) ?? filled(contactDetails?.id);
  return id ? fromWireTask({ ...wire, id, contactId } as WireTask, where) : undefined;
}

/** A due date as HighLevel wants it: ISO UTC without milliseconds; a day means 17:00 of that day in the zone. */
export const dueInstant = (due: Due, zone: string): string =>
  due.kind === 'day' ? instantOfDay(due.day, zone) : isoSeconds(Date.parse(due.at));

/** Do two due dates mean the same day in the zone? Clio knows days only, so that is what "same" can mean across systems. */
export const sameDue = (a: Due | undefined, b: Due | undefined, zone: string): boolean =>
  a && b ? dueDay(a, zone) === dueDay(b, zone) : a === b;

/** Body of `highlevel.task.create`. HighLevel demands a due date: without one this throws `invalid-request` about `due`. */
export function createTaskBody(values: TaskValues, zone: string): Record<string, unknown> {
  if (!values.due) throw new AppError('invalid-request', { system: 'highlevel', about: 'due' });
  return present({
    title: values.title.trim(),
    body: filled(values.body),
    dueDate: dueInstant(values.due, zone),
    completed: values.done,
    assignedTo: filled(values.assignedTo),
  });
}

/**
 * Body of `highlevel.task.update`. Title and due date always go along, taken from the task as last read where unchanged:
 * the spec calls them optional, but integrations in the field read the task first because they are not always treated so.
 */
export function updateTaskBody(current: Task, changes: Partial<TaskValues>, zone: string): Record<string, unknown> {
  const due = changes.due ?? current.due;
  return present({
    title: filled(changes.title) ?? current.title,
    body: filled(changes.body),
    dueDate: due && dueInstant(due, zone),
    completed: changes.done,
    assignedTo: filled(changes.assignedTo),
  });
}

/** Body of `highlevel.task.complete`, which reopens as well. */
export const completeTaskBody = (done: boolean): { completed: boolean } => ({ completed: done });
