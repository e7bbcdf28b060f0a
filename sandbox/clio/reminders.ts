import type { ClioReminder } from '../world/types.ts';
import { type ApiRoute, listRoute, showRoute, writeRoutes } from './api-route.ts';
import { type BodyRules, type Data, int, must, readData, ref, refId, text } from './body.ts';
import { common, idIs, type ListSpec, wordIs } from './list.ts';
import { notFound, unprocessable } from './refusal.ts';
import { methodOf } from './reminder-shapes.ts';
import { byId } from './shape-parts.ts';
import { nextId, stamp } from './state.ts';
import type { View } from './view.ts';

const MINUTES = { minutes: 1, hours: 60, days: 1440, weeks: 10_080 };
const UPDATE: BodyRules = { duration_value: int, duration_unit: text(Object.keys(MINUTES)) };
const CREATE: BodyRules = {
  ...UPDATE,
  notification_method: must(ref()),
  subject: must(ref({ type: must(text(['CalendarEntry', 'Task'])) })),
};

const minutesOf = (data: Data, old: number): number =>
  typeof data.duration_value === 'number'
    ? data.duration_value * MINUTES[(data.duration_unit ?? 'minutes') as keyof typeof MINUTES]
    : old;

function create(data: Data, view: View): ClioReminder {
  const { rows, account } = view;
  const asked = data.subject as { id?: number; type: 'CalendarEntry' | 'Task' };
  const found = byId<{ id: number }>(asked.type === 'Task' ? rows.tasks : rows.calendarEntries, asked.id);
  if (!found) throw notFound(`${asked.type} ${asked.id}`);
  const methodId = refId(data.notification_method);
  if (!methodId || !methodOf(rows.users, methodId)) throw notFound(`NotificationMethod ${methodId}`);
  const duration = minutesOf(data, 30);
  if (duration < 0) throw unprocessable('Duration must not be negative');
  const now = stamp(view.clock);
  return {
    ...{ id: nextId(view.state), account_id: account.id, subject: { id: found.id, type: asked.type } },
    ...{ notification_method_id: methodId, duration, created_at: now, updated_at: now },
  };
}

const reminders: ListSpec<ClioReminder> = {
  kind: 'Reminder',
  rows: (call) => call.view.rows.reminders ?? [],
  idOf: (row) => row.id,
  orders: { next_delivery_at: (row) => row.id },
  params: {
    ...common<ClioReminder>(),
    notification_method_id: idIs((row) => row.notification_method_id),
    subject_id: idIs((row) => row.subject.id),
    subject_type: wordIs(['calendar_entry', 'task'], (row) => (row.subject.type === 'Task' ? 'task' : 'calendar_entry')),
    state: wordIs(['scheduled', 'delivered'], () => 'scheduled'),
  },
};

/** Which permission reminders are under is not said; they belong to the calendar here (a belief). */
const areas = ['calendars' as const];

export const REMINDER_ROUTES: ApiRoute[] = [
  listRoute('clio.reminders.list', '/reminders.json', areas, reminders),
  showRoute('clio.reminders.get', '/reminders/:id', areas, 'Reminder', (call) => call.view.rows.reminders ?? []),
  ...writeRoutes<ClioReminder>({
    ...{ id: 'clio.reminders', kind: 'Reminder', path: '/reminders', areas, createRules: CREATE, updateRules: UPDATE },
    mine: (call) => call.view.rows.reminders ?? [],
    all: (state) => {
      state.rows.reminders ??= [];
      return state.rows.reminders;
    },
    create: (call) => create(readData(call.body, CREATE, true), call.view),
    update(call, row) {
      const duration = minutesOf(readData(call.body, UPDATE, false), row.duration);
      return { ...row, duration, updated_at: stamp(call.view.clock) };
    },
  }),
];
