import type { AsksView, AskView, PersonPageView, PersonRowView, StuckWrite } from '../../lib/model/console-sync.ts';

export const NOW = Date.parse('2026-11-24T17:00:00Z');
export const LINK = 'us:4411|101|locHarbour';
const ground = { clioAccount: 'us:4411', locationId: 'locHarbour', state: 'open', at: NOW - 60_000, urls: {} } as const;

export const conflict = (more: Partial<AskView['body']> = {}): AskView => ({
  ...ground,
  key: `conflict|${LINK}|contact|`,
  kind: 'conflict',
  link: LINK,
  entity: 'contact',
  urls: { '101': 'https://app.clio.com/nc/#/contacts/101' },
  body: {
    label: 'Marisol Ortega-Whitfield',
    clioId: '101',
    fields: [
      { id: 'phone', clio: '+1 604 555 0142', highlevel: '+1 604 555 0199', base: '+1 604 555 0100', why: 'ask' },
      { id: 'city', clio: 'Vancouver', highlevel: 'Burnaby', why: 'ask' },
    ],
    offers: ['clio', 'highlevel', 'keep-both'],
    ...more,
  },
});
export const match: AskView = {
  ...ground,
  key: 'match|clio|us:4411|102',
  kind: 'match',
  entity: 'contact',
  body: {
    label: 'David Kim',
    side: 'highlevel',
    clioId: '102',
    candidates: [
      { id: 'dk1', name: 'David S. Kim', email: 'dkim@kimdental.ca', reasons: [{ code: 'same-phone', tone: 'good' }] },
      { id: 'dk2', name: 'David Kim Jr.', phone: '+14165550198', reasons: [{ code: 'birthday-differs', tone: 'bad' }] },
    ],
    offers: ['link', 'create', 'not-same'],
  },
};
export const approval: AskView = {
  ...ground,
  key: `approval|${LINK}|note|881`,
  kind: 'approval',
  link: LINK,
  entity: 'note',
  body: {
    label: 'Strategy call',
    title: 'Strategy call',
    text: 'The settlement range is privileged.',
    held: [{ code: 'privileged-words', words: ['privileged'] }],
    offers: ['approve', 'never'],
  },
};
export const vanished: AskView = {
  ...ground,
  key: `vanished|${LINK}|clio|contact|101`,
  kind: 'vanished',
  link: LINK,
  entity: 'contact',
  body: {
    label: 'Rosalind Okafor',
    side: 'clio',
    candidates: [{ id: '905', name: 'Rosalind A. Okafor', reasons: [{ code: 'same-email', tone: 'good' }] }],
    offers: ['relink', 'tag', 'unlink'],
  },
};
export const where: AskView = {
  ...ground,
  key: `where|${LINK}|task|t1`,
  kind: 'where',
  link: LINK,
  entity: 'task',
  body: {
    label: 'Send retainer agreement',
    choices: [
      { id: '1', label: '00388 Separation' },
      { id: '2', label: '00401 Sale of a house' },
    ],
    offers: ['choose', 'never'],
  },
};
export const duplicate: AskView = {
  ...ground,
  key: 'duplicate|highlevel|locHarbour|a,b',
  kind: 'duplicate',
  entity: 'contact',
  urls: { a: 'https://app.gohighlevel.com/a', b: 'https://app.gohighlevel.com/b' },
  body: {
    label: 'Terrence O’Malley',
    side: 'highlevel',
    keep: { id: 'a', because: 'linked' },
    candidates: [
      { id: 'a', name: 'Terrence O’Malley', reasons: [{ code: 'same-email', tone: 'good' }] },
      { id: 'b', name: 'Terry O’Malley', reasons: [{ code: 'same-email', tone: 'good' }] },
    ],
    offers: ['merge', 'not-same'],
  },
};
export const stuck = (more: Partial<StuckWrite> = {}): StuckWrite => ({
  id: 41,
  op: 'highlevel.task.create',
  label: 'Call back about deposition',
  subject: LINK,
  link: LINK,
  by: 'sync',
  state: 'needs-you',
  queuedAt: NOW - 60_000,
  error: { code: 'outcome-unknown', facts: { detail: '502 Bad Gateway' } },
  sent: { title: 'Call back about deposition' },
  ...more,
});
export const asksView = (asks: AskView[], writes: StuckWrite[] = []): AsksView => ({
  now: NOW,
  asks,
  writes,
  count: asks.length,
});
export const ALL_ASKS = [conflict(), approval, match, where, vanished, duplicate];

export const row = (at: number, more: Partial<PersonRowView> = {}): PersonRowView => ({
  id: String(1000 + at),
  name: `Person ${at}`,
  kind: 'person',
  email: `person${at}@example.com`,
  changedAt: NOW - at * 60_000,
  links: [`us:4411|${1000 + at}|locHarbour`],
  url: 'https://app.clio.com/',
  ...more,
});

const contact = { account: 'x', id: '101', kind: 'person', name: 'Marisol Ortega-Whitfield', emails: [], phones: [] } as const;
export const personView = (more: Partial<PersonPageView> = {}): PersonPageView => ({
  now: NOW,
  timeZone: 'America/Vancouver',
  writing: { clio: true, highlevel: true },
  link: LINK,
  name: 'Marisol Ortega-Whitfield',
  clioId: '101',
  highlevelId: 'hl101',
  by: 'match',
  reasons: [{ code: 'same-email', tone: 'good' }],
  urls: { clio: 'https://app.clio.com/', highlevel: 'https://app.gohighlevel.com/' },
  contacts: {
    clio: { ...contact, system: 'clio', emails: [], phones: [], tags: [] },
    highlevel: { ...contact, system: 'highlevel', emails: [], phones: [], tags: ['intake-2026'] },
  },
  fields: [
    { field: 'phone', clio: '+1 604 555 0142', state: 'only-clio', pushable: true, copyable: false },
    { field: 'city', clio: 'Vancouver', highlevel: 'Burnaby', state: 'differs', pushable: true, copyable: true },
    { field: 'lastName', clio: 'Ortega', highlevel: 'Ortega', state: 'same', pushable: true, copyable: true },
  ],
  tasks: {
    clio: [
      { system: 'clio', account: 'x', id: '1', title: 'Send retainer', due: { kind: 'day', day: '2026-11-20' }, done: false },
      { system: 'clio', account: 'x', id: '2', title: 'Request records', done: false },
    ],
    highlevel: [{ system: 'highlevel', account: 'x', id: 'h1', title: 'Send retainer', done: false }],
  },
  notes: {
    clio: [
      {
        system: 'clio',
        account: 'x',
        id: '11',
        text: 'Call after 4 pm.',
        at: '2026-11-18T21:10:00Z',
        matter: { id: '5', label: '00412' },
      },
    ],
    highlevel: [],
  },
  appointments: { clio: [], highlevel: [] },
  pairs: [{ key: `${LINK}|task|1`, entity: 'task', clioId: '1', highlevelId: 'h1', at: NOW }],
  asks: [],
  activity: [
    {
      seq: 9,
      at: NOW - 60_000,
      kind: 'write',
      by: 'sync',
      op: 'highlevel.contact.update',
      entity: 'contact',
      outcome: 'done',
      body: { label: 'Marisol', before: { city: 'Richmond' }, after: { city: 'Burnaby' } },
    },
  ],
  waiting: [],
  ...more,
});
