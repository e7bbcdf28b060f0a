import type { HlTask } from '../world/types.ts';
import { assertUser } from './contact-input.ts';
import { contactOf } from './contact-store.ts';
import { plays } from './quirks.ts';
import { type HlCall, type HlRoute, need } from './route.ts';
import type { Shape } from './validate.ts';
import { taskView } from './views.ts';

const CREATE_TASK: Shape = {
  title: { kind: 'string', required: true },
  body: { kind: 'string' },
  dueDate: { kind: 'date', required: true },
  completed: { kind: 'boolean', required: true },
  assignedTo: { kind: 'string' },
};
const UPDATE_TASK: Shape = {
  title: { kind: 'string' },
  body: { kind: 'string' },
  dueDate: { kind: 'date' },
  completed: { kind: 'boolean' },
  assignedTo: { kind: 'string' },
};

type TaskInput = Partial<Pick<HlTask, 'title' | 'body' | 'dueDate' | 'completed' | 'assignedTo'>>;

function taskOf(call: HlCall): HlTask {
  const contact = contactOf(call);
  const task = call.state.rows.tasks.find((row) => row.id === call.params.taskId && row.contactId === contact.id);
  return need(call, task, 'Task');
}

// Due dates come back in UTC with milliseconds, whatever offset they were sent in.
function lay(call: HlCall, task: HlTask, input: TaskInput): HlTask {
  if (input.assignedTo) assertUser(call.state, task.locationId, input.assignedTo);
  const dueDate = input.dueDate ? new Date(input.dueDate).toISOString() : task.dueDate;
  return { ...task, ...input, dueDate, assignedTo: input.assignedTo === '' ? undefined : (input.assignedTo ?? task.assignedTo) };
}

function store(call: HlCall, task: HlTask) {
  const { tasks } = call.state.rows;
  const at = tasks.findIndex((row) => row.id === task.id);
  if (at < 0) tasks.push(task);
  else tasks[at] = task;
  return { task: view(call, task) };
}

const view = (call: HlCall, task: HlTask) => taskView(task, plays(call.state.quirks, 'task-without-contact-id'));

function create(call: HlCall) {
  const contact = contactOf(call);
  const { state } = call;
  const { id: contactId, locationId } = contact;
  const fresh: HlTask = {
    id: state.newId(),
    contactId,
    locationId,
    title: '',
    dueDate: '',
    completed: false,
    dateAdded: state.now(),
  };
  return store(call, lay(call, fresh, call.body as TaskInput));
}

function list(call: HlCall) {
  const contact = contactOf(call);
  const { state, clock } = call;
  const rows = state.rows.tasks.filter((task) => task.contactId === contact.id);
  const visible = (task: HlTask) => Date.parse(task.dateAdded) <= clock.now() - state.settings.searchLagMs;
  const late = rows.some((task) => !visible(task)) && plays(state.quirks, 'task-list-lag');
  return { tasks: (late ? rows.filter(visible) : rows).map((task) => view(call, task)) };
}

function remove(call: HlCall) {
  const task = taskOf(call);
  call.state.rows.tasks = call.state.rows.tasks.filter((row) => row.id !== task.id);
  return { succeded: true };
}

const shared = { spec: 'contacts', version: '2021-07-28' } as const;
const reading = { ...shared, scope: 'contacts.readonly', method: 'GET' } as const;
const writing = { ...shared, scope: 'contacts.write' } as const;
const all = '/contacts/:contactId/tasks';
const one = `${all}/:taskId`;

export const taskRoutes: HlRoute[] = [
  { ...reading, id: 'highlevel.list-tasks', path: all, handle: list },
  { ...reading, id: 'highlevel.get-task', path: one, handle: (call) => ({ task: view(call, taskOf(call)) }) },
  { ...writing, id: 'highlevel.create-task', method: 'POST', path: all, body: CREATE_TASK, status: 201, handle: create },
  {
    ...writing,
    id: 'highlevel.update-task',
    method: 'PUT',
    path: one,
    body: UPDATE_TASK,
    handle: (call) => store(call, lay(call, taskOf(call), (call.body ?? {}) as TaskInput)),
  },
  {
    ...writing,
    id: 'highlevel.complete-task',
    method: 'PUT',
    path: `${one}/completed`,
    body: { completed: { kind: 'boolean', required: true } },
    handle: (call) => store(call, lay(call, taskOf(call), call.body as TaskInput)),
  },
  { ...writing, id: 'highlevel.delete-task', method: 'DELETE', path: one, handle: remove },
];
