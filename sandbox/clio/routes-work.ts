import type { ClioCalendar, ClioCalendarEntry, ClioCustomField, ClioMatter, ClioNote, ClioTask } from '../world/types.ts';
import { type ApiRoute, listRoute, showRoute, writeRoutes } from './api-route.ts';
import { readData } from './body.ts';
import { after, boolIs, common, contains, idIs, type ListSpec, wordIs } from './list.ts';
import { badRequest } from './refusal.ts';
import { BIRTH, byId } from './shape-parts.ts';
import type { View } from './view.ts';
import * as write from './write-work.ts';

const clientOf = (row: { matter_id: number | null }, view: View) => byId(view.rows.matters, row.matter_id)?.client_id;

const matters: ListSpec<ClioMatter> = {
  kind: 'Matter',
  rows: (call) => call.view.rows.matters,
  idOf: (row) => row.id,
  orders: {
    display_number: (row) => row.display_number,
    open_date: (row) => row.open_date,
    close_date: (row) => row.close_date,
    updated_at: (row) => row.updated_at,
    created_at: (row) => row.created_at,
    'client.name': (row, view) => byId(view.rows.contacts, row.client_id)?.name ?? null,
  },
  params: {
    ...common<ClioMatter>(),
    'custom_field_ids[]': { type: 'id', test: () => true },
    client_id: idIs((row) => row.client_id),
    status: wordIs(['open', 'closed', 'pending'], (row) => row.status),
    responsible_attorney_id: idIs((row) => row.responsible_attorney_id),
    practice_area_id: idIs((row) => row.practice_area?.id),
    query: contains((row, view) => [
      ...[row.display_number, String(row.number), row.description],
      byId(view.rows.contacts, row.client_id)?.name,
    ]),
  },
};

const STATUSES = ['pending', 'in_progress', 'in_review', 'complete'];
const tasks: ListSpec<ClioTask> = {
  kind: 'Task',
  rows: (call) => {
    // "Must be passed if filtering by assignee" [official spec].
    if (call.query.has('assignee_id') && !call.query.has('assignee_type'))
      throw badRequest('assignee_type is required with assignee_id');
    return call.view.rows.tasks;
  },
  idOf: (row) => row.id,
  orders: {
    name: (row) => row.name,
    due_at: (row) => row.due_at,
    priority: (row) => ['High', 'Normal', 'Low'].indexOf(row.priority),
    completed_at: (row) => row.completed_at,
  },
  params: {
    ...common<ClioTask>(),
    matter_id: idIs((row) => row.matter_id),
    client_id: idIs(clientOf),
    assigner_id: idIs((row) => row.assigner_id),
    assignee_id: idIs((row) => row.assignee?.id),
    assignee_type: wordIs(['user', 'contact'], (row) => row.assignee?.type ?? ''),
    responsible_attorney_id: idIs((row, view) => byId(view.rows.matters, row.matter_id)?.responsible_attorney_id),
    status: wordIs(STATUSES, (row) => row.status),
    'statuses[]': wordIs(STATUSES, (row) => row.status),
    complete: boolIs((row) => row.status === 'complete'),
    permission: wordIs(['private', 'public'], (row) => row.permission),
    priority: wordIs(['high', 'normal', 'low'], (row) => row.priority),
    due_at_present: boolIs((row) => row.due_at !== null),
    due_at_from: { type: 'date', test: (row, value) => row.due_at !== null && row.due_at >= value },
    due_at_to: { type: 'date', test: (row, value) => row.due_at !== null && row.due_at <= value },
    query: contains((row) => [row.name, row.description]),
  },
};

const notes: ListSpec<ClioNote> = {
  kind: 'Note',
  required: ['type'],
  rows: (call) => call.view.rows.notes,
  idOf: (row) => row.id,
  orders: {
    date: (row) => row.date,
    updated_at: (row) => row.updated_at,
    author: (row, view) => byId(view.rows.users, row.author_id)?.name ?? null,
  },
  params: {
    ...common<ClioNote>(),
    type: wordIs(['Matter', 'Contact'], (row) => row.type),
    contact_id: idIs((row) => row.contact_id),
    matter_id: idIs((row) => row.matter_id),
    query: contains((row) => [row.subject, row.detail]),
  },
};

const entries: ListSpec<ClioCalendarEntry> = {
  kind: 'CalendarEntry',
  ordered: false,
  rows: (call) => call.view.rows.calendarEntries,
  idOf: (row) => row.id,
  params: {
    ...common<ClioCalendarEntry>(),
    calendar_id: idIs((row) => row.calendar_owner_id),
    matter_id: idIs((row) => row.matter_id),
    // The sandbox keeps no series, so there is nothing to expand.
    expanded: { type: 'bool', test: () => true },
    visible: boolIs(() => true),
    is_all_day: boolIs((row) => row.all_day),
    from: { type: 'time', test: (row, value) => Date.parse(row.end_at) >= Date.parse(value) },
    to: { type: 'time', test: (row, value) => Date.parse(row.start_at) <= Date.parse(value) },
    query: contains((row) => [row.summary, row.description, row.location]),
  },
};

const calendars: ListSpec<ClioCalendar> = {
  kind: 'Calendar',
  rows: (call) => call.view.rows.calendars,
  idOf: (row) => row.id,
  orders: { name: (row) => row.name },
  params: {
    'ids[]': idIs((row) => row.id),
    type: wordIs(['AccountCalendar', 'AdhocCalendar', 'UserCalendar'], (row) => row.type),
    owner: boolIs((row, view) => row.user_id === view.user.id),
    writeable: boolIs(() => true),
    visible: boolIs(() => true),
    source: wordIs(['web', 'mobile'], () => 'web'),
    created_since: after(() => BIRTH),
    updated_since: after(() => BIRTH),
  },
};

const FIELD_TYPES = ['checkbox', 'contact', 'currency', 'date', 'time', 'email', 'matter', 'numeric', 'picklist', 'text_area'];
const customFields: ListSpec<ClioCustomField> = {
  kind: 'CustomField',
  rows: (call) => call.view.rows.customFields,
  idOf: (row) => row.id,
  orders: { name: (row) => row.name },
  params: {
    ...common<ClioCustomField>(),
    parent_type: wordIs(['matter', 'contact'], (row) => row.parent_type),
    field_type: wordIs([...FIELD_TYPES, 'text_line', 'url'], (row) => row.field_type),
    deleted: boolIs(() => false),
    query: contains((row) => [row.name]),
  },
};

const taskWrites = writeRoutes<ClioTask>({
  ...{ id: 'clio.tasks', kind: 'Task', path: '/tasks', areas: ['tasks'] },
  ...{ createRules: write.TASK_CREATE, updateRules: write.TASK_UPDATE },
  mine: (call) => call.view.rows.tasks,
  all: (state) => state.rows.tasks,
  create: (call) => write.createTask(readData(call.body, write.TASK_CREATE, true), call.view),
  update: (call, row) => write.writeTask(row, readData(call.body, write.TASK_UPDATE, false), call.view),
});
const noteWrites = writeRoutes<ClioNote>({
  ...{ id: 'clio.notes', kind: 'Note', path: '/notes', areas: ['notes'] },
  ...{ createRules: write.NOTE_CREATE, updateRules: write.NOTE_UPDATE },
  mine: (call) => call.view.rows.notes,
  all: (state) => state.rows.notes,
  create: (call) => write.createNote(readData(call.body, write.NOTE_CREATE, true), call.view),
  update: (call, row) => write.writeNote(row, readData(call.body, write.NOTE_UPDATE, false), call.view),
});
const entryWrites = writeRoutes<ClioCalendarEntry>({
  ...{ id: 'clio.calendar_entries', kind: 'CalendarEntry', path: '/calendar_entries', areas: ['calendars'] },
  ...{ createRules: write.ENTRY_CREATE, updateRules: write.ENTRY_UPDATE },
  mine: (call) => call.view.rows.calendarEntries,
  all: (state) => state.rows.calendarEntries,
  create: (call) => write.createEntry(readData(call.body, write.ENTRY_CREATE, true), call.view),
  update: (call, row) => write.writeEntry(row, readData(call.body, write.ENTRY_UPDATE, false), call.view),
});

export const WORK_ROUTES: ApiRoute[] = [
  listRoute('clio.matters.list', '/matters.json', ['matters'], matters),
  showRoute('clio.matters.get', '/matters/:id', ['matters'], 'Matter', (call) => call.view.rows.matters, ['custom_field_ids[]']),
  listRoute('clio.tasks.list', '/tasks.json', ['tasks'], tasks),
  showRoute('clio.tasks.get', '/tasks/:id', ['tasks'], 'Task', (call) => call.view.rows.tasks),
  ...taskWrites,
  listRoute('clio.notes.list', '/notes.json', ['notes'], notes),
  showRoute('clio.notes.get', '/notes/:id', ['notes'], 'Note', (call) => call.view.rows.notes),
  ...noteWrites,
  listRoute('clio.calendar_entries.list', '/calendar_entries.json', ['calendars'], entries),
  showRoute(
    'clio.calendar_entries.get',
    '/calendar_entries/:id',
    ['calendars'],
    'CalendarEntry',
    (call) => call.view.rows.calendarEntries,
  ),
  ...entryWrites,
  listRoute('clio.calendars.list', '/calendars.json', ['calendars'], calendars),
  showRoute('clio.calendars.get', '/calendars/:id', ['calendars'], 'Calendar', (call) => call.view.rows.calendars),
  listRoute('clio.custom_fields.list', '/custom_fields.json', ['custom_fields'], customFields),
  showRoute(
    'clio.custom_fields.get',
    '/custom_fields/:id',
    ['custom_fields'],
    'CustomField',
    (call) => call.view.rows.customFields,
  ),
];
