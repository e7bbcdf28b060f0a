import type { HlOpportunity, HlPipeline } from '../world/types.ts';
import { assertUser } from './contact-input.ts';
import { contactOf } from './contact-store.ts';
import { refuse } from './errors.ts';
import { contactName, drop, dto, given, mentions, ofLocation, put, routesOf, rowOf } from './resource.ts';
import { type HlCall, type HlRoute, page, whole } from './route.ts';

const STATUSES = ['open', 'won', 'lost', 'abandoned', 'all'] as const;

/** The body of create, update and upsert. `status` `all` is a filter, which the spec allows as a value too; it is refused here. */
interface Input {
  id?: string;
  locationId?: string;
  contactId?: string;
  name?: string;
  pipelineId?: string;
  pipelineStageId?: string;
  status?: string;
  monetaryValue?: unknown;
  assignedTo?: string;
  lostReasonId?: string;
  followers?: string[];
  isRemoveAllFollowers?: boolean;
  followersActionType?: 'add' | 'remove';
  customFields?: { id?: string; key?: string; field_value?: unknown }[];
}

const bodyOf = (call: HlCall) => (call.body ?? {}) as Input;
const opportunityOf = (call: HlCall, id = call.params.id) => rowOf(call, call.state.rows.opportunities, id, 'Opportunity');

/** The SearchOpportunitiesResponseSchema of the spec. */
function view(call: HlCall, row: HlOpportunity) {
  const { tags = [], email, phone, companyName } = call.state.rows.contacts.find(({ id }) => id === row.contactId) ?? {};
  const contact = { id: row.contactId, name: contactName(call, row.contactId), companyName, email, phone, tags };
  return { ...row, lastActionDate: row.updatedAt, notes: [], tasks: [], calendarEvents: [], contact };
}

function pipelineOf(call: HlCall, id: string | undefined, locationId: string): HlPipeline {
  const found = call.state.rows.pipelines.find((row) => row.id === id && row.locationId === locationId);
  return found ?? refuse(400, 'Pipeline id is invalid.');
}

/** Lays a body over a row. A stage of another pipeline is refused; a new pipeline without a stage starts at its first. */
function lay(call: HlCall, old: HlOpportunity, input: Input): HlOpportunity {
  const pipeline = pipelineOf(call, input.pipelineId ?? old.pipelineId, old.locationId);
  const moved = pipeline.id !== old.pipelineId;
  const stage = input.pipelineStageId ?? (moved ? pipeline.stages[0]?.id : old.pipelineStageId) ?? '';
  if (!pipeline.stages.some(({ id }) => id === stage)) refuse(400, 'Pipeline stage id is invalid.');
  if (input.status === 'all') refuse(422, ['status must be one of open, won, lost, abandoned']);
  if (input.assignedTo) assertUser(call.state, old.locationId, input.assignedTo);
  const value = input.monetaryValue === undefined ? old.monetaryValue : Number(input.monetaryValue);
  if (!Number.isFinite(value)) refuse(422, ['monetaryValue must be a number']);
  const now = call.state.now();
  const next: HlOpportunity = {
    ...old,
    ...(given(input, 'name', 'status', 'assignedTo', 'lostReasonId') as Partial<HlOpportunity>),
    ...{ pipelineId: pipeline.id, pipelineStageId: stage, monetaryValue: value, updatedAt: now },
    customFields: input.customFields ? fields(call, old, input.customFields) : old.customFields,
  };
  if (next.status !== old.status) next.lastStatusChangeAt = now;
  if (next.pipelineStageId !== old.pipelineStageId) next.lastStageChangeAt = now;
  return put(call.state.rows.opportunities, next);
}

function fields(call: HlCall, old: HlOpportunity, asked: NonNullable<Input['customFields']>) {
  const merged = new Map(old.customFields.map((field) => [field.id, field.fieldValue]));
  for (const { id, key, field_value } of asked) {
    const known = call.state.rows.customFields.find((row) => row.id === id || (key !== undefined && row.fieldKey === key));
    if (known) merged.set(known.id, field_value);
  }
  return [...merged].map(([id, fieldValue]) => ({ id, fieldValue }));
}

function blank(call: HlCall, input: Input): HlOpportunity {
  const now = call.state.now();
  return {
    ...{ id: call.state.newId(), locationId: input.locationId ?? '', name: input.name ?? '', status: 'open', monetaryValue: 0 },
    ...{ pipelineId: '', pipelineStageId: '', followers: [], customFields: [], createdAt: now, updatedAt: now },
    ...{ lastStatusChangeAt: now, lastStageChangeAt: now, ...(input.contactId ? { contactId: input.contactId } : {}) },
  };
}

/** The vendor refuses a second open opportunity of a contact in a pipeline while the location's `allowDuplicateOpportunity` is off, as here (belief; the words are reported). */
function create(call: HlCall) {
  const input = bodyOf(call);
  const contact = contactOf(call, input.contactId);
  const twin = call.state.rows.opportunities.find(
    (row) => row.contactId === contact.id && row.pipelineId === input.pipelineId && row.status === 'open',
  );
  if (twin) refuse(400, 'Can not create duplicate opportunity for the contact.');
  return { opportunity: view(call, lay(call, blank(call, input), input)) };
}

/** By id alone: the 2021 specs give this body no contactId, so without an id it makes an opportunity of nobody. */
function upsert(call: HlCall) {
  const input = bodyOf(call);
  const old = input.id ? opportunityOf(call, input.id) : undefined;
  const next = lay(call, old ?? blank(call, input), input);
  const rest = input.isRemoveAllFollowers ? [] : next.followers.filter((id) => !input.followers?.includes(id));
  const followers = input.followersActionType === 'remove' ? rest : [...rest, ...(input.followers ?? [])];
  const stored = put(call.state.rows.opportunities, { ...next, followers });
  return { opportunity: view(call, stored), new: !old };
}

/** `order` is `added_asc` or `added_desc` (default); the cursor is the last row's createdAt in ms with its id. */
function search(call: HlCall) {
  const { query, state } = call;
  const is = (name: string, value: string | undefined) => !query.get(name) || query.get(name) === value;
  const found = ofLocation(call, state.rows.opportunities, 'location_id').filter(
    (row) =>
      is('pipeline_id', row.pipelineId) &&
      is('pipeline_stage_id', row.pipelineStageId) &&
      is('contact_id', row.contactId) &&
      is('assigned_to', row.assignedTo) &&
      is('id', row.id) &&
      (query.get('status') === 'all' || is('status', row.status)) &&
      mentions(query.get('q'), row.name, contactName(call, row.contactId)),
  );
  const way = query.get('order') === 'added_asc' ? 1 : -1;
  found.sort((a, b) => way * (Date.parse(a.createdAt) - Date.parse(b.createdAt)) || (a.id < b.id ? -1 : 1));
  const limit = whole(query, 'limit', 20);
  if (limit < 1 || limit > 100) refuse(422, ['limit must not be greater than 100']);
  const cursor = query.get('startAfterId') && query.get('startAfter');
  const number = whole(query, 'page', 1);
  const start = cursor ? found.findIndex(({ id }) => id === query.get('startAfterId')) + 1 : (number - 1) * limit;
  const rows = page(found, Math.max(0, start), limit);
  const last = rows.at(-1);
  const more = start + rows.length < found.length;
  const meta = {
    total: found.length,
    ...(last ? { startAfterId: last.id, startAfter: Date.parse(last.createdAt) } : {}),
    currentPage: number,
    ...(more ? { nextPage: number + 1 } : {}),
  };
  return { opportunities: rows.map((row) => view(call, row)), meta, aggregations: {} };
}

function pipelines(call: HlCall) {
  const look = { showInFunnel: true, showInPieChart: true, colorRenderMode: 'dot' };
  return { pipelines: ofLocation(call, call.state.rows.pipelines).map((row) => ({ ...row, ...look })) };
}

function setStatus(call: HlCall) {
  lay(call, opportunityOf(call), bodyOf(call));
  return { succeded: true };
}

const route = routesOf({ spec: 'opportunities', version: '2021-07-28' });
const READ = 'opportunities.readonly';
const WRITE = 'opportunities.write';
const choices = { status: STATUSES, followersActionType: ['add', 'remove'] };
const inner = { customFields: dto('id key field_value:any') };
const CHANGES = 'pipelineStageId assignedTo customFields:objects';
const FILTERS =
  'q location_id! pipeline_id pipeline_stage_id contact_id status assigned_to campaignId id order endDate startAfter';
const PAGES = 'startAfterId date country page:number limit:number getTasks:boolean getNotes:boolean getCalendarEvents:boolean';

export const opportunityRoutes: HlRoute[] = [
  route('search-opportunities', 'GET /opportunities/search', READ, search, { query: `${FILTERS} ${PAGES}`, choices }),
  route('list-pipelines', 'GET /opportunities/pipelines', READ, pipelines, { query: 'locationId!' }),
  route('get-opportunity', 'GET /opportunities/:id', READ, (call) => ({ opportunity: view(call, opportunityOf(call)) })),
  route('create-opportunity', 'POST /opportunities/', WRITE, create, {
    ...{ body: `pipelineId! locationId! name! contactId! status! monetaryValue:number ${CHANGES}`, choices, inner, status: 201 },
  }),
  route('upsert-opportunity', 'POST /opportunities/upsert', WRITE, upsert, {
    body: `id pipelineId! locationId! followers:strings! isRemoveAllFollowers:boolean! followersActionType! name status
      pipelineStageId monetaryValue:any assignedTo lostReasonId`,
    choices,
  }),
  route(
    'update-opportunity',
    'PUT /opportunities/:id',
    WRITE,
    (call) => ({ opportunity: view(call, lay(call, opportunityOf(call), bodyOf(call))) }),
    {
      ...{ body: `pipelineId name status monetaryValue:number ${CHANGES}`, choices, inner },
    },
  ),
  route('set-opportunity-status', 'PUT /opportunities/:id/status', WRITE, setStatus, { body: 'status! lostReasonId', choices }),
  route('delete-opportunity', 'DELETE /opportunities/:id', WRITE, (call) => {
    drop(call.state.rows.opportunities, opportunityOf(call));
    return { succeded: true };
  }),
];
