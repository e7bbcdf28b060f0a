import type { ClioPayment, ClioPaymentLink, ClioTrustRequest } from '../world/types.ts';
import type { ApiRoute } from './api-route.ts';
import { type BodyRules, type Data, date, flag, int, list, must, number, ref, refId, text } from './body.ts';
import { boolIs, common, idIs, wordIs } from './list.ts';
import { unprocessable } from './refusal.ts';
import { known, newRow, resource } from './resource.ts';
import type { View } from './view.ts';

const SUBJECTS = ['BankAccount', 'Bill', 'Contact'];
const LINK: BodyRules = {
  ...{ currency: must(text()), description: must(text()), duration: must(int), amount: number, email_address: text() },
  ...{ destination_account: must(ref({ id: must(int) })), destination_contact: ref(), is_allocated_as_revenue: flag },
  subject: { kind: 'object', required: true, fields: { id: must(int), type: must(text(SUBJECTS)) } },
};
const LONGEST = 7_776_000;
const CURRENCIES = { us: 'USD', ca: 'CAD', eu: 'EUR', au: 'AUD' } as const;

function makeLink(data: Data, view: View): ClioPaymentLink {
  const { bankAccounts, bills: own, contacts } = view.rows;
  const subject = data.subject as ClioPaymentLink['subject'];
  const tables = { BankAccount: bankAccounts, Bill: own, Contact: contacts };
  known<{ id: number }>(tables[subject.type], subject.id, subject.type);
  const account = known(bankAccounts, refId(data.destination_account), 'BankAccount');
  const contact = refId(data.destination_contact) ?? null;
  if (contact !== null) known(contacts, contact, 'Contact');
  const seconds = Number(data.duration);
  if (seconds < 1 || seconds > LONGEST) throw unprocessable(`duration must be between 1 and ${LONGEST}`);
  if (data.currency !== CURRENCIES[view.region]) throw unprocessable(`currency must be ${CURRENCIES[view.region]}`);
  if (String(data.description).length > 255) throw unprocessable('description is too long (maximum is 255 characters)');
  const revenue = data.is_allocated_as_revenue === true;
  if (revenue && account.type === 'Trust') throw unprocessable('Payments into trust cannot be allocated as revenue');
  const row = newRow(view);
  const until = new Date(view.clock.now() + seconds * 1000).toISOString();
  return {
    ...{ ...row, active: true, amount: (data.amount as number) ?? null, currency: String(data.currency), subject },
    ...{ description: String(data.description), email_address: (data.email_address as string) ?? null },
    ...{ expires_at: `${until.slice(0, 19)}Z`, is_allocated_as_revenue: revenue, url: `https://pay.example/link/${row.id}` },
    ...{ destination_account_id: account.id, destination_contact_id: contact },
  };
}

const TRUST: BodyRules = {
  ...{ approved: must(flag), client_id: must(int), due_date: must(date), issue_date: must(date), trust_amount: must(number) },
  ...{ trust_type: must(text(['client', 'matter'])), note: text(), currency_id: int },
  matter: list({ id: int, trust_amount: int, note: text() }),
};

function makeRequest(data: Data, view: View): ClioTrustRequest {
  const client = known(view.rows.contacts, data.client_id, 'Contact');
  if (Number(data.trust_amount) <= 0) throw unprocessable('trust_amount must be greater than 0');
  if (String(data.due_date) < String(data.issue_date)) throw unprocessable('due_date must not be before issue_date');
  const matters = ((data.matter ?? []) as Data[]).map(({ id, trust_amount = null, note = null }) => ({
    ...{
      id: known(view.rows.matters, id, 'Matter').id,
      trust_amount: trust_amount as number | null,
      note: note as string | null,
    },
  }));
  if (data.trust_type === 'matter' && !matters.length) throw unprocessable('matter is required for a matter trust request');
  return {
    ...{
      ...newRow(view),
      client_id: client.id,
      trust_amount: Number(data.trust_amount),
      matters,
      approved: data.approved === true,
    },
    ...{ trust_type: data.trust_type as 'client', issue_date: String(data.issue_date), due_date: String(data.due_date) },
    note: (data.note as string) ?? null,
  };
}

const PAYING = 'pending authorized completed voided failed canceled requires_confirmation completed_requiring_allocation'.split(
  ' ',
);

/** Payment links and payments, trust requests. */
export const paymentRoutes: ApiRoute[] = [
  ...resource<ClioPaymentLink>({
    ...{ id: 'clio.payment_links', kind: 'ClioPaymentsLink', path: '/clio_payments/links', areas: ['clio_payments'] },
    ...{ table: 'paymentLinks', get: true, create: LINK, make: makeLink },
    list: { params: { ...common<ClioPaymentLink>(), active: boolIs((row) => row.active) } },
  }),
  ...resource<ClioPayment>({
    ...{
      id: 'clio.payments',
      kind: 'ClioPaymentsPayment',
      path: '/clio_payments/payments',
      areas: ['clio_payments'],
      table: 'payments',
    },
    get: true,
    list: {
      params: {
        'ids[]': idIs((row) => row.id),
        bill_id: { type: 'id', test: (row, value) => row.bill_ids.includes(Number(value)) },
        contact_id: idIs((row) => row.contact_id),
        state: wordIs(PAYING, (row) => row.state),
      },
    },
  }),
  ...resource<ClioTrustRequest>({
    ...{
      id: 'clio.trust_requests',
      kind: 'TrustRequest',
      areas: ['billing'],
      table: 'trustRequests',
      create: TRUST,
      make: makeRequest,
    },
  }),
];
