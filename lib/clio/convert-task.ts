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
    updatedAt: readTime(wire.updated_at),
  };
}

/** Body of `clio.task.update`. A reopened task becomes `pending`: people without Clio's advanced tasks have no other open status [spec]. */
export function taskPatchBody(
  changes: { title?: string; due?: Due; done?: boolean },
  zone: string,
): { data: Record<string, unknown> } {
  const due = changes.due;
  return {
    data: present({
      name: filled(changes.title),
      due_at: dueDay(due, zone),
      status: changes.done === undefined ? undefined : changes.done ? 'complete' : 'pending',
    }),
  };
}
