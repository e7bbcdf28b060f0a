import * as z from 'zod/mini';
import { completeTaskBody, createTaskBody, dueInstant, fromWireTask, updateTaskBody } from '../../highlevel/convert.ts';
import { HIGHLEVEL } from '../../highlevel/endpoints.ts';
import type { WireTask } from '../../highlevel/types.ts';
import { plainText } from '../../model/plain-text.ts';
import { createAction } from '../create.ts';
import { type Context, defineAction, type Outcome, type Told } from '../define.ts';
import { id, seenTask, someTask, taskValues } from '../inputs.ts';
import { removeAction } from '../remove.ts';
import { differing, same } from '../same.ts';
import { formerOf, updateAction } from '../update.ts';

type One = { task: WireTask };
type Many = { tasks: WireTask[] };

const keyOf = ({ contactId, taskId }: { contactId: string; taskId?: string }): string =>
  `highlevel:contact:${contactId}:task:${taskId ?? 'new'}`;
const told = (wire: WireTask, { contactId }: { contactId: string }, { account }: Context): Told => ({
  entity: 'task',
  id: wire.id,
  value: fromWireTask(wire, { account, contactId }),
  owner: contactId,
});
type Values = z.infer<typeof someTask>;
const wanted = ({ title, body, due, ...rest }: Values, { timeZone }: Context) => ({
  ...rest,
  title: title && plainText(title),
  body: body && plainText(body),
  due: due && dueInstant(due, timeZone),
});
const held = (wire: WireTask) => {
  const { title, body, due, done, assigneeId } = fromWireTask(wire, { account: '' });
  return { title, body, due: due?.kind === 'time' ? due.at : undefined, done, assignedTo: assigneeId };
};

const createInput = z.object({ contactId: id, values: taskValues });
type Create = z.infer<typeof createInput>;

export const createTask = createAction<Create, Many, One, WireTask>({
  id: 'highlevel.task.create',
  system: 'highlevel',
  input: createInput,
  key: keyOf,
  look: ({ contactId }) => ({ endpoint: HIGHLEVEL.task.list, params: { contactId } }),
  rows: ({ tasks }) => tasks,
  answered: ({ task }) => task,
  idOf: (wire) => wire.id,
  // Read back through the same cleaning that every text of HighLevel goes through.
  differs: ({ values }, wire, context) => differing(wanted(values, context), held(wire)),
  // Somebody may have completed, moved or taken it on as soon as it was there.
  like: ({ values: { title } }, wire) => same('title', plainText(title), held(wire).title),
  told,
  request: ({ contactId, values }, { timeZone }) => ({
    endpoint: HIGHLEVEL.task.create,
    params: { contactId },
    body: createTaskBody(values, timeZone),
  }),
  undo: ({ contactId }, taskId) => ({ op: 'highlevel.task.delete', input: { contactId, taskId } }),
});

const updateInput = z.object({ contactId: id, taskId: id, values: someTask, seen: seenTask });
type Update = z.infer<typeof updateInput>;
export const updateTask = updateAction<Update, One, One, WireTask>({
  id: 'highlevel.task.update',
  system: 'highlevel',
  input: updateInput,
  key: keyOf,
  look: ({ contactId, taskId }) => ({ endpoint: HIGHLEVEL.task.get, params: { contactId, taskId } }),
  fresh: ({ task }) => task,
  answered: ({ task }) => task,
  wanted: ({ values }, context) => wanted(values, context),
  seen: ({ seen: { due, ...was } }, { timeZone }) => ({ ...was, due: due && dueInstant(due, timeZone) }),
  held,
  told,
  request: ({ contactId, taskId, values }, { account, timeZone }, wire) => ({
    endpoint: HIGHLEVEL.task.update,
    params: { contactId, taskId },
    body: updateTaskBody(fromWireTask(wire, { account, contactId }), values, timeZone),
  }),
  former({ values }, wire) {
    const { assigneeId, ...was } = fromWireTask(wire, { account: '' });
    const back = formerOf(values, { ...was, assignedTo: assigneeId });
    return back && { values: back };
  },
});

const completeInput = z.object({ contactId: id, taskId: id, completed: z.boolean() });
type Complete = z.infer<typeof completeInput>;

const completed = (wire: WireTask, input: Complete, context: Context, done: boolean): Outcome => ({
  id: wire.id,
  told: [told(wire, input, context)],
  differs: done ? [] : ['done'],
});

export const completeTask = defineAction<Complete, One, One>({
  id: 'highlevel.task.complete',
  system: 'highlevel',
  resend: 'safe',
  input: completeInput,
  key: keyOf,
  look: ({ contactId, taskId }) => ({ endpoint: HIGHLEVEL.task.get, params: { contactId, taskId } }),
  find: (input, { task }, _, context) =>
    held(task).done === input.completed ? completed(task, input, context, true) : undefined,
  request: ({ contactId, taskId, completed: done }) => ({
    endpoint: HIGHLEVEL.task.complete,
    params: { contactId, taskId },
    body: completeTaskBody(done),
  }),
  outcome: (input, { task }, context) => completed(task, input, context, held(task).done === input.completed),
  undo: ({ contactId, taskId, completed: done }) => ({
    op: 'highlevel.task.complete',
    input: { contactId, taskId, completed: !done },
  }),
});

const deleteInput = z.object({ contactId: id, taskId: id });

export const deleteTask = removeAction<z.infer<typeof deleteInput>>({
  id: 'highlevel.task.delete',
  system: 'highlevel',
  input: deleteInput,
  key: keyOf,
  request: (params) => ({ endpoint: HIGHLEVEL.task.delete, params }),
  entity: 'task',
  idOf: ({ taskId }) => taskId,
});
