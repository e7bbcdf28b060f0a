import type { Appointment } from '../model/appointment.ts';
import { filled, present } from '../model/blank.ts';
import { isoSeconds, readTime } from '../model/days.ts';
import { plainText } from '../model/plain-text.ts';
import type { WireAppointment } from './types.ts';

/**
 * An appointment -> the model; undefined when it has no start. Times come as `2021-07-16 11:00:00` without a zone [spec example];
 * read in the location's zone (belief: the vendor does not say; times with a zone are taken at their word).
 */
export function fromWireAppointment(
  wire: WireAppointment,
  where: { account: string; contactId?: string; timeZone: string },
): Appointment | undefined {
  const startsAt = readTime(wire.startTime, where.timeZone);
  if (!startsAt) return undefined;
  return {
    id: wire.id,
    account: where.account,
    contactId: filled(wire.contactId) ?? where.contactId ?? '',
    title: plainText(wire.title ?? ''),
    startsAt,
    endsAt: readTime(wire.endTime, where.timeZone),
    status: filled(wire.appointmentStatus) ?? filled(wire.appoinmentStatus) ?? filled(wire.status) ?? '',
    calendarId: filled(wire.calendarId),
    address: filled(wire.address),
    assigneeId: filled(wire.assignedUserId),
    recurring: wire.isRecurring || filled(wire.masterEventId) ? true : undefined,
    createdAt: readTime(wire.dateAdded, where.timeZone),
    updatedAt: readTime(wire.dateUpdated, where.timeZone),
  };
}

/** What is sent of an appointment. */
export interface AppointmentValues {
  /** Runs none of HighLevel's automations. */
  quiet?: boolean;
  title?: string;
  /** ISO 8601 UTC */
  startsAt?: string;
  endsAt?: string;
  status?: string;
  address?: string;
}

const instant = (at: string | undefined): string | undefined => (at === undefined ? undefined : isoSeconds(Date.parse(at)));

/**
 * Body of `highlevel.appointment.update`. What was agreed on elsewhere is written down whether or not the calendar would offer the
 * slot, so its own check of free slots is passed over [official spec: ignoreFreeSlotValidation]. `toNotify`: "If set to false, the
 * automations will not run" [official spec]; whether that silences reminders set up in the calendar itself, too, nobody says.
 */
export const appointmentBody = (values: AppointmentValues): Record<string, unknown> =>
  present({
    title: filled(values.title),
    startTime: instant(values.startsAt),
    endTime: instant(values.endsAt),
    appointmentStatus: filled(values.status),
    address: filled(values.address),
    ignoreFreeSlotValidation: values.startsAt || values.endsAt ? true : undefined,
    toNotify: values.quiet ? false : undefined,
  });

/** Body of `highlevel.appointment.create`. */
export const createAppointmentBody = (
  where: { locationId: string; calendarId: string; contactId: string },
  values: AppointmentValues,
): Record<string, unknown> => ({ ...where, ...appointmentBody(values) });
