import { CLIO_TOKEN_US as token } from '../../sandbox/clio/credentials.ts';
import { cast } from '../../sandbox/world/cast.ts';
import { clioArea, clioStage, clioTaskList } from '../../sandbox/world/clio-desk.ts';
import { clioBank, clioBill } from '../../sandbox/world/clio-papers.ts';
import { clioField } from '../../sandbox/world/firm.ts';
import { clioId } from '../../sandbox/world/ids.ts';
import type { smallClio } from '../unit/sandbox-clio-rows.ts';

const { marisol, users } = cast;
const matter = { id: marisol.matterId };
const folder = clioId('folder:ortega-v-whitfield:Intake');
const document = clioId('document:ortega-v-whitfield:Fee agreement.pdf');
const call = clioId('communication:ortega-call');
const relationship = clioId('relationship:ortega-v-whitfield:dr-lowell');
const thread = clioId('conversation:ortega-v-whitfield');
/** What a `before` makes: ids given out by the stand-in are not known beforehand, so rows are put in under these. */
const MADE = {
  automation: 5_000_000_001,
  link: 5_000_000_002,
  action: 5_000_000_003,
  hook: 5_000_000_004,
  request: 5_000_000_005,
};

/** The record that a route with `:id` is called for. */
export const IDS: Record<string, number> = {
  ...{ 'clio.matters.patch': matter.id, 'clio.matters.delete': clioId('matter:park-family') },
  ...{ 'clio.relationships.patch': relationship, 'clio.relationships.delete': relationship },
  ...{ 'clio.communications.get': call, 'clio.communications.patch': call, 'clio.communications.delete': call },
  ...{ 'clio.conversations.get': thread, 'clio.documents.get': document, 'clio.documents.patch': document },
  ...{ 'clio.documents.delete': document, 'clio.folders.get': folder, 'clio.bills.get': clioBill('481') },
  'clio.document_templates.get': clioId('document-template:Engagement letter.docx'),
  ...{ 'clio.document_automations.get': MADE.automation, 'clio.payment_links.get': MADE.link },
  ...{ 'clio.payments.get': clioId('payment:481'), 'clio.practice_areas.get': clioArea('Family') },
  ...{ 'clio.task_template_lists.get': clioTaskList('New client'), 'clio.custom_fields.delete': clioField('referral') },
  ...{ 'clio.custom_actions.delete': MADE.action, 'clio.webhooks.get': MADE.hook, 'clio.webhooks.patch': MADE.hook },
  'clio.webhooks.delete': MADE.hook,
};

type Clio = ReturnType<typeof smallClio>;
interface Sample {
  query?: Record<string, string>;
  data?: Record<string, unknown>;
  /** Makes what the call needs. */
  before?(clio: Clio): void;
}

/** Posts a sample and gives the new row a known id. */
function making(path: string, id: string, table: string, known: number) {
  return ({ clio, call: send }: Clio) => {
    const reply = send('POST', `/api/v4${path}.json`, { token, body: { data: SAMPLES[id]!.data } });
    if (reply.status !== 201) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
    const rows = (clio.state.rows as unknown as Record<string, { id: number }[]>)[table]!;
    rows.at(-1)!.id = known;
  };
}

const hook = {
  url: 'https://relay.example/clio',
  model: 'matter',
  fields: 'id,status,client{id,name}',
  events: ['updated', 'matter_opened'],
};

/** One good body (and query) for each route that needs one. */
export const SAMPLES: Record<string, Sample> = {
  'clio.matters.create': {
    data: {
      ...{
        client: { id: cast.ruth.clioId },
        description: 'Okafor: appeal',
        status: 'pending',
        practice_area: { id: clioArea('Family') },
      },
      ...{ matter_stage: { id: clioStage('Family', 'Intake') }, responsible_attorney: { id: users.priya.clioId } },
      custom_field_values: [{ custom_field: { id: clioField('court-file') }, value: 'E-261200' }],
      relationships: [{ description: 'Spouse', contact: { id: cast.henry.clioId } }],
      task_template_list_instances: [{ task_template_list: { id: clioTaskList('New client') }, due_at: '2026-12-01' }],
    },
  },
  'clio.matters.patch': {
    data: {
      status: 'closed',
      matter_stage: { id: clioStage('Family', 'Trial') },
      originating_attorney: { id: users.tomas.clioId },
    },
  },
  'clio.relationships.create': { data: { contact: { id: cast.nadia.clioId }, matter, description: 'Referrer' } },
  'clio.relationships.patch': { data: { description: 'Consulting expert' } },
  'clio.communications.create': {
    data: {
      ...{
        type: 'PhoneCommunication',
        subject: 'Call from HighLevel',
        body: 'Asked about the hearing.',
        date: '2026-11-20',
        matter,
      },
      ...{ received_at: '2026-11-20T17:00:00Z', senders: [{ id: marisol.clioId, type: 'Contact' }] },
      receivers: [{ id: users.priya.clioId, type: 'User' }],
      external_properties: [{ name: 'highlevel_message', value: 'abc' }],
    },
  },
  'clio.communications.patch': { data: { body: 'With the transcript.', external_properties: [{ name: 'rankr', value: '1' }] } },
  'clio.conversation_messages.list': { query: { conversation_id: String(thread) } },
  'clio.conversation_messages.create': {
    data: { subject: 'Hearing', body: 'See you on Monday.', receivers: [{ id: marisol.clioId, type: 'Contact' }], matter },
  },
  'clio.documents.create': {
    data: { name: 'Intake form.pdf', parent: { id: matter.id, type: 'Matter' }, content_type: 'application/pdf' },
  },
  'clio.documents.patch': { data: { name: 'Signed fee agreement.pdf' } },
  'clio.folders.create': { data: { name: 'From intake', parent: { id: matter.id, type: 'Matter' } } },
  'clio.document_automations.create': {
    data: {
      document_template: { id: clioId('document-template:Engagement letter.docx') },
      filename: 'Engagement',
      formats: ['pdf'],
      matter,
    },
  },
  'clio.document_automations.get': {
    before: making('/document_automations', 'clio.document_automations.create', 'documentAutomations', MADE.automation),
  },
  'clio.payment_links.create': {
    data: {
      ...{ currency: 'USD', amount: 1150.5, description: 'Bill 497', duration: 604_800, email_address: marisol.email },
      ...{ destination_account: { id: clioBank('Operating') }, subject: { id: clioBill('497'), type: 'Bill' } },
    },
  },
  'clio.payment_links.list': { before: making('/clio_payments/links', 'clio.payment_links.create', 'paymentLinks', MADE.link) },
  'clio.payment_links.get': { before: making('/clio_payments/links', 'clio.payment_links.create', 'paymentLinks', MADE.link) },
  'clio.trust_requests.create': {
    data: {
      ...{ approved: true, client_id: marisol.clioId, issue_date: '2026-11-21', due_date: '2026-12-05', trust_amount: 2500 },
      ...{ trust_type: 'matter', matter: [{ id: matter.id, trust_amount: 2500, note: 'Retainer' }] },
    },
  },
  'clio.custom_fields.create': {
    data: { name: 'HighLevel ID', field_type: 'text_line', parent_type: 'Contact', displayed: true },
  },
  'clio.custom_actions.create': {
    data: { label: 'Open in panel', target_url: 'https://rankr.example/open', ui_reference: 'matters/show' },
  },
  'clio.custom_actions.list': { before: making('/custom_actions', 'clio.custom_actions.create', 'customActions', MADE.action) },
  'clio.custom_actions.delete': { before: making('/custom_actions', 'clio.custom_actions.create', 'customActions', MADE.action) },
  'clio.webhooks.create': { data: hook },
  'clio.webhooks.list': { before: making('/webhooks', 'clio.webhooks.create', 'webhooks', MADE.hook) },
  'clio.webhooks.get': { before: making('/webhooks', 'clio.webhooks.create', 'webhooks', MADE.hook) },
  'clio.webhooks.delete': { before: making('/webhooks', 'clio.webhooks.create', 'webhooks', MADE.hook) },
  'clio.webhooks.patch': {
    before: making('/webhooks', 'clio.webhooks.create', 'webhooks', MADE.hook),
    data: { expires_at: '2026-12-20T00:00:00Z' },
  },
};
