import * as z from 'zod/mini';
import { appointmentBody, createAppointmentBody, fromWireAppointment } from '../../highlevel/convert.ts';
import { HIGHLEVEL } from '../../highlevel/endpoints.ts';
import type { WireAppointment } from '../../highlevel/types.ts';
import { plainText } from '../../model/plain-text.ts';
import { createAction } from '../create.ts';
import type { Context, Told } from '../define.ts';
import { appointmentValues, id, seenAppointment } from '../inputs.ts';
import { removeAction } from '../remove.ts';
import { differing } from '../same.ts';
import { formerOf, updateAction } from '../update.ts';

type Of = { contactId: string };
type Values = z.infer<typeof appointmentValues>;

const keyOf = ({ contactId, eventId }: Of & { eventId?: string }): string =>
  `highlevel:contact:${contactId}:event:${eventId ?? 'new'}`;
const read = (wire: WireAppointment, { contactId }: Of, { account, timeZone }: Pick<Context, 'account' | 'timeZone'>) =>
  fromWireAppointment(wire, { account, contactId, timeZone });
const held = (wire: WireAppointment, of: Of, context: Context): Record<string, unknown> => ({ ...read(wire, of, context) });
const told = (wire: WireAppointment, of: Of, context: Context): Told => ({
  entity: 'appointment',
  id: wire.id,
  value: read(wire, of, context),
  owner: of.contactId,
});
const wanted = ({ title, ...rest }: Values) => ({ ...rest, title: title && plainText(title) });

/** A copy of what was agreed on elsewhere must not set off messages to the client. */
const quiet = z.optional(z.boolean());

const createInput = z.object({
  quiet,
  contactId: id,
  calendarId: id,
  values: z.extend(appointmentValues, { title: z.string(), startsAt: z.string(), endsAt: z.string() }),
});
type Create = z.infer<typeof createInput>;

/** Booked outside the calendar's offered slots, too: it stands in the other system's calendar already. */
export const createAppointment = createAction<Create, { events: WireAppointment[] }, WireAppointment, WireAppointment>({
  id: 'highlevel.appointment.create',
  system: 'highlevel',
  input: createInput,
  key: keyOf,
  look: ({ contactId }) => ({ endpoint: HIGHLEVEL.appointment.listOfContact, params: { contactId } }),
  rows: ({ events }) => events,
  answered: (wire) => wire,
  idOf: (wire) => wire.id,
  differs: (input, wire, context) =>
    differing({ ...wanted(input.values), calendarId: input.calendarId }, held(wire, input, context)),
  // Either may have been changed by somebody before a lost answer is settled.
  like: (input, wire, context) => {
    const { startsAt, title } = wanted(input.values);
    return differing({ startsAt, title }, held(wire, input, context)).length < 2;
  },
  told,
  request: ({ contactId, calendarId, values, quiet: isQuiet }, { account }) => ({
    endpoint: HIGHLEVEL.appointment.create,
    body: createAppointmentBody({ locationId: account, calendarId, contactId }, { ...values, quiet: isQuiet }),
  }),
  undo: ({ contactId }, eventId) => ({ op: 'highlevel.appointment.delete', input: { contactId, eventId } }),
});

const updateInput = z.object({ quiet, contactId: id, eventId: id, values: appointmentValues, seen: seenAppointment });
type Update = z.infer<typeof updateInput>;

/** Cancelling is a change of the status. */
export const updateAppointment = updateAction<Update, { event: WireAppointment }, WireAppointment, WireAppointment>({
  id: 'highlevel.appointment.update',
  system: 'highlevel',
  input: updateInput,
  key: keyOf,
  look: ({ eventId }) => ({ endpoint: HIGHLEVEL.appointment.get, params: { eventId } }),
  fresh: ({ event }) => event,
  answered: (wire) => wire,
  wanted: ({ values }) => wanted(values),
  seen: ({ seen }) => seen,
  held,
  told,
  request: ({ eventId, values, quiet: isQuiet }) => ({
    endpoint: HIGHLEVEL.appointment.update,
    params: { eventId },
    body: appointmentBody({ ...values, quiet: isQuiet }),
  }),
  former(input, wire) {
    // Times of one appointment come with their zone.
    const back = formerOf(input.values, read(wire, input, { account: '', timeZone: 'UTC' }) ?? {});
    return back && { values: back };
  },
});

const deleteInput = z.object({ contactId: id, eventId: id });

export const deleteAppointment = removeAction<z.infer<typeof deleteInput>>({
  id: 'highlevel.appointment.delete',
  system: 'highlevel',
  input: deleteInput,
  key: keyOf,
  // A body is demanded and has no properties [official spec].
  request: ({ eventId }) => ({ endpoint: HIGHLEVEL.appointment.delete, params: { eventId }, body: {} }),
  entity: 'appointment',
  idOf: ({ eventId }) => eventId,
});
