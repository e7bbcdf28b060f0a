import * as z from 'zod/mini';
import { fromWireEntry, reminderData, reminderMethod } from '../../clio/convert.ts';
import { clioRequests } from '../../clio/requests.ts';
import type { WireCalendarEntry, WireMethods, WireReminder } from '../../clio/types.ts';
import type { Request } from '../../http/endpoint.ts';
import { AppError } from '../../model/errors.ts';
import { defineAction } from '../define.ts';
import { id, minutes } from '../inputs.ts';

const input = z.object({
  entryId: id,
  /** Minutes before the start. */
  minutes,
  methodId: z.optional(id),
});
type Input = z.infer<typeof input>;
type Entry = { data: WireCalendarEntry };
type Read = Entry | { data: WireMethods };

const remindsOf = ({ data }: Entry, minutes: number): boolean => data.reminders?.some((one) => one.duration === minutes) ?? false;

/**
 * A reminder of a calendar entry, for whoever is signed in. It needs one of the user's notification methods: where the input names none
 * they are read before it is sent, and then a lost answer can't be settled by reading, as a look reads one thing: a person is asked.
 */
export const createReminder = defineAction<Input, Read, { data: WireReminder }>({
  id: 'clio.reminder.create',
  system: 'clio',
  resend: 'check',
  input,
  key: ({ entryId }) => `clio:entry:${entryId}`,
  look: ({ entryId, methodId }) => (methodId ? clioRequests.entry(entryId) : clioRequests.notificationMethods()) as Request<Read>,
  lookFirst: true,
  refuse: ({ minutes, methodId }, read) => (methodId && remindsOf(read as Entry, minutes) ? 'done' : undefined),
  find({ entryId, minutes, methodId }, read, _, { account }) {
    if (!methodId) return 'several';
    const value = fromWireEntry((read as Entry).data, account);
    if (!remindsOf(read as Entry, minutes)) return undefined;
    return { id: entryId, told: [{ entity: 'calendar-entry', id: entryId, value }], differs: [] };
  },
  request({ entryId, minutes, methodId }, _, read) {
    const method = methodId ?? (read && reminderMethod((read as { data: WireMethods }).data));
    if (!method) throw new AppError('invalid-request', { system: 'clio', about: 'notification_method' });
    return clioRequests.createReminder(reminderData(entryId, minutes, method));
  },
  outcome: ({ minutes }, { data }) => ({
    id: String(data.id),
    told: [],
    differs: data.duration === undefined || data.duration === null || data.duration === minutes ? [] : ['minutes'],
  }),
});
