import type { ClioCalendarEntry, ClioNote, ClioTask } from '../world/types.ts';
import { type BodyRules, type Data, date, flag, int, list, must, ref, refId, text, time } from './body.ts';
import { notFound, unprocessable } from './refusal.ts';
import { byId } from './shape-parts.ts';
import { nextId, stamp } from './state.ts';
import type { View } from './view.ts';

const STATUSES = ['pending', 'in_progress', 'in_review', 'complete'];
export const TASK_UPDATE: BodyRules = {
  name: text(),
  description: text(),
  description_text_type: text(['plain_text', 'rich_text']),
  status: text(STATUSES),
  priority: text(['High', 'Normal', 'Low']),
  due_at: date,
  permission: text(['private', 'public']),
  matter: ref(),
  assignee: ref({ type: text(['User', 'Contact']) }),
  notify_assignee: flag,
  notify_completion: flag,
};
export const TASK_CREATE: BodyRules = {
  ...TASK_UPDATE,
  name: must(text()),
  description: must(text()),
  assignee: must(ref({ type: text(['User', 'Contact']) })),
};

/** Makes a task from a body. `description` and `assignee` are required [official spec]. */
export function createTask(data: Data, view: View): ClioTask {
  const now = stamp(view.clock);
  const task: ClioTask = {
    ...{ id: nextId(view.state), account_id: view.account.id, name: '', description: null, status: 'pending' },
    ...{ priority: 'Normal', due_at: null, permission: 'public', completed_at: null, matter_id: null, assignee: null },
    ...{ assigner_id: view.user.id, created_at: now, updated_at: now },
  };
  return writeTask(task, data, view);
}

/** A task changed as a body says. Gives a new row; throws before anything is changed. */
export function writeTask(old: ClioTask, data: Data, view: View): ClioTask {
  const task = { ...old, updated_at: stamp(view.clock) };
  for (const column of ['name', 'description', 'description_text_type', 'status', 'priority', 'permission'] as const) {
    if (data[column] !== undefined) Object.assign(task, { [column]: data[column] });
  }
  if (data.due_at !== undefined) task.due_at = data.due_at === null ? null : String(data.due_at).slice(0, 10);
  if (!task.name?.trim()) throw unprocessable("Name can't be blank");
  if (task.status === 'complete') task.completed_at = old.completed_at ?? stamp(view.clock);
  else task.completed_at = null;
  const matterId = refId(data.matter);
  if (matterId !== undefined) {
    if (matterId !== null && !byId(view.rows.matters, matterId)) throw notFound(`Matter ${matterId}`);
    task.matter_id = matterId;
  }
  if (data.assignee !== undefined) task.assignee = assignee(data.assignee as Data, view);
  return task;
}

function assignee(asked: Data, view: View): ClioTask['assignee'] {
  const type = asked.type as 'User' | 'Contact' | undefined;
  if (!type || typeof asked.id !== 'number') throw unprocessable('assignee needs id and type');
  if (!byId<{ id: number }>(type === 'User' ? view.rows.users : view.rows.contacts, asked.id))
    throw notFound(`${type} ${asked.id}`);
  return { id: asked.id, type };
}

export const NOTE_UPDATE: BodyRules = {
  subject: text(),
  detail: text(),
  detail_text_type: text(['plain_text', 'rich_text']),
  date,
};
export const NOTE_CREATE: BodyRules = {
  ...NOTE_UPDATE,
  type: must(text(['Matter', 'Contact'])),
  contact: ref(),
  matter: ref(),
};

/** Makes a note. The spec marks both `contact` and `matter` as required; the one that `type` names is what counts. */
export function createNote(data: Data, view: View): ClioNote {
  const type = data.type as ClioNote['type'];
  const id = refId(type === 'Contact' ? data.contact : data.matter);
  if (!id) throw unprocessable(`${type.toLowerCase()}.id is required for a ${type} note`);
  if (!byId<{ id: number }>(type === 'Contact' ? view.rows.contacts : view.rows.matters, id)) throw notFound(`${type} ${id}`);
  const now = stamp(view.clock);
  const note: ClioNote = {
    ...{ id: nextId(view.state), account_id: view.account.id, type, subject: '', detail: '', detail_text_type: 'plain_text' },
    ...{ date: now.slice(0, 10), contact_id: type === 'Contact' ? id : null, matter_id: type === 'Matter' ? id : null },
    ...{ author_id: view.user.id, created_at: now, updated_at: now },
  };
  return writeNote(note, data, view);
}

export function writeNote(old: ClioNote, data: Data, view: View): ClioNote {
  const note = { ...old, updated_at: stamp(view.clock) };
  for (const column of ['subject', 'detail', 'detail_text_type'] as const) {
    if (data[column] !== undefined) Object.assign(note, { [column]: data[column] ?? '' });
  }
  if (typeof data.date === 'string') note.date = data.date.slice(0, 10);
  return note;
}

export const ENTRY_UPDATE: BodyRules = {
  summary: text(),
  description: text(),
  location: text(),
  start_at: time,
  end_at: time,
  all_day: flag,
  matter: ref(),
  calendar_owner: ref(),
  attendees: list({ id: int, type: text(['Calendar', 'Contact']), _destroy: flag }),
  send_email_notification: flag,
};
export const ENTRY_CREATE: BodyRules = {
  ...ENTRY_UPDATE,
  summary: must(text()),
  start_at: must(time),
  end_at: must(time),
  calendar_owner: must(ref()),
};

export function createEntry(data: Data, view: View): ClioCalendarEntry {
  const now = stamp(view.clock);
  const entry: ClioCalendarEntry = {
    ...{ id: nextId(view.state), account_id: view.account.id, summary: '', description: null, location: null },
    ...{ start_at: now, end_at: now, all_day: false, matter_id: null, calendar_owner_id: 0, attendees: [] },
    ...{ created_at: now, updated_at: now },
  };
  return writeEntry(entry, data, view);
}

export function writeEntry(old: ClioCalendarEntry, data: Data, view: View): ClioCalendarEntry {
  const entry = { ...old, attendees: [...old.attendees], updated_at: stamp(view.clock) };
  for (const column of ['summary', 'description', 'location', 'start_at', 'end_at', 'all_day'] as const) {
    if (data[column] !== undefined) Object.assign(entry, { [column]: data[column] });
  }
  if (!entry.summary?.trim()) throw unprocessable("Summary can't be blank");
  if (Date.parse(entry.end_at) < Date.parse(entry.start_at)) throw unprocessable('End at must be after start at');
  const matterId = refId(data.matter);
  if (matterId && !byId(view.rows.matters, matterId)) throw notFound(`Matter ${matterId}`);
  if (matterId !== undefined) entry.matter_id = matterId;
  const owner = refId(data.calendar_owner);
  if (owner !== undefined) entry.calendar_owner_id = owner ?? 0;
  if (!byId(view.rows.calendars, entry.calendar_owner_id)) throw notFound(`Calendar ${entry.calendar_owner_id}`);
  for (const asked of (data.attendees ?? []) as Data[]) writeAttendee(entry, asked, view);
  return entry;
}

function writeAttendee(entry: ClioCalendarEntry, asked: Data, view: View): void {
  const type = (asked.type ?? 'Contact') as 'Contact' | 'Calendar';
  const id = Number(asked.id);
  entry.attendees = entry.attendees.filter((attendee) => attendee.id !== id || attendee.type !== type);
  if (asked._destroy === true) return;
  if (!byId<{ id: number }>(type === 'Contact' ? view.rows.contacts : view.rows.calendars, id)) throw notFound(`${type} ${id}`);
  entry.attendees.push({ id, type });
}
