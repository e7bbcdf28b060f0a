import type { Appointment } from './appointment.ts';
import type { Entity } from './change.ts';
import type { Note } from './note.ts';
import type { Task } from './task.ts';

/** Lists over all people, by time: open tasks by due date, tasks that are done, notes of people, notes of matters, meetings that stand. */
export type Lane = 'task' | 'done' | 'note' | 'file' | 'meeting';

/** Where a record stands in them. */
export interface InLane {
  lane: Lane;
  /** ISO 8601 UTC, or a day: when it is due, was written or starts. */
  when?: string;
  /** The staff member it is of: an id, or a note's author by name. */
  who?: string;
}

const OFF = /^(cancell?ed|invalid)$/i;

/** Undefined for what stands in no list. A task that is done has no time of its own here: HighLevel tells none [official spec]. */
export function inLane(entity: Entity, value: unknown, list = ''): InLane | undefined {
  if (entity === 'task') {
    const { due, done, assigneeId, assigneeName } = value as Task;
    if (done) return { lane: 'done', who: assigneeId ?? assigneeName };
    return { lane: 'task', when: due?.kind === 'time' ? due.at : due?.day };
  }
  if (entity === 'note') {
    const { at, authorName } = value as Note;
    return { lane: list.includes('|of|matter:') ? 'file' : 'note', when: at, who: authorName };
  }
  if (entity !== 'appointment' && entity !== 'calendar-entry') return undefined;
  // Whose a Clio entry is its calendar may tell; an entry names nobody.
  const { startsAt, status = '', assigneeId } = value as Appointment;
  return OFF.test(status) ? undefined : { lane: 'meeting', when: startsAt, who: assigneeId };
}
