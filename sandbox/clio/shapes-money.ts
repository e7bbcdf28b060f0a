import type { ClioBill, ClioPayment, ClioPaymentLink } from '../world/types.ts';
import { always, byId, columns, contactOf, many, noOne, nothing, one } from './shape-parts.ts';
import { type Plain, table, userOf } from './shape-table.ts';
import type { AnyShape, Look } from './shapes.ts';

const bankOf = <T>(pick: (row: T) => number | null) =>
  one<T>('BankAccount', (row, look) => byId(look.rows.bankAccounts, pick(row)));

const owed = (row: ClioBill) =>
  row.state === 'void' || row.state === 'deleted' ? 0 : Math.round((row.total - row.paid) * 100) / 100;
const mattersOf = (row: { matter_ids: number[] }, look: Look) =>
  look.rows.matters.filter(({ id }) => row.matter_ids.includes(id));
const NEXT: Record<string, string[]> = {
  draft: ['awaiting_approval', 'deleted'],
  awaiting_approval: ['awaiting_payment'],
  awaiting_payment: ['paid', 'void'],
};
const bill = table(
  'Bill',
  'number subject state kind issued_at due_at total paid paid_at last_sent_at',
  {
    ...{ balance: owed, due: owed, sub_total: (row: ClioBill) => row.total, services_sub_total: (row: ClioBill) => row.total },
    available_state_transitions: (row: ClioBill) => NEXT[row.state] ?? [],
    can_update: (row: ClioBill) => row.state === 'draft',
    ...always('MatterBill', 'type'),
    ...always(false, 'shared'),
    ...always(null, 'purchase_order', 'memo', 'start_at', 'end_at', 'discount_services_only'),
    ...always(0, 'tax_rate', 'secondary_tax_rate', 'pending', 'credits_issued', 'services_secondary_tax', 'services_tax'),
    ...always(0, 'services_taxable_sub_total', 'services_secondary_taxable_sub_total', 'taxable_sub_total', 'tax_sum'),
    ...always(0, 'secondary_taxable_sub_total', 'secondary_tax_sum', 'total_tax'),
  } as Plain,
  {
    user: userOf<ClioBill>((row) => row.user_id),
    client: one<ClioBill>('Contact', (row, look) => byId(look.rows.contacts, row.client_id)),
    matters: many<ClioBill>('Matter', mattersOf),
    ...noOne(
      'discount',
      'interest',
      'group',
      'bill_theme',
      'original_bill',
      'destination_account',
      'currency',
      'billing_setting',
    ),
    ...noOne('legal_aid_uk_bill', 'split_invoice'),
    ...nothing('balances', 'matter_totals', 'client_addresses'),
  },
);

/** What a client still owes; made of the open bills, not stored. */
export interface Balance {
  id: number;
  contact_id: number;
  bills: ClioBill[];
  last_payment_date: string | null;
  created_at: string;
  updated_at: string;
}
const sum = (row: Balance) => Math.round(row.bills.reduce((total, each) => total + owed(each), 0) * 100) / 100;
const balance = table(
  'OutstandingClientBalance',
  'last_payment_date',
  {
    associated_matter_ids: (row: Balance) => [...new Set(row.bills.flatMap((each) => each.matter_ids))],
    newest_issued_bill_due_date: (row: Balance) =>
      row.bills
        .map((each) => each.due_at ?? '')
        .sort()
        .at(-1) ?? null,
    total_outstanding_balance: sum,
    total_outstanding_balance_by_currency: (row: Balance) => ({ USD: sum(row) }),
    ...always(null, 'last_shared_date'),
    ...always(0, 'pending_payments_total'),
    ...always(true, 'reminders_enabled'),
  } as Plain,
  { outstanding_bills: many<Balance>('Bill', (row) => row.bills), contact: contactOf, ...noOne('currency') },
);

const bank = table(
  'BankAccount',
  'name type currency balance holder',
  {
    ...always(null, 'account_number', 'clio_payment_page_link', 'clio_payment_page_qr_code', 'currency_id', 'domicile_branch'),
    ...always(null, 'general_ledger_number', 'institution', 'swift', 'transit_number'),
    ...always('$', 'currency_symbol'),
    ...always(0, 'bank_transactions_count'),
    ...always(true, 'clio_payments_enabled'),
    ...always(false, 'controlled_account'),
    default_account: (row: { type: string }) => row.type === 'Operating',
  } as Plain,
  noOne('user'),
);
const link = table(
  'ClioPaymentsLink',
  'active amount currency description email_address expires_at is_allocated_as_revenue url',
  { redirect_url: (row: ClioPaymentLink) => row.url } as Plain,
  {
    bank_account: one<ClioPaymentLink>('BankAccount', ({ subject }, look) =>
      subject.type === 'BankAccount' ? byId(look.rows.bankAccounts, subject.id) : null,
    ),
    bill: one<ClioPaymentLink>('Bill', ({ subject }, look) =>
      subject.type === 'Bill' ? byId(look.rows.bills, subject.id) : null,
    ),
    contact: one<ClioPaymentLink>('Contact', ({ subject }, look) =>
      subject.type === 'Contact' ? byId(look.rows.contacts, subject.id) : null,
    ),
    clio_payments_payment: one<ClioPaymentLink>(
      'ClioPaymentsPayment',
      (row, look) => look.rows.payments.find((each) => each.link_id === row.id) ?? null,
    ),
    destination_account: bankOf<ClioPaymentLink>((row) => row.destination_account_id),
    destination_contact: one<ClioPaymentLink>('Contact', (row, look) => byId(look.rows.contacts, row.destination_contact_id)),
  },
);
// The one record with a time of making and none of change [official spec].
Reflect.deleteProperty(link.plain, 'updated_at');
const payment: AnyShape = {
  kind: 'ClioPaymentsPayment',
  plain: {
    ...columns<ClioPayment>('id', 'amount', 'confirmation_number', 'created_at', 'currency', 'description', 'email_address'),
    ...columns<ClioPayment>('state', 'updated_at'),
    ...always(false, 'deposit_as_revenue'),
  },
  nested: {
    contact: contactOf,
    user: userOf<ClioPayment>((row) => row.user_id),
    destination_account: bankOf<ClioPayment>((row) => row.destination_account_id),
    clio_payments_link: one<ClioPayment>('ClioPaymentsLink', (row, look) => byId(look.rows.paymentLinks, row.link_id)),
    bills: many<ClioPayment>('Bill', (row, look) => look.rows.bills.filter(({ id }) => row.bill_ids.includes(id))),
    ...noOne('bank_transaction'),
    ...nothing('allocations', 'matters'),
  },
};

export const MONEY: AnyShape[] = [bill, balance, bank, link, payment, table('TrustRequest', '')];
