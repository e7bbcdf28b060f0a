import type { Activity } from '../../lib/model/activity.ts';
import type { HomeView } from '../../lib/model/console-home.ts';
import type { ActivityView } from '../../lib/model/console-sync.ts';
import { NOW } from './console-fixtures.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const ACCOUNT = 'locHarbour01';
export const MARISOL = `ca:4410|101|${ACCOUNT}`;
export const DAVID = `ca:4410|102|${ACCOUNT}`;
export const PEOPLE = { [MARISOL]: 'Marisol Ortega-Whitfield', [DAVID]: 'David S. Kim' };

export const day = (from: number): string => new Date(NOW + from * DAY).toISOString().slice(0, 10);

export const logRow = (seq: number, minutesAgo: number, over: Partial<Activity> = {}): Activity => ({
  seq,
  at: NOW - minutesAgo * MINUTE,
  kind: 'write',
  by: 'sync',
  cause: 'sync.contact',
  op: 'highlevel.contact.update',
  system: 'highlevel',
  account: ACCOUNT,
  entity: 'contact',
  link: MARISOL,
  outcome: 'done',
  body: { label: 'Marisol Ortega-Whitfield' },
  ...over,
});

/** A conflict that a setting decided, a push, a question, a failure, a switch: one of each kind of row. */
export const ROWS: Activity[] = [
  logRow(40, 3, {
    op: 'highlevel.task.create',
    by: 'click',
    cause: 'task.push',
    act: 'act-1',
    entity: 'task',
    body: { label: 'Request medical records', after: { title: 'Request medical records', due: { kind: 'day', day: day(3) } } },
  }),
  logRow(39, 12, {
    act: 'act-2',
    id: 'hl1',
    why: 'policy',
    body: {
      label: 'Marisol Ortega-Whitfield',
      before: { city: 'Burnaby', phone: '' },
      after: { city: 'Vancouver', phone: '+1 604 555 0142' },
      losers: [{ field: 'city', side: 'highlevel', value: 'Burnaby' }],
    },
  }),
  logRow(38, 40, {
    kind: 'ask',
    op: undefined,
    outcome: 'asked',
    why: 'conflict',
    link: DAVID,
    body: { label: 'David S. Kim', kept: [{ field: 'email', why: 'times-unknown' }] },
  }),
  logRow(36, 600, { op: 'clio.contact.update', system: 'clio', outcome: 'failed', error: 'missing-scope' }),
  logRow(35, 1500, {
    kind: 'setting',
    op: undefined,
    by: 'person',
    cause: undefined,
    link: undefined,
    why: 'sync-on',
    body: { label: 'Harbour & Lane LLP' },
  }),
];

export const logView = (rows: Activity[] = ROWS, over: Partial<ActivityView> = {}): ActivityView => ({
  now: NOW,
  timeZone: 'UTC',
  rows,
  rules: {},
  people: PEOPLE,
  more: false,
  ...over,
});

const none = { click: 0, sync: 0, rule: 0, reconcile: 0, person: 0 };
const quiet = (span: number) => Array.from({ length: span }, (_, at) => ({ day: day(at - span + 1), done: 0, failed: 0 }));

/** Connected and linked, and nothing has happened yet. */
export const quietHome = (over: Partial<HomeView> = {}, span = 30): HomeView => ({
  now: NOW,
  timeZone: 'UTC',
  connections: [
    { id: 'clio:ca:4410', name: 'Harbour & Lane LLP', system: 'clio', ok: true, used: 18, left: 32 },
    {
      id: `highlevel:${ACCOUNT}`,
      name: 'Harbour & Lane Law',
      system: 'highlevel',
      ok: true,
      used: 7,
      left: 93,
      dailyLeft: 184_211,
    },
  ],
  writing: { clio: false, highlevel: false },
  syncing: 0,
  linked: 0,
  people: { clio: 0, highlevel: 0 },
  outbox: { queued: 0, needsYou: 0, failed: 0 },
  asks: 0,
  needs: [],
  days: quiet(span),
  by: none,
  what: {},
  locations: [],
  busiest: [],
  runs: [],
  latest: [],
  staff: [],
  tasks: [],
  notes: [],
  appointments: [],
  leads: [],
  stale: [],
  ...over,
});

const marisol = { link: MARISOL, person: PEOPLE[MARISOL]! };
const task = (id: string, over: Partial<HomeView['tasks'][number]> = {}): HomeView['tasks'][number] => ({
  ...marisol,
  system: 'clio',
  id,
  title: `Task ${id}`,
  due: { kind: 'day', day: day(1) },
  overdue: false,
  ...over,
});

/** A busy firm with something in every list. */
export const busyHome = (over: Partial<HomeView> = {}, span = 30): HomeView => ({
  ...quietHome({}, span),
  writing: { clio: true, highlevel: true },
  syncing: 1,
  linked: 1284,
  people: { clio: 2310, highlevel: 4188 },
  outbox: { queued: 2, needsYou: 1, failed: 1 },
  asks: 3,
  needs: [
    { key: 'conflict|a', kind: 'conflict', label: 'Marisol Ortega-Whitfield' },
    { key: 'match|b', kind: 'match', label: 'David S. Kim' },
  ],
  days: quiet(span).map((one, at) => ({ ...one, done: at === span - 3 ? 31 : 1, failed: at === span - 1 ? 2 : 0 })),
  by: { ...none, sync: 311, click: 96 },
  what: { contact: 300, appointment: 40, entry: 28, task: 12, opportunity: 2 },
  locations: [{ id: `highlevel:${ACCOUNT}`, name: 'Harbour & Lane Law', done: 388, failed: 4 }],
  busiest: [{ ...marisol, done: 31, failed: 2 }],
  staff: [
    { id: 'highlevel|Priya Shah', name: 'Priya Shah', system: 'highlevel', notes: 14, tasks: 6, meetings: 9 },
    { id: 'clio|Priya Shah', name: 'Priya Shah', system: 'clio', notes: 1203, tasks: 5, meetings: 0 },
  ],
  runs: [
    {
      id: 'clio:ca:4410',
      what: 'read',
      system: 'clio',
      name: 'Harbour & Lane LLP',
      at: NOW - 2 * MINUTE,
      nextAt: NOW + 3 * MINUTE,
    },
    { id: 'highlevel', what: 'read', system: 'highlevel', name: 'Harbour & Lane Law', at: NOW - MINUTE, problem: 'rate-limited' },
    { id: 'pair', what: 'reconcile', name: 'Harbour & Lane LLP', at: NOW - 600 * MINUTE, drift: 3 },
  ],
  latest: ROWS,
  tasks: [
    task('1', { title: 'Send retainer agreement', due: { kind: 'day', day: day(-2) }, overdue: true, system: 'highlevel' }),
    ...['2', '3', '4', '5', '6'].map((id) => task(id)),
  ],
  notes: [{ ...marisol, system: 'clio', id: '9', text: 'Prefers to be called after 4 pm.', at: new Date(NOW).toISOString() }],
  appointments: [{ ...marisol, system: 'highlevel', id: '7', title: 'Consultation (video)', startsAt: `${day(2)}T15:00:00Z` }],
  leads: [{ id: 'l1', location: 'x', name: 'Jamie Lindqvist', url: 'https://app.example/l1', at: NOW - 200 * MINUTE }],
  stale: [{ id: 'l2', location: 'x', name: 'Tom Becker', url: 'https://app.example/l2', at: NOW - 24 * DAY }],
  ...over,
});
