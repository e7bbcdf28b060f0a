import type { ClioReminder, ClioUser } from '../world/types.ts';
import { always, byId, columns, etagField, one } from './shape-parts.ts';
import type { AnyShape, Look, Shape } from './shapes.ts';

export interface Method {
  id: number;
  type: 'Email' | 'Popup';
  email_address: string | null;
  is_default_email_address: boolean | null;
  created_at: string;
  updated_at: string;
}

/** Every user can be reminded by e-mail and on the screen. The rows are not kept: they follow from the user. */
export function methodsOf(user: ClioUser): Method[] {
  const { created_at, updated_at, email } = user;
  return [
    { id: user.id * 10 + 1, type: 'Email', email_address: email, is_default_email_address: true, created_at, updated_at },
    { id: user.id * 10 + 2, type: 'Popup', email_address: null, is_default_email_address: null, created_at, updated_at },
  ];
}

/** The method with this id, of whichever user. */
export const methodOf = (users: ClioUser[], id: number): Method | null => byId(users.flatMap(methodsOf), id);

export const remindersOf = (look: Look, type: ClioReminder['subject']['type'], id: number): ClioReminder[] =>
  (look.rows.reminders ?? []).filter(({ subject }) => subject.type === type && subject.id === id);

function startOf({ subject }: ClioReminder, look: Look): string | null {
  if (subject.type === 'CalendarEntry') return byId(look.rows.calendarEntries, subject.id)?.start_at ?? null;
  return byId(look.rows.tasks, subject.id)?.due_at ?? null;
}

const reminder: Shape<ClioReminder> = {
  kind: 'Reminder',
  plain: {
    ...columns<ClioReminder>('id', 'duration', 'created_at', 'updated_at'),
    ...etagField('Reminder'),
    ...always('scheduled', 'state'),
    next_delivery_at: (row, look) => {
      const start = startOf(row, look);
      return start && `${new Date(Date.parse(start) - row.duration * 60_000).toISOString().slice(0, 19)}Z`;
    },
  },
  nested: {
    subject: one('PolymorphicObject', ({ subject }) => ({ ...subject })),
    notification_method: one('NotificationMethod', (row, look) => methodOf(look.rows.users, row.notification_method_id)),
  },
};

const subjectName = ({ id, type }: ClioReminder['subject'], look: Look) =>
  type === 'Task' ? byId(look.rows.tasks, id)?.name : byId(look.rows.calendarEntries, id)?.summary;

const subject: AnyShape = {
  kind: 'PolymorphicObject',
  plain: {
    ...columns<ClioReminder['subject']>('id', 'type'),
    identifier: (row, look) => subjectName(row, look),
    ...always(null, 'secondary_identifier', 'tertiary_identifier'),
  },
  nested: {},
};

const method: Shape<Method> = {
  kind: 'NotificationMethod',
  plain: {
    ...columns<Method>('id', 'type', 'email_address', 'is_default_email_address', 'created_at', 'updated_at'),
    ...etagField('NotificationMethod'),
  },
  nested: {},
};

export const REMINDING: AnyShape[] = [reminder, subject, method];
