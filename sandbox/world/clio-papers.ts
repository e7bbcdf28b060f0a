import { clioContact } from './clio-people.ts';
import { clioMatter } from './clio-work.ts';
import { ACCOUNTS, clioUser } from './firm.ts';
import { clioId } from './ids.ts';
import type { Calendar } from './time.ts';
import type { ClioBill, ClioDeskRows, ClioDocument, ClioFolder } from './types-clio-desk.ts';

const us = { account_id: ACCOUNTS.us.id };
const PDF = 'application/pdf';
const FOLDERS: [matter: string, names: string[]][] = [
  ['ortega-v-whitfield', ['Intake', 'Court']],
  ['kim-collision', ['Intake']],
];
const DOCUMENTS: [name: string, matter: string, folder: string, age: number][] = [
  ['Fee agreement.pdf', 'ortega-v-whitfield', 'Intake', 57],
  ['Parenting plan.pdf', 'ortega-v-whitfield', 'Court', 6],
  ['Police report.pdf', 'kim-collision', 'Intake', 30],
];

const folderId = (matter: string, name = '') => clioId(`folder:${matter}:${name}`);

function folderRows(calendar: Calendar): ClioFolder[] {
  return FOLDERS.flatMap(([matter, names]) =>
    ['', ...names].map((name) => {
      const at = calendar.pastClio(-59, '17:00');
      return {
        ...{ id: folderId(matter, name), ...us, name: name || 'Documents', root: name === '', matter_id: clioMatter(matter) },
        ...{ parent_id: name ? folderId(matter) : null, contact_id: null, creator_id: clioUser('priya'), deleted_at: null },
        ...{ external_properties: [], created_at: at, updated_at: at },
      };
    }),
  );
}

function documentRow([name, matter, folder, age]: (typeof DOCUMENTS)[number], calendar: Calendar): ClioDocument {
  const at = calendar.pastClio(-age, '18:30');
  const times = { created_at: at, updated_at: at };
  const version = {
    ...{ id: clioId(`version:${matter}:${name}`), uuid: `sandbox-${clioId(`uuid:${name}`)}`, filename: name, size: 48_213 },
    ...{ content_type: PDF, fully_uploaded: true, received_at: at, ...times },
  };
  return {
    ...{
      id: clioId(`document:${matter}:${name}`),
      ...us,
      name,
      parent_id: folderId(matter, folder),
      matter_id: clioMatter(matter),
    },
    ...{ contact_id: null, creator_id: clioUser('priya'), received_at: at, deleted_at: null, communication_id: null },
    ...{ versions: [version], external_properties: [], ...times },
  };
}

type Invoice = [
  number: string,
  client: string,
  matter: string,
  total: number,
  paid: number,
  age: number,
  state?: ClioBill['state'],
];
const BILLS: Invoice[] = [
  ['481', 'marisol', 'ortega-v-whitfield', 2400, 2400, 40],
  ['497', 'marisol', 'ortega-v-whitfield', 1150.5, 0, 50],
  ['502', 'rosa-delgado', 'delgado-injury', 600, 0, 5],
  ['503', 'anna-lindqvist', 'lindqvist-estate', 3200, 1200, 70],
  ['504', 'vance-holdings', 'vance-merger', 9800, 0, 1, 'draft'],
];

/** Clio's id of a bill by number. */
export const clioBill = (number: string): number => clioId(`bill:${number}`);

function billRow([number, client, matter, total, paid, age, state]: Invoice, calendar: Calendar): ClioBill {
  const at = calendar.pastClio(-age, '17:20');
  const done = paid === total;
  return {
    ...{ id: clioBill(number), ...us, number, subject: null, state: state ?? (done ? 'paid' : 'awaiting_payment') },
    ...{ kind: 'revenue_kind', issued_at: state ? null : calendar.date(-age), due_at: state ? null : calendar.date(30 - age) },
    ...{ total, paid, paid_at: done ? calendar.pastClio(-age + 9, '18:00') : null, last_sent_at: state ? null : at },
    ...{ client_id: clioContact(client), matter_ids: [clioMatter(matter)], user_id: clioUser('priya') },
    ...{ created_at: at, updated_at: done ? calendar.pastClio(-age + 9, '18:00') : at },
  };
}

/** Clio's ids of the firm's two bank accounts. */
export const clioBank = (type: 'Operating' | 'Trust'): number => clioId(`bank:${type}`);

type Filed = Pick<ClioDeskRows, 'folders' | 'documents' | 'documentTemplates' | 'documentAutomations'>;
type Money = Pick<ClioDeskRows, 'bills' | 'trustRequests' | 'bankAccounts' | 'paymentLinks' | 'payments'>;
const OLD = { created_at: '2019-03-04T16:00:00Z', updated_at: '2019-03-04T16:00:00Z' };

function filed(calendar: Calendar): Filed {
  return {
    folders: folderRows(calendar),
    documents: DOCUMENTS.map((seed) => documentRow(seed, calendar)),
    documentTemplates: ['Engagement letter.docx', 'Retainer agreement.docx'].map((filename) => ({
      ...{
        id: clioId(`document-template:${filename}`),
        ...us,
        ...OLD,
        filename,
        size: 21_004,
        last_modified_by_id: clioUser('priya'),
      },
      content_type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    })),
    documentAutomations: [],
  };
}

function money(calendar: Calendar): Money {
  const at = calendar.pastClio(-31, '18:00');
  const bank = (type: 'Operating' | 'Trust', balance: number) => ({
    ...{
      id: clioBank(type),
      ...us,
      ...OLD,
      name: `${type} account`,
      type,
      currency: 'USD',
      balance,
      holder: 'Harbour & Lane Law',
    },
  });
  const paid = {
    ...{ id: clioId('payment:481'), ...us, amount: 2400, currency: 'USD', state: 'completed', description: 'Bill 481' },
    ...{ email_address: 'marisol@ortega-whitfield.example', confirmation_number: 'CP-481', contact_id: clioContact('marisol') },
    ...{ bill_ids: [clioBill('481')], link_id: null, user_id: clioUser('priya'), destination_account_id: clioBank('Operating') },
    ...{ created_at: at, updated_at: at },
  };
  return {
    bills: BILLS.map((seed) => billRow(seed, calendar)),
    bankAccounts: [bank('Operating', 41_200.25), bank('Trust', 88_000)],
    ...{ trustRequests: [], paymentLinks: [], payments: [paid] },
  };
}

/** Folders, documents and their templates; bills, bank accounts, payments. */
export const clioPapers = (calendar: Calendar): Filed & Money => ({ ...filed(calendar), ...money(calendar) });
