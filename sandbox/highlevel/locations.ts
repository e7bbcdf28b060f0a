import type { HlLocation, HlTask } from '../world/types.ts';
import { assertLocation } from './contact-store.ts';
import { refuse } from './errors.ts';
import { type HlCall, type HlRoute, need, page, whole } from './route.ts';
import type { HighLevelState } from './state.ts';
import { taskView } from './views.ts';

const settings = (state: HighLevelState) => ({
  allowDuplicateContact: state.settings.allowDuplicates,
  allowDuplicateOpportunity: false,
  allowFacebookNameMerge: false,
  disableContactTimezone: false,
});

function locationOf(call: HlCall): HlLocation {
  const found = call.state.rows.locations.find((row) => row.id === call.params.locationId);
  const location = need(call, found, 'Location');
  assertLocation(call, location.id);
  return location;
}

// Sub-account tokens see their own location only.
function searchLocations(call: HlCall) {
  const { query, state, token } = call;
  const email = query.get('email')?.toLowerCase();
  const mine = state.rows.locations
    .filter((row) => (token.userType === 'Location' ? row.id === token.locationId : row.companyId === token.companyId))
    .filter((row) => !email || row.email.toLowerCase() === email)
    .sort((a, b) => a.name.localeCompare(b.name) * (query.get('order') === 'desc' ? -1 : 1));
  const rows = page(mine, whole(query, 'skip', 0), whole(query, 'limit', 10));
  return { locations: rows.map(({ companyId: _, ...row }) => ({ ...row, settings: settings(state) })) };
}

function tagOf(call: HlCall) {
  const found = call.state.rows.tags.find((row) => row.id === call.params.tagId && row.locationId === locationOf(call).id);
  return need(call, found, 'Tag');
}

function createTag(call: HlCall) {
  const { state } = call;
  const name = (call.body as { name: string }).name.trim().toLowerCase();
  const location = locationOf(call);
  if (state.rows.tags.some((row) => row.locationId === location.id && row.name === name))
    refuse(400, 'The tag name is already exist.');
  const tag = { id: state.newId(), locationId: location.id, name };
  state.rows.tags.push(tag);
  return { tag };
}

function listCustomFields(call: HlCall) {
  const location = locationOf(call);
  const model = call.query.get('model') ?? 'contact';
  const rows = call.state.rows.customFields.filter(
    (row) => row.locationId === location.id && (model === 'all' || row.model === model),
  );
  return { customFields: rows.map((row, position) => ({ ...row, placeholder: '', position })) };
}

function getCustomField(call: HlCall) {
  const location = locationOf(call);
  const found = call.state.rows.customFields.find((row) => row.locationId === location.id && row.id === call.params.id);
  return { customField: need(call, found, 'Custom field') };
}

interface TaskSearch {
  contactId?: string[];
  completed?: boolean;
  assignedTo?: string[];
  query?: string;
  limit?: number;
  skip?: number;
  businessId?: string;
}

// The spec's answer schema is broken (tasks: array of arrays); rows here are a contact's task plus `_id` and `locationId`, a belief.
function searchTasks(call: HlCall) {
  const { state } = call;
  const location = locationOf(call);
  const asked = (call.body ?? {}) as TaskSearch;
  for (const name of ['skip', 'limit'] as const) {
    const value = asked[name] ?? 1;
    if (!Number.isInteger(value) || value < 0) refuse(422, [`${name} must be a whole number`]);
  }
  const business = (task: HlTask) => state.rows.contacts.find((row) => row.id === task.contactId)?.businessId;
  const rows = state.rows.tasks.filter(
    (task) =>
      task.locationId === location.id &&
      (!asked.contactId?.length || asked.contactId.includes(task.contactId)) &&
      (asked.completed === undefined || task.completed === asked.completed) &&
      (!asked.assignedTo?.length || asked.assignedTo.includes(task.assignedTo ?? '')) &&
      (!asked.query || task.title.toLowerCase().includes(asked.query.toLowerCase())) &&
      (!asked.businessId || business(task) === asked.businessId),
  );
  const tasks = page(rows, asked.skip ?? 0, asked.limit ?? 25);
  return { tasks: tasks.map((task) => ({ ...taskView(task), _id: task.id, locationId: task.locationId })) };
}

const shared = { spec: 'locations', version: '2021-07-28' } as const;
const one = '/locations/:locationId';
const tags = `${one}/tags`;
const text = { kind: 'string' } as const;
const tagBody = { name: { kind: 'string', required: true } } as const;
const locationRead = { ...shared, scope: 'locations.readonly', access: 'both', method: 'GET' } as const;
const tagRead = { ...shared, scope: 'locations/tags.readonly', method: 'GET' } as const;
const tagWrite = { ...shared, scope: 'locations/tags.write' } as const;
const fieldRead = { ...shared, scope: 'locations/customFields.readonly', method: 'GET' } as const;

export const locationRoutes: HlRoute[] = [
  {
    ...locationRead,
    id: 'highlevel.search-locations',
    path: '/locations/search',
    query: { companyId: text, skip: text, limit: text, order: text, email: text },
    handle: searchLocations,
  },
  {
    ...locationRead,
    id: 'highlevel.get-location',
    path: one,
    handle: (call) => ({ location: { ...locationOf(call), settings: settings(call.state) } }),
  },
  {
    ...locationRead,
    access: 'location',
    id: 'highlevel.list-timezones',
    path: `${one}/timezones`,
    handle: (call) => {
      locationOf(call);
      return { timeZones: Intl.supportedValuesOf('timeZone') };
    },
  },
  {
    ...tagRead,
    id: 'highlevel.list-location-tags',
    path: tags,
    handle: (call) => {
      const location = locationOf(call);
      return { tags: call.state.rows.tags.filter((row) => row.locationId === location.id) };
    },
  },
  { ...tagRead, id: 'highlevel.get-location-tag', path: `${tags}/:tagId`, handle: (call) => ({ tag: tagOf(call) }) },
  { ...tagWrite, id: 'highlevel.create-location-tag', method: 'POST', path: tags, body: tagBody, handle: createTag },
  {
    ...shared,
    id: 'highlevel.search-tasks',
    method: 'POST',
    path: `${one}/tasks/search`,
    scope: 'locations/tasks.readonly',
    body: {
      contactId: { kind: 'strings' },
      completed: { kind: 'boolean' },
      assignedTo: { kind: 'strings' },
      query: text,
      limit: { kind: 'number' },
      skip: { kind: 'number' },
      businessId: text,
    },
    handle: searchTasks,
  },
  {
    ...fieldRead,
    id: 'highlevel.list-custom-fields',
    path: `${one}/customFields`,
    query: { model: { kind: 'string', oneOf: ['contact', 'opportunity', 'all'] } },
    handle: listCustomFields,
  },
  { ...fieldRead, id: 'highlevel.get-custom-field', path: `${one}/customFields/:id`, handle: getCustomField },
];
