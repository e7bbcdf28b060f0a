import * as z from 'zod/mini';
import { fromWireTask, newTaskBody, taskPatchBody } from '../../clio/convert.ts';
import { clioRequests } from '../../clio/requests.ts';
import type { WireTask } from '../../clio/types.ts';
import { dueDay } from '../../model/due.ts';
import { plainText } from '../../model/plain-text.ts';
import type { Due } from '../../model/task.ts';
import { createAction } from '../create.ts';
import type { Context, Told } from '../define.ts';
import { due, id, seenTask, text } from '../inputs.ts';
import { removeAction } from '../remove.ts';
import { differing, same } from '../same.ts';
import { formerOf, updateAction } from '../update.ts';
import { etagOf } from './etag.ts';

type One = { data: WireTask };

const told = (wire: WireTask, _: unknown, { account }: Context): Told => {
  const value = fromWireTask(wire, { account });
  return { entity: 'task', id: value.id, value, owner: value.contactId };
};
interface Values {
  title?: string;
  body?: string;
  due?: Due;
  status?: 'pending' | 'complete';
  assigneeId?: string;
}
/** In the form in which Clio gives it back: a day, plain text. */
const form = ({ title, body, due: at, status, assigneeId }: Values, zone: string) => ({
  title: title && plainText(title, false),
  body: body && plainText(body, false),
  due: dueDay(at, zone),
  status,
  assigneeId,
});
/** In progress and in review are open: `pending` is wanted of a task that is not. */
const held = (wire: WireTask, _: unknown, { account }: Pick<Context, 'account'>) => {
  const { title, body, due: at, done, assigneeId } = fromWireTask(wire, { account });
  return { title, body, due: at?.kind === 'day' ? at.day : undefined, status: done ? 'complete' : 'pending', assigneeId };
};

const createInput = z.object({
  values: z.object({ title: text, body: z.optional(text), due: z.optional(due), done: z.boolean(), assigneeId: id }),
  matterId: z.optional(id),
});
type Create = z.infer<typeof createInput>;

export const createClioTask = createAction<Create, { data: WireTask[] }, One, WireTask>({
  id: 'clio.task.create',
  system: 'clio',
  input: createInput,
  key: ({ values, matterId }) => `clio:task:new:${matterId ?? values.assigneeId}`,
  look: ({ values, matterId }) =>
    clioRequests.newestTasks(matterId ? { matter_id: matterId } : { assignee_id: values.assigneeId, assignee_type: 'user' }),
  rows: ({ data }) => data,
  answered: ({ data }) => data,
  idOf: (wire) => String(wire.id),
  differs: ({ values: { done, ...values }, matterId }, wire, context) =>
    differing(
      { ...form({ ...values, status: done ? 'complete' : 'pending' }, context.timeZone), matterId },
      { ...held(wire, undefined, context), matterId: wire.matter && String(wire.matter.id) },
    ),
  like: ({ values: { title } }, wire) => same('title', plainText(title, false), plainText(wire.name ?? '', false)),
  told,
  request: ({ values, matterId }, { timeZone }) => clioRequests.createTask(newTaskBody(values, timeZone, matterId)),
  undo: (_, taskId) => ({ op: 'clio.task.delete', input: { taskId } }),
});

const changes = z.object({
  title: z.optional(text),
  body: z.optional(text),
  due: z.optional(due),
  status: z.optional(z.enum(['pending', 'complete'])),
  assigneeId: z.optional(id),
});
const seen = z.extend(seenTask, { status: z.optional(z.string()), assigneeId: z.optional(id) });
const updateInput = z.object({ taskId: id, values: changes, seen });
type Update = z.infer<typeof updateInput>;

export const updateClioTask = updateAction<Update, One, One, WireTask>({
  id: 'clio.task.update',
  system: 'clio',
  input: updateInput,
  key: ({ taskId }) => `clio:task:${taskId}`,
  look: ({ taskId }) => clioRequests.task(taskId),
  fresh: ({ data }) => data,
  answered: ({ data }) => data,
  wanted: ({ values }, { timeZone }) => form(values, timeZone),
  seen: ({ seen: was }, { timeZone }) =>
    form({ ...was, status: was.status && (was.status === 'complete' ? 'complete' : 'pending') } as Values, timeZone),
  held,
  told,
  request({ taskId, values: { status, ...values } }, { timeZone }, wire) {
    const body = taskPatchBody({ ...values, done: status && status === 'complete' }, timeZone);
    return clioRequests.updateTask(taskId, body, etagOf(wire));
  },
  former({ values }, wire) {
    const was = { ...held(wire, undefined, { account: '' }), due: fromWireTask(wire, { account: '' }).due };
    const back = formerOf(values, was);
    return back && { values: back };
  },
});

const deleteInput = z.object({ taskId: id });

export const deleteClioTask = removeAction<z.infer<typeof deleteInput>>({
  id: 'clio.task.delete',
  system: 'clio',
  input: deleteInput,
  key: ({ taskId }) => `clio:task:${taskId}`,
  request: ({ taskId }) => clioRequests.deleteTask(taskId),
  entity: 'task',
  idOf: ({ taskId }) => taskId,
});
