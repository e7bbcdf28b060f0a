import type { ContactField } from '../../lib/model/contact.ts';
import type { Candidate } from '../../lib/model/link.ts';
import type { ActView, WriteItem } from '../../lib/model/operation.ts';
import type { FieldRow, ItemState, NoteItem, PanelView, PersonView, Screen, TaskItem } from '../../lib/model/panel.ts';

/** Sunday 22 November 2026, 09:41 in New York. */
export const NOW = Date.parse('2026-11-22T14:41:00Z');
export const ZONE = 'America/New_York';
export const LOCATION = { id: 'highlevel:loc1', name: 'Harbour & Lane Law' };

export const row = (field: ContactField, clio: string | undefined, highlevel: string | undefined): FieldRow => ({
  field,
  clio,
  highlevel,
  state: clio === highlevel ? 'same' : clio && highlevel ? 'differs' : clio ? 'only-clio' : 'only-highlevel',
  pushable: Boolean(clio) && clio !== highlevel,
  copyable: Boolean(highlevel) && !clio,
});

export const FIELDS: FieldRow[] = [
  row('firstName', 'Marisol', 'Marisol'),
  row('lastName', 'Ortega-Whitfield', 'Ortega-Whitfield'),
  row('email', 'marisol@ortega-whitfield.example', 'marisol@ortega-whitfield.example'),
  row('phone', '+1 604 555 0142', undefined),
  row('company', undefined, undefined),
  row('address1', '1200 West Georgia Street, Suite 2100', '1200 West Georgia Street, Suite 2100'),
  row('city', 'Vancouver', 'Burnaby'),
  row('website', undefined, 'https://ortega.example'),
  row('dateOfBirth', '1984-03-12', '1984-03-12'),
];

const day = (value: string) => ({ kind: 'day', day: value }) as const;

export const TASKS: TaskItem[] = [
  {
    key: 't1',
    clio: {
      id: '101',
      title: 'Request medical records',
      due: day('2026-11-30'),
      done: false,
      who: 'Tomás R.',
      matter: 'Ortega v. Whitfield',
    },
    state: 'only-clio',
    done: false,
    due: day('2026-11-30'),
    overdue: false,
  },
  {
    key: 't2',
    clio: { id: '102', title: 'Draft parenting plan', due: day('2026-12-02'), done: false, private: true },
    state: 'held',
    done: false,
    due: day('2026-12-02'),
    overdue: false,
  },
  {
    key: 't3',
    clio: { id: '103', title: 'Send retainer agreement', due: day('2026-11-20'), done: false, who: 'Priya N.' },
    highlevel: { id: 'hlTask3', title: 'Send retainer agreement', due: day('2026-11-20'), done: false, who: 'Priya N.' },
    state: 'same',
    done: false,
    due: day('2026-11-20'),
    overdue: true,
  },
  {
    key: 't4',
    highlevel: {
      id: 'hlTask4',
      title: 'Call back about the intake form',
      due: { kind: 'time', at: '2026-11-23T15:30:00Z' },
      done: false,
      who: 'Ana',
    },
    state: 'only-highlevel',
    done: false,
    due: { kind: 'time', at: '2026-11-23T15:30:00Z' },
    overdue: false,
  },
  {
    key: 't5',
    clio: { id: '105', title: 'Conflict check', done: true, who: 'Priya N.' },
    highlevel: { id: 'hlTask5', title: 'Conflict check', due: day('2026-11-18'), done: true, who: 'Priya N.' },
    state: 'same',
    done: true,
    due: day('2026-11-18'),
    overdue: false,
  },
];

const LONG = `Met with client for two hours. ${'She described the events of the spring in order, with dates where she had them. '.repeat(9)}`;

export const NOTES: NoteItem[] = [
  {
    key: 'n1',
    text: 'Prefers to be called after 4 pm. Asked about the timeline for the custody hearing.\nForms: https://harbourlane.example/forms (PDF).',
    at: '2026-11-21T15:05:00Z',
    who: 'Ana Duarte',
    from: 'highlevel',
    highlevelId: 'hlNote1',
    state: 'only-highlevel',
  },
  {
    key: 'n2',
    title: 'Strategy',
    text: LONG,
    at: '2026-11-19',
    who: 'Priya N.',
    from: 'clio',
    clioId: '201',
    matter: '00012-Ortega',
    state: 'held',
  },
  {
    key: 'n3',
    title: 'Intake call',
    text: 'Referred by R. Okafor.',
    at: '2026-11-12',
    from: 'clio',
    clioId: '202',
    state: 'only-clio',
  },
];

export const PERSON: PersonView = {
  name: 'Marisol Ortega-Whitfield',
  location: LOCATION,
  clioId: '11',
  highlevelId: 'hlContact1',
  url: 'https://app.gohighlevel.com/v2/location/loc1/contacts/detail/hlContact1',
  match: {
    by: 'match',
    reasons: [
      { code: 'same-email', tone: 'good', value: 'marisol@ortega-whitfield.example' },
      { code: 'same-name', tone: 'good' },
    ],
  },
  fields: FIELDS,
  tags: [
    { name: 'intake-2026', state: 'same' },
    { name: 'family-law', state: 'same' },
    { name: 'newsletter', state: 'removing' },
  ],
  knownTags: ['family-law', 'intake-2026', 'newsletter', 'no-show', 'retained', 'referral'],
  tasks: TASKS,
  notes: NOTES,
  appointments: [
    {
      id: 'a1',
      account: 'loc1',
      contactId: 'hlContact1',
      title: 'Consultation (video)',
      startsAt: '2026-11-24T15:30:00Z',
      endsAt: '2026-11-24T16:00:00Z',
      status: 'confirmed',
      when: 'next',
      calendar: 'Intake',
    },
    {
      id: 'a2',
      account: 'loc1',
      contactId: 'hlContact1',
      title: 'First call',
      startsAt: '2026-11-03T15:00:00Z',
      endsAt: '2026-11-03T15:15:00Z',
      status: 'noshow',
      when: 'past',
    },
  ],
  users: [
    { id: 'u1', name: 'Ana Duarte' },
    { id: 'u2', name: 'Priya Nair' },
  ],
  dnd: false,
  fetchedAt: NOW - 60_000,
  unread: [],
};

export const CANDIDATES: Candidate[] = [
  {
    id: 'c1',
    name: 'David S. Kim',
    email: 'dkim@kimdental.ca',
    phone: '+1 416 555 0198',
    addedAt: '2025-03-04T12:00:00Z',
    reasons: [
      { code: 'same-phone', tone: 'good' },
      { code: 'same-city', tone: 'good' },
      { code: 'shared-phone', tone: 'warn', count: 2 },
    ],
    score: 0.8,
  },
  {
    id: 'c2',
    name: 'David Kim Jr.',
    phone: '+1 416 555 0198',
    addedAt: '2026-01-10T12:00:00Z',
    reasons: [
      { code: 'same-phone', tone: 'good' },
      { code: 'birthday-differs', tone: 'bad' },
    ],
    score: 0.6,
  },
  {
    id: 'c3',
    name: 'D. Kim',
    email: 'info@kimdental.ca',
    addedAt: '2023-06-01T12:00:00Z',
    reasons: [{ code: 'name-only', tone: 'warn' }],
    score: 0.3,
  },
];

export const CREATE: FieldRow[] = [
  row('firstName', 'David', undefined),
  row('lastName', 'Kim', undefined),
  row('email', 'david.kim@mail.example', undefined),
  row('phone', '(416) 555-0198', undefined),
  row('city', 'Toronto', undefined),
];

export const waiting = (id: number, more: Partial<WriteItem> = {}): WriteItem => ({
  id,
  op: 'highlevel.task.create',
  label: 'Call back',
  subject: '11',
  state: 'queued',
  queuedAt: NOW - 120_000,
  ...more,
});

export const act = (more: Partial<ActView> = {}): ActView => ({
  id: 'act1',
  kind: 'task.push',
  label: 'Request medical records',
  count: 1,
  state: 'done',
  checked: true,
  at: NOW - 1000,
  undoUntil: NOW + 8000,
  ...more,
});

export const view = (screen: Screen, more: Partial<PanelView> = {}): PanelView => ({
  subject: { region: 'us', kind: 'contact', id: '11' },
  key: 'us:contact:11',
  now: NOW,
  timeZone: ZONE,
  screen,
  notices: [],
  waiting: [],
  acts: [],
  can: { writeHighLevel: true, writeClio: true },
  ...more,
});

export const personView = (person: Partial<PersonView> = {}, more: Partial<PanelView> = {}): PanelView =>
  view({ kind: 'person', person: { ...PERSON, ...person } }, more);

/** A field row in another state than its values say. */
export const inState = (one: FieldRow, state: ItemState): FieldRow => ({ ...one, state });
