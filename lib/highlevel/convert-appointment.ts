import type { Appointment } from '../model/appointment.ts';
import { filled } from '../model/blank.ts';
import { readTime } from '../model/days.ts';
import { plainText } from '../model/plain-text.ts';
import type { WireAppointment } from './types.ts';

/**
 * An appointment -> the model; undefined when it has no start. Times come as `2021-07-16 11:00:00` without a zone [spec example];
 * read in the location's zone (belief: the vendor does not say; times with a zone are taken at their word).
 */
export function fromWireAppointment(
  wire: WireAppointment,
  where: { account: string; contactId: string; timeZone: string },
): Appointment | undefined {
  const startsAt = readTime(wire.startTime, where.timeZone);
  if (!startsAt) return undefined;
  return {
    id: wire.id,
    account: where.account,
    contactId: filled(wire.contactId) ?? where.contactId,
    title: plainText(wire.title ?? ''),
    startsAt,
    endsAt: readTime(wire.endTime, where.timeZone),
    status: filled(wire.appointmentStatus) ?? filled(wire.appoinmentStatus) ?? filled(wire.status) ?? '',
    calendarId: filled(wire.calendarId),
    address: filled(wire.address),
  };
}
