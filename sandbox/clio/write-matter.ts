import type { ClioCustomFieldValue, ClioMatter, ClioRelationship } from '../world/types.ts';
import { type BodyRules, type Data, date, flag, int, list, must, ref, refId, text } from './body.ts';
import { notFound, unprocessable } from './refusal.ts';
import { known, newRow, told } from './resource.ts';
import { byId } from './shape-parts.ts';
import { nextId, stamp } from './state.ts';
import type { View } from './view.ts';
import { createTask } from './write-work.ts';

const STATUSES = ['open', 'closed', 'pending'];
const applied: BodyRules = {
  ...{ task_template_list: must(ref({ id: must(int) })), assignee_id: int, notify_assignees: flag, due_at: date },
};
const own: BodyRules = {
  ...{
    billable: flag,
    client_reference: text(),
    close_date: date,
    description: text(),
    display_number: text(),
    location: text(),
  },
  ...{ matter_stage: ref(), open_date: date, originating_attorney: ref(), pending_date: date, practice_area: ref() },
  ...{ responsible_attorney: ref(), status: text(STATUSES), task_template_list_instances: list(applied) },
};
export const MATTER_CREATE: BodyRules = {
  ...{ ...own, client: must(ref({ id: must(int) })), description: must(text()) },
  custom_field_values: list({ value: must({ kind: 'any' }), custom_field: must(ref({ id: must(int) })) }),
  relationships: list({ description: must(text()), contact: must(ref({ id: must(int) })) }),
};
export const MATTER_UPDATE: BodyRules = {
  ...{ ...own, client: ref() },
  // Ids of values are texts when read and numbers in the spec's body; both are taken.
  custom_field_values: list({ value: { kind: 'any' }, custom_field: ref(), id: { kind: 'any' }, _destroy: flag }),
  relationships: list({ description: text(), contact: ref(), id: int, _destroy: flag }),
};

/** A blank matter, numbered on from the account's last one and named after its client. */
export function makeMatter(data: Data, view: View): ClioMatter {
  const client = known(view.rows.contacts, refId(data.client), 'Contact');
  const number = Math.max(0, ...view.rows.matters.map((row) => row.number)) + 1;
  const row = newRow(view);
  return {
    ...{
      ...row,
      number,
      display_number: `${String(number).padStart(5, '0')}-${client.last_name ?? client.name}`,
      description: '',
    },
    ...{ status: 'Open', client_id: client.id, practice_area: null, responsible_attorney_id: null },
    ...{ open_date: row.created_at.slice(0, 10), close_date: null, custom_field_values: [] },
  };
}

/** Lays a body over a matter. Tasks of applied lists and relationships are made only once all else is right. */
export function writeMatter(old: ClioMatter, data: Data, view: View): ClioMatter {
  const plain = told(
    data,
    'description',
    'display_number',
    'location',
    'client_reference',
    'billable',
    'open_date',
    'close_date',
    'pending_date',
  );
  const matter: ClioMatter = { ...old, ...plain };
  if (!matter.description?.trim()) throw unprocessable("Description can't be blank");
  const client = refId(data.client);
  if (client !== undefined) matter.client_id = known(view.rows.contacts, client, 'Contact').id;
  writePeople(matter, data, view);
  writeArea(matter, data, view);
  writeStatus(matter, data, view);
  matter.custom_field_values = valuesOf(old, data.custom_field_values, view);
  const people = relationsOf(matter, data.relationships, view);
  const tasks = tasksOf(matter, data.task_template_list_instances, view);
  const owner = byId(view.state.rows.contacts, matter.client_id);
  if (owner) owner.is_client = true;
  view.state.rows.relationships = people;
  for (const task of tasks) view.state.rows.tasks.push(task());
  return matter;
}

function writePeople(matter: ClioMatter, data: Data, view: View): void {
  for (const role of ['responsible_attorney', 'originating_attorney'] as const) {
    const id = refId(data[role]);
    if (id !== undefined) matter[`${role}_id`] = id === null ? null : known(view.rows.users, id, 'User').id;
  }
}

/** A stage belongs to a practice area; one of another area is refused, and a change of area drops the stage (belief). */
function writeArea(matter: ClioMatter, data: Data, view: View): void {
  const area = refId(data.practice_area);
  if (area !== undefined && area !== (matter.practice_area?.id ?? null)) {
    const found = area === null ? null : known(view.rows.practiceAreas, area, 'PracticeArea');
    matter.practice_area = found && { id: found.id, name: found.name };
    matter.matter_stage_id = null;
  }
  const stage = refId(data.matter_stage);
  if (stage === undefined || stage === (matter.matter_stage_id ?? null)) return;
  const found = stage === null ? null : known(view.rows.matterStages, stage, 'MatterStage');
  if (found && found.practice_area_id !== matter.practice_area?.id)
    throw unprocessable('Matter stage belongs to another practice area');
  Object.assign(matter, { matter_stage_id: stage, matter_stage_updated_at: stamp(view.clock) });
}

/** Written in small letters, read with a capital. The date that goes with a status is today unless told. */
function writeStatus(matter: ClioMatter, data: Data, view: View): void {
  if (typeof data.status !== 'string') return;
  const today = stamp(view.clock).slice(0, 10);
  matter.status = (data.status[0]?.toUpperCase() + data.status.slice(1)) as ClioMatter['status'];
  if (matter.status === 'Closed') matter.close_date ??= today;
  else matter.close_date = null;
  if (matter.status === 'Pending') matter.pending_date ??= today;
}

function valuesOf(old: ClioMatter, asked: unknown, view: View): ClioCustomFieldValue[] {
  let all = old.custom_field_values.map((each) => ({ ...each }));
  for (const { id, _destroy, custom_field, value } of (asked ?? []) as Data[]) {
    const found = all.find((each) => each.id === id || each.id.split('-').at(-1) === String(id));
    if (id !== undefined && !found) throw notFound(`CustomFieldValue ${id}`);
    if (_destroy === true) all = all.filter((each) => each !== found);
    else if (found) found.value = value;
    else {
      const field = known(view.rows.customFields, refId(custom_field), 'CustomField');
      if (field.parent_type !== 'Matter') throw unprocessable(`Custom field ${field.id} is not one of matters`);
      if (all.some((each) => each.custom_field_id === field.id))
        throw unprocessable(`Custom field ${field.id} has a value already`);
      all.push({ id: `${field.field_type}-${nextId(view.state)}`, custom_field_id: field.id, value });
    }
  }
  return all;
}

/** All relationships of the sandbox as they will be; rows with an id change or go, others are added. */
function relationsOf(matter: ClioMatter, asked: unknown, view: View): ClioRelationship[] {
  let all = view.state.rows.relationships;
  for (const { id, _destroy, contact, description } of (asked ?? []) as Data[]) {
    const found =
      id === undefined
        ? undefined
        : known(
            all.filter((each) => each.matter_id === matter.id),
            id,
            'Relationship',
          );
    if (_destroy === true) {
      all = all.filter((each) => each !== found);
      continue;
    }
    const now = stamp(view.clock);
    const contactId = refId(contact) ?? found?.contact_id;
    const blank = { id: nextId(view.state), matter_id: matter.id, created_at: now };
    const row = { ...(found ?? blank), contact_id: known(view.rows.contacts, contactId, 'Contact').id, updated_at: now };
    const next = { ...row, description: String(description ?? found?.description ?? '') };
    all = found ? all.map((each) => (each === found ? next : each)) : [...all, next];
  }
  return all;
}

/** The tasks of an applied list: days count from `due_at`, else from today; without an assignee they are the attorney's. */
function tasksOf(matter: ClioMatter, asked: unknown, view: View) {
  return ((asked ?? []) as Data[]).flatMap(({ task_template_list, assignee_id, due_at }) => {
    const list = known(view.rows.taskLists, refId(task_template_list), 'TaskTemplateList');
    const assignee = known(view.rows.users, assignee_id ?? matter.responsible_attorney_id ?? view.user.id, 'User');
    const first = Date.parse(String(due_at ?? stamp(view.clock)).slice(0, 10));
    return list.templates.map(({ name, description, days }) => {
      const due = new Date(first + days * 86_400_000).toISOString().slice(0, 10);
      const body = { name, description, due_at: due, assignee: { id: assignee.id, type: 'User' } };
      return () => ({ ...createTask(body, view), matter_id: matter.id });
    });
  });
}
