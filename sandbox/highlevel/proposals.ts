import type { HlPaper } from '../world/types.ts';
import { contactOf } from './contact-store.ts';
import { refuse } from './errors.ts';
import { dto, mentions, ofLocation, put, routesOf, rowOf } from './resource.ts';
import { type HlCall, type HlRoute, page, whole } from './route.ts';

/** ProposalEstimateLinksDto: where a recipient reads and signs. */
const linkOf = (row: HlPaper, createdBy = '') => ({
  ...{ referenceId: `ref-${row.id}`, documentId: row.id, recipientId: row.contactId, entityName: 'contacts' },
  ...{ recipientCategory: 'recipient', documentRevision: 1, createdBy, deleted: false },
});

/** DocumentDto. `status` and `paymentStatus` are lists there, of one value each. */
function view(call: HlCall, row: HlPaper) {
  const contact = call.state.rows.contacts.find(({ id }) => id === row.contactId);
  const { firstName, lastName, email = '', phone } = contact ?? {};
  const done = row.status === 'completed' || row.status === 'accepted';
  const recipient = {
    ...{
      id: row.contactId,
      firstName,
      lastName,
      email,
      phone,
      hasCompleted: done,
      role: 'signer',
      isPrimary: true,
      signingOrder: 1,
    },
    ...(row.signedAt ? { signedDate: row.signedAt } : {}),
  };
  return {
    ...{ locationId: row.locationId, documentId: row.id, _id: row.id, name: row.name, type: 'proposal', deleted: false },
    ...{ isExpired: false, documentRevision: 1, fillableFields: [], locale: 'en-US' },
    grandTotal: { amount: row.amount, currency: 'CAD', discountPercentage: 0, discounts: [] },
    ...{ status: [row.status], paymentStatus: [row.paymentStatus], recipients: [recipient], links: [linkOf(row)] },
    ...{ updatedAt: row.updatedAt, createdAt: row.createdAt },
  };
}

function list(call: HlCall) {
  const { query } = call;
  const is = (name: string, value: string) => !query.get(name) || query.get(name) === value;
  const [from, to] = [query.get('dateFrom') ?? '', query.get('dateTo') ?? ''].map((each) => Date.parse(each));
  const found = ofLocation(call, call.state.rows.papers).filter(
    (row) =>
      is('status', row.status) &&
      is('paymentStatus', row.paymentStatus) &&
      mentions(query.get('query'), row.name) &&
      !(Date.parse(row.createdAt) < (from ?? Number.NaN)) &&
      !(Date.parse(row.createdAt) > (to ?? Number.NaN)),
  );
  const rows = page(found, whole(query, 'skip', 0), whole(query, 'limit', 21));
  return { documents: rows.map((row) => view(call, row)), total: found.length };
}

function templates(call: HlCall) {
  const { query } = call;
  const found = ofLocation(call, call.state.rows.paperTemplates).filter((row) => mentions(query.get('name'), row.name));
  const rows = page(found, whole(query, 'skip', 0), whole(query, 'limit', 21));
  const data = rows.map(({ id, name, locationId, createdAt }) => ({
    ...{ _id: id, id, deleted: false, version: 1, name, locationId, type: 'proposal', updatedBy: '', isPublicDocument: false },
    ...{ createdAt, updatedAt: createdAt, documentCount: 0 },
  }));
  return { data, total: found.length };
}

function sendDocument(call: HlCall) {
  const { documentId, sentBy } = call.body as { documentId: string; sentBy: string };
  const old = rowOf(call, call.state.rows.papers, documentId, 'Document');
  if (old.status !== 'draft' && old.status !== 'sent') refuse(400, 'Document is already completed or viewed');
  const row = put(call.state.rows.papers, { ...old, status: 'sent' as const, updatedAt: call.state.now() });
  return { success: true, links: [linkOf(row, sentBy)] };
}

/** Makes a document from a template for a contact; `sendDocument: false` leaves it a draft. */
function sendTemplate(call: HlCall) {
  const asked = call.body as { templateId: string; contactId: string; userId: string; sendDocument?: boolean };
  const template = rowOf(call, call.state.rows.paperTemplates, asked.templateId, 'Template');
  const contact = contactOf(call, asked.contactId);
  const now = call.state.now();
  const row = put(call.state.rows.papers, {
    ...{ id: call.state.newId(), locationId: template.locationId, contactId: contact.id, name: template.name, amount: 0 },
    ...{ status: asked.sendDocument === false ? 'draft' : 'sent', paymentStatus: 'no_payment', createdAt: now, updatedAt: now },
  } satisfies HlPaper);
  return { success: true, links: [linkOf(row, asked.userId)] };
}

const route = routesOf({ spec: 'proposals', version: '2021-07-28' });
// The file lists these calls with no scope and for both kinds of token; whether a scope is checked in secret is not known.
const open = { access: 'both' } as const;
const choices = {
  status: ['draft', 'sent', 'viewed', 'completed', 'accepted'],
  ...{ paymentStatus: ['waiting_for_payment', 'paid', 'no_payment'], medium: ['link', 'email'] },
};

/** Documents and contracts for signature. */
export const proposalRoutes: HlRoute[] = [
  route('list-documents', 'GET /proposals/document', '', list, {
    ...{ query: 'locationId! status paymentStatus limit:number skip:number query dateFrom dateTo', choices, ...open },
  }),
  route('send-document', 'POST /proposals/document/send', '', sendDocument, {
    body: 'locationId! documentId! documentName medium ccRecipients:objects notificationSettings:object sentBy!',
    inner: { ccRecipients: dto('email! id! imageUrl! contactName! firstName! lastName!') },
    ...{ choices, ...open },
  }),
  route('list-document-templates', 'GET /proposals/templates', '', templates, {
    ...{ query: 'locationId! dateFrom dateTo type name isPublicDocument:boolean userId limit skip', ...open },
  }),
  route('send-document-template', 'POST /proposals/templates/send', '', sendTemplate, {
    ...{ body: 'templateId! userId! sendDocument:boolean locationId! contactId! opportunityId', ...open },
  }),
];
