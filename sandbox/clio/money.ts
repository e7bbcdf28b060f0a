import type { ClioBankAccount, ClioBill } from '../world/types.ts';
import { type ApiRoute, listRoute } from './api-route.ts';
import { common, idIs, type ListSpec, type Param, wordIs } from './list.ts';
import { resource } from './resource.ts';
import { byId } from './shape-parts.ts';
import type { Balance } from './shapes-money.ts';
import type { ApiCall, View } from './view.ts';

const STATES = ['draft', 'awaiting_approval', 'awaiting_payment', 'paid', 'void', 'deleted'];
const today = (view: View) => new Date(view.clock.now()).toISOString().slice(0, 10);
const isOpen = (row: ClioBill) => row.state === 'awaiting_payment' && row.paid < row.total;
const isOverdue = (row: ClioBill, view: View) => isOpen(row) && (row.due_at ?? '9999') < today(view);
const mattersOf = (row: ClioBill, view: View) => view.rows.matters.filter(({ id }) => row.matter_ids.includes(id));
const clientName = (row: ClioBill, view: View) => byId(view.rows.contacts, row.client_id)?.name ?? null;

type Day = 'due_at' | 'issued_at' | 'last_sent_at';
const day = (name: Day, fits: (own: string, asked: string) => boolean): Param<ClioBill> => ({
  type: 'date',
  test: (row, value) => row[name] !== null && fits(row[name]?.slice(0, 10) ?? '', value),
});

const bills = resource<ClioBill>({
  ...{ id: 'clio.bills', kind: 'Bill', areas: ['billing'], table: 'bills', get: true },
  list: {
    orders: {
      ...{
        due_at: (row) => row.due_at,
        issued_at: (row) => row.issued_at,
        paid_at: (row) => row.paid_at,
        number: (row) => Number(row.number),
      },
      ...{ last_sent_at: (row) => row.last_sent_at, client_name: clientName, balance: (row) => row.total - row.paid },
      matter_display_number: (row, view) => mattersOf(row, view)[0]?.display_number ?? null,
    },
    params: {
      ...common<ClioBill>(),
      client_id: idIs((row) => row.client_id),
      matter_id: { type: 'id', test: (row, value) => row.matter_ids.includes(Number(value)) },
      responsible_attorney_id: {
        type: 'id',
        test: (row, value, view) => mattersOf(row, view).some((matter) => matter.responsible_attorney_id === Number(value)),
      },
      state: wordIs(STATES, (row) => row.state),
      status: { type: ['all', 'overdue'], test: (row, value, view) => value === 'all' || isOverdue(row, view) },
      overdue_only: { type: 'bool', test: (row, value, view) => value === 'false' || isOverdue(row, view) },
      type: wordIs(['revenue', 'trust'], (row) => row.kind.replace('_kind', '')),
      // A number in the spec: the bill's.
      query: { type: 'text', test: (row, value) => row.number.includes(value) },
      ...{ due_at: day('due_at', (own, asked) => own === asked), due_after: day('due_at', (own, asked) => own > asked) },
      ...{ due_before: day('due_at', (own, asked) => own < asked), issued_after: day('issued_at', (own, asked) => own > asked) },
      issued_before: day('issued_at', (own, asked) => own < asked),
      last_sent_start_date: day('last_sent_at', (own, asked) => own >= asked),
      last_sent_end_date: day('last_sent_at', (own, asked) => own <= asked),
    },
  },
});

/** One row a client who owes something; its id is the client's. */
function balances(call: ApiCall): Balance[] {
  const { rows } = call.view;
  const open = rows.bills.filter(isOpen);
  return [...new Set(open.map((row) => row.client_id))].map((client) => {
    const own = open.filter((row) => row.client_id === client);
    const paid = rows.payments.filter((row) => row.contact_id === client).map((row) => row.created_at);
    const times = own.map((row) => row.updated_at).sort();
    return {
      ...{ id: client, contact_id: client, bills: own, last_payment_date: paid.sort().at(-1)?.slice(0, 10) ?? null },
      ...{ created_at: times[0] ?? '', updated_at: times.at(-1) ?? '' },
    };
  });
}
const dueDay = (row: Balance) =>
  row.bills
    .map((bill) => bill.due_at ?? '')
    .sort()
    .at(-1) ?? '';
const balanceList: ListSpec<Balance> = {
  ...{ kind: 'OutstandingClientBalance', ordered: false, rows: balances, idOf: (row) => row.id },
  params: {
    contact_id: idIs((row) => row.contact_id),
    last_paid_start_date: { type: 'date', test: (row, value) => (row.last_payment_date ?? '') >= value },
    last_paid_end_date: { type: 'date', test: (row, value) => (row.last_payment_date ?? '9999') <= value },
    newest_bill_due_start_date: { type: 'date', test: (row, value) => dueDay(row) >= value },
    newest_bill_due_end_date: { type: 'date', test: (row, value) => dueDay(row) <= value },
  },
};

/** Bills, what is owed, bank accounts. */
export const moneyRoutes: ApiRoute[] = [
  ...bills,
  listRoute('clio.outstanding_client_balances.list', '/outstanding_client_balances.json', ['billing'], balanceList),
  ...resource<ClioBankAccount>({
    ...{ id: 'clio.bank_accounts', kind: 'BankAccount', areas: ['billing'], table: 'bankAccounts' },
    list: {
      orders: { name: (row) => row.name, type: (row) => row.type, updated_at: (row) => row.updated_at },
      params: { ...common<ClioBankAccount>(), type: wordIs(['OperatingAccount', 'TrustAccount'], (row) => `${row.type}Account`) },
    },
  }),
];
