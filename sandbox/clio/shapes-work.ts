import type { ClioAccount, ClioMatter, ClioNote, ClioRelationship, ClioTask } from '../world/types.ts';
import { remindersOf } from './reminder-shapes.ts';
import {
  always,
  BIRTH,
  byId,
  columns,
  contactOf,
  etagField,
  initials,
  many,
  matterOf,
  noOne,
  nothing,
  one,
  type Someone,
  stamped,
} from './shape-parts.ts';
import type { AnyShape, Look, Shape } from './shapes.ts';

const matter: Shape<ClioMatter> = {
  kind: 'Matter',
  plain: {
    ...columns<ClioMatter>('id', 'number', 'display_number', 'description', 'status', 'client_id'),
    ...columns<ClioMatter>('open_date', 'close_date', 'created_at', 'updated_at'),
    ...etagField('Matter'),
    has_tasks: (row, look) => look.rows.tasks.some((task) => task.matter_id === row.id),
    last_activity_date: (row) => row.updated_at.slice(0, 10),
    ...always(null, 'custom_number', 'currency', 'maildrop_address'),
    location: (row) => row.location ?? null,
    client_reference: (row) => row.client_reference ?? null,
    pending_date: (row) => row.pending_date ?? null,
    matter_stage_updated_at: (row) => row.matter_stage_updated_at ?? null,
    billable: (row) => row.billable ?? true,
    ...always('hourly', 'billing_method'),
    ...always(false, 'shared'),
  },
  nested: {
    client: one('Contact', (row, look) => byId(look.rows.contacts, row.client_id)),
    practice_area: one('PracticeArea', (row, look) => byId(look.rows.practiceAreas, row.practice_area?.id) ?? row.practice_area),
    responsible_attorney: one('User', (row, look) => byId(look.rows.users, row.responsible_attorney_id)),
    relationships: many('Relationship', (row, look) => look.rows.relationships.filter((each) => each.matter_id === row.id)),
    custom_field_values: many('CustomFieldValue', (row) => stamped(row, row.custom_field_values)),
    ...noOne('contingency_fee', 'custom_rate', 'evergreen_retainer', 'folder', 'group', 'matter_budget'),
    matter_stage: one('MatterStage', (row, look) => byId(look.rows.matterStages, row.matter_stage_id)),
    originating_attorney: one('User', (row, look) => byId(look.rows.users, row.originating_attorney_id)),
    ...noOne('statute_of_limitations', 'user', 'legal_aid_uk_matter'),
    ...nothing('account_balances', 'custom_field_set_associations', 'matter_bill_recipients', 'task_template_list_instances'),
    ...nothing('split_invoice_payers'),
  },
};

const relationship: Shape<ClioRelationship> = {
  kind: 'Relationship',
  plain: {
    ...columns<ClioRelationship>('id', 'description', 'created_at', 'updated_at'),
    ...etagField('Relationship'),
  },
  nested: { matter: matterOf, contact: contactOf },
};

function assigneeOf(task: ClioTask, look: Look) {
  if (!task.assignee) return null;
  if (task.assignee.type === 'Contact') return byId(look.rows.contacts, task.assignee.id);
  const user = byId(look.rows.users, task.assignee.id);
  return user && { ...user, type: 'User' };
}

const task: Shape<ClioTask> = {
  kind: 'Task',
  plain: {
    ...columns<ClioTask>('id', 'name', 'status', 'description', 'priority', 'due_at', 'permission', 'completed_at'),
    ...columns<ClioTask>('created_at', 'updated_at'),
    ...etagField('Task'),
    description_text_type: (row) => row.description_text_type ?? 'plain_text',
    ...always(false, 'notify_completion', 'statute_of_limitations'),
    ...always(null, 'time_estimated'),
    ...always(0, 'time_entries_count'),
  },
  nested: {
    matter: matterOf,
    assignee: one('Participant', assigneeOf),
    assigner: one('User', (row, look) => byId(look.rows.users, row.assigner_id)),
    ...noOne('task_type'),
    reminders: many('Reminder', (row, look) => remindersOf(look, 'Task', row.id)),
    ...nothing('time_entries'),
  },
};

const participant: Shape<Someone> = {
  kind: 'Participant',
  plain: {
    ...columns<Someone & { created_at: string; updated_at: string }>('id', 'name', 'type', 'created_at', 'updated_at'),
    ...etagField('Participant'),
    enabled: (row) => row.enabled ?? true,
    initials: (row) => initials(row.name),
    identifier: (row) => row.email ?? null,
    ...always(null, 'secondary_identifier', 'job_title_name'),
  } as Shape<Someone>['plain'],
  nested: { ...noOne('avatar') },
};

const note: Shape<ClioNote> = {
  kind: 'Note',
  plain: {
    ...columns<ClioNote>('id', 'type', 'subject', 'detail', 'detail_text_type', 'date', 'created_at', 'updated_at'),
    ...etagField('Note'),
    ...always(0, 'time_entries_count'),
  },
  nested: {
    matter: matterOf,
    contact: contactOf,
    author: one('User', (row, look) => byId(look.rows.users, row.author_id)),
    ...nothing('time_entries', 'notification_event_subscribers'),
  },
};

const still = (kind: string, plain: AnyShape['plain']): AnyShape => ({
  kind,
  plain: {
    ...columns<Record<string, unknown>>('id'),
    ...etagField(kind),
    ...always(BIRTH, 'created_at', 'updated_at'),
    ...plain,
  },
  nested: {},
});

const account: AnyShape = {
  ...still('Account', { ...columns<ClioAccount>('name'), ...always('active', 'state') }),
  nested: { owner: one('User', (_, look) => look.rows.users[0]) },
};

export const WORK: AnyShape[] = [
  matter,
  relationship,
  task,
  participant,
  note,
  still('PracticeArea', {
    ...columns('name' as never),
    // A matter's own copy of its area has a name only.
    category: (row) => row.category ?? 'other',
    code: (row) => row.code ?? null,
  }),
  still('PicklistOption', { ...columns('option' as never), ...always(null, 'deleted_at') }),
  account,
];
