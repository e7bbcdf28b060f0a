import { createClock } from '../../sandbox/clock.ts';
import type { Exchange, Reply } from '../../sandbox/exchange.ts';
import { HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import { API_HOST, createHighLevel } from '../../sandbox/highlevel/index.ts';
import { hlUser, MAIN_LOCATION } from '../../sandbox/world/firm.ts';
import { hlContact } from '../../sandbox/world/highlevel-rows.ts';
import { hlOpportunity, hlPipeline, hlStage } from '../../sandbox/world/highlevel-sales.ts';
import { hlConversation } from '../../sandbox/world/highlevel-talk.ts';
import { hlId } from '../../sandbox/world/ids.ts';
import { seedWorld } from '../../sandbox/world/seed.ts';
import type { Ask } from './sandbox-highlevel-rows.ts';

export const NOW = Date.parse('2026-11-22T09:41:00Z');
export const here = { locationId: MAIN_LOCATION };
export const MARISOL = hlContact('marisol');
export const AISHA = hlContact('lead-aisha');
export const PRIYA = hlUser('priya');

/** The stand-in over the seed world, with a short way to call it. */
export function seeded() {
  const clock = createClock(() => NOW);
  const { handle, state, control } = createHighLevel(seedWorld(NOW).highlevel, clock, { searchLagMs: 0 });
  const ask = (method: string, path: string, { query = {}, body, token = HL_PIT_FULL, version, headers = {} }: Ask = {}) => {
    const sent = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(version ? { version } : {}), ...headers };
    const search = new URLSearchParams(query);
    const copy = body === undefined ? undefined : structuredClone(body);
    const reply = handle({ host: API_HOST, method, path, query: search, headers: sent, body: copy } satisfies Exchange) as Reply;
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
    return { status: reply.status, body: JSON.parse(JSON.stringify(reply.body ?? null)) as any };
  };
  return { ask, state, clock, control };
}

export interface MoreSample extends Ask {
  params?: Record<string, string>;
}

const pipe = { pipelineId: hlPipeline('intake'), pipelineStageId: hlStage('intake', 'New lead') };
const deal = { id: hlOpportunity('david-s-kim') };
const talk = { conversationId: hlConversation('marisol') };
const matter = { schemaKey: 'custom_objects.matter' };
const record = { ...matter, id: hlId('record:ortega-v-whitfield') };
const alt = { altId: MAIN_LOCATION, altType: 'location' };
const block = { ...here, calendarId: hlId('calendar:consultation'), assignedUserId: PRIYA, title: 'Court' };
const times = { startTime: '2026-12-03T09:00:00-08:00', endTime: '2026-12-03T12:00:00-08:00' };
const appointment = { appointmentId: hlId('appointment:marisol:Consultation (video)') };
const recording = { ...here, messageId: hlId('message:claire-dubois:0') };
const item = { name: 'Consultation', currency: 'CAD', amount: 250, qty: 1 };
const payer = { id: MARISOL, name: 'Marisol Ortega', phoneNo: '+16045550142', email: 'marisol@ortega-whitfield.example' };
export const CASE_TYPE = hlId('field:case_type');

/** One good call for every route of the sales side, by route id. */
export const SAMPLES: Record<string, MoreSample> = {
  'highlevel.search-opportunities': { query: { location_id: MAIN_LOCATION, contact_id: MARISOL } },
  'highlevel.list-pipelines': { query: here },
  'highlevel.get-opportunity': { params: deal },
  'highlevel.create-opportunity': {
    body: { ...here, ...pipe, contactId: hlContact('ruth-okafor'), name: 'Okafor: house', status: 'open' },
  },
  'highlevel.upsert-opportunity': {
    body: {
      ...here,
      id: deal.id,
      pipelineId: pipe.pipelineId,
      followers: [PRIYA],
      isRemoveAllFollowers: false,
      followersActionType: 'add',
    },
  },
  'highlevel.update-opportunity': {
    params: deal,
    body: { pipelineStageId: hlStage('intake', 'Agreement sent'), monetaryValue: 15000 },
  },
  'highlevel.set-opportunity-status': { params: deal, body: { status: 'won' } },
  'highlevel.delete-opportunity': { params: deal },
  'highlevel.search-conversations': { query: { ...here, contactId: MARISOL } },
  'highlevel.get-conversation': { params: talk },
  'highlevel.create-conversation': { body: { ...here, contactId: hlContact('ruth-okafor') } },
  'highlevel.update-conversation': { params: talk, body: { ...here, unreadCount: 0, starred: false } },
  'highlevel.get-unsubscription-status': { query: { ...here, contactId: MARISOL } },
  'highlevel.list-messages': { params: talk },
  'highlevel.get-message': { params: { id: hlId('message:marisol:0') } },
  'highlevel.send-message': { body: { type: 'SMS', contactId: AISHA, message: 'Hello' } },
  'highlevel.log-inbound-message': {
    body: { type: 'SMS', ...talk, contactId: MARISOL, conversationProviderId: 'provider', message: 'Heard by phone' },
  },
  'highlevel.log-outbound-call': {
    body: { type: 'Call', ...talk, conversationProviderId: 'provider', call: { to: '+16045550142', status: 'completed' } },
  },
  'highlevel.cancel-scheduled-message': { params: { messageId: 'made-by-the-test' } },
  'highlevel.cancel-scheduled-email': { params: { emailMessageId: 'made-by-the-test' } },
  'highlevel.get-recording': { params: recording },
  'highlevel.get-transcription': { params: recording },
  'highlevel.list-blocked-slots': {
    query: { ...here, userId: PRIYA, startTime: String(NOW), endTime: String(NOW + 20 * 86_400_000) },
  },
  'highlevel.block-slot': { body: { ...block, ...times } },
  'highlevel.edit-block-slot': { params: { eventId: hlId('block:court') }, body: { ...block, ...times } },
  'highlevel.list-appointment-notes': { params: appointment, query: { limit: '10', offset: '0' } },
  'highlevel.create-appointment-note': { params: appointment, body: { body: 'Brought the papers', userId: PRIYA } },
  'highlevel.list-forms': { query: here },
  'highlevel.list-form-submissions': { query: { ...here, startAt: '2026-09-01' } },
  'highlevel.upload-custom-files': {
    query: { ...here, contactId: MARISOL },
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: `--x\r\nContent-Disposition: form-data; name="${CASE_TYPE}_1"; filename="letter.pdf"\r\n\r\nbytes\r\n--x--`,
  },
  'highlevel.list-surveys': { query: here },
  'highlevel.list-survey-submissions': { query: here },
  'highlevel.list-documents': { query: { ...here, status: 'completed' } },
  'highlevel.send-document': {
    body: { ...here, documentId: hlId('paper:claire-dubois:Fee agreement: Dubois'), medium: 'email', sentBy: PRIYA },
  },
  'highlevel.list-document-templates': { query: here },
  'highlevel.send-document-template': {
    body: { ...here, templateId: hlId('paper-template:Fee agreement'), userId: PRIYA, contactId: MARISOL, sendDocument: true },
  },
  'highlevel.list-invoices': { query: { ...alt, limit: '10', offset: '0' } },
  'highlevel.get-invoice': { params: { invoiceId: hlId('invoice:claire-dubois:1080') }, query: alt },
  'highlevel.text-to-pay': {
    body: {
      ...{ ...alt, name: 'Consultation', currency: 'CAD', items: [item], contactDetails: payer, issueDate: '2026-11-22' },
      ...{ sentTo: { email: [payer.email] }, liveMode: true, action: 'send', userId: PRIYA },
    },
  },
  'highlevel.record-payment': {
    params: { invoiceId: hlId('invoice:claire-dubois:1080') },
    body: { ...alt, mode: 'cheque', cheque: { number: '17' }, notes: 'Paid at the desk', amount: 100 },
  },
  'highlevel.list-objects': { query: here },
  'highlevel.create-object': {
    body: {
      ...{ ...here, key: 'custom_objects.hearing', labels: { singular: 'Hearing', plural: 'Hearings' } },
      primaryDisplayPropertyDetails: { key: 'custom_objects.hearing.name', name: 'Name', dataType: 'TEXT' },
    },
  },
  'highlevel.search-records': { params: matter, body: { ...here, page: 1, pageLimit: 10, query: 'Ortega', searchAfter: [] } },
  'highlevel.create-record': {
    params: matter,
    body: { ...here, properties: { matter: 'Kim: collision', clio_id: '7' }, owner: [PRIYA] },
  },
  'highlevel.get-record': { params: record },
  'highlevel.update-record': { params: record, query: here, body: { properties: { stage: 'Trial' } } },
  'highlevel.delete-record': { params: record },
  'highlevel.list-associations': { query: { ...here, skip: '0', limit: '10' } },
  'highlevel.list-relations': { params: { recordId: MARISOL }, query: { ...here, skip: '0', limit: '10' } },
  'highlevel.create-relation': {
    body: {
      ...here,
      associationId: hlId('association:matter'),
      firstRecordId: hlContact('layla-mansour'),
      secondRecordId: hlId('record:mansour-visa'),
    },
  },
  'highlevel.delete-relation': { params: { relationId: hlId('relation:ortega') }, query: here },
  'highlevel.create-business': { body: { ...here, name: 'Liffey Bakery', city: 'Vancouver' } },
  'highlevel.update-business': { params: { businessId: hlId('business:Harbor Cafe') }, body: { phone: '+12065550154' } },
  'highlevel.delete-business': { params: { businessId: hlId('business:Harbor Cafe') } },
  'highlevel.create-custom-field': { params: here, body: { name: 'Matter stage', dataType: 'TEXT', model: 'contact' } },
  'highlevel.list-templates': { params: here, query: { originId: MAIN_LOCATION, type: 'sms' } },
};

/** Answer fields beyond the spec, or of another type than it says; the sandbox says why beside each. */
export const BEYOND: Record<string, string[]> = {
  // An array of arrays, or of texts, in the schema; objects in its own examples.
  'highlevel.list-pipelines': ['.pipelines[].stages[]'],
  'highlevel.text-to-pay': ['.invoice.invoiceItems[]'],
  'highlevel.record-payment': ['.invoice.invoiceItems[]'],
  'highlevel.get-invoice': ['.invoiceItems[]'],
  'highlevel.list-invoices': ['.invoices[].invoiceItems[]'],
  'highlevel.create-record': ['.record.properties'],
  'highlevel.get-record': ['.record.properties'],
  'highlevel.update-record': ['.record.properties'],
  'highlevel.search-records': ['.records[].properties', '.records[].searchAfter[]'],
};

/** Routes whose answer the spec leaves open, or gives in a shape that can't be: the exact names we give. */
export const UNSPECIFIED: Record<string, string[]> = {
  'highlevel.get-unsubscription-status': ['contactId', 'emails'],
  'highlevel.upload-custom-files': ['contact'],
  'highlevel.list-associations': ['associations'],
  'highlevel.list-relations': ['relations', 'total'],
};
