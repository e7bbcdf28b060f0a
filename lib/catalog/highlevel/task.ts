import * as z from 'zod/mini';
import { completeTaskBody, createTaskBody, dueInstant, fromWireTask } from '../../highlevel/convert.ts';
import { HIGHLEVEL } from '../../highlevel/endpoints.ts';
import type { WireTask } from '../../highlevel/types.ts';
import { plainText } from '../../model/plain-text.ts';
import type { Task } from '../../model/task.ts';
import { type Context, defineAction, type Outcome } from '../define.ts';
import { id, taskValues } from '../inputs.ts';
import { differing } from '../same.ts';

type One = { task: WireTask };
type Many = { tasks: WireTask[] };

const keyOf = ({ contactId, taskId }: { contactId: string; taskId?: string }): string =>
  `highlevel:contact:${contactId}:task:${taskId ?? 'new'}`;
const told = (task: Task, contactId: string, differs: string[] = []): Outcome => ({
  id: task.id,
  told: [{ entity: 'task', id: task.id, value: task, owner: contactId }],
  differs,
});

const createInput = z.object({ contactId: id, values: taskValues });
type Create = z.infer<typeof createInput>;

/** What was sent and came back otherwise. */
function differences({ values: sent }: Create, task: Task, context: Context): string[] {
  const wanted = {
    // Read back through the same cleaning that every text of HighLevel goes through.
    title: plainText(sent.title),
    body: sent.body && plainText(sent.body),
    due: sent.due && dueInstant(sent.due, context.timeZone),
    assignedTo: sent.assignedTo,
    done: sent.done,
  };
  const back = {
    title: task.title,
    body: task.body,
    due: task.due?.kind === 'time' ? task.due.at : undefined,
    assignedTo: task.assigneeId,
    done: task.done,
  };
  return differing(wanted, back);
}

export const createTask = defineAction<Create, Many, One>({
  id: 'highlevel.task.create',
  system: 'highlevel',
  resend: 'check',
  input: createInput,
  key: keyOf,
  look: ({ contactId }) => ({ endpoint: HIGHLEVEL.task.list, params: { contactId } }),
  lookFirst: true,
  snapshot: ({ tasks }) => tasks.map((one) => one.id),
  find(input, { tasks }, snapshot, context) {
    const made = tasks
      .filter((one) => !snapshot.includes(one.id))
      .map((one) => fromWireTask(one, { account: context.account, contactId: input.contactId }))
      .filter((task) => differences(input, task, context).length === 0);
    return made.length > 1 ? 'several' : made[0] && told(made[0], input.contactId);
  },
  request: ({ contactId, values }, { timeZone }) => ({
    endpoint: HIGHLEVEL.task.create,
    params: { contactId },
    body: createTaskBody(values, timeZone),
  }),
  outcome(input, { task: wire }, context) {
    const task = fromWireTask(wire, { account: context.account, contactId: input.contactId });
    return told(task, input.contactId, differences(input, task, context));
  },
  undo: ({ contactId }, result) => ({ op: 'highlevel.task.delete', input: { contactId, taskId: result.id } }),
});

const completeInput = z.object({ contactId: id, taskId: id, completed: z.boolean() });
type Complete = z.infer<typeof completeInput>;

export const completeTask = defineAction<Complete, One, One>({
  id: 'highlevel.task.complete',
  system: 'highlevel',
  resend: 'safe',
  input: completeInput,
  key: keyOf,
  look: ({ contactId, taskId }) => ({ endpoint: HIGHLEVEL.task.get, params: { contactId, taskId } }),
  find({ contactId, completed }, { task: wire }, _, { account }) {
    const task = fromWireTask(wire, { account, contactId });
    return task.done === completed ? told(task, contactId) : undefined;
  },
  request: ({ contactId, taskId, completed }) => ({
    endpoint: HIGHLEVEL.task.complete,
    params: { contactId, taskId },
    body: completeTaskBody(completed),
  }),
  outcome({ contactId, completed }, { task: wire }, { account }) {
    const task = fromWireTask(wire, { account, contactId });
    return told(task, contactId, task.done === completed ? [] : ['done']);
  },
  undo: ({ contactId, taskId, completed }) => ({
    op: 'highlevel.task.complete',
    input: { contactId, taskId, completed: !completed },
  }),
});

const deleteInput = z.object({ contactId: id, taskId: id });

export const deleteTask = defineAction<z.infer<typeof deleteInput>>({
  id: 'highlevel.task.delete',
  system: 'highlevel',
  resend: 'safe',
  absentIsDone: true,
  input: deleteInput,
  key: keyOf,
  request: (params) => ({ endpoint: HIGHLEVEL.task.delete, params }),
  outcome: ({ taskId }) => ({ id: taskId, told: [], gone: [{ entity: 'task', id: taskId }], differs: [] }),
});
