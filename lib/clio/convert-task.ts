import { filled, present } from '../model/blank.ts';
import { isDay, readTime } from '../model/days.ts';
import { dueDay } from '../model/due.ts';
import { plainText } from '../model/plain-text.ts';
import type { Due, Task } from '../model/task.ts';
import { matterLabel } from './convert-matter.ts';
import type { WireTask } from './types.ts';

/** A Clio task -> the model. It stands under a matter; `contactId` is the client it was read for, where the caller knows. */
export function fromWireTask(wire: WireTask, where: { account: string; contactId?: string }): Task {
  const day = filled(wire.due_at)?.slice(0, 10);
  const body = plainText(wire.description ?? '', wire.description_text_type === 'rich_text');
  return {
    system: 'clio',
    account: where.account,
    id: String(wire.id),
    contactId: where.contactId ?? (wire.matter?.client_id ? String(wire.matter.client_id) : undefined),
    title: plainText(wire.name ?? '', false),
    body: body || undefined,
    // Clio's due_at is a day, whatever its name says [spec: format date].
    due: day && isDay(day) ? { kind: 'day', day } : undefined,
    done: wire.status === 'complete',
    status: filled(wire.status),
    assigneeId: wire.assignee ? String(wire.assignee.id) : undefined,
    assigneeName: filled(wire.assignee?.name),
    matter: wire.matter ? { id: String(wire.matter.id), label: matterLabel(wire.matter) } : undefined,
    // Anything but `public` is treated as private: the careful reading of a value the spec leaves open.
    private: wire.permission ? wire.permission.toLowerCase() !== 'public' : undefined,
    etag: filled(wire.etag),
    createdAt: readTime(wire.created_at),
    updatedAt: readTime(wire.updated_at),
  };
}

export interface TaskChanges {
  title?: string;
  body?: string;
  due?: Due;
  done?: boolean;
  assigneeId?: string;
}

/** Body of `clio.task.update`. A reopened task becomes `pending`: people without Clio's advanced tasks have no other open status [spec]. */
export function taskPatchBody(changes: TaskChanges, zone: string): { data: Record<string, unknown> } {
  return {
    data: present({
      name: filled(changes.title),
      ...(filled(changes.body) ? { description: changes.body, description_text_type: 'plain_text' } : {}),
      due_at: dueDay(changes.due, zone),
      status: changes.done === undefined ? undefined : changes.done ? 'complete' : 'pending',
      assignee: changes.assigneeId ? { id: Number(changes.assigneeId), type: 'User' } : undefined,
    }),
  };
}

/** Body of `clio.task.create`. Name, description and assignee are demanded [spec]; that a description may be empty is a belief. */
export function newTaskBody(
  values: TaskChanges & { title: string; assigneeId: string },
  zone: string,
  matterId?: string,
): { data: Record<string, unknown> } {
  const { data } = taskPatchBody({ ...values, done: values.done || undefined }, zone);
  return { data: { description: '', ...data, ...(matterId ? { matter: { id: Number(matterId) } } : {}) } };
}
