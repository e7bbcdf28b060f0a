import { dayOfInstant } from './days.ts';
import type { Due } from './task.ts';

/** The day (YYYY-MM-DD) a task is due in an IANA zone; undefined without a due date, or for a time that is none. */
export const dueDay = (due: Due | undefined, zone: string): string | undefined =>
  due?.kind === 'time' ? dayOfInstant(due.at, zone) : due?.day;
