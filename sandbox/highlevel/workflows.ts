import { assertLocation, contactOf } from './contact-store.ts';
import { refuse } from './errors.ts';
import { plays } from './quirks.ts';
import { type HlCall, type HlRoute, need } from './route.ts';
import type { Enrolment } from './state.ts';

function workflowOf(call: HlCall) {
  const found = call.state.rows.workflows.find((row) => row.id === call.params.workflowId);
  const workflow = need(call, found, 'Workflow');
  assertLocation(call, workflow.locationId);
  return workflow;
}

function join(call: HlCall, kind: Enrolment['kind'], id: string) {
  const contact = contactOf(call);
  const eventStartTime = (call.body as { eventStartTime?: string } | undefined)?.eventStartTime;
  call.state.enrolments.push({ contactId: contact.id, kind, id, eventStartTime });
  return { succeded: true };
}

function leave(call: HlCall, kind: Enrolment['kind'], id?: string) {
  const contact = contactOf(call);
  const gone = (row: Enrolment) => row.contactId === contact.id && row.kind === kind && (id === undefined || row.id === id);
  call.state.enrolments = call.state.enrolments.filter((row) => !gone(row));
  return { succeded: true };
}

function addToWorkflow(call: HlCall) {
  const workflow = workflowOf(call);
  const contact = contactOf(call);
  if (workflow.status !== 'published') refuse(400, 'Workflow is not published');
  if (contact.phone && plays(call.state.quirks, 'workflow-refuses-phone')) refuse(400, 'Invalid phone number');
  return join(call, 'workflow', workflow.id);
}

function listWorkflows(call: HlCall) {
  const locationId = call.query.get('locationId');
  const at = '2025-01-06T09:00:00.000Z';
  const rows = call.state.rows.workflows.filter((row) => row.locationId === locationId);
  return { workflows: rows.map((row) => ({ ...row, version: 1, createdAt: at, updatedAt: at })) };
}

const shared = { spec: 'contacts', version: '2021-07-28', scope: 'contacts.write' } as const;
const body = { eventStartTime: { kind: 'date' } } as const;
const workflow = '/contacts/:contactId/workflow/:workflowId';
const campaign = '/contacts/:contactId/campaigns/:campaignId';

/** Workflows and campaigns a contact is put into. Campaigns have no rows here, so any campaign id is taken. */
export const workflowRoutes: HlRoute[] = [
  {
    spec: 'workflows',
    version: '2021-07-28',
    scope: 'workflows.readonly',
    id: 'highlevel.list-workflows',
    method: 'GET',
    path: '/workflows/',
    query: { locationId: { kind: 'string', required: true } },
    handle: listWorkflows,
  },
  { ...shared, id: 'highlevel.add-to-workflow', method: 'POST', path: workflow, body, handle: addToWorkflow },
  {
    ...shared,
    id: 'highlevel.remove-from-workflow',
    method: 'DELETE',
    path: workflow,
    body,
    handle: (call) => leave(call, 'workflow', workflowOf(call).id),
  },
  {
    ...shared,
    id: 'highlevel.add-to-campaign',
    method: 'POST',
    path: campaign,
    body: {},
    status: 201,
    handle: (call) => join(call, 'campaign', call.params.campaignId ?? ''),
  },
  {
    ...shared,
    id: 'highlevel.remove-from-all-campaigns',
    method: 'DELETE',
    path: '/contacts/:contactId/campaigns/removeAll',
    handle: (call) => leave(call, 'campaign'),
  },
  {
    ...shared,
    id: 'highlevel.remove-from-campaign',
    method: 'DELETE',
    path: campaign,
    handle: (call) => leave(call, 'campaign', call.params.campaignId),
  },
];
