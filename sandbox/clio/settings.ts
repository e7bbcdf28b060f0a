import type {
  ClioCustomAction,
  ClioCustomField,
  ClioMatterStage,
  ClioPracticeArea,
  ClioTaskList,
  ClioWebhook,
} from '../world/types.ts';
import type { ApiRoute } from './api-route.ts';
import { type BodyRules, type Data, flag, int, list, must, text, texts, time } from './body.ts';
import { readFields } from './fields.ts';
import { boolIs, common, contains, idIs } from './list.ts';
import { unprocessable } from './refusal.ts';
import { newRow, resource, told } from './resource.ts';
import { byId } from './shape-parts.ts';
import { SHAPES } from './shapes.ts';
import { nextId } from './state.ts';
import type { View } from './view.ts';

const FIELD_TYPES = 'checkbox contact currency date time email matter numeric picklist text_area text_line url'.split(' ');
const FIELD: BodyRules = {
  ...{ name: must(text()), field_type: must(text(FIELD_TYPES)), parent_type: must(text(['Contact', 'Matter'])) },
  ...{ display_order: int, displayed: flag, required: flag, picklist_options: list({ id: int, option: text(), _deleted: flag }) },
};

function makeField(data: Data, view: View): ClioCustomField {
  const options = ((data.picklist_options ?? []) as Data[]).map(({ option }) => ({
    id: nextId(view.state),
    option: String(option ?? ''),
  }));
  if (data.field_type === 'picklist' && !options.some(({ option }) => option)) throw unprocessable('A picklist needs options');
  if (!String(data.name).trim()) throw unprocessable("Name can't be blank");
  const type = { parent_type: data.parent_type as 'Contact', field_type: String(data.field_type) };
  // The options took their ids first, so the field must take its own after them.
  return { ...newRow(view), ...type, name: String(data.name), picklist_options: options };
}

const ACTION: BodyRules = {
  ...{ label: must(text()), target_url: must(text()) },
  ui_reference: must(text(['activities/show', 'documents/show', 'contacts/show', 'matters/show', 'folders/show'])),
};

const secure = (url: unknown) => {
  if (!/^https:\/\/[^/\s]+\.[^/\s]+/.test(String(url))) throw unprocessable('url must be an https address');
};
function makeAction(data: Data, view: View): ClioCustomAction {
  secure(data.target_url);
  if (!String(data.label).trim()) throw unprocessable("Label can't be blank");
  return {
    ...newRow(view),
    label: String(data.label),
    target_url: String(data.target_url),
    ui_reference: String(data.ui_reference),
  };
}

/** Models that report, with the record each of them sends. */
const MODELS: Record<string, string | undefined> = {
  ...{ activity: undefined, bill: 'Bill', calendar_entry: 'CalendarEntry', clio_payments_payment: 'ClioPaymentsPayment' },
  ...{
    communication: 'Communication',
    contact: 'Contact',
    document: 'Document',
    folder: 'Folder',
    matter: 'Matter',
    task: 'Task',
  },
};
const EVENTS = ['created', 'updated', 'deleted', 'matter_opened', 'matter_pended', 'matter_closed'];
const HOOK: BodyRules = {
  events: texts(EVENTS),
  expires_at: time,
  fields: text(),
  model: text(Object.keys(MODELS)),
  url: text(),
};
const DAY = 86_400_000;

function layHook(row: ClioWebhook, data: Data, view: View): ClioWebhook {
  const next = { ...row, ...(told(data, 'url', 'model', 'fields', 'events', 'expires_at') as Partial<ClioWebhook>) };
  secure(next.url);
  const shape = SHAPES[MODELS[next.model] ?? ''];
  if (shape) readFields(next.fields, shape);
  if (next.model !== 'matter' && next.events.some((event) => event.startsWith('matter_'))) {
    throw unprocessable('matter events go with the model matter');
  }
  // "31 days at most", three unless told [Clio's webhook documentation].
  const left = Date.parse(next.expires_at) - view.clock.now();
  if (left <= 0 || left > 31 * DAY) throw unprocessable('expires_at must be within 31 days from now');
  return { ...next, expires_at: `${new Date(next.expires_at).toISOString().slice(0, 19)}Z` };
}

/** Pending until its address has answered the handshake, which nothing here plays. */
function makeHook(_: Data, view: View): ClioWebhook {
  const row = newRow(view);
  const expires_at = new Date(view.clock.now() + 3 * DAY).toISOString();
  const blank = { url: '', model: '', fields: '', events: ['created', 'updated', 'deleted'], status: 'pending' as const };
  return { ...row, ...blank, expires_at, shared_secret: `sandbox-hook-${row.id}`, user_id: view.user.id };
}

const areas = resource<ClioPracticeArea>({
  ...{ id: 'clio.practice_areas', kind: 'PracticeArea', areas: ['matters'], table: 'practiceAreas', get: true },
  list: {
    orders: { name: (row) => row.name, category: (row) => row.category, code: (row) => row.code },
    params: {
      ...common<ClioPracticeArea>(),
      name: { type: 'text', test: (row, value) => row.name.toLowerCase() === value.toLowerCase() },
      code: { type: 'text', test: (row, value) => row.code === value },
      matter_id: { type: 'id', test: (row, value, view) => byId(view.rows.matters, Number(value))?.practice_area?.id === row.id },
    },
  },
});

/** What is set up once, and the lists that choices are made from. */
export const settingRoutes: ApiRoute[] = [
  ...areas,
  ...resource<ClioMatterStage>({
    ...{ id: 'clio.matter_stages', kind: 'MatterStage', areas: ['matters'], table: 'matterStages' },
    list: { params: { ...common<ClioMatterStage>(), practice_area_id: idIs((row) => row.practice_area_id) } },
  }),
  ...resource<ClioTaskList>({
    ...{ id: 'clio.task_template_lists', kind: 'TaskTemplateList', areas: ['tasks'], table: 'taskLists', get: true },
    list: {
      orders: {
        name: (row) => row.name,
        'practice_area.name': (row, view) => byId(view.rows.practiceAreas, row.practice_area_id)?.name ?? null,
      },
      params: {
        ...common<ClioTaskList>(),
        empty: boolIs((row) => row.templates.length === 0),
        practice_area_id: idIs((row) => row.practice_area_id),
        query: contains((row) => [row.name, row.description]),
      },
    },
  }),
  ...resource<ClioCustomField>({
    ...{
      id: 'clio.custom_fields',
      kind: 'CustomField',
      areas: ['custom_fields'],
      table: 'customFields',
      create: FIELD,
      make: makeField,
    },
    gone: true,
  }),
  ...resource<ClioCustomAction>({
    ...{ id: 'clio.custom_actions', kind: 'CustomAction', areas: ['custom_actions'], table: 'customActions', create: ACTION },
    ...{ make: makeAction, gone: true, list: { params: common<ClioCustomAction>() } },
  }),
  ...resource<ClioWebhook>({
    ...{ id: 'clio.webhooks', kind: 'Webhook', areas: ['webhooks'], table: 'webhooks', get: true, gone: true },
    create: { ...HOOK, fields: must(text()), model: must(text(Object.keys(MODELS))), url: must(text()) },
    ...{ update: HOOK, make: makeHook, lay: layHook, list: { orders: {}, params: common<ClioWebhook>() } },
  }),
];
