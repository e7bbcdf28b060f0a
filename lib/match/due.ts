import { dayOfInstant } from '../model/days.ts';
import { dueDay } from '../model/due.ts';
import type { TaskItem } from '../model/panel.ts';
import type { Due } from '../model/task.ts';

/** A day is over at its midnight in the zone; an instant when it has passed. */
export function isOverdue(due: Due | undefined, now: number, timeZone: string): boolean {
  if (!due) return false;
  if (due.kind === 'time') return Date.parse(due.at) < now;
  return due.day < (dayOfInstant(now, timeZone) ?? '');
}

/** Open first by due date (so overdue first, none last), then the done ones, latest first. */
export const byDue =
  (timeZone: string) =>
  (a: TaskItem, b: TaskItem): number => {
    if (a.done !== b.done) return a.done ? 1 : -1;
    const [one, other] = [orderOf(a.due, timeZone), orderOf(b.due, timeZone)];
    const way = one < other ? -1 : one > other ? 1 : a.key < b.key ? -1 : 1;
    if (!one !== !other) return one ? -1 : 1;
    return a.done && one !== other ? -way : way;
  };

/** Sorts as text: the day, then the instant within it; blank without a due date. A day without an hour comes last in its day. */
const orderOf = (due: Due | undefined, timeZone: string): string => {
  const day = dueDay(due, timeZone);
  return day === undefined ? '' : `${day} ${due?.kind === 'time' ? due.at : '~'}`;
};
