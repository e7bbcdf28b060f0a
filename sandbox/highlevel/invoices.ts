import type { HlInvoice } from '../world/types.ts';
import { assertLocation, contactOf } from './contact-store.ts';
import { refuse } from './errors.ts';
import { contactName, dto, mentions, ofLocation, put, routesOf, rowOf } from './resource.ts';
import { type HlCall, type HlRoute, page, whole } from './route.ts';

const total = (row: HlInvoice) => row.items.reduce((sum, { amount, qty }) => sum + amount * qty, 0);

/** DefaultInvoiceResponseDto; `invoiceItems` are texts in the schema and objects in its own example, which counts. */
function view(call: HlCall, row: HlInvoice) {
  const contact = call.state.rows.contacts.find(({ id }) => id === row.contactId);
  const { id, locationId, items, contactId: _, ...rest } = row;
  const contactDetails = {
    id: row.contactId,
    name: contactName(call, row.contactId),
    email: contact?.email,
    phoneNo: contact?.phone,
  };
  const whole = total(row);
  return {
    ...{ ...rest, _id: id, altId: locationId, altType: 'location', businessDetails: {}, contactDetails, invoiceItems: items },
    ...{ total: whole, amountDue: whole - row.amountPaid },
  };
}
const summed = (call: HlCall, row: HlInvoice) => ({
  ...{ ...view(call, row), totalSummary: { subTotal: total(row), discount: 0, tax: 0 } },
});

function list(call: HlCall) {
  const { query } = call;
  const is = (name: string, value: string) => !query.get(name) || query.get(name) === value;
  const found = ofLocation(call, call.state.rows.invoices, 'altId').filter(
    (row) =>
      is('status', row.status) &&
      is('contactId', row.contactId) &&
      mentions(query.get('search'), row.name, String(row.invoiceNumber), contactName(call, row.contactId)) &&
      row.issueDate >= (query.get('startAt') ?? '') &&
      row.issueDate <= (query.get('endAt') ?? '9999'),
  );
  const way = query.get('sortOrder') === 'ascend' ? 1 : -1;
  const sorted = found.toSorted((a, b) => way * (a.issueDate < b.issueDate ? -1 : 1));
  const rows = page(sorted, whole(query, 'offset', 0), whole(query, 'limit', 10));
  return { invoices: rows.map((row) => summed(call, row)), total: found.length };
}

function invoiceOf(call: HlCall, altId: string | null | undefined): HlInvoice {
  assertLocation(call, altId ?? '');
  return rowOf(call, call.state.rows.invoices, call.params.invoiceId, 'Invoice');
}

interface Text2Pay {
  id?: string;
  altId: string;
  name: string;
  title?: string;
  currency: string;
  items: HlInvoice['items'];
  contactDetails: { id: string };
  sentTo: { email: string[]; phoneNo?: string[] };
  issueDate: string;
  dueDate?: string;
  liveMode: boolean;
  action: 'draft' | 'send';
}

/** Makes an invoice (or changes the one with `id`) and sends it, or keeps it as a draft. */
function textToPay(call: HlCall) {
  const asked = call.body as Text2Pay;
  assertLocation(call, asked.altId);
  const contact = contactOf(call, asked.contactDetails.id);
  if (!asked.items.length) refuse(422, ['items should not be empty']);
  if (asked.action === 'send' && !asked.sentTo.email.length && !asked.sentTo.phoneNo?.length) {
    refuse(400, 'At least one e-mail or phone number is required to send');
  }
  const { rows } = call.state;
  const old = asked.id ? rowOf(call, rows.invoices, asked.id, 'Invoice') : undefined;
  const now = call.state.now();
  const highest = Math.max(1000, ...rows.invoices.map(({ invoiceNumber }) => invoiceNumber));
  const row = put(rows.invoices, {
    ...{ id: old?.id ?? call.state.newId(), locationId: asked.altId, contactId: contact.id, name: asked.name },
    ...{ title: asked.title ?? 'INVOICE', invoiceNumber: old?.invoiceNumber ?? highest + 1, currency: asked.currency },
    items: asked.items.map(({ name, currency, amount, qty }) => ({ name, currency, amount, qty })),
    ...{ status: asked.action === 'send' ? 'sent' : 'draft', liveMode: asked.liveMode, amountPaid: old?.amountPaid ?? 0 },
    ...{
      issueDate: asked.issueDate,
      dueDate: asked.dueDate ?? asked.issueDate,
      createdAt: old?.createdAt ?? now,
      updatedAt: now,
    },
  } satisfies HlInvoice);
  return { invoice: view(call, row), invoiceUrl: `https://pay.example/invoice/${row.id}` };
}

/** Payment outside HighLevel; the whole rest unless an amount is given. */
function recordPayment(call: HlCall) {
  const asked = call.body as { altId: string; mode: string; amount?: number; card?: object; cheque?: object };
  const old = invoiceOf(call, asked.altId);
  if (asked.mode === 'card' && !asked.card) refuse(422, ['card should not be empty']);
  if (asked.mode === 'cheque' && !asked.cheque) refuse(422, ['cheque should not be empty']);
  const due = total(old) - old.amountPaid;
  const amount = asked.amount ?? due;
  if (old.status === 'draft' || old.status === 'void') refuse(400, `Payment cannot be recorded for a ${old.status} invoice`);
  if (amount <= 0 || amount > due) refuse(400, 'Amount must be more than 0 and not more than the amount due');
  const status = amount === due ? 'paid' : 'partially_paid';
  const row = { ...old, amountPaid: old.amountPaid + amount, status, updatedAt: call.state.now() } satisfies HlInvoice;
  return { success: true, invoice: view(call, put(call.state.rows.invoices, row)) };
}

const route = routesOf({ spec: 'invoices', version: '2021-07-28' });
const alt = { altType: ['location'] };
const inner = {
  items: dto(
    `name! description productId priceId currency! amount:number! qty:number! taxes:objects automaticTaxCategoryId
      isSetupFeeItem:boolean type taxInclusive:boolean`,
    { type: ['one_time', 'recurring'] },
  ),
  contactDetails: dto('id! name! phoneNo! email! additionalEmails:objects companyName address:object customFields:strings'),
  'contactDetails.address': dto('addressLine1 addressLine2 city state countryCode postalCode'),
  sentTo: dto('email:strings! emailCc:strings emailBcc:strings phoneNo:strings'),
  discount: dto('value:number type! validOnProductIds:strings', { type: ['percentage', 'fixed'] }),
  businessDetails: dto('logoUrl name phoneNo address:object website customValues:strings'),
};
const payment = { card: dto('brand! last4!'), cheque: dto('number!') };
const MODES = ['cash', 'card', 'cheque', 'bank_transfer', 'other'];

export const invoiceRoutes: HlRoute[] = [
  route('list-invoices', 'GET /invoices/', 'invoices.readonly', list, {
    query: 'altId! altType! status startAt endAt search paymentMode contactId limit! offset! sortField sortOrder',
    choices: { ...alt, paymentMode: ['default', 'live', 'test'], sortField: ['issueDate'], sortOrder: ['ascend', 'descend'] },
    access: 'both',
  }),
  route(
    'get-invoice',
    'GET /invoices/:invoiceId',
    'invoices.readonly',
    (call) => summed(call, invoiceOf(call, call.query.get('altId'))),
    {
      ...{ query: 'altId! altType!', choices: alt, access: 'both' },
    },
  ),
  route('text-to-pay', 'POST /invoices/text2pay', 'invoices.write', textToPay, {
    body: `altId! altType! name! currency! items:objects! termsNotes title contactDetails:object! invoiceNumber issueDate! dueDate
      sentTo:object! liveMode:boolean! automaticTaxesEnabled:boolean paymentSchedule:object lateFeesConfiguration:object
      tipsConfiguration:object invoiceNumberPrefix paymentMethods:object attachments:objects miscellaneousCharges:object id
      includeTermsNote:boolean action! userId! discount:object businessDetails:object`,
    ...{ choices: { ...alt, action: ['draft', 'send'] }, inner },
  }),
  // The spec demands `card` and `cheque` of every payment, cash too; here only of the mode they belong to.
  route('record-payment', 'POST /invoices/:invoiceId/record-payment', 'invoices.write', recordPayment, {
    body: 'altId! altType! mode! card:object cheque:object notes! amount:number meta:any paymentScheduleIds:strings fulfilledAt',
    ...{ choices: { ...alt, mode: MODES }, inner: payment, access: 'both' },
  }),
];
