import { clioMatter } from './clio-work.ts';
import { hlUser, MAIN_LOCATION } from './firm.ts';
import { conversationRows } from './highlevel-talk.ts';
import { hlId } from './ids.ts';
import type { Calendar } from './time.ts';
import type { HlOpportunity, HlPipeline, HlSalesRows } from './types-highlevel-sales.ts';

const here = { locationId: MAIN_LOCATION };

const PIPELINES: Record<string, [name: string, stages: string[]]> = {
  intake: ['Client intake', ['New lead', 'Consultation booked', 'Consultation held', 'Agreement sent', 'Signed']],
  referral: ['Referrals', ['Received', 'Contacted', 'Handed over']],
};

/** HighLevel's id of a pipeline, and of one of its stages. */
export const hlPipeline = (key: string): string => hlId(`pipeline:${key}`);
export const hlStage = (key: string, stage: string): string => hlId(`stage:${key}:${stage}`);
/** HighLevel's id of an opportunity by its contact's key. */
export const hlOpportunity = (of: string): string => hlId(`opportunity:${of}`);

function pipelineRows(): HlPipeline[] {
  return Object.entries(PIPELINES).map(([key, [name, stages]]) => ({
    ...{ id: hlPipeline(key), ...here, name },
    stages: stages.map((stage, position) => ({ id: hlStage(key, stage), name: stage, position })),
  }));
}

type Deal = [
  of: string,
  name: string,
  stage: string,
  status: HlOpportunity['status'],
  value: number,
  age: number,
  owner?: string,
];
const DEALS: Deal[] = [
  ['marisol', 'Marisol Ortega: custody', 'Signed', 'won', 6500, 62, 'priya'],
  ['david-s-kim', 'Kim: collision', 'Consultation held', 'open', 12000, 40, 'grace'],
  ['layla-mansour', 'Mansour: family reunification', 'Agreement sent', 'open', 4200, 28, 'priya'],
  ['claire-dubois', 'Claire Dubois: first consultation', 'Consultation booked', 'open', 1800, 5, 'priya'],
  ['rosa-delgado', 'Delgado: bus stop fall', 'Signed', 'won', 9000, 24, 'grace'],
  ['lead-aisha', 'Aisha: website lead', 'New lead', 'open', 0, 2],
  ['lead-bruno', 'Bruno: price list', 'New lead', 'lost', 900, 4],
];

function dealRow([of, name, stage, status, value, age, owner]: Deal, calendar: Calendar): HlOpportunity {
  const made = calendar.past(-age, '15:20');
  const moved = calendar.past(-Math.min(age, 3), '19:40');
  return {
    ...{ id: hlOpportunity(of), ...here, contactId: hlId(`contact:${of}`), name, source: 'website', status },
    ...{ pipelineId: hlPipeline('intake'), pipelineStageId: hlStage('intake', stage), monetaryValue: value },
    ...(owner ? { assignedTo: hlUser(owner) } : {}),
    ...{
      followers: [],
      customFields: [],
      createdAt: made,
      updatedAt: moved,
      lastStatusChangeAt: moved,
      lastStageChangeAt: moved,
    },
  };
}

function paperRows(calendar: Calendar): Pick<HlSalesRows, 'papers' | 'paperTemplates' | 'invoices'> {
  const paper = (of: string, name: string, status: 'sent' | 'viewed' | 'completed' | 'draft', age: number, amount = 0) => ({
    ...{ id: hlId(`paper:${of}:${name}`), ...here, contactId: hlId(`contact:${of}`), name, status, amount },
    ...{ paymentStatus: amount ? ('waiting_for_payment' as const) : ('no_payment' as const) },
    ...(status === 'completed' ? { signedAt: calendar.past(-age + 1, '18:00') } : {}),
    ...{ createdAt: calendar.past(-age, '16:00'), updatedAt: calendar.past(-age + 1, '18:00') },
  });
  const invoice = (of: string, number: number, what: string, amount: number, paid: number, age: number) => ({
    ...{ id: hlId(`invoice:${of}:${number}`), ...here, contactId: hlId(`contact:${of}`), name: what, title: 'INVOICE' },
    ...{ invoiceNumber: number, currency: 'CAD', items: [{ name: what, currency: 'CAD', amount, qty: 1 }], liveMode: true },
    ...{
      status: paid === 0 ? ('sent' as const) : paid < amount ? ('partially_paid' as const) : ('paid' as const),
      amountPaid: paid,
    },
    ...{ issueDate: calendar.date(-age), dueDate: calendar.date(14 - age) },
    ...{ createdAt: calendar.past(-age, '16:40'), updatedAt: calendar.past(-age, '16:40') },
  });
  return {
    papers: [
      paper('marisol', 'Fee agreement: Ortega', 'completed', 58),
      paper('layla-mansour', 'Fee agreement: Mansour', 'viewed', 4, 1500),
      paper('david-s-kim', 'Contingency agreement: Kim', 'sent', 2),
      paper('claire-dubois', 'Fee agreement: Dubois', 'draft', 1),
    ],
    paperTemplates: ['Fee agreement', 'Contingency agreement'].map((name) => ({
      ...{ id: hlId(`paper-template:${name}`), ...here, name, createdAt: calendar.past(-300, '16:00') },
    })),
    invoices: [
      invoice('marisol', 1041, 'Consultation', 250, 250, 61),
      invoice('layla-mansour', 1077, 'Retainer', 1500, 500, 4),
      invoice('claire-dubois', 1080, 'Consultation', 250, 0, 1),
    ],
  };
}

function objectRows(calendar: Calendar): Pick<HlSalesRows, 'objects' | 'records' | 'associations' | 'relations'> {
  const made = calendar.past(-60, '17:10');
  const key = 'custom_objects.matter';
  const record = (matter: string, name: string, stage: string) => ({
    ...{ id: hlId(`record:${matter}`), ...here, objectKey: key, owner: [hlUser('priya')], followers: [] },
    ...{ properties: { matter: name, clio_id: String(clioMatter(matter)), stage }, createdAt: made, updatedAt: made },
  });
  const association = hlId('association:matter');
  return {
    objects: [
      {
        ...{ id: hlId('object:matter'), ...here, key, labels: { singular: 'Matter', plural: 'Matters' } },
        ...{ description: 'A case in Clio', primaryDisplayProperty: `${key}.matter`, dateAdded: made, dateUpdated: made },
      },
    ],
    records: [
      record('ortega-v-whitfield', 'Ortega v. Whitfield', 'Discovery'),
      record('mansour-visa', 'Mansour: visa', 'Intake'),
    ],
    associations: [
      {
        ...{ id: association, ...here, key: 'matter_client', firstObjectKey: 'contact', firstObjectLabel: 'Client' },
        ...{ secondObjectKey: key, secondObjectLabel: 'Matter' },
      },
    ],
    relations: [
      {
        ...{ id: hlId('relation:ortega'), ...here, associationId: association, firstRecordId: hlId('contact:marisol') },
        secondRecordId: hlId('record:ortega-v-whitfield'),
      },
    ],
  };
}

function formRows(calendar: Calendar): Pick<HlSalesRows, 'forms' | 'submissions'> {
  const form = (kind: 'form' | 'survey', name: string) => ({ id: hlId(`${kind}:${name}`), ...here, kind, name });
  const filled = (kind: 'form' | 'survey', form: string, of: string, name: string, email: string, age: number) => ({
    ...{
      id: hlId(`submission:${form}:${of}`),
      ...here,
      formId: hlId(`${kind}:${form}`),
      contactId: hlId(`contact:${of}`),
      name,
      email,
    },
    ...{ others: { __submissions_other_field__: 'A friend' }, createdAt: calendar.past(-age, '14:30') },
  });
  return {
    forms: [form('form', 'Contact us'), form('form', 'Book a consultation'), form('survey', 'Intake questionnaire')],
    submissions: [
      filled('form', 'Contact us', 'marisol', 'Marisol Ortega', 'marisol@ortega-whitfield.example', 63),
      filled('form', 'Book a consultation', 'claire-dubois', 'Claire Dubois', 'claire@dubois.example', 5),
      filled('form', 'Contact us', 'lead-aisha', 'Aisha', 'aisha@rahman.example', 2),
      filled('survey', 'Intake questionnaire', 'layla-mansour', 'Layla Mansour', 'layla@mansour.example', 27),
    ],
  };
}

function deskRows(calendar: Calendar): Pick<HlSalesRows, 'templates' | 'blocks' | 'appointmentNotes' | 'unsubscriptions'> {
  const template = (name: string, type: 'sms' | 'email', body: string, subject?: string) => ({
    ...{ id: hlId(`template:${name}`), ...here, name, type, body, ...(subject ? { subject } : {}), deleted: false },
    dateAdded: calendar.past(-200, '16:00'),
  });
  return {
    templates: [
      template('Consultation reminder', 'sms', 'See you tomorrow, {{contact.first_name}}.'),
      template('We tried to call', 'sms', 'We tried to reach you about your enquiry.'),
      template('Welcome', 'email', '<p>Welcome to Harbour &amp; Lane.</p>', 'Welcome'),
    ],
    blocks: [
      {
        ...{ id: hlId('block:court'), ...here, calendarId: hlId('calendar:consultation'), assignedUserId: hlUser('priya') },
        ...{ title: 'Court: Ortega', startTime: calendar.iso(9, '17:00'), endTime: calendar.iso(9, '19:00') },
        ...{ dateAdded: calendar.past(-3, '16:00'), dateUpdated: calendar.past(-3, '16:00') },
      },
    ],
    appointmentNotes: [],
    unsubscriptions: [
      {
        ...{ id: hlId('unsubscription:bruno'), ...here, contactId: hlId('contact:lead-bruno'), email: 'bruno@costa.example' },
        at: calendar.past(-2, '12:00'),
      },
    ],
  };
}

/** The sales side of the firm: pipelines with deals, talk, papers, the Matter object, forms, templates. */
export function salesRows(calendar: Calendar): HlSalesRows {
  return {
    pipelines: pipelineRows(),
    opportunities: DEALS.map((deal) => dealRow(deal, calendar)),
    ...conversationRows(calendar),
    ...paperRows(calendar),
    ...objectRows(calendar),
    ...formRows(calendar),
    ...deskRows(calendar),
  };
}

/** No rows at all. */
export function noSales(): HlSalesRows {
  return {
    ...{ pipelines: [], opportunities: [], conversations: [], messages: [], forms: [], submissions: [], papers: [] },
    ...{ paperTemplates: [], invoices: [], objects: [], records: [], associations: [], relations: [], templates: [] },
    ...{ blocks: [], appointmentNotes: [], unsubscriptions: [] },
  };
}
